// What a portal developer installs: the packed SDK alone, in a folder that knows nothing of this project.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'dvc-packed-'));
const npm = (cwd: string, ...args: string[]) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });

const SETTINGS = { target: 'ES2022', module: 'NodeNext', lib: ['ES2022', 'DOM'], types: [], strict: true, noEmit: true };

/** The compiler's complaints about one file that a developer writes there. */
function compile(name: string, code: string, settings: object = {}): string {
  writeFileSync(join(folder, name), code);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...SETTINGS, ...settings }, files: [name] }));
  try {
    return execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

beforeAll(() => {
  const [{ filename }] = JSON.parse(npm(join(root, 'packages/sdk'), 'pack', '--json', '--ignore-scripts', '--pack-destination', folder)) as [{ filename: string }];
  writeFileSync(join(folder, 'package.json'), '{ "name": "portal", "private": true, "type": "module" }');
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${filename}`);
  cpSync(join(root, 'schemas/forms/mot-cua/dang-ky-lich-hen/1.0.0.d.ts'), join(folder, 'booking.d.ts'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed SDK', () => {
  const use = `
    import { defineForm, type FormData, type FormElement } from '@dvc/sdk';
    import type { FormData as Booking, FormPath } from './booking.js';
    const person = defineForm({ type: 'object', required: ['name'], properties: { name: { type: 'string' }, sex: { enum: ['male', 'female'] } } });
    type Person = FormData<typeof person.schema>;
    export const right: Person = { name: 'Trần Thị Hoà', sex: 'female' };
    person.attach(document.querySelector('dvc-form')!).addEventListener('dvc-submit', ({ detail }) => detail.answers.name.length);
    document.querySelector<FormElement<Booking, FormPath>>('dvc-form')!.addEventListener('dvc-submit', ({ detail }) => detail.answers.phone.length);
  `;

  test('types what a developer writes, by itself: its declarations are whole', () => {
    expect(compile('right.ts', use)).toBe('');
    expect(compile('right.ts', use, { module: 'ESNext', moduleResolution: 'Bundler', skipLibCheck: true })).toBe('');
  }, 120_000);

  test('refuses what is wrong, and a function that the entry does not have', () => {
    const said = compile('wrong.ts', `${use}
      import { defineForm as other } from '@dvc/sdk/pure';
      export const wrong: Person = { name: 'A', sex: 'x' };
      document.querySelector<FormElement<Booking, FormPath>>('dvc-form')!.resolveSubmit([{ path: '/phoen', code: 'taken', params: {} }]);
    `, { skipLibCheck: true });
    expect(said.match(/error TS\d+/g)).toEqual(['error TS2724', 'error TS2322', 'error TS2820']);
  }, 120_000);
});
