// Form documents are files. A file that is dropped in, changed or removed takes effect at the next request.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join as joinPath, sep } from 'node:path';
import type { FormDocument, Problem } from '@dvc/schema';
import { BadJson, parseStrictJson } from './json-body.js';

export interface StoredForm {
  id: string;
  version: string;
  /** The file as it is. */
  text: string;
  etag: string;
  /** Set when the document is sound. */
  document?: FormDocument;
  problems: Problem[];
}
export interface FormSummary { id: string; version: string; kind: string; title: string; procedure?: string; href: string }

/** Everything that is wrong with a document; it comes back when it can be filled and judged. */
export type CheckDocument = (value: unknown) => Promise<{ document?: FormDocument; problems: Problem[] }>;

export interface FormLibrary {
  /** One version of a form, or `latest`. Undefined: there is no such file. */
  get(id: string, version: string): Promise<StoredForm | undefined>;
  index(): Promise<FormSummary[]>;
}

const versionFile = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(-[0-9A-Za-z.-]{1,40})?\.json$/;
const folderName = /^[a-z0-9][a-z0-9-]{0,79}$/;
const maxBytes = 1024 * 1024;

/** Sorts versions upwards; a pre-release stands before its release. */
export function compareVersions(a: string, b: string): number {
  const read = (version: string) => /^(\d+)\.(\d+)\.(\d+)(-.*)?$/.exec(version) ?? [];
  const [left, right] = [read(a), read(b)];
  for (const part of [1, 2, 3]) {
    const difference = Number(left[part]) - Number(right[part]);
    if (difference !== 0) return difference;
  }
  const [early, late] = [left[4] ?? '~', right[4] ?? '~'];
  return early < late ? -1 : early > late ? 1 : 0;
}

/** `log` hears of every broken document once per content. */
export function openForms(dir: string, check: CheckDocument, log: (message: string, about: object) => void): FormLibrary {
  const cache = new Map<string, { mark: string; form: StoredForm }>();

  async function load(id: string, version: string): Promise<StoredForm | undefined> {
    const path = joinPath(dir, ...id.split('/'), `${version}.json`);
    const facts = await stat(path).catch(() => undefined);
    if (!facts?.isFile()) { cache.delete(path); return undefined; }
    const mark = `${facts.mtimeMs}:${facts.size}:${facts.ino}`;
    const held = cache.get(path);
    if (held?.mark === mark) return held.form;
    const text = facts.size > maxBytes ? '' : await readFile(path, 'utf8');
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    if (held?.form.etag === etag) { held.mark = mark; return held.form; }
    const form: StoredForm = { id, version, text, etag, ...(await judgeText(id, version, text, facts.size)) };
    if (form.problems.length > 0) log('broken form document', { id, version, problems: form.problems.slice(0, 20) });
    cache.set(path, { mark, form });
    return form;
  }

  async function judgeText(id: string, version: string, text: string, size: number): Promise<Pick<StoredForm, 'document' | 'problems'>> {
    if (size > maxBytes) return { problems: [{ path: '', code: 'limit', expected: `at most ${maxBytes} bytes`, got: `${size} bytes` }] };
    let value: unknown;
    try {
      value = parseStrictJson(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      if (!(error instanceof BadJson)) throw error;
      return { problems: [{ path: '', code: 'json', expected: 'JSON', got: error.message }] };
    }
    const { document, problems } = await check(value);
    if (!document) return { problems };
    const misplaced = (['id', 'version'] as const).filter((name) => document[name] !== { id, version }[name]);
    if (misplaced.length > 0) {
      return { problems: misplaced.map((name) => ({ path: `/${name}`, code: 'misplaced', expected: { id, version }[name], got: document[name] })) };
    }
    return { document, problems: [] };
  }

  async function versions(id: string): Promise<string[]> {
    const names = await readdir(joinPath(dir, ...id.split('/'))).catch(() => []);
    return names.filter((name) => versionFile.test(name)).map((name) => name.slice(0, -'.json'.length)).sort(compareVersions).reverse();
  }

  async function get(id: string, version: string): Promise<StoredForm | undefined> {
    if (!id.split('/').every((part) => folderName.test(part))) return undefined;
    if (version !== 'latest') return versionFile.test(`${version}.json`) ? load(id, version) : undefined;
    let broken: StoredForm | undefined;
    // A broken newer version must not take a working service away.
    for (const each of await versions(id)) {
      const form = await load(id, each);
      if (form?.document) return form;
      broken ??= form;
    }
    return broken;
  }

  async function index(): Promise<FormSummary[]> {
    const made: FormSummary[] = [];
    const entries = await readdir(dir, { recursive: true }).catch(() => []);
    for (const entry of entries.sort()) {
      const parts = entry.split(sep);
      const name = parts.pop() ?? '';
      if (!versionFile.test(name) || parts.length === 0 || !parts.every((part) => folderName.test(part))) continue;
      const form = await load(parts.join('/'), name.slice(0, -'.json'.length));
      if (!form?.document) continue;
      const { id, version, kind, title, procedure } = form.document;
      made.push({ id, version, kind, title, ...(procedure ? { procedure: procedure.code } : {}), href: `${id}/${version}.json` });
    }
    return made;
  }

  return { get, index };
}
