import { join } from '../pointer.js';
import type { Json, JsonObject } from '../types.js';
import type { Report } from './report.js';
import { setOwn } from './set-own.js';

/** Nobody here wrote a plain schema: it may be deeper than a document, and call its properties what it likes. */
const MAX_SIZE = 1 << 20;
const MAX_PARTS = 20_000;
const MAX_VALUES = 50_000;
const MAX_DEPTH = 128;
/** Each is taken apart, to see whether it ends. */
const MAX_PATTERNS = 1000;

/**
 * What JSON would make of a schema, read in one walk that nothing can outwit: a getter or a Proxy is asked once, a ring and a bomb of shared parts end,
 * `__proto__` is a name like any other. What is not JSON is left out, as JSON.stringify does.
 * @returns undefined when there is nothing to use; `report` was told why
 */
export function plainCopy(input: unknown, report: Report): Json | undefined {
  let size = 0;
  let parts = 0;
  let values = 0;
  let patterns = 0;
  const way: (string | number)[] = [];
  const stop = (code: string, expected: string): never => {
    report(code === 'too-deep' ? join('', ...way) : '', code, `at most ${expected}`, 'more');
    throw new Stopped();
  };
  const below = (value: unknown, name: string | number): Json | undefined => {
    way.push(name);
    const made = copy(value);
    way.pop();
    return made;
  };
  const copy = (given: unknown): Json | undefined => {
    const value = typeof given === 'object' && given !== null && typeof (given as { toJSON?: unknown }).toJSON === 'function' ? (given as { toJSON(): unknown }).toJSON() : given;
    size += typeof value === 'string' ? value.length : 2;
    if (size > MAX_SIZE) stop('too-large', `${MAX_SIZE} characters`);
    if ((values += 1) > MAX_VALUES) stop('too-large', `${MAX_VALUES} values`);
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (typeof value !== 'object') return undefined;
    if ((parts += 1) > MAX_PARTS) stop('too-large', `${MAX_PARTS} objects and lists`);
    if (way.length > MAX_DEPTH) stop('too-deep', `${MAX_DEPTH} levels`);
    if (Array.isArray(value)) return Array.from(value, (item, i) => below(item, i) ?? null);
    const made: JsonObject = {};
    for (const name of Object.keys(value)) {
      size += name.length;
      const child = below((value as JsonObject)[name], name);
      if (name === 'pattern') patterns += 1;
      if (name === 'patternProperties') patterns += Object.keys(child ?? {}).length;
      if (patterns > MAX_PATTERNS) stop('too-many', `${MAX_PATTERNS} patterns`);
      if (child !== undefined) setOwn(made, name, child);
    }
    return made;
  };
  try {
    return copy(input);
  } catch (error) {
    if (!(error instanceof Stopped)) report('', 'not-json', 'a schema that can be read', error instanceof Error ? error.message : 'an error');
    return undefined;
  }
}

class Stopped extends Error {}
