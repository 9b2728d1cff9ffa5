import { join } from '@dvc/schema';
import type { Path } from '@dvc/schema';
import { isAlias, isMap, isScalar, isSeq, parseDocument, visit, type Document, type Node, type YAMLMap } from 'yaml';
import { THOUSANDS, type Reading } from './types.js';

/** YAML 1.2: `no` is a text, a date is a text. Aliases are followed, a hundred at most, so that ten lines cannot become a gigabyte. The reader's own warnings, in English and without a line, stay unsaid. */
export function readYaml(text: string): Reading {
  const reading: Reading = { value: undefined, offsets: new Map(), problems: [] };
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: false, strict: true, logLevel: 'error' });
  for (const { code, message, pos } of document.errors) reading.problems.push({ code: code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'syntax', detail: message, offset: pos[0], reason: code });
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return reading;
  visit(document, { Alias: (_, alias) => { if (!alias.resolve(document)) reading.problems.push({ code: 'syntax', detail: `*${alias.source}`, offset: alias.range?.[0] ?? 0, reason: 'BAD_ALIAS' }); } });
  if (reading.problems.some(({ code }) => code === 'syntax')) return reading;
  try {
    reading.value = document.toJS({ maxAliasCount: 100 }) as unknown;
    walk(document, document.contents, '', reading.offsets, 0);
    visit(document, {
      Scalar: (_, { source, value, range }) => { if (typeof value === 'number' && THOUSANDS.test(source ?? '')) reading.problems.push({ code: 'thousands', detail: source!, offset: range?.[0] ?? 0 }); },
      Map: (_, map) => { if (map.flow) reading.problems.push(...halves(map)); },
    });
  } catch (error) {
    reading.problems.push({ code: 'syntax', detail: (error as Error).message, offset: 0 });
  }
  return reading;
}

/** `{ title: Cha, mẹ }`: a comma between braces ends the text, and the rest stands there as a name without a value. */
const halves = (map: YAMLMap): Reading['problems'] => map.items.flatMap(({ key, value }) =>
  (value === null && isScalar(key) ? [{ code: 'comma-in-braces' as const, detail: String(key.value), offset: key.range?.[0] ?? 0 }] : []));

function walk(document: Document, node: unknown, path: Path, offsets: Map<Path, number>, depth: number): void {
  if (depth > 500) return;
  const target: unknown = isAlias(node) ? node.resolve(document) : node;
  if (isMap(target)) {
    for (const { key, value } of target.items) {
      const below = join(path, isScalar(key) ? String(key.value) : String(key));
      offsets.set(below, (key as Node).range?.[0] ?? 0);
      walk(document, value, below, offsets, depth + 1);
    }
  } else if (isSeq(target)) {
    target.items.forEach((item, index) => {
      const below = join(path, index);
      offsets.set(below, (item as Node | null)?.range?.[0] ?? target.range?.[0] ?? 0);
      walk(document, item, below, offsets, depth + 1);
    });
  }
}
