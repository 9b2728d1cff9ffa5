import { readdirSync, readFileSync } from 'node:fs';
import type { JsonSchema } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node/ajv.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapStatus, NATIONAL_STATUSES, nationalStatus, type StatusVocabulary } from '../index.js';

const folder = new URL('../../../../schemas/statuses/', import.meta.url);
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;
const files = readdirSync(folder).filter((name) => !name.endsWith('.schema.json')).sort();
const vocabularies = files.filter((name) => name !== 'national.json').map((name) => read<StatusVocabulary & { readonly illustrative?: true }>(name));
interface Words { readonly code: string; readonly labelVi: string; readonly sentenceVi: string; readonly sentenceEn: string }
const national = read<{ statuses: readonly Words[] }>('national.json').statuses;

describe('schemas/statuses', () => {
  const authority = ajvAuthority().authorityFor(read<JsonSchema>('statuses.schema.json'));
  const accepts = (file: any): boolean => authority.accepts(file).valid;
  test('has the ten codes and at least two vocabularies', () => expect(files).toEqual(expect.arrayContaining(['national.json', 'opencps.json', 'igate-like.json'])));
  test.each(files)('%s is as its schema says, and named by its id', (name) => {
    const file = read<any>(name);
    expect([accepts(file), authority.check(file)]).toEqual([true, []]);
    expect(`${file.id}.json`).toBe(name);
  });
  test('the schema refuses what is not so', () => {
    const changed = (name: string, change: (file: any) => void) => { const file = read<any>(name); change(file); return accepts(file); };
    expect(changed('national.json', (file) => { file.statuses.pop(); })).toBe(false);
    expect(changed('national.json', (file) => { file.statuses[0].clock = 'sometimes'; })).toBe(false);
    expect(changed('opencps.json', (file) => { file.statuses[0].code = '11'; })).toBe(false);
    expect(changed('opencps.json', (file) => { delete file.statuses[0].mapping; })).toBe(false);
    expect(changed('opencps.json', (file) => { file.statuses[0].foreign = ' new'; })).toBe(false);
  });
  test('the machine\'s table says the same', () => {
    expect(national.map(({ code, key, clock, task, holder, surveyAllowed }: any) => ({ code, key, clock, task, holder, surveyAllowed }))).toEqual(NATIONAL_STATUSES);
    expect(NATIONAL_STATUSES.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  });
  test('every sentence is a sentence, says "ông/bà" and never "bạn"; where nothing is to be done, it says so', () => {
    for (const { code, sentenceVi, sentenceEn } of national) {
      expect(sentenceVi, code).toMatch(/^[A-ZĐÔ].*\.$/u);
      expect(sentenceEn, code).toMatch(/^[A-Z].*\.$/);
      expect(sentenceVi, code).toMatch(/ông\/bà/iu);
      expect(sentenceVi, code).not.toMatch(/\bbạn\b/iu);
      expect(/không cần làm gì thêm\.$/u.test(sentenceVi), code).toBe(nationalStatus(code)!.task === 'nothing');
    }
  });
  test('the survey opens from 9 on', () => expect(NATIONAL_STATUSES.filter(({ surveyAllowed }) => surveyAllowed).map(({ code }) => code)).toEqual(['9', '10']));
  test.each(vocabularies)('$id: no word twice, and what is made up says so', ({ statuses, illustrative }) => {
    const words = statuses.map(({ foreign }) => foreign);
    expect(new Set(words).size).toBe(words.length);
    if (illustrative) for (const each of statuses as readonly any[]) expect([each.word, each.mapping]).toEqual(['illustrative', 'illustrative']);
  });
});

describe('mapStatus', () => {
  const opencps = vocabularies.find(({ id }) => id === 'opencps')!;
  test.each([
    ['done', undefined, { code: '10', paused: false, known: true }],
    ['waiting', undefined, { code: '5', text: 'Chờ bổ sung hồ sơ', paused: false, known: true }],
    ['waiting', 'Thiếu bản sao giấy khai sinh', { code: '5', text: 'Thiếu bản sao giấy khai sinh', paused: false, known: true }],
    ['pausing', ' ', { code: '4', text: 'Tạm dừng trong khi giải quyết', paused: true, known: true }],
    ['processing/tax', 'Chuyển thông tin thuế', { code: '4', text: 'Chuyển thông tin thuế', paused: false, known: true }],
    ['archived', 'Lưu kho', { code: 'opencps:archived', text: 'Lưu kho', paused: false, known: false }],
    ['archived', undefined, { code: 'opencps:archived', text: 'archived', paused: false, known: false }],
  ])('%s %j', (foreign, text, expected) => expect(mapStatus(opencps, foreign, text)).toEqual(expected));

  test('a word of theirs is one of the ten codes only by the vocabulary; its own text is never dropped', () => {
    const word = fc.oneof(fc.constantFrom('1', '3', '10', '__proto__', 'constructor', '', '/', 'a/b'), fc.string());
    fc.assert(fc.property(fc.constantFrom(...vocabularies), word, fc.option(fc.string({ minLength: 1 }), { nil: undefined }), (vocabulary, foreign, text) => {
      const mapped = mapStatus(vocabulary, foreign, text);
      if (text?.trim()) expect(mapped.text).toBe(text.trim());
      expect(mapped.known).toBe(nationalStatus(mapped.code) !== undefined);
      if (!mapped.known) expect(mapped.code).toContain(foreign.trim());
    }), { seed: 6, numRuns: 2000 });
  });
});
