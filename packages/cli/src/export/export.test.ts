import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Reading } from '@dvc/core/survey/reading.js';
import { loadSurvey } from '@dvc/core/survey/load.js';
import type { FormDocument, Json, JsonObject } from '@dvc/schema';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { finishSurvey } from '../import/survey/finish-survey.js';
import { surveySummary } from '../import/survey/summary.test-helper.js';
import { anySurvey } from '../import/surveyjs/any-survey.test-helper.js';
import { importSurveyjs, NoSurvey } from '../import/surveyjs/import-surveyjs.js';
import { run } from './index.js';
import { toSurveyjs } from './to-surveyjs.js';

const root = join(import.meta.dirname, '../../../..');
const ready = (readdirSync(join(root, 'schemas/surveys'), { recursive: true }) as string[]).filter((file) => /\d\.json$/.test(file));
const samples = readdirSync(join(root, 'packages/cli/fixtures/import/surveyjs')).filter((file) => file.endsWith('.json') && !file.endsWith('.expect.json'));
const read = (...way: string[]) => JSON.parse(readFileSync(join(root, ...way), 'utf8'));
const imported = async (json: unknown) => finishSurvey(await importSurveyjs(json, 'x'));
const back = async (document: FormDocument) => imported(JSON.parse(JSON.stringify(toSurveyjs(document).survey)));

/** A contact block and an address become several boxes, and the report says so. */
const plain = (document: FormDocument) => surveySummary(document).filter((line) => !/ (contact|address)\{/.test(line)).sort();
const boxes = (document: FormDocument) => surveySummary(document).filter((line) => / (contact|address)\{/.test(line)).map((line) => line.split(' ')[0]!);
const without = (lines: readonly string[], names: readonly string[]) => lines.filter((line) => !names.some((name) => line.startsWith(`${name}_`)));

/** What is shown and must be answered, for some answers, in both. */
async function alike(one: FormDocument, other: FormDocument, answers: readonly JsonObject[]): Promise<void> {
  const [a, b] = [await loadSurvey(one), await loadSurvey(other)];
  for (const each of answers) {
    const said = [a, b].map((plan) => { const reading = new Reading(plan, each); return plan.root.children.filter(({ key }) => b.nodes.has(`/${key}`) && a.nodes.has(`/${key}`)).map((node) => `${node.key} ${reading.shown(node)} ${reading.shown(node) && reading.required(node)}`).sort(); });
    expect(said[1]).toEqual(said[0]);
  }
}

/** Answers as a citizen could give them. */
function answersFor(document: FormDocument, seed: number): JsonObject[] {
  const schemas = new Map<string, Record<string, any>>();
  const visit = (schema: any): void => {
    for (const [name, part] of Object.entries(schema?.properties ?? {})) schemas.set(name, part as Record<string, unknown>);
    for (const part of schema?.allOf ?? []) visit(part.then === undefined && part.else === undefined ? part : { allOf: [part.then, part.else].filter(Boolean), properties: {} });
    for (const part of [schema?.then, schema?.else]) if (part) visit(part);
  };
  visit(document.schema);
  const value = (schema: Record<string, any>): fc.Arbitrary<Json> => {
    if (schema.properties) return fc.record(Object.fromEntries(Object.entries(schema.properties as Record<string, any>).map(([name, part]) => [name, value(part)])), { requiredKeys: [] }) as fc.Arbitrary<Json>;
    if (schema.oneOf) return fc.constantFrom<Json>(...schema.oneOf.map((each: { const: Json }) => each.const));
    if (schema.items?.oneOf) return fc.subarray<Json>(schema.items.oneOf.map((each: { const: Json }) => each.const), { minLength: 1 });
    if (schema.type === 'boolean') return fc.boolean();
    if (schema.type === 'number' || schema.type === 'integer') return fc.constantFrom<Json>(0, 1, 2, 3, 5, 10, 60, 2.5);
    return fc.constantFrom<Json>('x', 'Có', 'nội thành', 'Y', '2026-01-02');
  };
  return fc.sample(fc.record(Object.fromEntries([...schemas].map(([name, schema]) => [name, value(schema)])), { requiredKeys: [] }), { numRuns: 15, seed }) as JsonObject[];
}

describe('what is exported comes back', () => {
  test.each(ready)('%s: the same questions, choices, conditions', async (file) => {
    const document = read('schemas/surveys', file) as FormDocument;
    const made = await back(document);
    expect(made.faults).toEqual([]);
    expect(without(plain(made.document), boxes(document))).toEqual(plain(document));
    expect(made.document.steps!.map(({ id, title }) => [id, title])).toEqual(document.steps!.map(({ id, title }) => [id, title]));
    await alike(document, made.document, answersFor(document, 1));
    for (const [language, texts] of Object.entries(document.translations ?? {})) expect(Object.values(made.document.translations?.[language] ?? {}).map(({ of }) => of).sort()).toEqual(expect.arrayContaining(Object.entries(texts).filter(([at]) => /^\/(title|steps\/0\/title)$/.test(at)).map(([, { of }]) => of)));
  });

  test.each(samples)('%s, imported', async (file) => {
    const { document } = await imported(read('packages/cli/fixtures/import/surveyjs', file));
    const made = await back(document);
    expect(made.faults).toEqual([]);
    expect(plain(made.document)).toEqual(plain(document));
    await alike(document, made.document, answersFor(document, 2));
  });

  test('any survey that an import makes', async () => {
    await fc.assert(fc.asyncProperty(anySurvey, fc.nat(), async (json, seed) => {
      let document: FormDocument;
      try { ({ document } = await imported(json)); } catch (error) { if (error instanceof NoSurvey) return; throw error; }
      const made = await back(document);
      expect(made.faults).toEqual([]);
      const lost = toSurveyjs(document).losses.some(({ reason }) => reason === 'export-condition' || reason === 'export-rows');
      if (lost) return;
      expect(made.losses.filter(({ reason }) => reason === 'condition' || reason === 'required-condition' || reason === 'unknown')).toEqual([]);
      expect(plain(made.document)).toEqual(plain(document));
      await alike(document, made.document, answersFor(document, seed));
    }), { numRuns: 80, endOnFailure: true });
  });
});

/** SurveyJS itself read every one of these without an error, when they were written. */
test.each(ready)('%s is written as it was when SurveyJS read it', async (file) => {
  await expect(`${JSON.stringify(toSurveyjs(read('schemas/surveys', file) as FormDocument).survey, null, 1)}\n`).toMatchFileSnapshot(join(root, 'packages/cli/fixtures/export', `${basename(dirname(file))}.json`));
});

describe('what SurveyJS has no word for is named', () => {
  const document = read('schemas/surveys', ready.find((file) => file.includes('mot-cua'))!) as FormDocument;
  test('settings of the channel, scores, what is asked once more', () => {
    const { losses } = toSurveyjs(document);
    expect(losses.map(({ path }) => path)).toEqual(expect.arrayContaining(['/survey/indices', '/survey/minSample', '/schema/properties/attitude/x-dvc/scores', '/schema/properties/attitude/x-dvc/softRequired']));
  });
  test('each keyword and annotation of a question, one by one', () => {
    const extra: JsonObject = { ...document.schema, properties: { a: { type: 'string', title: 'A', contentMediaType: 'text/plain', 'x-dvc': { widget: 'text', width: 's', privacy: 'personal', softRequired: true } } } as JsonObject };
    expect(toSurveyjs({ ...document, schema: extra as FormDocument['schema'], steps: [] }).losses.map(({ path }) => path)).toEqual(expect.arrayContaining(['/schema/properties/a/contentMediaType', '/schema/properties/a/x-dvc/width', '/schema/properties/a/x-dvc/privacy', '/schema/properties/a/x-dvc/softRequired']));
  });
});

describe('the command', () => {
  const dir = mkdtempSync(join(tmpdir(), 'dvc-export-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const call = async (...args: string[]) => {
    let out = '';
    let err = '';
    const status = await run(args, { cwd: dir, out: (text) => { out += text; }, err: (text) => { err += text; } });
    return { status, out, err };
  };
  const source = join(root, 'schemas/surveys', ready.find((file) => file.includes('mot-cua'))!);

  test('writes the survey and a report, and never over a file', async () => {
    const { status, out } = await call(source, '--to', 'surveyjs', '--out', 'ra.json', '--report', 'mat.json');
    expect([status, out.includes('Đã ghi ra.json')]).toEqual([0, true]);
    expect(JSON.parse(readFileSync(join(dir, 'ra.json'), 'utf8')).pages.length).toBeGreaterThan(0);
    expect(JSON.parse(readFileSync(join(dir, 'mat.json'), 'utf8'))).toContainEqual(expect.objectContaining({ path: '/survey/indices' }));
    expect((await call(source, '--to', 'surveyjs', '--out', 'ra.json')).err).toContain('--force');
    expect((await call(source, '--to', 'surveyjs', '--out', 'ra.json', '--force', '--lang', 'en')).out).toContain('Wrote ra.json');
  });

  test.each([[[], 'Cách dùng'], [[source], 'Cách dùng'], [[source, '--to', 'pdf'], 'Cách dùng'], [['khong-co.json', '--to', 'surveyjs'], 'Không đọc được'], [['form.json', '--to', 'surveyjs'], 'không phải phiếu khảo sát'], [['hong.json', '--to', 'surveyjs'], 'không phải tài liệu']])('%j is refused with what to do', async (args, sentence) => {
    writeFileSync(join(dir, 'form.json'), JSON.stringify({ kind: 'form', id: 'a', version: '1.0.0', title: 'A', schema: { type: 'object', properties: {} } }));
    writeFileSync(join(dir, 'hong.json'), '{"a":1}');
    const { status, err } = await call(...args);
    expect([status, err.includes(sentence), err]).toEqual([2, true, err]);
    expect(existsSync(join(dir, 'form.surveyjs.json'))).toBe(false);
  });
});
