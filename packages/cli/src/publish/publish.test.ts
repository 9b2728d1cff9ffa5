import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { smallForm } from '@dvc/testing/campaigns/submissions-form.js';
import { compareVersions, parseFormIndex } from '@dvc/schema/node';
import { run } from './index.js';
import { FolderBusy, withLock } from './lock.js';
import { BadIndex, nextVersion, publishDocument } from './publish.js';
import { withVersion } from './source-version.js';

const root = mkdtempSync(join(tmpdir(), 'dvc-publish-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = join(root, 'forms');
const { id } = smallForm;
const now = () => new Date('2026-11-21T02:30:00Z');
const of = (version: string, title = smallForm.title, name = id) => ({ ...smallForm, id: name, version, title });
const indexOf = () => parseFormIndex(readFileSync(join(folder, 'index.json'), 'utf8'));
const lock = join(folder, '.dvc-publish.lock');

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});

describe('publishing', () => {
  test('writes a version that nobody can write to, and its hash into the index; leaves nothing else', async () => {
    const outcome = await publishDocument(of('1.0.0'), { folder, now });
    const file = join(folder, id, '1.0.0.json');
    const text = readFileSync(file, 'utf8');
    const entry = { sha256: createHash('sha256').update(text).digest('hex'), validFrom: '2026-11-21', publishedAt: '2026-11-21T02:30:00.000Z', title: smallForm.title };
    expect(outcome).toEqual({ kind: 'published', file, entry });
    expect(indexOf()).toEqual({ [id]: { '1.0.0': entry } });
    expect(JSON.parse(text)).toEqual(of('1.0.0'));
    expect(statSync(file).mode & 0o222).toBe(0);
    expect(readdirSync(folder, { recursive: true }).filter((name) => /tmp|lock/.test(String(name)))).toEqual([]);
  });

  test('the same content again is no harm, another under the same version is refused and changes nothing', async () => {
    await publishDocument(of('1.0.0'), { folder, now });
    const before = readFileSync(join(folder, id, '1.0.0.json'), 'utf8');
    expect((await publishDocument(of('1.0.0'), { folder, now: () => new Date('2027-01-01T00:00:00Z'), validFrom: '2027-05-05' })).kind).toBe('already');
    expect((await publishDocument(of('1.0.0', 'Khác'), { folder, now })).kind).toBe('taken');
    expect(readFileSync(join(folder, id, '1.0.0.json'), 'utf8')).toBe(before);
    expect(indexOf()[id]!['1.0.0']!.validFrom).toBe('2026-11-21');
  });

  test('what was in the folder before it had an index stays offered', async () => {
    mkdirSync(join(folder, id), { recursive: true });
    writeFileSync(join(folder, id, '1.0.0.json'), JSON.stringify(of('1.0.0')));
    writeFileSync(join(folder, id, '1.0.0.scenarios.json'), '{}');
    utimesSync(join(folder, id, '1.0.0.json'), now(), now());
    await publishDocument(of('1.1.0'), { folder, now });
    expect(Object.keys(indexOf()[id]!)).toEqual(['1.0.0', '1.1.0']);
    expect(indexOf()[id]!['1.0.0']).toMatchObject({ validFrom: '2026-11-21', sha256: createHash('sha256').update(JSON.stringify(of('1.0.0'))).digest('hex') });
  });

  test('a publisher killed between the index and the file is finished by a repeat; nobody else takes its place', async () => {
    await publishDocument(of('1.0.0'), { folder, now });
    rmSync(join(folder, id, '1.0.0.json'));
    expect((await publishDocument(of('1.0.0', 'Khác'), { folder, now })).kind).toBe('taken');
    expect((await publishDocument(of('1.0.0'), { folder, now })).kind).toBe('published');
    expect(existsSync(join(folder, id, '1.0.0.json'))).toBe(true);
  });

  test('twenty at once lose no entry, and of two contents under one version one wins', async () => {
    const versions = Array.from({ length: 20 }, (_, i) => `1.${i}.0`);
    await Promise.all(versions.map((version, i) => publishDocument(of(version, 'Tên', i % 2 ? id : 'khac/mot'), { folder, now })));
    expect(Object.values(indexOf()).flatMap((each) => Object.keys(each)).length).toBe(20);
    const kinds = await Promise.all(['A', 'B', 'C'].map(async (title) => (await publishDocument(of('9.0.0', title), { folder, now })).kind));
    expect(kinds.sort()).toEqual(['published', 'taken', 'taken']);
  });

  test('an index that cannot be read is not written over', async () => {
    writeFileSync(join(folder, 'index.json'), '{ "forms": ');
    await expect(publishDocument(of('1.0.0'), { folder, now })).rejects.toThrow(BadIndex);
    expect(readFileSync(join(folder, 'index.json'), 'utf8')).toBe('{ "forms": ');
  });
});

describe('the lock', () => {
  test('of a living publisher is waited for, of one that died or hangs it is left behind', async () => {
    await withLock(folder, async () => {
      await expect(withLock(folder, async () => 1, { wait: 150 })).rejects.toThrow(FolderBusy);
    });
    writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 + 12345, host: (await import('node:os')).hostname(), token: 'x' }));
    expect(await withLock(folder, async () => 2, { wait: 500 })).toBe(2);
    writeFileSync(lock, JSON.stringify({ pid: 1, host: 'may-khac', token: 'x' }));
    await expect(withLock(folder, async () => 3, { wait: 150 })).rejects.toThrow(FolderBusy);
    utimesSync(lock, new Date(0), new Date(0));
    expect(await withLock(folder, async () => 4, { wait: 500 })).toBe(4);
    expect(existsSync(lock)).toBe(false);
  });

  test('many who find the same dead lock do not work at the same time', async () => {
    writeFileSync(lock, 'x');
    utimesSync(lock, new Date(0), new Date(0));
    let inside = 0;
    let most = 0;
    await Promise.all(Array.from({ length: 10 }, () => withLock(folder, async () => {
      most = Math.max(most, ++inside);
      await new Promise((done) => { setTimeout(done, 5); });
      inside--;
    })));
    expect(most).toBe(1);
  });
});

describe('versions', () => {
  const version = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.boolean()).map(([a, b, c, pre]) => `${a}.${b}.${c}${pre ? '-rc.1' : ''}`);
  test('the next one is above all that were published', () => {
    fc.assert(fc.property(fc.array(version, { minLength: 1 }), fc.constantFrom('major', 'minor', 'patch'), (all, level) => {
      const next = nextVersion(all, '1.0.0', level as 'major');
      return all.every((each) => compareVersions(each, next) < 0);
    }));
    expect(nextVersion([], '1.0.0', 'minor')).toBe('1.0.0');
    expect(nextVersion(['1.2.3'], '1.0.0', 'minor')).toBe('1.3.0');
  });

  test.each([['version: 1.0.0 # ghi chú\ntitle: x\n', 'version: 1.1.0 # ghi chú\ntitle: x\n'], ['{ "version": "1.0.0", "x": {"version": "9"} }', '{ "version": "1.1.0", "x": {"version": "9"} }'], ["x:\n  version: 2\nversion: '1.0.0'\n", "x:\n  version: 2\nversion: '1.1.0'\n"], ['title: x\n', undefined]])('is written into %j', (before, after) => {
    expect(withVersion(before, '1.1.0')).toBe(after);
  });
});

describe('the command', () => {
  const file = join(root, 'to-khai.json');
  const write = (form: object) => writeFileSync(file, JSON.stringify(form, null, 2));
  const call = async (...args: string[]) => {
    let out = '';
    let err = '';
    const status = await run(args, { cwd: root, out: (text) => { out += text; }, err: (text) => { err += text; } }, now);
    return { status, out, err };
  };

  test('publishes, says since when, says it again, and says what to do about a version that is taken', async () => {
    write(of('1.0.0'));
    const first = await call('to-khai.json', 'forms');
    expect([first.status, first.err]).toEqual([0, '']);
    expect(first.out).toContain(`Đã công bố ${id} 1.0.0.`);
    expect(first.out).toContain('có hiệu lực ngay');
    expect((await call('to-khai.json', 'forms')).out).toContain('đã được công bố từ trước');
    write(of('1.0.0', 'Sửa'));
    const taken = await call('to-khai.json', 'forms');
    expect([taken.status, taken.err.includes('Đổi "version" trong tệp thành 1.1.0')]).toEqual([1, true]);
    const next = await call('to-khai.json', 'forms', '--next', 'minor', '--valid-from', '2026-12-01');
    expect(next.out).toContain('có hiệu lực từ ngày 01/12/2026');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(of('1.1.0', 'Sửa'));
    expect(indexOf()[id]!['1.1.0']!.validFrom).toBe('2026-12-01');
    expect((await call('to-khai.json', 'forms', '--lang', 'en')).out).toContain('was already published');
  });

  test('a broken form is not published, and nothing is written by --dry-run or a wrong call', async () => {
    write({ ...of('1.0.0'), schema: { type: 'object', properties: { a: { type: 'strin' } } } });
    const broken = await call('to-khai.json', 'forms');
    expect([broken.status, broken.err.includes('Chưa công bố')]).toEqual([1, true]);
    write(of('1.0.0'));
    expect((await call('to-khai.json', 'forms', '--dry-run')).status).toBe(0);
    for (const args of [['to-khai.json'], ['to-khai.json', 'forms', '--next', 'x'], ['to-khai.json', 'forms', '--valid-from', '2026-02-30'], ['to-khai.json', 'forms', '--oops']]) expect((await call(...args)).status).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder that cannot be written is said so', async () => {
    write(of('1.0.0'));
    const { status, err } = await call('to-khai.json', 'to-khai.json/forms');
    expect([status, err.includes('không ghi được')]).toEqual([2, true]);
  });
});
