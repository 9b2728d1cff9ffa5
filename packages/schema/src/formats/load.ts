import type { Format } from './types.js';

/** Which chunk has a format; what none of the others has may be in the last. Each name with a chunk of its own would cost every page more. */
const CHUNKS: readonly [names: RegExp, load: () => Promise<{ readonly table: Readonly<Record<string, Format>> }>][] = [
  [/^((partial-)?date|email)$/, () => import('./common.js')],
  [/^(p(assport|erson.+|hone)|tax-code)$/, () => import('./people.js')],
  [/time$|^duration$/, () => import('./times.js')],
  [/./, () => import('./rarer.js')],
];

/** The named formats, as far as the language has them; all are fetched at once. Without a prototype, as `formats`. */
export async function loadFormats(names: Iterable<string>): Promise<Readonly<Record<string, Format>>> {
  const all = Object.create(null) as Record<string, Format>;
  await Promise.all([...new Set(names)].map(async (name) => {
    const { table } = await CHUNKS.find(([known]) => known.test(name))![1]();
    if (Object.hasOwn(table, name)) all[name] = table[name]!;
  }));
  return all;
}
