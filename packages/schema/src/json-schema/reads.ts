// The static read-set: which answers a verdict can depend on.
import { join } from '../pointer.js';
import type { Json, JsonSchemaObject, Pattern } from '../types.js';
import type { Vocabulary } from './node.js';
import type { References } from './refs.js';
import { isObject } from './values.js';

/** More patterns than this and the whole value is read: finding out would cost more than it saves. */
const MOST = 500;
const WHOLE = '/**';
const deep = (value: Json): boolean => typeof value === 'object' && value !== null;

/** @see CompiledSchema.reads */
export function readsOf(schema: Json, refs: References, { keywords, rest }: Vocabulary, omit?: ReadonlySet<string>): readonly Pattern[] {
  const known = new Map<Json, readonly Pattern[]>();
  if (!omit) known.set(schema, [WHOLE]);

  const collect = (given: Json, skip?: ReadonlySet<string>): readonly Pattern[] => {
    if (given === false) return [''];
    if (!isObject(given)) return [];
    const out = new Set<Pattern>();
    const from = (sub: Json, prefix = '') => { for (const pattern of collect(sub)) out.add(prefix + pattern); };
    for (const keyword of Object.keys(given)) if (!skip?.has(keyword)) add(keyword, given[keyword], given, out, from);
    if (out.has(WHOLE) || out.size > MOST) return [WHOLE];
    if (out.size > 1) out.delete(''); // a change of the value itself is above all the others
    const wholes = [...out].filter((p) => p.endsWith(WHOLE)).map((p) => p.slice(0, -2)); // with the last slash
    return wholes.length ? [...out].filter((p) => !wholes.some((w) => p !== `${w}**` && `${p}/`.startsWith(w))) : [...out];
  };

  const refer = (ref: Json, schemaOf: JsonSchemaObject): readonly Pattern[] => {
    const target = typeof ref === 'string' ? refs.resolve(ref, schemaOf) : undefined;
    if (target === undefined) return [];
    let made = known.get(target);
    if (!made) {
      known.set(target, [WHOLE]); // what a recursive reference finds
      known.set(target, (made = collect(target)));
    }
    return made;
  };

  const add = (keyword: string, given: Json, parent: JsonSchemaObject, out: Set<Pattern>, from: (sub: Json, prefix?: string) => void): void => {
    if (rest?.reads(keyword, given, out, from)) return;
    const names = isObject(given) ? Object.keys(given) : [];
    switch (keyword) {
      case '$ref': for (const pattern of refer(given, parent)) out.add(pattern); break;
      case 'const': out.add(deep(given) ? WHOLE : ''); break;
      case 'enum': out.add(Array.isArray(given) && given.some(deep) ? WHOLE : ''); break;
      case 'required': for (const name of given as string[]) out.add(join('', name)); break;
      case 'properties': for (const name of names) from((given as JsonSchemaObject)[name], join('', name)); break;
      case 'minItems': case 'maxItems': out.add('/*'); break;
      case 'allOf': case 'oneOf': for (const sub of given as Json[]) from(sub); break;
      case 'if': case 'then': case 'else': from(given); break;
      case '$defs': break;
      default: if (keywords.has(keyword)) out.add('');
    }
  };

  return collect(schema, omit);
}
