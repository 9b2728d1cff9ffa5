// One hostile schema for each number. Without Node, so that a page can be given the same ones.
import fc from 'fast-check';
import { formats, type Json, type JsonSchema } from '@dvc/schema';
import { HOSTILE, jsonSchemas, PLAIN } from '../random/json-schemas.js';
import { Random } from '../random/random.js';
import { ValuesFor } from '../random/values-for.js';
import { misused, mutated, ORDINARY, wrong } from './mutations.js';
import { OBJECTS } from './objects.js';
import { bomb, chain, lost, web } from './references.js';
import { deep, named, numbers, patterns, texts, wide } from './sizes.js';
import { TEXTS } from './words.js';

export interface HostileCase {
  readonly number: number;
  readonly family: string;
  /** What is handed over as a schema. */
  readonly schema: unknown;
  /** The same as JSON text, where JSON can hold it and says more than the value. */
  readonly text?: string;
  /** What the form is filled with; undefined = nothing. */
  readonly data?: Json;
  /** What is typed into the first field. */
  readonly typed: string;
}

/** Texts that JSON.parse takes and nobody would write. */
const RAW = [
  '{"type":"object","type":"array","properties":{"a":{"type":"string","type":5},"a":{"type":"integer"}}}', '{"__proto__":{"polluted":1},"properties":{"__proto__":{"__proto__":{"polluted":1},"type":"string"}}}', '{"type":"object","properties":{"a":{"minimum":1e999,"maximum":-1e999}}}',
  '{"properties":{"a":{"const":-0.0,"multipleOf":1E-400}}}', '{"properties":{"\\u0061":{"type":"string"},"a":{"type":"integer"}}}', '{"properties":{"\\ud800":{"type":"string","title":"\\udc00"}}}', '{"constructor":{"prototype":{"polluted":1}},"type":"object"}', ' \n\t{"type" : "object"}\r\n', '{"type":"object",}', '\ufeff{"type":"object"}',
  '[]', 'null', '0', '"x"', 'true', '', '{', '{"a":01}', '{"enum":[1e0,1,1.0,true]}',
];

/** family → how often, and how one is made */
const FAMILIES: Record<string, [share: number, make: (random: Random) => { schema: unknown; text?: string; data?: Json }]> = {
  random: [26, (random) => {
    const schema = random.pick(pool());
    return { schema, ...(random.chance(0.5) ? { data: new ValuesFor(schema, random, [...PLAIN, ...HOSTILE]).next() } : {}) };
  }],
  mutated: [34, (random) => {
    const ordinary = random.pick(ORDINARY);
    const schema = mutated(random, ordinary);
    return { schema, ...(random.chance(0.4) ? { data: random.chance(0.5) ? new ValuesFor(ordinary, random, [...PLAIN, ...HOSTILE]).next() : wrong(random) } : {}) };
  }],
  misused: [8, (random) => ({ schema: misused(random), ...(random.chance(0.3) ? { data: wrong(random) } : {}) })],
  web: [8, (random) => ({ schema: web(random), ...(random.chance(0.3) ? { data: wrong(random) } : {}) })],
  lost: [3, (random) => ({ schema: lost(random) })],
  bomb: [3, (random) => ({ schema: bomb(random) })],
  chain: [0.3, (random) => ({ schema: chain(random) })],
  deep: [2, (random) => ({ schema: deep(random) })],
  wide: [0.7, (random) => ({ schema: wide(random) })],
  named: [5, (random) => ({ schema: named(random), ...(random.chance(0.4) ? { data: wrong(random) } : {}) })],
  patterns: [2, (random) => ({ schema: patterns(random), ...(random.chance(0.4) ? { data: { a: random.pick(TEXTS), [random.pick(TEXTS)]: random.pick(TEXTS) } } : {}) })],
  numbers: [3, (random) => ({ schema: numbers(random), ...(random.chance(0.4) ? { data: { a: 1e308, b: 'x', c: [1, 2, 3], d: [] } } : {}) })],
  texts: [2, (random) => ({ schema: texts(random) })],
  raw: [0.5, (random) => {
    const text = random.pick(RAW);
    try {
      return { schema: JSON.parse(text) as Json, text };
    } catch {
      return { schema: text, text };
    }
  }],
  ...Object.fromEntries(Object.entries(OBJECTS).map(([name, make]): [string, [number, (random: Random) => { schema: unknown }]] => [name, [name === 'strange' ? 1.3 : 0.3, (random) => ({ schema: make(random) })]])),
};
const TOTAL = Object.values(FAMILIES).reduce((sum, [share]) => sum + share, 0);
export const FAMILY_NAMES = Object.keys(FAMILIES);

let made: JsonSchema[] | undefined;
/** Random schemas, made once. */
const pool = (): JsonSchema[] => (made ??= fc.sample(jsonSchemas({ names: [...PLAIN, ...HOSTILE], formats: [...Object.keys(formats), 'unheard-of'] }), { seed: 20261124, numRuns: 4000 }));

/** The same seed and number always make the same case. */
export function hostileCase(seed: number, number: number, only?: string): HostileCase {
  const random = new Random(seed * 1_000_003 + number);
  let at = random.next() * TOTAL;
  const family = only ?? FAMILY_NAMES.find((name) => (at -= FAMILIES[name]![0]) < 0) ?? 'random';
  return { number, family, typed: random.pick(TEXTS), ...FAMILIES[family]![1](random) };
}
