// What a hostile schema must not change: everything that all scripts of a page share.
const WATCHED: Record<string, object> = { 'Object.prototype': Object.prototype, 'Array.prototype': Array.prototype, 'Function.prototype': Function.prototype, 'String.prototype': String.prototype, 'Number.prototype': Number.prototype, Object, Array, globalThis };

const valueOf = (object: object, key: PropertyKey): unknown => {
  const descriptor = Reflect.getOwnPropertyDescriptor(object, key);
  return descriptor && ('value' in descriptor ? descriptor.value : descriptor.get);
};

/** Takes a picture; the function that it returns says what has changed since. */
export function watchGlobals(): () => string[] {
  const before = Object.entries(WATCHED).map(([name, object]) => ({ name, object, values: new Map(Reflect.ownKeys(object).map((key) => [key, valueOf(object, key)])) }));
  return () => before.flatMap(({ name, object, values }) => {
    const keys = Reflect.ownKeys(object);
    const added = keys.filter((key) => !values.has(key)).map((key) => `${name}.${String(key)} is new`);
    const changed = [...values].filter(([key, value]) => !Object.is(valueOf(object, key), value)).map(([key]) => `${name}.${String(key)} is another`);
    return [...added, ...changed];
  });
}

