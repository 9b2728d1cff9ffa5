import type { Format } from './types.js';

const LOADERS: Record<string, () => Promise<Format>> = {
  date: async () => (await import('./dates.js')).date,
  'date-time': async () => (await import('./date-time.js')).dateTime,
  email: async () => (await import('./email.js')).email,
  'partial-date': async () => (await import('./dates.js')).partialDate,
  passport: async () => (await import('./passport.js')).passport,
  'person-name': async () => (await import('./person-name.js')).personName,
  'personal-id': async () => (await import('./personal-id.js')).personalId,
  phone: async () => (await import('./phone.js')).phone,
  'tax-code': async () => (await import('./tax-code.js')).taxCode,
  time: async () => (await import('./time.js')).time,
  uri: async () => (await import('./uri.js')).uri,
  uuid: async () => (await import('./uuid.js')).uuid,
};

/** The named formats, as far as the language has them; all are fetched at once. Without a prototype, as `formats`. */
export async function loadFormats(names: Iterable<string>): Promise<Readonly<Record<string, Format>>> {
  const known = [...new Set(names)].filter((name) => Object.hasOwn(LOADERS, name));
  const loaded = await Promise.all(known.map(async (name) => [name, await LOADERS[name]!()] as const));
  return Object.assign(Object.create(null) as Record<string, Format>, Object.fromEntries(loaded));
}
