// Schemas that are too deep, too wide, too long; and names, numbers and texts at their edges.
import type { Json, JsonObject } from '@dvc/schema';
import type { Random } from '../random/random.js';
import { LIST_KEYWORDS, MAP_KEYWORDS, MARKUP, NAMES, NO_PATTERNS, NUMBERS, SCHEMA_KEYWORDS, SLOW_PATTERNS } from './words.js';

/** Levels through one keyword, or through a mixture of all. */
export function deep(random: Random): Json {
  const levels = random.chance(0.7) ? random.below(200) : 1000 + random.below(2000);
  const keywords = random.chance(0.6) ? [random.pick([...SCHEMA_KEYWORDS, ...LIST_KEYWORDS, ...MAP_KEYWORDS])] : [...SCHEMA_KEYWORDS, ...LIST_KEYWORDS, ...MAP_KEYWORDS];
  let made: Json = { type: 'string', title: 'A' };
  for (let i = 0; i < levels; i++) {
    const keyword = random.pick(keywords);
    made = LIST_KEYWORDS.includes(keyword) && random.chance(0.9) ? { [keyword]: [made] } : MAP_KEYWORDS.includes(keyword) ? { [keyword]: { a: made } } : { [keyword]: made, ...(keyword === 'then' || keyword === 'else' ? { if: random.chance(0.5) } : {}) };
  }
  return { type: 'object', ...(made as JsonObject) };
}

const some = (random: Random): number => (random.chance(0.05) ? 100_000 : random.chance(0.3) ? 2000 + random.below(4000) : random.below(700));

/** Very many of one thing. */
export function wide(random: Random): Json {
  const n = some(random);
  const named = (make: (i: number) => Json): JsonObject => Object.fromEntries(Array.from({ length: n }, (_, i) => [`p${i}`, make(i)]));
  const listed = (make: (i: number) => Json): Json[] => Array.from({ length: n }, (_, i) => make(i));
  return random.pick<() => Json>([
    () => ({ type: 'object', properties: named(() => ({ type: 'string', title: 'A' })) }), () => ({ type: 'object', properties: named(() => ({ enum: ['a', 'b'] })), required: listed((i) => `p${i}`) }), () => ({ properties: named(() => ({ type: 'object', properties: { a: { type: 'integer' } } })) }),
    () => ({ type: 'object', patternProperties: Object.fromEntries(listed((i) => i).map((i) => [`^p${String(i)}$`, { type: 'string' }])) }), () => ({ $defs: named(() => ({ type: 'string' })), properties: { a: { $ref: `#/$defs/p${n - 1}` } } }), () => ({ properties: { a: { enum: listed((i) => (i % 2 ? i : `v${i}`)) } } }),
    () => ({ properties: { a: { enum: listed((i) => ({ code: i, name: [`n${i}`] })) } } }), () => ({ properties: { a: { oneOf: listed((i) => ({ const: `c${i}`, title: `C ${i}` })) } } }), () => ({ properties: { a: { anyOf: listed((i) => ({ type: 'object', properties: { k: { const: i } } })) } } }),
    () => ({ allOf: listed((i) => ({ properties: { [`p${i % 50}`]: { minLength: 1 } } })) }), () => ({ allOf: listed((i) => ({ if: { properties: { p0: { const: i } }, required: ['p0'] }, then: { properties: { [`q${i % 50}`]: { type: 'string' } } } })), properties: { p0: { type: 'integer' } } }), () => ({ oneOf: listed((i) => ({ properties: { [`p${i}`]: { type: 'string' } }, required: [`p${i}`] })) }),
    () => ({ type: 'array', prefixItems: listed(() => ({ type: 'string' })) }), () => ({ properties: { a: { type: 'string' } }, dependentRequired: named(() => ['a']) }), () => ({ properties: named(() => ({ type: 'string' })), dependentSchemas: named((i) => ({ required: [`p${(i + 1) % Math.max(n, 1)}`] })) }), () => ({ properties: { a: { default: listed((i) => i), type: 'array', items: { type: 'integer' } } } }),
    () => ({ properties: { a: { examples: listed((i) => i), title: 'A' } } }), () => ({ properties: { a: { type: 'array', uniqueItems: true, items: { enum: listed((i) => `v${i}`) } } } }), () => ({ required: listed((i) => `r${i}`) }), () => ({ properties: { a: { title: 'x'.repeat(n * 10) } } }),
  ])();
}

/** Names that something else answers to, wherever a name may stand. */
export function named(random: Random): Json {
  const name = () => random.pick(NAMES);
  const entries = (make: () => Json): JsonObject => Object.fromEntries(Array.from({ length: 1 + random.below(6) }, () => [name(), make()]));
  const field = (): Json => random.pick<Json>([{ type: 'string' }, { type: 'integer', title: name() }, { enum: [name(), name()] }, { const: name() }, { type: 'object', properties: { [name()]: { type: 'string' } } }, { type: 'array', items: { type: 'string' } }, true, { type: ['string', 'null'] }, { oneOf: [{ const: name(), title: name() }, { const: 1 }] }]);
  return {
    type: 'object', properties: entries(field), ...(random.chance(0.5) ? { required: [name(), name()] } : {}), ...(random.chance(0.2) ? { patternProperties: { [random.pick(['^_', 'o', '.'])]: field() } } : {}), ...(random.chance(0.3) ? { dependentRequired: entries(() => [name()]) } : {}),
    ...(random.chance(0.2) ? { dependentSchemas: entries(() => ({ properties: entries(field) })) } : {}), ...(random.chance(0.3) ? { if: { properties: entries(() => ({ const: 'a' })), required: [name()] }, then: { properties: entries(field) } } : {}), ...(random.chance(0.3) ? { additionalProperties: field() } : {}),
    ...(random.chance(0.2) ? { propertyNames: { enum: [name(), name()] } } : {}), ...(random.chance(0.2) ? { [name()]: field() } : {}), ...(random.chance(0.3) ? { 'x-dvc': entries(() => name()) } : {}), ...(random.chance(0.2) ? { $defs: entries(field) } : {}), ...(random.chance(0.2) ? { unevaluatedProperties: false } : {}),
  };
}

export function patterns(random: Random): Json {
  const pattern = () => (random.chance(0.7) ? random.pick(SLOW_PATTERNS) : random.pick(NO_PATTERNS));
  const text = { type: 'string', title: 'A', pattern: pattern() };
  return random.pick<Json>([
    { type: 'object', properties: { a: text } }, { type: 'object', properties: { a: { type: 'array', items: text, minItems: 1 } } }, { type: 'object', patternProperties: { [pattern()]: { type: 'string' } }, properties: { a: { type: 'string' } } },
    { type: 'object', propertyNames: { pattern: pattern() }, additionalProperties: text }, { type: 'object', properties: { a: { type: 'string' } }, if: { properties: { a: { pattern: pattern() } }, required: ['a'] }, then: { properties: { b: text } } },
    { type: 'object', properties: { a: { type: 'string', not: { pattern: pattern() }, anyOf: [{ pattern: pattern() }, { format: 'regex' }] } } }, { type: 'object', properties: { a: { type: 'string', allOf: Array.from({ length: 20 }, () => ({ pattern: pattern() })) } } },
  ]);
}

export function numbers(random: Random): Json {
  const n = () => random.pick(NUMBERS);
  const odd = () => (random.chance(0.1) ? random.pick([Infinity, -Infinity, Number.NaN]) : n());
  const limits = (names: string[]): JsonObject => Object.fromEntries(names.filter(() => random.chance(0.4)).map((name) => [name, odd()]));
  return {
    type: 'object', ...limits(['minProperties', 'maxProperties']),
    properties: {
      a: { type: random.pick(['number', 'integer']), ...limits(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']), ...(random.chance(0.3) ? { default: odd() } : {}), ...(random.chance(0.2) ? { enum: [odd(), odd()] } : {}) },
      b: { type: 'string', ...limits(['minLength', 'maxLength']) },
      c: { type: 'array', items: { type: 'integer' }, ...limits(['minItems', 'maxItems', 'minContains', 'maxContains']), ...(random.chance(0.3) ? { contains: { minimum: odd() } } : {}) },
      d: { type: 'array', prefixItems: [true, true], items: random.chance(0.5) ? false : { type: 'object', properties: { a: { type: 'string' } } }, ...limits(['minItems', 'maxItems']) },
    },
    ...(random.chance(0.4) ? { required: ['a', 'b', 'c', 'd'] } : {}),
  };
}

/** Markup, controls and halves of letters in every text. */
export function texts(random: Random): Json {
  const t = () => random.pick(MARKUP);
  return {
    $id: random.chance(0.1) ? t() : 'https://example.org/t', $comment: t(), title: t(), description: t(), type: 'object',
    properties: {
      [t()]: { title: t(), description: t(), type: 'string', default: t(), examples: [t()], format: t(), contentMediaType: t(), contentEncoding: t(), 'x-dvc': { hint: t(), autocomplete: t(), widget: t(), width: t(), prefill: t(), rowTitle: t(), group: t(), codeList: { id: t(), within: t() }, messages: { minLength: t(), [t()]: t() } }, minLength: 3 },
      b: { title: t(), enum: [t(), t(), 1, null], enumNames: [t(), t()], 'x-dvc': { enumLabels: { [t()]: t() } } },
      c: { oneOf: [{ const: t(), title: t(), description: t() }, { const: t(), title: t() }] },
      d: { type: 'array', title: t(), items: { type: 'object', title: t(), properties: { [t()]: { type: 'string', title: t() } } }, minItems: 1 },
      e: { type: 'object', title: t(), additionalProperties: { type: 'string', title: t() } },
      f: { oneOf: [{ title: t(), properties: { [t()]: { const: t() } } }, { title: t(), properties: { x: { const: 1 } } }] },
    },
    required: [t()],
  };
}
