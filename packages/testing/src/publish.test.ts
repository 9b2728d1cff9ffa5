// The officer's last step with a running back end: what `dvc publish` writes is served and judged without a restart, and what began before ends under the version it began with.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, type DvcServer } from '@dvc/server';
import { parseFormIndex } from '@dvc/schema/node';
import { smallBody, smallForm } from './campaigns/submissions-form.js';
import { emptyDatabase } from './campaigns/submissions-template.js';

const root = join(import.meta.dirname, '../../..');
const cache = join(root, '.cache/test-publish');
const dir = mkdtempSync(join(tmpdir(), 'dvc-officer-'));
const formsDir = join(dir, 'forms');
const program = join(cache, 'dvc.mjs');
const logged: string[] = [];
let clock = '2026-11-21T02:30:00Z';
let server: DvcServer;

/** The command line itself, in a process of its own. */
const dvc = (...args: string[]): Promise<{ status: number; said: string }> => new Promise((done) => {
  execFile(process.execPath, [program, ...args], { cwd: dir }, (error, out, err) => { done({ status: Number(error?.code ?? 0), said: out + err }); });
});
const source = (name: string, form: object): string => {
  writeFileSync(join(dir, name), JSON.stringify(form));
  return name;
};
const fetched = async (version: string) => {
  const { statusCode, body } = await server.app.inject({ url: `/forms/${smallForm.id}/${version}.json` });
  return statusCode === 200 ? (JSON.parse(body) as typeof smallForm).version : statusCode;
};

beforeAll(async () => {
  await build({
    entryPoints: [join(root, 'packages/cli/src/main.ts')], outfile: program, bundle: true, format: 'esm', platform: 'node', target: 'node20', conditions: ['@dvc/source'],
    plugins: [{
      // Ours inside, packages outside, each by the file that its own importer means.
      name: 'outside',
      setup: (made) => made.onResolve({ filter: /^[^.]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (kind === 'entry-point' || path.startsWith('@dvc/') || isBuiltin(path) || pluginData === 'asked') return undefined;
        const found = await made.resolve(path, { kind, importer, resolveDir, pluginData: 'asked' });
        return found.errors.length > 0 ? found : { path: pathToFileURL(found.path).href, external: true };
      }),
    }],
  });
  await emptyDatabase(join(dir, 'data'), join(root, '.cache/test-server'));
  server = await createServer({ dataDir: join(dir, 'data'), formsDir, schemasDir: join(root, 'schemas'), now: () => new Date(clock), log: { write: (line) => { logged.push(line); } } });
});
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

test('published, served, replaced; a dossier that began under the first version is taken under it', async () => {
  expect(await fetched('latest')).toBe(404);
  expect(await dvc('publish', source('v1.json', smallForm), 'forms', '--valid-from', '2026-11-01')).toMatchObject({ status: 0 });
  expect([await fetched('latest'), await fetched('1.0.0')]).toEqual(['1.0.0', '1.0.0']);

  const cookie = String((await server.app.inject({ url: '/api/v1/time' })).headers['set-cookie']).split(';')[0]!;
  const submit = async (key: string, version: string, answers: { fullName: string; reason?: string }) => (await server.app.inject({
    method: 'POST', url: '/api/v1/dossiers', payload: { ...smallBody(answers, clock.slice(0, 10)), document: { id: smallForm.id, version } },
    headers: { cookie, 'x-dvc': '1', 'idempotency-key': key },
  })).statusCode;

  // A reason becomes required, from the first of December.
  const { schema } = smallForm;
  const second = { ...smallForm, version: '2.0.0', schema: { ...schema, required: ['fullName', 'reason'], properties: { ...schema.properties as object, reason: { type: 'string', title: 'Lý do', minLength: 1 } } }, steps: [{ id: 'all', title: 'Thông tin', fields: ['/agency', '/fullName', '/copies', '/reason'] }] };
  expect(await dvc('publish', source('v2.json', second), 'forms', '--valid-from', '2026-12-01')).toMatchObject({ status: 0 });
  expect([await fetched('latest'), await fetched('2.0.0')]).toEqual(['1.0.0', 404]);
  expect(await submit('10000000-0000-4000-8000-000000000001', '2.0.0', { fullName: 'Nguyễn Văn An', reason: 'Việc riêng' })).toBe(404);

  clock = '2026-12-01T02:30:00Z';
  expect([await fetched('latest'), await fetched('1.0.0'), await fetched('2.0.0')]).toEqual(['2.0.0', '1.0.0', '2.0.0']);
  expect(await submit('10000000-0000-4000-8000-000000000002', '1.0.0', { fullName: 'Nguyễn Văn An' })).toBe(201);
  expect(await submit('10000000-0000-4000-8000-000000000003', '2.0.0', { fullName: 'Nguyễn Văn An' })).toBe(422);
  expect(await submit('10000000-0000-4000-8000-000000000004', '2.0.0', { fullName: 'Nguyễn Văn An', reason: 'Việc riêng' })).toBe(201);
});

test('two officers at once lose nothing, and a version is published once', async () => {
  const forms = ['mot', 'hai'].map((name) => source(`${name}.json`, { ...smallForm, id: `hai-nguoi/${name}` }));
  const same = ['A', 'B'].map((title) => source(`${title}.json`, { ...smallForm, id: 'hai-nguoi/chung', title }));
  const done = await Promise.all([...forms, ...same].map((file) => dvc('publish', file, 'forms', '--valid-from', '2026-11-01')));
  expect(done.map(({ status }) => status).sort()).toEqual([0, 0, 0, 1]);
  const index = parseFormIndex(readFileSync(join(formsDir, 'index.json'), 'utf8'));
  expect(Object.keys(index).filter((id) => id.startsWith('hai-nguoi/')).sort()).toEqual(['hai-nguoi/chung', 'hai-nguoi/hai', 'hai-nguoi/mot']);
  const { forms: listed } = (await server.app.inject({ url: '/forms/index.json' })).json<{ forms: { id: string }[] }>();
  expect(listed.filter(({ id }) => id.startsWith('hai-nguoi/')).length).toBe(3);
  expect(logged.filter((line) => line.includes('not what was published'))).toEqual([]);
});
