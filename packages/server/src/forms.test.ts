import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { smallForm } from '@dvc/testing/campaigns/submissions-form.js';
import { compareVersions } from '@dvc/schema/node';
import { openForms, type FormLibrary } from './forms.js';
import { createJudge } from './judge.js';

const dir = mkdtempSync(join(tmpdir(), 'dvc-forms-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const logged: object[] = [];
let forms: FormLibrary;
let checks = 0;
const judge = createJudge();
const drop = (path: string, content: unknown) => {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), typeof content === 'string' ? content : JSON.stringify(content));
};
const folder = smallForm.id;

beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  logged.length = 0;
  checks = 0;
  forms = openForms(dir, (value) => { checks++; return judge.prepare(value); }, (_message, about) => logged.push(about));
});

describe('form documents on disk', () => {
  test('one that is dropped in is served at once, a changed one changes, a removed one goes', async () => {
    expect(await forms.get(folder, '1.0.0')).toBe(undefined);
    expect(await forms.index()).toEqual([]);
    drop(`${folder}/1.0.0.json`, smallForm);
    const first = await forms.get(folder, '1.0.0');
    expect(first?.document?.title).toBe(smallForm.title);
    expect(await forms.index()).toEqual([{ id: folder, version: '1.0.0', kind: 'form', title: smallForm.title, procedure: '0.000000', href: `${folder}/1.0.0.json` }]);
    drop(`${folder}/1.0.0.json`, { ...smallForm, title: 'Tên khác' });
    const second = await forms.get(folder, '1.0.0');
    expect([second?.document?.title, second?.etag === first?.etag]).toEqual(['Tên khác', false]);
    rmSync(join(dir, folder), { recursive: true });
    expect(await forms.get(folder, '1.0.0')).toBe(undefined);
  });

  test('an untouched or merely touched file is not compiled again', async () => {
    drop(`${folder}/1.0.0.json`, smallForm);
    const first = await forms.get(folder, '1.0.0');
    utimesSync(join(dir, folder, '1.0.0.json'), new Date(), new Date(Date.now() + 5000));
    expect(await forms.get(folder, '1.0.0')).toBe(first);
    await forms.index();
    expect(checks).toBe(1);
  });

  test('latest is the highest version that is sound', async () => {
    for (const version of ['1.2.0', '1.10.0', '1.10.1-rc.1']) drop(`${folder}/${version}.json`, { ...smallForm, version });
    expect((await forms.get(folder, 'latest'))?.version).toBe('1.10.1-rc.1');
    drop(`${folder}/1.10.1.json`, '{ broken');
    expect((await forms.get(folder, 'latest'))?.version).toBe('1.10.1-rc.1');
    drop('chi-co/ban-hong/1.0.0.json', '{ broken');
    expect((await forms.get('chi-co/ban-hong', 'latest'))?.problems.length).toBe(1);
  });

  test.each([
    ['not JSON', '{', 'json'], ['a duplicate key', JSON.stringify(smallForm).replace('{', '{"id":"x",'), 'json'], ['an unknown keyword', { ...smallForm, schema: { ...smallForm.schema, sometimes: 1 } }, undefined],
    ['another id than its place', { ...smallForm, id: 'noi/khac' }, 'misplaced'], ['another version', { ...smallForm, version: '9.9.9' }, 'misplaced'], ['too large', 'x'.repeat(1024 * 1024 + 1), 'limit'],
    ['an evil pattern', { ...smallForm, schema: { ...smallForm.schema, properties: { fullName: { type: 'string', title: 'x', pattern: '^(a+)+$' } } } }, undefined],
  ])('%s is refused with problems, logged once, and not listed', async (_name, content, code) => {
    drop(`${folder}/1.0.0.json`, content);
    const form = await forms.get(folder, '1.0.0');
    expect(form?.document).toBe(undefined);
    expect(form?.problems.length).toBeGreaterThan(0);
    if (code) expect(form?.problems[0]?.code).toBe(code);
    await forms.get(folder, '1.0.0');
    expect(await forms.index()).toEqual([]);
    expect(logged.length).toBe(1);
  });

  test('scenario files and odd names are not documents', async () => {
    drop(`${folder}/1.0.0.json`, smallForm);
    for (const name of ['1.0.0.scenarios.json', 'README.md', '1.0.json', 'latest.json']) drop(`${folder}/${name}`, smallForm);
    drop('top.json', smallForm);
    expect((await forms.index()).length).toBe(1);
    for (const [id, version] of [[folder, '1.0.0.scenarios'], ['..', '1.0.0'], [`${folder}/..`, '1.0.0'], ['', '1.0.0'], [folder.toUpperCase(), '1.0.0']] as const) expect(await forms.get(id, version)).toBe(undefined);
  });
});

test('versions are compared as numbers, a pre-release before its release', () => {
  expect(['1.10.0', '1.9.9', '2.0.0-a', '2.0.0', '1.9.10'].sort(compareVersions)).toEqual(['1.9.9', '1.9.10', '1.10.0', '2.0.0-a', '2.0.0']);
});
