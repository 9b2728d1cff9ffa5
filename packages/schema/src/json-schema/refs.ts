// References inside one document: `#/pointer`, `#anchor`, and references relative to an embedded `$id`.
import { keywords } from '../document/keywords.js';
import { read } from '../pointer.js';
import type { Json, JsonSchema, JsonSchemaObject } from '../types.js';
import { isObject, own } from './values.js';

// The language's library is without DOM; every browser and Node has it.
declare const URL: new (url: string, base?: string) => { href: string };

/** To what a subschema applies: the 'same' value, a 'child' value, or, a 'definition', to nothing by itself. */
export type Kind = 'same' | 'child' | 'definition';
const SAME = new Set(['not', 'if', 'then', 'else', 'allOf', 'anyOf', 'oneOf', 'dependentSchemas']);
const DEFINITIONS = new Set(['$defs', 'contentSchema']);

/** Calls `visit` for every direct subschema. */
export function subschemas(schema: JsonSchemaObject, visit: (sub: Json, kind: Kind) => void): void {
  for (const keyword of Object.keys(schema)) {
    const holds = keywords.get(keyword);
    const kind = SAME.has(keyword) ? 'same' : DEFINITIONS.has(keyword) ? 'definition' : 'child';
    const given = schema[keyword];
    if (holds === 'schema') visit(given, kind);
    else if (holds?.startsWith('schema') && given && typeof given === 'object') for (const sub of Object.values(given)) visit(sub, kind);
  }
}

const HOME = 'json://root/';

export class References {
  private readonly root: JsonSchema;
  private resources: Map<string, Json> | undefined;
  private readonly anchors = new Map<string, Json>();
  /** Only schemas whose base is not that of the root. */
  private readonly bases = new Map<Json, string>();
  private home = HOME;
  private readonly weights = { same: new Map<Json, number>(), all: new Map<Json, number>() };

  constructor(root: JsonSchema) { this.root = root; }

  /** The schema that `ref`, written in `from`, points to; `undefined` if there is none in this document. */
  resolve(ref: string, from: Json): Json | undefined {
    if (!this.resources) {
      this.resources = new Map();
      this.index(this.root, HOME, true);
    }
    try {
      const base = this.bases.get(from) ?? this.home;
      const [url, fragment = ''] = (ref[0] === '#' ? base + ref : new URL(ref, base).href).split('#');
      const name = decodeURIComponent(fragment);
      if (name && name[0] !== '/') return this.anchors.get(`${url}#${name}`);
      return read(this.resources.get(url), name);
    } catch {
      return undefined; // not a URL, or a stray `%`
    }
  }

  /** The schema that its `$ref` points to. */
  target(schema: Json): Json | undefined {
    const ref = own(schema, '$ref');
    return typeof ref === 'string' ? this.resolve(ref, schema) : undefined;
  }

  /** How many schemas are applied, every `$ref` written out: Infinity if a `$ref` comes back without leaving the value (`same`). */
  weight(schema: Json, scope: 'same' | 'all'): number {
    if (!isObject(schema)) return 1;
    const known = this.weights[scope].get(schema);
    if (known !== undefined) return known;
    this.weights[scope].set(schema, scope === 'same' ? Infinity : 1);
    let sum = 1;
    subschemas(schema, (sub, kind) => {
      if (kind === 'same' || (kind === 'child' && scope === 'all')) sum += this.weight(sub, scope);
    });
    const target = this.target(schema);
    if (target !== undefined) sum += this.weight(target, scope);
    this.weights[scope].set(schema, sum);
    return sum;
  }

  private index(schema: Json, outer: string, first = false): void {
    if (!isObject(schema)) {
      if (first) this.resources!.set(outer, schema);
      return;
    }
    let base = outer;
    const id = own(schema, '$id');
    const anchor = own(schema, '$anchor');
    if (typeof id === 'string') {
      try { base = new URL(id, outer).href.split('#')[0]; } catch { /* not a URL: it names nothing */ }
    }
    if (first) this.home = base;
    if (first || base !== outer) this.resources!.set(base, schema);
    if (base !== this.home) this.bases.set(schema, base);
    if (typeof anchor === 'string') this.anchors.set(`${base}#${anchor}`, schema);
    subschemas(schema, (sub) => this.index(sub, base));
  }
}
