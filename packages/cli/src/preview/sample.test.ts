import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerIssues, startForm } from '@dvc/core';
import { compilePlan, type FormDocument } from '@dvc/schema';
import { openDocument } from '../source/open.js';
import { codesIn } from './code-lists.js';
import { sampleOf } from './sample.js';

const root = new URL('../../../..', import.meta.url).pathname;
const options = { today: '2026-11-21', codes: codesIn(`${root}/schemas/code-lists`) };
const seeded = `${root}/packages/cli/fixtures/seeded`;
const files = [
  ...['ho-tich/dang-ky-khai-sinh', 'cu-tru/thay-doi-thong-tin-cu-tru', 'mot-cua/dang-ky-lich-hen', 'xuat-nhap-canh/to-khai-ho-chieu'].map((name) => `${root}/schemas/forms/${name}/1.0.0.json`),
  ...readdirSync(seeded).filter((name) => /^\d/.test(name)).map((name) => `${seeded}/${name}/clean.yaml`),
];

test.each(files.map((file) => [file.slice(root.length), file]))('%s: a complete sample can be sent as it is', (_, file) => {
  const plan = compilePlan(openDocument(file).value as FormDocument);
  const data = sampleOf(plan, options);
  expect(answerIssues(startForm(plan, { data, today: options.today, defaults: true })).map(({ path, code }) => `${path} ${code}`)).toEqual([]);
});

test('reads the codes of a list and of its part', () => {
  expect(options.codes('provinces')).toContain('01');
  expect(options.codes('communes', '01').length).toBe((JSON.parse(readFileSync(`${root}/schemas/code-lists/communes/01.json`, 'utf8')) as { items: unknown[] }).items.length);
  expect([options.codes('khong-co'), options.codes('../api/openapi')]).toEqual([[], []]);
});
