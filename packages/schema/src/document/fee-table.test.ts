import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeFeeTable } from '../../../../scripts/make-types.mjs';
import { checkDocument } from '../node/index.js';
import { compilePlan } from '../plan/index.js';
import type { Json, JsonObject } from '../types.js';
import { FeeTableError, problemsOfFeeTable, withFeeTable } from './fee-table.js';
import { inspect } from './inspect.js';
import { parse } from './parse.js';
import { isDate } from './shape.js';
import type { Fee, FeeTable, FormDocument } from './types.js';

const schemas = new URL('../../../../schemas/', import.meta.url);
const read = <T>(path: string) => JSON.parse(readFileSync(new URL(path, schemas), 'utf8')) as T;
const residence = read<FormDocument>('forms/cu-tru/thay-doi-thong-tin-cu-tru/1.0.0.json');
const example = read<FeeTable>('fee-tables/minh-hoa-ct01.json');

const fee = (id: string, amount: number, more: Partial<Fee> = {}): Fee => ({ id, kind: 'fee', title: `Phí ${id}`, amount, sources: ['Ví dụ'], ...more });
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};
const form: FormDocument = frozen({
  kind: 'form', id: 'thu/phi', version: '1.0.0', title: 'Thử',
  procedure: {
    code: '0.000000',
    cases: [{ id: 'late', title: 'Quá hạn', when: { required: ['late'] }, fees: [fee('late', 3), fee('fine', 4)] }, { id: 'plain', title: 'Thường', when: true }],
  },
  schema: { type: 'object', $defs: { poor: { properties: { poor: { const: true } }, required: ['poor'] } }, properties: { late: { type: 'boolean' }, poor: { type: 'boolean' }, copies: { type: 'integer' } } },
  fees: [fee('one', 1), fee('two', 2), fee('three', 3)],
  translations: { en: { '/title': { of: 'Thử', text: 'Trial' }, '/fees/0/title': { of: 'Phí one', text: 'Fee one' }, '/fees/1/title': { of: 'Phí two', text: 'Fee two' }, '/fees/2/title': { of: 'Phí three', text: 'Fee three' }, '/procedure/cases/0/fees/1/title': { of: 'Phí fine', text: 'Fine' } } },
} as FormDocument);
const table = (more: Partial<FeeTable> = {}): FeeTable => ({ id: 'hai-phong', version: '1.0.0', for: 'thu/phi', sources: ['Nghị quyết'], lastChecked: '2026-11-21', ...more });
const amounts = (fees: readonly Fee[] | undefined) => fees?.map(({ id, amount }) => [id, amount]);

describe('withFeeTable', () => {
  test('replaces where it stands, adds after, removes, in the document and in a case', () => {
    const made = withFeeTable(form, frozen(table({ fees: [fee('four', 40), fee('three', 30)], cases: { late: [fee('late', 300)], plain: [fee('plain', 5)] }, remove: ['one', 'fine'] })));
    expect(amounts(made.fees)).toEqual([['two', 2], ['three', 30], ['four', 40]]);
    expect(made.procedure!.cases!.map(({ fees }) => amounts(fees))).toEqual([[['late', 300]], [['plain', 5]]]);
    expect(made.feeTables).toEqual([{ id: 'hai-phong', version: '1.0.0' }]);
    expect(inspect(made)).toEqual([]);
    expect(compilePlan(parse(made).document!).fees.map(({ id }) => id)).toEqual(['two', 'three', 'four']);
  });

  test('a fee without a source of its own has that of the table; what is not replaced keeps its own', () => {
    const [one, two] = withFeeTable(form, table({ fees: [{ id: 'one', kind: 'fee', title: 'Phí', amount: 1 }, fee('two', 2, { lastChecked: '2026-01-01' })] })).fees!;
    expect([one!.sources, one!.lastChecked, two!.sources, two!.lastChecked]).toEqual([['Nghị quyết'], '2026-11-21', ['Ví dụ'], '2026-01-01']);
  });

  test('translations go with their texts, and those of a replaced text are the table\'s', () => {
    const made = withFeeTable(form, table({ remove: ['one', 'late'], fees: [fee('two', 20), fee('new', 1)], translations: { en: { '/fees/1/title': { of: 'Phí new', text: 'New fee' } } } }));
    expect(made.translations).toEqual({ en: {
      '/title': { of: 'Thử', text: 'Trial' }, '/fees/1/title': { of: 'Phí three', text: 'Fee three' }, '/fees/2/title': { of: 'Phí new', text: 'New fee' }, '/procedure/cases/0/fees/0/title': { of: 'Phí fine', text: 'Fine' },
    } });
    expect(inspect(made)).toEqual([]);
  });

  test('a later version of a table stands in place of the earlier one; two tables stand beside each other', () => {
    const first = withFeeTable(form, table({ fees: [fee('one', 10)] }));
    expect(withFeeTable(withFeeTable(first, { ...table(), id: 'khac' }), table({ version: '2.0.0' })).feeTables).toEqual([{ id: 'khac', version: '1.0.0' }, { id: 'hai-phong', version: '2.0.0' }]);
  });

  test.each<[string, Json, string, string]>([
    ['another form', { for: 'thu/khac' }, '/for', 'other-form'], ['no form', { for: null }, '/for', 'wrong-type'],
    ['an unknown case', { cases: { early: [] } }, '/cases/early', 'unknown-case'], ['a name of every object as a case', { cases: { toString: [] } }, '/cases/toString', 'unsafe-name'],
    ['an unknown fee', { remove: ['one', 'nine'] }, '/remove/1', 'unknown-fee'], ['a fee given and removed', { remove: ['one'], fees: [fee('one', 1)] }, '/fees/0/id', 'fee-twice'] as never,
    ['a fee of a case, which would be charged twice', { fees: [fee('late', 1)] } as never, '/fees/0/id', 'fee-elsewhere'], ['a common fee in a case', { cases: { plain: [fee('one', 1)] } } as never, '/cases/plain/0/id', 'fee-elsewhere'],
    ['one fee for all and for a case', { fees: [fee('x', 1)], cases: { plain: [fee('x', 1)] } } as never, '/cases/plain/0/id', 'fee-elsewhere'],
    ['a fee without a kind', { fees: [{ id: 'x', title: 'X', amount: 1 }] }, '/fees/0', 'missing'], ['an unknown kind', { fees: [fee('x', 1, { kind: 'tax' as never })] } as never, '/fees/0/kind', 'bad-value'],
    ['a name that the language does not have', { cases: { late: [{ ...fee('x', 1), price: 1 }] } } as never, '/cases/late/0/price', 'unknown-property'], ['an id twice', { fees: [fee('x', 1), fee('x', 2)] } as never, '/fees/1/id', 'duplicate-id'],
    ['an answer that nobody gives', { fees: [fee('x', 1, { quantity: { var: '/nowhere' } })] } as never, '/fees/0/quantity/var', 'unknown-path'], ['an unknown operator', { fees: [fee('x', { pow: [2, 3] } as never)] } as never, '/fees/0/amount', 'unknown-operator'],
    ['a condition that the form does not know', { fees: [fee('x', 1, { when: { $ref: '#/$defs/rich' } })] } as never, '/fees/0/when/$ref', 'unresolved-ref'], ['a stale translation', { fees: [fee('x', 1)], translations: { en: { '/fees/0/title': { of: 'Cũ', text: 'Old' } } } } as never, '/translations/en/~1fees~10~1title/of', 'stale-translation'],
    ['a version that is none', { version: '1' }, '/version', 'bad-version'], ['a date that is none', { lastChecked: '2026-02-30' }, '/lastChecked', 'bad-date'], ['a text of a fee that is none', { fees: [fee('x', 1, { unit: ' ' })] } as never, '/fees/0/unit', 'empty-text'],
  ])('refuses %s, by name and place', (_, more, path, code) => {
    const given = { ...table(), ...more as object } as FeeTable;
    expect(problemsOfFeeTable(form, given).map((problem) => [problem.path, problem.code])).toContainEqual([path, code]);
    expect(() => withFeeTable(form, given)).toThrow(FeeTableError);
  });

  test.each([undefined, null, 1, 'x', '{', [], {}])('%j is no table', (given) => {
    expect(problemsOfFeeTable(form, given).length).toBeGreaterThan(0);
  });
});

const feesOf = (...ids: string[]) => fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.nat(100_000)), { selector: ([id]) => id, maxLength: 4 }).map((all) => all.map(([id, amount]) => fee(id, amount)));
const anyTable = fc.record({ fees: feesOf('one', 'two', 'three', 'new', 'other', 'fine'), late: feesOf('late', 'fine', 'extra', 'two'), plain: feesOf('plain', 'more'), remove: fc.uniqueArray(fc.constantFrom('one', 'two', 'late', 'nine'), { maxLength: 2 }) })
  .map(({ fees, late, plain, remove }) => table({ fees, cases: { late, plain }, ...(remove.length > 0 ? { remove } : {}) }));

test('whatever the table: it is refused by name, or its amounts stand, once, and again it changes nothing', () => {
  let taken = 0;
  fc.assert(fc.property(anyTable, (given) => {
    const before = JSON.stringify([form, given]);
    if (problemsOfFeeTable(form, given).length > 0) {
      expect(() => withFeeTable(form, given)).toThrow(FeeTableError);
      return;
    }
    taken += 1;
    const made = withFeeTable(form, given);
    expect(JSON.stringify([form, given])).toBe(before);
    expect(withFeeTable(made, given)).toEqual(made);
    expect(inspect(made)).toEqual([]);
    const all = [...made.fees ?? [], ...made.procedure!.cases!.flatMap(({ fees }) => fees ?? [])];
    for (const each of given.fees!) expect(all.filter(({ id }) => id === each.id).map(({ amount }) => amount)).toEqual([each.amount]);
    for (const id of given.remove ?? []) expect(all.some((each) => each.id === id)).toBe(false);
  }), { numRuns: 3000, seed: 20261121 });
  expect(taken).toBeGreaterThan(100);
});

describe('schemas/fee-table.schema.json', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  ajv.addFormat('date', isDate).addFormat('regex', true);
  const accepts = ajv.compile(read<object>('fee-table.schema.json'));
  test('is made of the language of forms (else: node scripts/make-types.mjs)', () => expect(readFileSync(new URL('fee-table.schema.json', schemas), 'utf8')).toBe(makeFeeTable()));

  test('says the same of a table as the code, as far as it can', () => {
    const good = table({ fees: [fee('x', 1, { unit: 'bản', quantity: { var: '/copies' }, channel: 'online' })], cases: { late: [fee('late', 1)] }, remove: ['one'], title: 'Bảng', note: 'Ghi chú', confidence: 'high' });
    const anything = fc.constantFrom<Json>(null, 1, -1, 'a', '', ' ', '1.0.0', [], {}, true, ['a'], [1], { a: 1 }, 'A B');
    let [yes, no] = [0, 0];
    fc.assert(fc.property(fc.nat(), anything, fc.constantFrom(undefined, 'colour', 'id', 'for', 'amount', 'kind'), (at, value, name) => {
      const changed = structuredClone(good) as unknown as JsonObject;
      const holders: JsonObject[] = [];
      const walk = (part: Json) => {
        if (typeof part !== 'object' || part === null) return;
        if (!Array.isArray(part)) holders.push(part);
        Object.values(part).forEach(walk);
      };
      walk(changed);
      const holder = holders[at % holders.length]!;
      holder[name ?? Object.keys(holder)[at % Object.keys(holder).length]!] = value;
      const problems = problemsOfFeeTable(form, changed);
      if (problems.length === 0) { yes += 1; expect(accepts(changed)).toBe(true); }
      if (!accepts(changed)) { no += 1; expect(problems.length).toBeGreaterThan(0); }
      if (problems.some(({ code }) => code === 'missing' || code === 'unknown-property' || code === 'bad-value')) expect(accepts(changed)).toBe(false);
    }), { numRuns: 2000, seed: 20261121 });
    expect(Math.min(yes, no)).toBeGreaterThan(20);
  });

  test.each(readdirSync(new URL('fee-tables/', schemas)))('%s fits its form, and says that it is an illustration', async (name) => {
    const made = read<FeeTable>(`fee-tables/${name}`);
    expect([accepts(made), problemsOfFeeTable(residence, made)]).toEqual([true, []]);
    expect(JSON.stringify([made.title, made.sources])).toContain('minh họa');
    const applied = withFeeTable(residence, made);
    expect((await checkDocument(applied)).filter(({ level, code }) => level !== 'warning' || code === 'fact-missing' || code === 'translation-missing')).toEqual([]);
    expect(compilePlan(applied).cases.find(({ id }) => id === 'permanent')!.fees.map(({ id, amount }) => [id, amount])).toEqual([['permanent-online', 5000], ['permanent-counter', 20000]]);
    expect(example.id).toBe('minh-hoa-ct01');
  });
});
