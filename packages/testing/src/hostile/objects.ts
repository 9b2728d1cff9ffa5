// Schemas that no JSON text can hold: what a script may hand over, on purpose or not.
import type { Random } from '../random/random.js';

type Maker = (random: Random) => unknown;

const ring: Maker = (random) => {
  const made: Record<string, unknown> = { type: 'object', properties: {} };
  const way = random.pick(['self', 'properties', 'list', 'far']);
  if (way === 'self') made['not'] = made;
  else if (way === 'properties') (made['properties'] as Record<string, unknown>)['a'] = made;
  else if (way === 'list') made['allOf'] = [made];
  else made['properties'] = { a: { items: { anyOf: [{ then: made }] } } };
  return made;
};

const bomb: Maker = (random) => {
  let shared: unknown = { type: 'string' };
  const keyword = random.pick(['allOf', 'anyOf', 'oneOf', 'prefixItems', 'enum']);
  for (let i = 0; i < 10 + random.below(40); i++) shared = { [keyword]: [shared, shared] };
  return { type: 'object', properties: { a: shared } };
};

const getters: Maker = (random) => {
  let asked = 0;
  const error = random.pick([new TypeError('no'), new RangeError('no'), 'no', undefined]);
  const wrong: PropertyDescriptor = random.pick([
    { get: () => { throw error; } }, { get: () => (asked += 1) }, { get: () => (asked++ === 0 ? { type: 'string' } : 5) }, { get: () => ({ get properties() { throw error; } }) }, { set: () => {} },
  ]);
  const made = { type: 'object', properties: { a: { type: 'string', title: 'A' } } };
  Object.defineProperty(random.pick<object>([made, made.properties, made.properties.a]), random.pick(['properties', 'a', 'title', 'type', '$ref', 'enum', 'toJSON', 'x']), { ...wrong, enumerable: true, configurable: true });
  return made;
};

const proxies: Maker = (random) => {
  const target = { type: 'object', properties: { a: { type: 'string' } } };
  const refuse = () => { throw new TypeError('no'); };
  const handler: ProxyHandler<object> = random.pick<ProxyHandler<object>>([
    {}, { get: refuse }, { ownKeys: refuse }, { getOwnPropertyDescriptor: refuse }, { has: refuse }, { getPrototypeOf: refuse },
    { ownKeys: () => ['type', 'properties', 'missing'] }, { get: (of, name): unknown => (name === 'properties' ? new Proxy({}, handler) : Reflect.get(of, name)) },
    { get: (_, name): unknown => (name === 'toJSON' ? undefined : new Proxy({ type: 'object' }, handler)), ownKeys: () => ['properties'], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }) },
  ]);
  const { proxy, revoke } = Proxy.revocable(target, handler);
  if (random.chance(0.1)) revoke();
  return random.chance(0.5) ? proxy : { type: 'object', properties: { a: proxy } };
};

class Odd {
  type = 'object';
  properties = { a: { type: 'string' } };
  #hidden = 1;
  get more() { return this.#hidden; }
}

const strange: Maker = (random) => {
  // eslint-disable-next-line no-sparse-arrays -- a hole is what is given
  const holes = [, 1];
  const value = random.pick<unknown>([
    () => 1, Symbol('x'), 10n, new Date(Number.NaN), new Date(0), new Map([['type', 'object']]), new Set([1]), /a/u, new Error('x'), Promise.resolve(1), new Uint8Array(3), new Odd(), Object.create(null), Object.create({ type: 'string' }),
    Number.NaN, Infinity, undefined, holes, Object.freeze({ type: 'string' }), new String('x'), new Number(1), new Boolean(false), globalThis, Object, Object.prototype, Array.prototype, { toJSON: () => ({ type: 'string' }) }, { toJSON: () => { throw new RangeError('no'); } }, { toJSON: 5 },
    { [Symbol.toPrimitive]: () => { throw new TypeError('no'); } }, { [Symbol.iterator]: 1, type: 'object' }, new WeakMap(), Math, JSON, Reflect,
  ]);
  return random.pick<() => unknown>([
    () => value, () => ({ type: value }), () => ({ type: 'object', properties: { a: value } }), () => ({ properties: { a: { enum: [value, 'b'] } } }), () => ({ properties: { a: { default: value, title: 'A' } } }),
    () => ({ allOf: [value] }), () => ({ properties: value }), () => ({ required: value }), () => ({ properties: { a: { const: value } } }), () => ({ $defs: { a: value }, $ref: '#/$defs/a' }),
  ])();
};

export const OBJECTS: Record<string, Maker> = { ring, bomb, getters, proxies, strange };
