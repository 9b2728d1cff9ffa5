import type { MoreWords, Words } from './types.js';
import { vi } from './vi.js';

export { vi };
export type { MoreWords, Params, Words } from './types.js';
export { amount, bytes, fileTypes, format, number } from './format.js';
export { errorSentence, inSentence, tidyLabel } from './error-sentence.js';
export type { FieldLike, IssueLike } from './error-sentence.js';
export { collator, compareNames } from './collate.js';

const isEnglish = (locale: string) => /^en\b/i.test(locale);

/** The sentences of `locale` (a BCP 47 tag); any that we do not speak gets Vietnamese. Rejects if the chunk cannot be fetched. */
export async function loadWords(locale: string): Promise<Words> {
  return isEnglish(locale) ? (await import('./en.js')).en : vi;
}

/** The sentences of papers, fees, review and acknowledgement. Ask early: offline it is too late. */
export async function loadMoreWords(locale: string): Promise<MoreWords> {
  return isEnglish(locale) ? (await import('./en-more.js')).enMore : (await import('./vi-more.js')).viMore;
}
