/* eslint-disable no-script-url -- hostile on purpose */
// References that lead in circles, to nothing, to elsewhere, and to far too much.
import type { Json, JsonObject } from '@dvc/schema';
import type { Random } from '../random/random.js';
import { NAMES } from './words.js';

/** One step from a schema to another that looks at the same value, or at a part of it. */
function step(random: Random, to: Json): JsonObject {
  return random.pick<() => JsonObject>([
    () => to as JsonObject, () => ({ allOf: [to] }), () => ({ anyOf: [to, { type: 'null' }] }), () => ({ oneOf: [{ const: 1 }, to] }), () => ({ if: to, then: { required: ['a'] } }), () => ({ if: true, then: to }), () => ({ if: { required: ['a'] }, else: to }),
    () => ({ not: to }), () => ({ dependentSchemas: { a: to } }), () => ({ dependencies: { a: to } }), () => ({ properties: { a: to } }), () => ({ properties: { a: to }, required: ['a'] }), () => ({ items: to }), () => ({ items: to, minItems: 1, type: 'array' }), () => ({ prefixItems: [to, to] }),
    () => ({ additionalProperties: to }), () => ({ patternProperties: { a: to } }), () => ({ propertyNames: to }), () => ({ contains: to }), () => ({ unevaluatedProperties: to }), () => ({ unevaluatedItems: to }), () => ({ contentSchema: to }),
  ])();
}

const refTo = (random: Random, name: string, base = ''): JsonObject => ({
  [random.chance(0.95) ? '$ref' : random.pick(['$dynamicRef', '$recursiveRef'])]: random.pick([`${base}#/$defs/${name}`, `${base}#/$defs/${name}`, `${base}#${name}`, `${base}#/%24defs/${name}`, `#/definitions/${name}`]),
});

/** Some schemas that refer to each other, each by one to three steps; more often than not there is no end. */
export function web(random: Random): Json {
  const names = Array.from({ length: 1 + random.below(8) }, (_, i) => `d${i}`);
  const make = (): JsonObject => {
    let made: Json = random.chance(0.1) ? { $ref: '#' } : refTo(random, random.pick(names));
    for (let i = random.below(3); i >= 0; i--) made = step(random, made);
    return made as JsonObject;
  };
  const $defs = Object.fromEntries(names.map((name) => [name, { ...make(), ...(random.chance(0.4) ? { $anchor: name } : {}), ...(random.chance(0.1) ? { $id: `${name}.json` } : {}), ...(random.chance(0.3) ? make() : {}) }]));
  return { ...(random.chance(0.5) ? { type: 'object' } : {}), ...make(), ...(random.chance(0.5) ? make() : {}), $defs };
}

/** Each schema refers to the next one more than once: a few lines that stand for millions. */
export function bomb(random: Random): Json {
  const levels = 5 + random.below(40);
  const wide = 2 + random.below(8);
  const make = random.pick<(to: Json) => Json>([
    (to) => ({ allOf: Array<Json>(wide).fill(to) }), (to) => ({ anyOf: Array<Json>(wide).fill(to) }), (to) => ({ oneOf: Array<Json>(wide).fill(to) }), (to) => ({ properties: Object.fromEntries(Array.from({ length: wide }, (_, i) => [`p${i}`, to])) }),
    (to) => ({ prefixItems: Array<Json>(wide).fill(to) }), (to) => ({ if: to, then: to, else: to }), (to) => ({ dependentSchemas: { a: to, b: to } }), (to) => ({ items: { allOf: [to, to] } }), (to) => ({ not: { anyOf: [to, to] } }), (to) => ({ patternProperties: { a: to, b: to } }),
    (to) => ({ properties: { a: { oneOf: [{ properties: { k: { const: 1 }, n: to } }, { properties: { k: { const: 2 }, n: to } }] } } }),
  ]);
  const $defs = Object.fromEntries(Array.from({ length: levels }, (_, i): [string, Json] => [`l${i}`, i + 1 < levels ? make({ $ref: `#/$defs/l${i + 1}` }) : { type: 'string' }]));
  return { type: 'object', ...(random.chance(0.5) ? { $ref: '#/$defs/l0' } : { properties: { a: { $ref: '#/$defs/l0' } } }), $defs };
}

/** A way of many references, in either order. */
export function chain(random: Random): Json {
  const n = random.chance(0.1) ? 20_000 : random.below(1500);
  const order = Array.from({ length: n }, (_, i) => i);
  if (random.chance(0.5)) order.reverse();
  const below = random.chance(0.5);
  return { $ref: '#/$defs/d0', $defs: Object.fromEntries(order.map((i): [string, Json] => [`d${i}`, below ? { properties: { a: { $ref: `#/$defs/d${i + 1}` } } } : { $ref: `#/$defs/d${i + 1}` }])) };
}

/** References that are none. */
export function lost(random: Random): Json {
  const ref = random.pick<Json>([
    'https://example.org/x.json', '//example.org/x', 'x.json#/a', 'file:///etc/passwd', 'javascript:alert(1)', 'data:application/json,{}', 'http://[', 'urn:x:y', '#', '##', '#/', '#//', '#/%', '#/%E0%A4%A', '#/$defs', '#/properties', '#/properties/a', '#/constructor', '#/__proto__', '#/toString/length', '#none', '#/$defs/~2', '', ' ', 5, null, {}, [], true,
    `#/${random.pick(NAMES)}`, `#/$defs/${random.pick(NAMES)}`, `#${random.pick(NAMES)}`,
  ]);
  const base = random.pick<JsonObject>([{}, {}, { $id: 'https://example.org/root.json' }, { $id: '#x' }, { $id: '' }, { id: 'x' }, { $id: 'http://[' }, { $id: 5 }, { $anchor: 'none' }, { $anchor: '' }, { $schema: 'http://json-schema.org/draft-07/schema#' }, { $schema: 'http://json-schema.org/draft-04/schema#', id: 'http://example.org/' }]);
  return { ...base, properties: { a: step(random, { $ref: ref }), [random.pick(NAMES)]: { $ref: ref } }, $defs: { [random.pick(NAMES)]: { $ref: ref } } };
}
