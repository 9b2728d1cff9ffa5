// A source file → the document that is published: short forms become the language's own words, and every part remembers where it came from.
import { join } from '@dvc/schema';
import type { Json, JsonObject, JsonSchemaObject, Path } from '@dvc/schema';
import { keywords } from '@dvc/schema/document/keywords.js';
import { isObject, listOf, own } from '@dvc/schema/document/report.js';
import { named, namesOf, readWhen, schemaOf, type WhenProblem } from './when/condition.js';
import { expandSchema } from './when/fields.js';
import { Moves } from './when/moves.js';

/** `path` points into the source. */
export interface ExpandProblem { path: Path; code: WhenProblem['code']; detail: string }
export interface Expanded {
  value: unknown;
  /** A pointer into `value` → the pointer into the source that it came from. */
  origin(pointer: Path): Path;
  problems: ExpandProblem[];
}

/** Where the language itself has conditions over the answers, and a short form may stand in their place. */
const CONDITIONS: [list: string, ...names: string[]][] = [['papers', 'when', 'required'], ['fees', 'when'], ['notices', 'when'], ['steps', 'when']];

/** Turns the short forms of a source file into the language's own words. The source stays as it is; a document without short forms comes back equal. */
export function expand(source: unknown): Expanded {
  const moves = new Moves();
  const problems: ExpandProblem[] = [];
  if (!isObject(source) || !isObject(source['schema'])) return { value: source, origin: (pointer) => pointer, problems };
  const value = structuredClone(source);
  const report = (path: Path) => ({ code, detail, at }: WhenProblem) => { problems.push({ path: path + at, code, detail }); };
  const schema = expandSchema(value['schema'] as JsonSchemaObject, moves, report);
  value['schema'] = schema;

  const condition = (holder: unknown, name: string, at: Path): void => {
    const when = own(holder, name);
    if (!isShort(when)) return;
    const read = readWhen(when, namesOf, report(join(at, name)));
    if (!read) return void delete (holder as JsonObject)[name];
    (holder as JsonObject)[name] = named(schema, schemaOf(read));
    moves.add(join(at, name), join(at, name), true);
  };
  const each = (holder: unknown, at: Path, name: string, visit: (item: unknown, at: Path) => void): void => listOf(own(holder, name)).forEach((item, index) => visit(item, join(at, name, index)));
  const fee = (item: unknown, at: Path): void => {
    condition(item, 'when', at);
    each(item, at, 'reductions', (reduction, place) => condition(reduction, 'when', place));
  };
  for (const [list, ...names] of CONDITIONS) each(value, '', list, (item, at) => names.forEach((name) => condition(item, name, at)));
  each(value, '', 'fees', fee);
  each(value['procedure'], '/procedure', 'cases', (item, at) => {
    condition(item, 'when', at);
    each(item, at, 'fees', fee);
  });
  moveTranslations(value, moves);
  return { value, origin: (pointer) => moves.origin(pointer), problems };
}

/** No condition of the language is a list, and every word of a schema is a declared one. */
const isShort = (when: unknown): boolean => Array.isArray(when) || (isObject(when) && Object.keys(when).length > 0 && !Object.keys(when).some((name) => keywords.has(name)));

/** A translation names the place of its text, which may have moved. */
function moveTranslations(value: Record<string, unknown>, moves: Moves): void {
  const translations = value['translations'];
  if (!isObject(translations)) return;
  for (const [locale, texts] of Object.entries(translations)) {
    if (!isObject(texts)) continue;
    translations[locale] = Object.fromEntries(Object.entries(texts).map(([pointer, text]) => {
      const target = moves.target(pointer);
      if (target !== pointer) moves.add(join('/translations', locale, target), join('/translations', locale, pointer));
      return [target, text as Json];
    }));
  }
}
