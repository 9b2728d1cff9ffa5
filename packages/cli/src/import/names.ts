// Names that the language takes, made of what people write.

/** Lower case, without accents, words apart by one blank: "Họ và tên (*)" → "ho va ten". */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

const wordsOf = (text: string): string[] => plain(text).split(' ').filter(Boolean);

/** Long questions make long names; the first words tell enough. */
const MOST_WORDS = 7;
/** What every object of JavaScript answers to, and what the language refuses. */
const isUnsafe = (name: string): boolean => name in {} || name === 'prototype';
/** The same, or with a number that makes it one. */
export const safeName = (name: string): string => (isUnsafe(name) ? `${name}1` : name);

/** "Họ và tên" → `hoVaTen` */
export function camelCase(text: string): string {
  const [first = 'truong', ...rest] = wordsOf(text).slice(0, MOST_WORDS);
  const name = first + rest.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  return /^\d/.test(name) ? `muc${name}` : name;
}

/** "Bản sao thẻ căn cước" → `ban-sao-the-can-cuoc` */
export const kebabCase = (text: string, otherwise = 'muc'): string => wordsOf(text).slice(0, 12).join('-') || otherwise;

/** A name as its author wrote it, where the language can keep it. */
export const keepName = (text: string): string => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !isUnsafe(text) ? text : camelCase(text.replace(/([a-z])([A-Z])/g, '$1 $2')));

/** The same name, or the first with a number that is free. */
export function unique(name: string, taken: { has(name: string): boolean; add(name: string): unknown }, joint = ''): string {
  const free = safeName(name);
  let made = free;
  for (let i = 2; taken.has(made); i++) made = `${free}${joint}${i}`;
  taken.add(made);
  return made;
}
