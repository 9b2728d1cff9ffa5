import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startForm } from '@dvc/core';
import { parse, compilePlan } from '@dvc/schema';
import { explain } from '../preview/explain.js';
import { sampleOf } from '../preview/sample.js';
import { sayHidden } from '../preview/say-hidden.js';
import { opened } from '../source/open.js';
import { sourceOf } from '../source/read.js';
import { checkOpened } from './check-file.js';

const text = readFileSync(new URL('../../fixtures/check/clean.yaml', import.meta.url), 'utf8');
const options = { today: '2026-11-21', alone: true };
const value = fc.oneof(fc.constantFrom<unknown>(null, true, 0, -1, 1.5, '', 'x', [], {}, [null], { when: { a: 1 } }, { $ref: '#' }, { $ref: '#/properties/fullName' }, { properties: null }, { type: 'object', when: {} }), fc.jsonValue({ maxDepth: 2 }));

/** Puts `made` in place of the nth part of a value, or beside it under a name of the language. */
function mutated(document: unknown, nth: number, made: unknown, name: string | undefined): unknown {
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const key of Object.keys(part)) { places.push([part as Record<string, unknown>, key]); walk((part as Record<string, unknown>)[key]); }
  };
  const copy = structuredClone(document);
  walk(copy);
  const [holder, key] = places[nth % places.length]!;
  if (name === undefined || Array.isArray(holder)) holder[key] = made;
  else holder[name] = made;
  return copy;
}

test('a document that is broken anywhere is checked to the end, and what has no error can be published', async () => {
  const clean = sourceOf(text, 'yaml').value;
  const names = fc.constantFrom('when', 'if', 'then', 'allOf', 'oneOf', 'enum', 'properties', 'required', 'default', 'examples', 'x-dvc', 'not', '$ref', 'steps', 'papers', 'translations', 'minimum');
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(400), value, fc.option(names, { nil: undefined })), { minLength: 1, maxLength: 3 }), async (changes) => {
    const broken = changes.reduce((document, [nth, made, name]) => (typeof document === 'object' && document !== null ? mutated(document, nth, made, name) : document), clean);
    const source = opened(sourceOf(JSON.stringify(broken, null, 1), 'json'));
    const findings = await checkOpened(source, 'x.json', options);
    const lines = source.source.text.split('\n').length;
    for (const { line, column, what, todo } of findings) expect([line >= 1 && line <= lines, column >= 1, what.length > 5, todo.length > 5]).toEqual([true, true, true, true]);
    if (findings.some(({ level }) => level === 'error')) return;
    const { document, problems } = parse(source.value);
    expect(problems).toEqual([]);
    // What can be published can be shown: no sample, and no reason for what is hidden, stops the preview.
    const plan = compilePlan(document!);
    const data = sampleOf(plan, { today: options.today, codes: () => ['01'] });
    for (const hidden of explain(plan, startForm(plan, { data, today: options.today }))) expect(sayHidden(plan, hidden, 'vi')).toMatch(/ đang ẩn: /);
  }), { numRuns: Number(process.env['DVC_RUNS'] ?? 120) });
});
