// Form documents are files. A file that is dropped in, changed or removed takes effect at the next request.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join as joinPath, sep } from 'node:path';
import { FeeTableError, withFeeTable, type FeeTable, type FormDocument, type Problem } from '@dvc/schema';
import { compareVersions, isVersion } from '@dvc/schema/node';
import { dayInVietnam } from './clock.js';
import { openFeeTables, type FeeTables } from './fee-tables.js';
import { openFormIndex } from './form-index.js';
import { BadJson, parseStrictJson } from './json-body.js';

export interface StoredForm {
  id: string;
  version: string;
  /** What is served: the file as it is, or with the amounts of the host's fee tables. */
  text: string;
  etag: string;
  /** Hex, of the file. */
  sha256: string;
  /** Set when the document is sound. */
  document?: FormDocument;
  problems: Problem[];
}
export interface FormSummary { id: string; version: string; kind: string; title: string; procedure?: string; href: string }

/** Everything that is wrong with a document; it comes back when it can be filled and judged. */
export type CheckDocument = (value: unknown) => Promise<{ document?: FormDocument; problems: Problem[] }>;

export interface FormLibrary {
  /** One version of a form, or `latest`: the highest whose day has come. Undefined: there is none, or not yet. */
  get(id: string, version: string): Promise<StoredForm | undefined>;
  index(): Promise<FormSummary[]>;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const folderName = /^[a-z0-9][a-z0-9-]{0,79}$/;
const maxBytes = 1024 * 1024;
const versionOf = (name: string): string => name.slice(0, -'.json'.length);
const isVersionFile = (name: string): boolean => name.endsWith('.json') && isVersion(versionOf(name));

/** `log` hears of every broken document once per content. What is served is what is judged: fee tables are applied here, and nowhere else. */
export function openForms(dir: string, check: CheckDocument, log: (message: string, about: object) => void, now: () => Date = () => new Date(), feeTables: FeeTables = openFeeTables(undefined, log)): FormLibrary {
  const cache = new Map<string, { mark: string; content: string; form: StoredForm }>();
  const published = openFormIndex(dir, log);

  /** One version, if its day has come and it is what was published. */
  async function offered(id: string, version: string): Promise<StoredForm | undefined> {
    const listed = (await published()).get(id);
    const entry = listed?.get(version);
    if (listed && (!entry || entry.validFrom > dayInVietnam(now()))) return undefined;
    const form = await load(id, version);
    if (!form || !entry || form.sha256 === entry.sha256) return form;
    const { document: _, ...rest } = form;
    const problems = [{ path: '', code: 'changed-after-publishing', expected: entry.sha256, got: form.sha256 }];
    if (!told.has(`${form.etag} ${entry.sha256}`)) log('form document is not what was published', { id, version, problems });
    told.add(`${form.etag} ${entry.sha256}`);
    return { ...rest, problems };
  }
  const told = new Set<string>();

  async function load(id: string, version: string): Promise<StoredForm | undefined> {
    const path = joinPath(dir, ...id.split('/'), `${version}.json`);
    const facts = await stat(path).catch(() => undefined);
    if (!facts?.isFile()) { cache.delete(path); return undefined; }
    const { mark: priced, tables } = await feeTables.of(id);
    const mark = `${facts.mtimeMs}:${facts.size}:${facts.ino} ${priced}`;
    const held = cache.get(path);
    if (held?.mark === mark) return held.form;
    const text = facts.size > maxBytes ? '' : await readFile(path, 'utf8');
    const sha256 = digest(text).toString('hex');
    const content = `${sha256} ${priced}`;
    if (held?.content === content) { held.mark = mark; return held.form; }
    const made = await withTables(text, await judgeText(id, version, text, facts.size), tables);
    const form: StoredForm = { id, version, etag: `"${digest(made.text).toString('base64url').slice(0, 27)}"`, sha256, ...made };
    if (form.problems.length > 0) log('broken form document', { id, version, problems: form.problems.slice(0, 20) });
    cache.set(path, { mark, content, form });
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

  /** A table that does not fit takes the form away: the wrong amount is worse than none. */
  async function withTables(text: string, judged: Pick<StoredForm, 'document' | 'problems'>, tables: readonly FeeTable[]): Promise<Pick<StoredForm, 'text' | 'document' | 'problems'>> {
    if (!judged.document || tables.length === 0) return { text, ...judged };
    let document = judged.document;
    for (const table of tables) {
      try {
        document = withFeeTable(document, table);
      } catch (error) {
        if (!(error instanceof FeeTableError)) throw error;
        return { text, problems: error.problems.map((problem) => ({ ...problem, path: `/feeTables/${table.id}${problem.path}` })) };
      }
    }
    return { text: JSON.stringify(document), ...(await check(document)) };
  }

  async function versions(id: string): Promise<string[]> {
    const names = await readdir(joinPath(dir, ...id.split('/'))).catch(() => []);
    return names.filter(isVersionFile).map(versionOf).sort(compareVersions).reverse();
  }

  async function get(id: string, version: string): Promise<StoredForm | undefined> {
    if (!id.split('/').every((part) => folderName.test(part))) return undefined;
    if (version !== 'latest') return isVersion(version) ? offered(id, version) : undefined;
    let broken: StoredForm | undefined;
    // A broken newer version must not take a working service away.
    for (const each of await versions(id)) {
      const form = await offered(id, each);
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
      if (!isVersionFile(name) || parts.length === 0 || !parts.every((part) => folderName.test(part))) continue;
      const form = await offered(parts.join('/'), versionOf(name));
      if (!form?.document) continue;
      const { id, version, kind, title, procedure } = form.document;
      made.push({ id, version, kind, title, ...(procedure ? { procedure: procedure.code } : {}), href: `${id}/${version}.json` });
    }
    return made;
  }

  return { get, index };
}
