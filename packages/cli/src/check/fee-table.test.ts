import { expect, test } from 'vitest';
import { opened } from '../source/open.js';
import { sourceOf } from '../source/read.js';
import { checkFile, checkOpened } from './check-file.js';

const schemas = new URL('../../../../schemas', import.meta.url).pathname;
const options = { today: '2026-11-21', forms: `${schemas}/forms` };
const fee = { id: 'permanent-online', kind: 'charge', title: 'Lệ phí', amount: 5000 };
const table = { id: 'minh-hoa', version: '1.0.0', for: 'cu-tru/thay-doi-thong-tin-cu-tru', sources: ['Minh họa'], confidence: 'high', lastChecked: '2026-11-21', cases: { permanent: [fee] } };
const found = async (more: object, forms = options.forms) => {
  const source = opened(sourceOf(JSON.stringify({ ...table, ...more }, null, 2), 'json'));
  return (await checkOpened(source, 'x.json', { ...options, forms })).map(({ code, path, line, column }) => {
    expect({ line, column }).toEqual(source.at(path));
    return `${code} ${path}`;
  });
};

test('a sound table has no finding; the example says that it is not verified, and no more', async () => {
  expect(await found({})).toEqual([]);
  expect((await checkFile(`${schemas}/fee-tables/minh-hoa-ct01.json`, options)).map(({ code, path }) => `${code} ${path}`)).toEqual(['DVC-C146 /confidence']);
});

test.each<[string, object, string]>([
  ['an unknown form', { for: 'cu-tru/khong-co' }, 'DVC-C401 /for'],
  ['an unknown case', { cases: { 'thuong-tru': [fee] } }, 'DVC-C402 /cases/thuong-tru'],
  ['a fee without a source', { sources: undefined }, 'DVC-C145 /cases/permanent/0'],
  ['an amount with a fraction', { cases: { permanent: [{ ...fee, amount: 8.5 }] } }, 'DVC-C239 /cases/permanent/0/amount'],
  ['a quantity below zero', { fees: [{ ...fee, id: 'x', quantity: -1 }] }, 'DVC-C239 /fees/0/quantity'],
  ['a reduction that is no sum', { fees: [{ ...fee, id: 'x', reductions: [{ id: 'r', title: 'Giảm', when: true, amount: '5.000' }] }] }, 'DVC-C239 /fees/0/reductions/0/amount'],
  ['an answer that the form does not ask for', { fees: [{ ...fee, id: 'x', amount: { var: '/copies' } }] }, 'DVC-C120 /fees/0/amount/var'],
  ['a condition that holds without an answer', { fees: [{ ...fee, id: 'x', when: { properties: { peopleCount: { minimum: 1 } } } }] }, 'DVC-C138 '],
  ['a date to come', { lastChecked: '2027-01-01' }, 'DVC-C230 /lastChecked'],
  ['a version that is none', { version: '1' }, 'DVC-C108 /version'],
])('%s', async (_, more, expected) => {
  expect(await found(more)).toEqual([expected]);
});

test('what is wrong with the table itself is told without its form, too', async () => {
  expect(await found({ cases: { permanent: [{ ...fee, kind: 'tax', quantity: { var: '/peopleCount' } }] } }, `${schemas}/code-lists`)).toEqual(['DVC-C401 /for', 'DVC-C105 /cases/permanent/0/kind']);
});
