import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Json, JsonSchema } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node';
import { checkFile } from '../check/index.js';
import { dispatch } from '../dispatch.js';
import { readSource } from '../source/read.js';

const root = new URL('../../../..', import.meta.url).pathname;
async function dvc(cwd: string, ...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const status = await dispatch(args, { cwd, out: (text) => { said.out += text; }, err: (text) => { said.err += text; } });
  return { status, ...said };
}
const place = () => mkdtempSync(join(tmpdir(), 'dvc-new-'));
const schemaAt = (folder: string) => {
  const schema = JSON.parse(readFileSync(join(folder, 'form-source.schema.json'), 'utf8')) as JsonSchema;
  const authority = ajvAuthority();
  return (value: unknown): boolean => authority.accepts(schema, value as Json).valid;
};

test.each([['don-gian', 'yaml'], ['nhieu-buoc', 'yaml'], ['don-gian', 'json'], ['nhieu-buoc', 'json']])('a form from the template %s (%s) has no error, and the editor accepts it', async (template, format) => {
  const folder = place();
  const warned = vi.spyOn(process, 'emitWarning');
  const { status, out } = await dvc(folder, 'new', 'thu/bieu-mau', '--from', template, '--title', 'Đơn: "thử" #1', ...(format === 'json' ? ['--json'] : []));
  const file = join(folder, 'thu/bieu-mau', `1.0.0.${format}`);
  expect([status, out]).toEqual([0, `Đã tạo thu/bieu-mau/1.0.0.${format}.\nMở tệp này để sửa, rồi chạy:\n  dvc check thu/bieu-mau/1.0.0.${format}\n  dvc preview thu/bieu-mau/1.0.0.${format}\n`]);
  // The reader of YAML has something to say of the braces of a template, to nobody who could use it.
  expect(warned).not.toHaveBeenCalled();
  warned.mockRestore();
  const findings = await checkFile(file);
  // What a template cannot know is marked as unverified: the check says so until somebody has looked.
  expect(new Set(findings.filter(({ level }) => level !== 'info').map(({ code }) => code))).toEqual(new Set(template === 'nhieu-buoc' ? ['DVC-C146', 'DVC-C243'] : []));
  const { value } = readSource(file);
  expect(value).toMatchObject({ id: 'thu/bieu-mau', version: '1.0.0', title: 'Đơn: "thử" #1' });
  expect(schemaAt(folder)(value)).toBe(true);
});

test('the editor refuses a `when` that is not well written', async () => {
  const folder = place();
  await dvc(folder, 'new', 'a');
  const accepts = schemaAt(folder);
  const form = (when: unknown) => ({ kind: 'form', id: 'a', version: '1.0.0', title: 'A', schema: { type: 'object', properties: { b: { type: 'string', when } } } });
  expect([accepts(form({ a: 'x' })), accepts(form([{ a: { has: 'x' } }])), accepts(form('a = x')), accepts(form({ a: { equals: 'x' } })), accepts(form({}))]).toEqual([true, true, false, false, false]);
});

test('an existing form is copied, by file or by id, with its comments', async () => {
  const folder = place();
  await dvc(folder, 'new', 'mau/goc');
  expect((await dvc(folder, 'new', 'mau/moi', '--from', 'mau/goc', '--version', '2.0.0')).status).toBe(0);
  const text = readFileSync(join(folder, 'mau/moi/2.0.0.yaml'), 'utf8');
  expect([text.split('\n')[0], text.includes('# Trường này chỉ hiện khi')]).toEqual(['# yaml-language-server: $schema=../../form-source.schema.json', true]);
  expect((await checkFile(join(folder, 'mau/moi/2.0.0.yaml'))).filter(({ level }) => level !== 'info')).toEqual([]);
  expect((await dvc(folder, 'new', 'hen', '--from', join(root, 'schemas/forms/mot-cua/dang-ky-lich-hen/1.0.0.json'))).status).toBe(0);
  expect(readSource(join(folder, 'hen/1.0.0.yaml')).value).toMatchObject({ id: 'hen', title: 'Đăng ký lịch hẹn làm việc' });
});

test('nothing is written over, and what is asked wrongly is said', async () => {
  const folder = place();
  await dvc(folder, 'new', 'a');
  const before = readFileSync(join(folder, 'a/1.0.0.yaml'), 'utf8');
  for (const [args, said] of [
    [['a', '--json'], /Đã có tệp a\/1\.0\.0\.yaml/], [['Mẫu 1'], /Mã "Mẫu 1" không hợp lệ/], [['../x'], /không hợp lệ/], [['b', '--from', 'khong-co'], /Mẫu có sẵn: don-gian, nhieu-buoc/], [['b', '--version', '1'], /Phiên bản "1"/], [[], /Cách dùng/], [['b', '--la'], /Cách dùng/],
  ] as [string[], RegExp][]) {
    const { status, err } = await dvc(folder, 'new', ...args);
    expect([status, said.test(err), err]).toEqual([2, true, err]);
  }
  expect(readFileSync(join(folder, 'a/1.0.0.yaml'), 'utf8')).toBe(before);
});
