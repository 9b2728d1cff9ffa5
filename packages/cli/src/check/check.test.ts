import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dispatch } from '../dispatch.js';
import { RULES } from './rules.js';

const cwd = new URL('../../fixtures/seeded/', import.meta.url).pathname;
async function dvc(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const status = await dispatch(args, { cwd, out: (text) => { said.out += text; }, err: (text) => { said.err += text; } });
  return { status, ...said };
}

test('an error ends with 1, line by line, with what to do; in English too', async () => {
  const file = '01-hon-nhan-dieu-kien-sai-gia-tri/broken.yaml';
  const { status, out } = await dvc('check', file, '--today', '2026-11-21');
  expect(status).toBe(1);
  expect(out).toMatch(/^01-hon-nhan-dieu-kien-sai-gia-tri\/broken\.yaml:\d+:\d+ {2}(lỗi|nên sửa|gợi ý) {2}DVC-C\d{3} {2}.+\. – .+\.$/m);
  expect(out).toMatch(/\n1 biểu mẫu: 1 lỗi, 0 chỗ nên sửa, 3 gợi ý\. Cần sửa hết lỗi trước khi công bố\.\n$/);
  expect((await dvc('check', file, '--today', '2026-11-21', '--lang', 'en')).out).toMatch(/ {2}error {2}DVC-C201 {2}This condition can never hold: \/status can be "single", "married", "divorced", "widowed", never "da-ly-hon"\. – /);
});

test('warnings and hints end with 0; a folder is walked, and scenarios are no forms', async () => {
  expect(await dvc('check', '16-mai-tang-o-danh-dau-bat-buoc/broken.yaml', '--today', '2026-11-21')).toMatchObject({ status: 0, out: expect.stringMatching(/1 biểu mẫu: 0 lỗi, 1 chỗ nên sửa, \d gợi ý\. Có thể công bố\.\n$/) as string });
  expect(await dvc('check', '01-hon-nhan-dieu-kien-sai-gia-tri')).toMatchObject({ status: 1, out: expect.stringMatching(/\n2 biểu mẫu: 1 lỗi/) as string });
  expect((await dvc('check', '../check/clean.yaml', '../check/clean.scenarios.yaml', '--today', '2026-11-21')).status).toBe(1);
  expect((await dvc('check', '../check', '--today', '2026-11-21')).out).not.toMatch(/scenarios\.yaml:1:1 {2}lỗi {2}DVC-C103/);
});

test('the machine form has every finding with its place, rule and sentences', async () => {
  const { status, out } = await dvc('check', '23-ruou-muc-thu-co-dau-cham/broken.yaml', '--json', '--today', '2026-11-21');
  const made = JSON.parse(out) as { files: string[]; findings: Record<string, unknown>[]; error: number; warning: number };
  expect([status, made.files.length, made.error, made.warning]).toEqual([1, 1, 1, 0]);
  expect(made.findings.find(({ level }) => level === 'error')).toEqual({
    file: made.files[0], path: '/fees/0/amount', line: 61, column: 5, code: 'DVC-C239', level: 'error', rule: 'fee-amount',
    what: 'Mức thu 400.5 không phải là số tiền đồng hợp lệ.', todo: 'Ghi số nguyên không âm, tính bằng đồng, không có dấu chấm.',
  });
});

test('what cannot be run ends with 2 and says why', async () => {
  for (const args of [['check'], ['check', 'khong-co.yaml'], ['check', '--la'], ['check', 'x', '--lang', 'fr'], ['la'], []]) expect([args, (await dvc(...args)).status]).toEqual([args, 2]);
  expect((await dvc('check', mkdtempSync(join(tmpdir(), 'dvc-check-')))).err).toContain('không có biểu mẫu nào');
  expect([(await dvc('--help')).status, (await dvc('check', '--help')).status]).toEqual([0, 0]);
});

test('lists its rules', async () => {
  expect((await dvc('check', '--rules')).out.trim().split('\n').length).toBe(RULES.size);
  expect((JSON.parse((await dvc('check', '--rules', '--json', '--lang', 'en')).out) as unknown[]).length).toBe(RULES.size);
});

test.each(['null', '"x"', '[1]', '{"schema":{"type":"object","properties":{"a":{"when":5},"b":null,"c":true}}}', '{"schema":{"properties":[],"allOf":{}},"steps":{},"papers":[null,1],"fees":[[]],"procedure":{"cases":[null]},"translations":{"en":[]}}', '{"schema":{"properties":{"a":{"properties":{"a":{"$ref":"#"}}}}}}'])('no data makes it throw: %s', async (text) => {
  const file = join(mkdtempSync(join(tmpdir(), 'dvc-check-')), 'x.json');
  writeFileSync(file, text);
  const { status, out } = await dvc('check', file);
  expect([status, /DVC-C\d{3}/.test(out)]).toEqual([1, true]);
});

test('a text without its translation is told as a line to copy, which names the place in the author’s own file', async () => {
  const form = (added = '') => `kind: form
id: thu
version: 1.0.0
title: Đơn
schema:
  type: object
  properties:
    kind: { type: string, title: Loại, oneOf: [{ const: a, title: Một }, { const: b, title: Hai }] }
    more: { type: string, title: "Nói rõ: “gì”", maxLength: 50, when: { kind: b } }
  unevaluatedProperties: false
translations:
  en:
    /title: { of: Đơn, text: Form }
    /schema/properties/kind/title: { of: Loại, text: Kind }
    /schema/properties/kind/oneOf/0/title: { of: Một, text: One }
    /schema/properties/kind/oneOf/1/title: { of: Hai, text: Two }
${added}`;
  const file = join(mkdtempSync(join(tmpdir(), 'dvc-check-')), 'thu.yaml');
  writeFileSync(file, form());
  const { out } = await dvc('check', file);
  const line = /DVC-C144 {2}Chưa dịch câu “Nói rõ: “gì””\. – Thêm vào dưới dòng này: `(.+)`, thay … bằng bản dịch\./.exec(out)?.[1];
  expect(line).toBe('/schema/properties/more/title: { of: "Nói rõ: “gì”", text: "…" }');
  writeFileSync(file, form(`    ${line!.replace('…"', 'Say what"')}\n`));
  expect((await dvc('check', file)).out).not.toMatch(/DVC-C14[234]/);
});
