import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { smallForm } from '@dvc/testing/campaigns/submissions-form.js';
import { openForms, type FormLibrary } from './forms.js';
import { createJudge } from './judge.js';

const dir = mkdtempSync(join(tmpdir(), 'dvc-published-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const { id } = smallForm;
const judge = createJudge();
const logged: string[] = [];
let clock = '';
let forms: FormLibrary;

const write = (path: string, text: string) => {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), text);
};
/** A version on disk, and what the index has to say of it. */
function put(version: string, validFrom = '2026-01-01') {
  const text = JSON.stringify({ ...smallForm, version });
  write(`${id}/${version}.json`, text);
  return { [version]: { sha256: createHash('sha256').update(text).digest('hex'), validFrom, publishedAt: '', title: smallForm.title } };
}
const writeIndex = (versions: object) => write('index.json', JSON.stringify({ forms: { [id]: versions } }));

beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  logged.length = 0;
  clock = '2026-11-21T02:30:00Z';
  forms = openForms(dir, (value) => judge.prepare(value), (message) => { logged.push(message); }, () => new Date(clock));
});

describe('a folder with an index', () => {
  test('a version is offered from midnight in Việt Nam of its day, without a restart', async () => {
    writeIndex({ ...put('1.0.0'), ...put('2.0.0', '2026-12-01') });
    clock = '2026-11-30T16:59:59Z';
    expect((await forms.get(id, 'latest'))?.version).toBe('1.0.0');
    expect(await forms.get(id, '2.0.0')).toBe(undefined);
    expect((await forms.index()).map(({ version }) => version)).toEqual(['1.0.0']);
    clock = '2026-11-30T17:00:00Z';
    expect((await forms.get(id, 'latest'))?.version).toBe('2.0.0');
    expect((await forms.get(id, '1.0.0'))?.document?.version).toBe('1.0.0');
    expect((await forms.index()).map(({ version }) => version)).toEqual(['1.0.0', '2.0.0']);
  });

  test('a file that is not what was published is refused and told of once; an older one serves meanwhile', async () => {
    writeIndex({ ...put('1.0.0'), ...put('1.1.0') });
    write(`${id}/1.1.0.json`, JSON.stringify({ ...smallForm, version: '1.1.0', title: 'Sửa sau' }));
    const form = await forms.get(id, '1.1.0');
    await forms.get(id, '1.1.0');
    expect([form?.document, form?.problems.map(({ code }) => code)]).toEqual([undefined, ['changed-after-publishing']]);
    expect((await forms.get(id, 'latest'))?.version).toBe('1.0.0');
    expect(logged).toEqual(['form document is not what was published']);
    writeIndex({ ...put('1.0.0'), ...put('1.1.0') });
    expect((await forms.get(id, 'latest'))?.document?.version).toBe('1.1.0');
  });

  test('a version that the index does not name is not offered, nor one whose file is gone; other forms stay as they are', async () => {
    const first = put('1.0.0');
    writeIndex({ ...first, '1.2.0': { ...first['1.0.0'] } });
    put('1.1.0');
    write('noi/khac/3.0.0.json', JSON.stringify({ ...smallForm, id: 'noi/khac', version: '3.0.0' }));
    expect((await forms.get(id, 'latest'))?.version).toBe('1.0.0');
    expect([await forms.get(id, '1.1.0'), await forms.get(id, '1.2.0')]).toEqual([undefined, undefined]);
    expect((await forms.get('noi/khac', 'latest'))?.version).toBe('3.0.0');
  });

  test.each([['not JSON', '{'], ['without forms', '{}'], ['a hash that is none', JSON.stringify({ forms: { [id]: { '1.0.0': { sha256: 'x', validFrom: '2026-01-01' } } } })]])('an index that is %s leaves the last good one', async (_name, text) => {
    writeIndex({ ...put('1.0.0'), ...put('2.0.0', '2027-01-01') });
    expect((await forms.get(id, 'latest'))?.version).toBe('1.0.0');
    write('index.json', text);
    expect((await forms.get(id, 'latest'))?.version).toBe('1.0.0');
    await forms.get(id, 'latest');
    expect(logged).toEqual(['broken index of forms']);
    rmSync(join(dir, 'index.json'));
    expect((await forms.get(id, 'latest'))?.version).toBe('2.0.0');
  });

  test('names that every object has are no forms', async () => {
    writeIndex(put('1.0.0'));
    expect(await forms.get('constructor', 'latest')).toBe(undefined);
    expect(await forms.get(id, 'constructor')).toBe(undefined);
  });
});
