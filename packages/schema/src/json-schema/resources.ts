// Schemas by name: `#anchor`, embedded `$id`, and pointers inside of what has one.
import { keywords } from '../document/keywords.js';
import { read } from '../pointer.js';
import type { Json, JsonSchema } from '../types.js';
import { isObject, own } from './values.js';

// The language's library is without DOM; every browser and Node has it.
declare const URL: new (url: string, base?: string) => { href: string };

const HOME = 'json://root/';

/** Indexes all that has a name in `root`, when the first reference is looked up. */
export function resources(root: JsonSchema): (ref: string, from: Json) => Json | undefined {
  let found: Map<string, Json> | undefined;
  const anchors = new Map<string, Json>();
  /** Only schemas whose base is not that of the root. */
  const bases = new Map<Json, string>();
  let home = HOME;

  function index(schema: Json, outer: string, first = false): void {
    if (!isObject(schema)) {
      if (first) found!.set(outer, schema);
      return;
    }
    let base = outer;
    const id = own(schema, '$id');
    const anchor = own(schema, '$anchor');
    if (typeof id === 'string') {
      try { base = new URL(id, outer).href.split('#')[0]!; } catch { /* not a URL: it names nothing */ }
    }
    if (first) home = base;
    if (first || base !== outer) found!.set(base, schema);
    if (base !== home) bases.set(schema, base);
    if (typeof anchor === 'string') anchors.set(`${base}#${anchor}`, schema);
    for (const keyword of Object.keys(schema)) {
      const holds = keywords.get(keyword);
      const given = schema[keyword];
      if (holds === 'schema') index(given, base);
      else if (holds?.startsWith('schema') && given && typeof given === 'object') for (const sub of Object.values(given)) index(sub, base);
    }
  }

  return (ref, from) => {
    if (!found) {
      found = new Map();
      index(root, HOME, true);
    }
    const base = bases.get(from) ?? home;
    const [url = '', fragment = ''] = (ref[0] === '#' ? base + ref : new URL(ref, base).href).split('#');
    const name = decodeURIComponent(fragment);
    return name && name[0] !== '/' ? anchors.get(`${url}#${name}`) : read(found.get(url), name);
  };
}
