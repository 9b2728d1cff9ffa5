import { FINER, type BesideWords, type MoreWords, type Words } from './types.js';
import { viPlain } from './vi.js';

export { vi } from './vi-whole.js';
export type { BesideWords, MoreWords, Params, PaymentWords, RefundWords, StatusDoorWords, StatusMoreWords, StatusWords, SurveyRestWords, SurveyWords, Words } from './types.js';
export { amount } from './amount.js';
export { bytes, fileTypes } from './files.js';
export { format, number } from './format.js';
export { paperSentence } from './paper-sentence.js';
export { errorSentence, inSentence, tidyLabel } from './error-sentence.js';
export type { FieldLike, IssueLike } from './error-sentence.js';
export { collator, compareNames } from './collate.js';

const isEnglish = (locale: string) => /^en\b/i.test(locale);

/** What every form says, without a wait: until it is known what this one needs. */
export const firstWords = viPlain as unknown as Words;

/** Which sentences besides the plain ones: those of rarer views and errors, those of a submission. */
export interface WordsNeeded { readonly rest: boolean; readonly sending: boolean }

/** The sentences of `locale` (a BCP 47 tag); any that we do not speak gets Vietnamese. Rejects if a chunk cannot be fetched. */
export async function loadWords(locale: string, { rest, sending }: WordsNeeded = { rest: true, sending: true }): Promise<Words> {
  const parts = isEnglish(locale)
    ? [import('./en.js').then((en) => en.enPlain), rest && import('./en-rest.js').then((en) => en.enRest), sending && import('./en-sending.js').then((en) => en.enSending)]
    : [viPlain, rest && import('./vi-rest.js').then((vi) => vi.viRest), sending && import('./vi-sending.js').then((vi) => vi.viSending)];
  const finer = rest && import('./finer.js').then((more) => ({ [FINER]: more.finer }));
  return Object.assign({}, ...(await Promise.all([...parts, finer]))) as Words;
}

/** The sentences of papers, fees, review and acknowledgement. Ask early: offline it is too late. */
export async function loadMoreWords(locale: string): Promise<MoreWords> {
  return isEnglish(locale) ? (await import('./en-more.js')).enMore : (await import('./vi-more.js')).viMore;
}

/** The sentences of drafts, sessions, sources and helpers. */
export async function loadBesideWords(locale: string): Promise<BesideWords> {
  return isEnglish(locale) ? (await import('./en-beside.js')).enBeside : (await import('./vi-beside.js')).viBeside;
}
