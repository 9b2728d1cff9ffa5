import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownPaths, startForm } from '@dvc/core';
import type { ScenarioFile } from '@dvc/core/scenarios.js';
import { compilePlan, parse, type FormDocument, type Json, type JsonObject } from '@dvc/schema';
import { expand } from '../source/expand.js';
import { explain } from './explain.js';
import { sayHidden } from './say-hidden.js';

const today = '2026-11-21';
const planOf = (properties: JsonObject) => compilePlan(parse(expand({ kind: 'form', id: 'a', version: '1.0.0', title: 'A', schema: { type: 'object', properties } }).value).document!);
const say = (properties: JsonObject, data: JsonObject, lang: 'vi' | 'en' = 'vi') => {
  const plan = planOf(properties);
  return explain(plan, startForm(plan, { data, today })).map((hidden) => sayHidden(plan, hidden, lang));
};
const parents = { type: 'string', title: 'Cha, mẹ', oneOf: [{ const: 'both-known', title: 'Biết cả hai' }, { const: 'abandoned', title: 'Bị bỏ rơi' }] };

describe('says why a field is hidden', () => {
  const father = (when: Json) => ({ parents, father: { type: 'string', title: 'Người cha', when } });
  test.each<[string, Json, JsonObject, string]>([
    ['another answer', { parents: 'both-known' }, { parents: 'abandoned' }, '“Người cha” (/father) đang ẩn: “Cha, mẹ” (/parents) đang là “Bị bỏ rơi” (abandoned), cần là “Biết cả hai” (both-known).'],
    ['no answer', { parents: ['both-known', 'abandoned'] }, {}, '“Người cha” (/father) đang ẩn: “Cha, mẹ” (/parents) chưa được trả lời, cần là “Biết cả hai” (both-known) hoặc “Bị bỏ rơi” (abandoned).'],
    ['not', { parents: { not: 'abandoned' } }, { parents: 'abandoned' }, '“Người cha” (/father) đang ẩn: “Cha, mẹ” (/parents) đang là “Bị bỏ rơi” (abandoned), cần khác “Bị bỏ rơi” (abandoned).'],
    ['filled', { parents: { filled: true } }, {}, '“Người cha” (/father) đang ẩn: “Cha, mẹ” (/parents) chưa được trả lời, cần được trả lời.'],
    ['empty', { parents: { filled: false } }, { parents: 'abandoned' }, '“Người cha” (/father) đang ẩn: “Cha, mẹ” (/parents) đang là “Bị bỏ rơi” (abandoned), cần để trống.'],
  ])('%s', (_, when, data, sentence) => {
    expect(say(father(when), data)).toEqual([sentence]);
  });
  test('numbers, lists, several at once, in English', () => {
    const fields = { n: { type: 'integer', title: 'N' }, l: { type: 'array', title: 'L', uniqueItems: true, items: { enum: ['x', 'y'] } }, f: { type: 'string', title: 'F', when: { n: { min: 3 }, l: { has: 'y' } } } } as JsonObject;
    expect(say(fields, { n: 2, l: ['x'] }, 'en')).toEqual(['“F” (/f) is hidden: “N” (/n) is 2, must be at least 3, and “L” (/l) is "x", must include "y".']);
    expect(say(fields, { n: 3, l: ['x'] }, 'en')).toEqual(['“F” (/f) is hidden: “L” (/l) is "x", must include "y".']);
  });
  test('what is asked only of what is hidden itself; what cannot be taken apart; rows', () => {
    const fields = { a: { type: 'string', title: 'A' }, b: { type: 'string', title: 'B', when: { a: 'x' } }, c: { type: 'string', title: 'C', when: { b: 'y' } }, d: { type: 'string', title: 'D', when: [{ a: 'x' }, { a: 'z' }] } } as JsonObject;
    expect(say(fields, { a: 'q' })).toEqual([
      '“B” (/b) đang ẩn: “A” (/a) đang là "q", cần là "x".', '“C” (/c) đang ẩn: “B” (/b) cũng đang ẩn, cần là "y".', '“D” (/d) đang ẩn: “A” (/a) đang là "q", cần là "x"; hoặc “A” (/a) đang là "q", cần là "z".',
    ]);
    const rows = { l: { type: 'array', title: 'L', items: { type: 'object', properties: { k: { type: 'string', title: 'K' }, m: { type: 'string', title: 'M', when: { k: 'x' } } } } } } as JsonObject;
    expect(say(rows, { l: [{ k: 'x' }, { k: 'y' }] })).toEqual(['“M” (/l/1/m) đang ẩn: “K” (/l/1/k) đang là "y", cần là "x".']);
  });
});

test('what cannot be taken apart is told by its line and what it reads', () => {
  const made = compilePlan(parse({ kind: 'form', id: 'a', version: '1.0.0', title: 'A', schema: { type: 'object', properties: { a: { type: 'string', title: 'A' } }, if: { properties: { a: { pattern: '^x' } }, required: ['a'] }, then: { properties: { f: { type: 'string', title: 'F' } } }, else: { properties: { g: { type: 'string', title: 'G' } } } } }).document!);
  const told = (a: string) => explain(made, startForm(made, { data: { a }, today })).map((hidden) => sayHidden(made, hidden, 'vi', () => 7));
  expect([told('y'), told('x')]).toEqual([['“F” (/f) đang ẩn: điều kiện ở dòng 7 chưa đúng (xét /a).'], ['“G” (/g) đang ẩn: điều kiện ở dòng 7 đang đúng (xét /a).']]);
});

test.each(['ho-tich/dang-ky-khai-sinh', 'cu-tru/thay-doi-thong-tin-cu-tru'])('%s: every hidden place of every scenario has a reason, and doing what it says shows it', (name) => {
  const load = (part: string): unknown => JSON.parse(readFileSync(new URL(`../../../../schemas/forms/${name}/1.0.0${part}.json`, import.meta.url), 'utf8'));
  const plan = compilePlan(load('') as FormDocument);
  const file = load('.scenarios') as ScenarioFile;
  let seen = 0;
  let taken = 0;
  for (const { answers } of file.scenarios) {
    const state = startForm(plan, { data: answers, today });
    const shown = new Set(shownPaths(state));
    for (const hidden of explain(plan, state)) {
      seen += 1;
      if (hidden.ways.some((way) => way.every(({ alternatives }) => alternatives.length > 0))) taken += 1;
      expect([shown.has(hidden.path), hidden.ways.length > 0 && hidden.ways.every((way) => way.length > 0)]).toEqual([false, true]);
      expect(sayHidden(plan, hidden, 'vi')).toMatch(/^“.+” \(\/.+\) đang ẩn: .+\.$/);
    }
  }
  expect(seen).toBeGreaterThan(50);
  expect(taken / seen).toBeGreaterThan(0.8);
});

test('a field is explained exactly when it is hidden, and answering as told shows it', () => {
  const value = fc.constantFrom('x', 'y', 'z');
  const condition = fc.record({ a: value, b: fc.uniqueArray(value, { minLength: 1 }) }, { requiredKeys: [] }).filter((tests) => Object.keys(tests).length > 0);
  fc.assert(fc.property(condition, fc.record({ a: value, b: value }, { requiredKeys: [] }), (when, held) => {
    const plan = planOf({ a: { type: 'string' }, b: { type: 'string' }, f: { type: 'string', when: when as Json } });
    const state = startForm(plan, { data: held as JsonObject, today });
    const [hidden] = explain(plan, state);
    expect(hidden === undefined).toBe(shownPaths(state).includes('/f'));
    const told = Object.fromEntries((hidden?.ways[0] ?? []).flatMap(({ alternatives }) => alternatives[0]!.map(({ path, need }) => [path.slice(1), need.kind === 'is' ? need.values[0]! : null])));
    expect(shownPaths(startForm(plan, { data: { ...held, ...told } as JsonObject, today }))).toContain('/f');
  }), { numRuns: 100 });
});
