// Fee tables of a host are files, as forms are: one that is dropped in, changed or removed takes effect at the next request.
import { statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeeTable } from '@dvc/schema';
import { parseStrictJson } from './json-body.js';

export interface FeeTables {
  /** The tables of one form, in the order of their files. `mark` changes when one of them does. */
  of(formId: string): Promise<{ mark: string; tables: readonly FeeTable[] }>;
  /** @throws Error naming every file that is no table: which form it was meant for is not known, so nobody may be charged without it */
  check(): Promise<void>;
}

interface Held { mark: string; table?: FeeTable; problem?: string }

const maxBytes = 1024 * 1024;
const none: FeeTables = { of: async () => ({ mark: '', tables: [] }), check: async () => {} };

/**
 * @param dir a flat folder of JSON files; undefined: the amounts are the documents' own
 * @throws Error when there is no such folder: its amounts would silently not count
 */
export function openFeeTables(dir: string | undefined, log: (message: string, about: object) => void): FeeTables {
  if (dir === undefined) return none;
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`the folder of fee tables ${dir} does not exist`);
  let held: ReadonlyMap<string, Held> = new Map();

  /** A file that breaks while the server runs is told of once, and its last good content stays. */
  async function look(name: string): Promise<[string, Held][]> {
    const facts = await stat(join(dir!, name)).catch(() => undefined);
    if (!facts?.isFile()) return [];
    const mark = `${name}:${facts.mtimeMs}:${facts.size}:${facts.ino}`;
    const before = held.get(name);
    if (before?.mark === mark) return [[name, before]];
    try {
      const value = facts.size > maxBytes ? undefined : parseStrictJson((await readFile(join(dir!, name), 'utf8')).replace(/^\uFEFF/, ''));
      const table = value as unknown as FeeTable | undefined;
      if (typeof table?.for !== 'string') throw new Error(`expected an object with \`for\`, of at most ${maxBytes} bytes`);
      return [[name, { mark, table }]];
    } catch (error) {
      const problem = (error as Error).message;
      log('broken fee table', { name, problem });
      return [[name, { ...before, mark, problem }]];
    }
  }

  async function all(): Promise<Held[]> {
    const names = (await readdir(dir!)).filter((name) => name.endsWith('.json')).sort();
    held = new Map((await Promise.all(names.map(look))).flat());
    return [...held.values()];
  }

  return {
    async of(formId) {
      const found = (await all()).filter(({ table }) => table?.for === formId);
      return { mark: found.map(({ mark }) => mark).join(), tables: found.map(({ table }) => table!) };
    },
    async check() {
      await all();
      const broken = [...held].filter(([, { problem }]) => problem !== undefined);
      if (broken.length > 0) throw new Error(`broken fee tables in ${dir}: ${broken.map(([name, { problem }]) => `${name}: ${problem}`).join('; ')}`);
    },
  };
}
