// Values that a schema is likely to accept, and values that are nearly so.
import { read, type Json, type JsonObject, type JsonSchema } from '@dvc/schema';
import { LETTERS, NUMBERS, TEXTS } from './json-schemas.js';
import type { Random } from './random.js';

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const map = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

const GROUPS: Record<string, readonly string[]> = {
  object: ['properties', 'required', 'patternProperties', 'additionalProperties', 'propertyNames', 'minProperties', 'maxProperties', 'dependentRequired', 'dependentSchemas', 'unevaluatedProperties'],
  array: ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems', 'unevaluatedItems'],
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
};

/** Makes values for one schema. `names` are those that may be added to an object. */
export class ValuesFor {
  readonly #root: JsonSchema;
  readonly #random: Random;
  readonly #names: readonly string[];
  constructor(root: JsonSchema, random: Random, names: readonly string[]) {
    this.#root = root;
    this.#random = random;
    this.#names = names;
  }

  /** One that is meant to fit, one that is nearly so, or any. */
  next(): Json {
    const random = this.#random;
    if (random.chance(0.2)) return this.any(3);
    const value = this.fitting([this.#root], 4);
    if (random.chance(0.3)) return value;
    return random.chance(0.5) ? this.changed(value) : this.changed(this.changed(value));
  }

  any(depth: number): Json {
    const random = this.#random;
    const kind = random.below(depth > 0 ? 6 : 4);
    if (kind === 0) return random.pick([null, true, false]);
    if (kind < 3) return random.pick(TEXTS);
    if (kind === 3) return random.pick(NUMBERS);
    if (kind === 4) return Array.from({ length: random.below(4) }, () => this.any(depth - 1));
    return Object.fromEntries(Array.from({ length: random.below(4) }, () => [random.pick(this.#names), this.any(depth - 1)]));
  }

  /** The schemas that a value must fit when it fits `schemas`: with what they refer to and one branch of each choice. */
  #all(schemas: readonly Json[]): JsonObject[] {
    const all: JsonObject[] = [];
    const add = (schema: Json | undefined, steps: number): void => {
      if (!isObject(schema) || steps > 6) return;
      all.push(schema);
      if (typeof schema.$ref === 'string') add(this.#target(schema.$ref), steps + 1);
      for (const part of list(schema.allOf)) add(part, steps + 1);
      for (const choice of [schema.anyOf, schema.oneOf]) if (list(choice).length > 0) add(this.#random.pick(list(choice)), steps + 1);
      if (schema.if !== undefined) {
        if (this.#random.chance(0.5)) for (const part of [schema.if, schema.then]) add(part, steps + 1);
        else add(schema.else, steps + 1);
      }
    };
    for (const schema of schemas) add(schema, 0);
    return all;
  }

  #target(ref: string): Json | undefined {
    const [file, name = ''] = ref.split('#') as [string, string?];
    const base = file === '' ? '' : '/$defs/z';
    return read(this.#root as Json, base + (name === 'y' ? '/$defs/y' : name));
  }

  fitting(schemas: readonly Json[], depth: number): Json {
    const random = this.#random;
    const all = this.#all(schemas);
    const fixed = all.flatMap((schema) => ('const' in schema ? [schema.const!] : list(schema.enum)));
    if (fixed.length > 0 && random.chance(0.9)) return random.pick(fixed);
    switch (this.#type(all)) {
      case 'null': return null;
      case 'boolean': return random.chance(0.5);
      case 'integer': return this.#number(all, true);
      case 'number': return this.#number(all, false);
      case 'string': return this.#text(all);
      case 'array': return depth > 0 ? this.#items(all, depth) : [];
      case 'object': return depth > 0 ? this.#members(all, depth) : {};
      default: return this.any(1);
    }
  }

  #type(all: readonly JsonObject[]): string | undefined {
    let types: string[] | undefined;
    for (const { type } of all) {
      if (type === undefined) continue;
      const given = (Array.isArray(type) ? type : [type]) as string[];
      types = types ? types.filter((each) => given.includes(each)) : given;
    }
    if (types) return types.length > 0 ? this.#random.pick(types) : undefined;
    const meant = Object.keys(GROUPS).filter((type) => all.some((schema) => GROUPS[type]!.some((keyword) => keyword in schema)));
    return meant.length > 0 ? this.#random.pick(meant) : undefined;
  }

  #number(all: readonly JsonObject[], whole: boolean): number {
    const near = all.flatMap((schema) => ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'].flatMap((keyword) => (typeof schema[keyword] === 'number' ? [schema[keyword], schema[keyword] + 1, schema[keyword] - 1, schema[keyword] * 3] : [])));
    const value = this.#random.pick(near.length > 0 && this.#random.chance(0.8) ? near : NUMBERS);
    return whole ? Math.trunc(value) : value;
  }

  #text(all: readonly JsonObject[]): string {
    const least = Math.max(0, ...all.map(({ minLength }) => Number(minLength ?? 0)));
    const most = Math.min(4, ...all.map(({ maxLength }) => Number(maxLength ?? 4)));
    const text = this.#random.pick(TEXTS);
    if (this.#random.chance(0.4)) return text;
    const length = Math.max(0, least) + this.#random.below(Math.max(1, most - least + 1));
    return Array.from({ length }, () => this.#random.pick(LETTERS)).join('');
  }

  #items(all: readonly JsonObject[], depth: number): Json[] {
    const least = Math.max(0, ...all.map(({ minItems }) => Number(minItems ?? 0)), ...all.map(({ contains, minContains }) => (contains === undefined ? 0 : Number(minContains ?? 1))));
    const most = Math.min(4, ...all.map(({ maxItems }) => Number(maxItems ?? 4)));
    const length = least + this.#random.below(Math.max(1, most - least + 1));
    return Array.from({ length }, (_, i) => this.fitting(all.flatMap((schema) => {
      const prefix = list(schema.prefixItems);
      return [i < prefix.length ? prefix[i]! : schema.items ?? schema.unevaluatedItems ?? true, ...(schema.contains !== undefined && i < Number(schema.minContains ?? 1) ? [schema.contains] : [])];
    }), depth - 1));
  }

  #members(all: readonly JsonObject[], depth: number): JsonObject {
    const random = this.#random;
    const names = new Set<string>();
    for (const schema of all) {
      for (const name of list(schema.required)) names.add(name as string);
      for (const name of Object.keys(map(schema.properties))) if (random.chance(0.6)) names.add(name);
      if ((schema.patternProperties !== undefined || schema.additionalProperties !== undefined || schema.minProperties !== undefined) && random.chance(0.4)) names.add(random.pick(this.#names));
    }
    for (const schema of all) for (const name of [...names]) if (random.chance(0.8)) for (const more of list(Object.hasOwn(map(schema.dependentRequired), name) ? map(schema.dependentRequired)[name] : undefined)) names.add(more as string);
    return Object.fromEntries([...names].map((name) => [name, this.fitting(all.flatMap((schema) => this.#about(schema, name)), depth - 1)]));
  }

  #about(schema: JsonObject, name: string): Json[] {
    const found: Json[] = Object.hasOwn(map(schema.properties), name) ? [map(schema.properties)[name]!] : [];
    for (const [pattern, part] of Object.entries(map(schema.patternProperties))) if (new RegExp(pattern, 'u').test(name)) found.push(part);
    return found.length > 0 ? found : [schema.additionalProperties ?? schema.unevaluatedProperties ?? true];
  }

  /** A copy with one place changed: another value, one more, one less. */
  changed(value: Json): Json {
    const random = this.#random;
    if (Array.isArray(value) && random.chance(0.85)) {
      const copy = [...value];
      const at = random.below(copy.length + 1);
      const turn = random.below(4);
      if (turn === 0) copy.splice(at, 0, random.chance(0.5) && copy.length > 0 ? random.pick(copy) : this.any(1));
      else if (turn === 1) copy.splice(at, 1);
      else if (at < copy.length) copy[at] = this.changed(copy[at]!);
      return copy;
    }
    if (isObject(value) && random.chance(0.85)) {
      const entries = Object.entries(value);
      const at = random.below(entries.length + 1);
      const turn = random.below(4);
      if (turn === 0 || at === entries.length) entries.push([random.pick(this.#names), this.any(1)]);
      else if (turn === 1) entries.splice(at, 1);
      else entries[at] = [entries[at]![0], this.changed(entries[at]![1])];
      return Object.fromEntries(entries);
    }
    if (typeof value === 'string' && random.chance(0.7)) return random.chance(0.5) ? value + random.pick(LETTERS) : value.slice(1);
    if (typeof value === 'number' && random.chance(0.7)) return value + random.pick([1, -1, 0.5, 0.01]);
    return this.any(2);
  }
}
