import type { Format } from './types.js';

/** The formats of Vietnamese forms, each by itself. */
const LOADERS: Record<string, () => Promise<Format>> = {
  date: async () => (await import('./dates.js')).date,
  email: async () => (await import('./email.js')).email,
  'partial-date': async () => (await import('./dates.js')).partialDate,
  passport: async () => (await import('./passport.js')).passport,
  'person-name': async () => (await import('./person-name.js')).personName,
  'personal-id': async () => (await import('./personal-id.js')).personalId,
  phone: async () => (await import('./phone.js')).phone,
  'tax-code': async () => (await import('./tax-code.js')).taxCode,
};

/** All others in two chunks: the name of each would cost every page more than the wrong chunk costs a form with a format of its own. */
async function load(name: string): Promise<Format | undefined> {
  if (Object.hasOwn(LOADERS, name)) return LOADERS[name]!();
  const chunk = /time$|^duration$/.test(name) ? (await import('./times.js')).times : (await import('./rarer.js')).rarer;
  return Object.hasOwn(chunk, name) ? chunk[name] : undefined;
}

/** The named formats, as far as the language has them; all are fetched at once. Without a prototype, as `formats`. */
export async function loadFormats(names: Iterable<string>): Promise<Readonly<Record<string, Format>>> {
  const loaded = await Promise.all([...new Set(names)].map(async (name) => [name, await load(name)] as const));
  return Object.assign(Object.create(null) as Record<string, Format>, Object.fromEntries(loaded.filter(([, format]) => format)));
}
