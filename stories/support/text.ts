/** A text in both languages of the toolbar. */
export interface Both { readonly vi: string; readonly en: string }
export const t = (vi: string, en: string): Both => ({ vi, en });

/** The same data with every text in it said in one language. */
export type Said<T> = T extends Both ? string : T extends (...args: never[]) => unknown ? T : T extends readonly (infer I)[] ? readonly Said<I>[] : T extends object ? { [K in keyof T]: Said<T[K]> } : T;
/** Data in which any text may stand in both languages. */
export type Told<T> = T extends string ? T | Both : T extends (...args: never[]) => unknown ? T : T extends readonly (infer I)[] ? readonly Told<I>[] : T extends object ? { [K in keyof T]: Told<T[K]> } : T;

const isBoth = (value: object): value is Both => Object.keys(value).length === 2 && typeof (value as Both).vi === 'string' && typeof (value as Both).en === 'string';

const known = new WeakMap<object, Map<string, unknown>>();

/** Says data in one language. The same data gives the same object, as views count on it. */
export function say<T>(data: T, lang: string): Said<T> {
  if (typeof data !== 'object' || data === null) return data as Said<T>;
  if (isBoth(data)) return (lang === 'en' ? data.en : data.vi) as Said<T>;
  let said = known.get(data)?.get(lang);
  if (said === undefined) {
    said = Array.isArray(data) ? data.map((each) => say(each as unknown, lang)) : Object.fromEntries(Object.entries(data).map(([key, value]) => [key, say(value, lang)]));
    if (!known.has(data)) known.set(data, new Map());
    known.get(data)!.set(lang, said);
  }
  return said as Said<T>;
}
