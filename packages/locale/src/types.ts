import type { FieldLike, IssueLike } from './error-sentence.js';
import type { viPlain } from './vi.js';
import type { viBeside } from './vi-beside.js';
import type { viRefund } from './vi-refund.js';
import type { viPayment } from './vi-payment.js';
import type { viStatus } from './vi-status.js';
import type { viStatusDoor } from './vi-status-door.js';
import type { viStatusMore } from './vi-status-more.js';
import type { viMore } from './vi-more.js';
import type { viRest } from './vi-rest.js';
import type { viSurvey } from './vi-survey.js';
import type { viSurveySending } from './vi-survey-sending.js';
import type { viSurveyRest } from './vi-survey-rest.js';
import type { viSending } from './vi-sending.js';

export type PlainWords = { readonly [K in keyof typeof viPlain]: string };
export type RestWords = { readonly [K in keyof typeof viRest]: string };
export type SendingWords = { readonly [K in keyof typeof viSending]: string };
/** Sentences of one locale. A page loads `rest` and `sending` with the views that say them, so others must not ask for theirs. */
export type Words = PlainWords & RestWords & SendingWords & { readonly [FINER]?: Finer };
/** Sentences of the views that load on demand: exactly the keys of `viMore`. */
export type MoreWords = { readonly [K in keyof typeof viMore]: string };

/** Sentences of what stands beside the answers: exactly the keys of `viBeside`. */
export type BesideWords = { readonly [K in keyof typeof viBeside]: string };

/** Sentences of a payment: exactly the keys of `viPayment`. */
export type PaymentWords = { readonly [K in keyof typeof viPayment]: string };
/** Of its refund form: exactly the keys of `viRefund`. */
export type RefundWords = { readonly [K in keyof typeof viRefund]: string };

/** Sentences of the status of a dossier: exactly the keys of `viStatus`. */
export type StatusWords = { readonly [K in keyof typeof viStatus]: string };
/** Of the look-up and the list: exactly the keys of `viStatusDoor`. */
export type StatusDoorWords = { readonly [K in keyof typeof viStatusDoor]: string };
/** Of what is opened there when it is wanted: exactly the keys of `viStatusMore`. */
export type StatusMoreWords = { readonly [K in keyof typeof viStatusMore]: string };

/** Sentences of the rarer questions of a survey, and of a kiosk: exactly the keys of `viSurveyRest`. */
export type SurveyRestWords = { readonly [K in keyof typeof viSurveyRest]: string };
/** Of faults, sending and thanks: exactly the keys of `viSurveySending`. */
export type SurveySendingWords = { readonly [K in keyof typeof viSurveySending]: string };
/** Sentences of a survey. A page loads the rest with the views that say them, so others must not ask for theirs. */
export type PlainSurveyWords = { readonly [K in keyof typeof viSurvey]: string };
export type SurveyWords = PlainSurveyWords & SurveyRestWords & SurveySendingWords;

export type Param = string | number;
export type Params = Readonly<Record<string, unknown>>;

/** Where the words keep what `rest` knows about errors beyond its sentences. */
export const FINER: unique symbol = Symbol('finer');
/** What `errorSentence` has found out about an issue. */
export interface About {
  readonly code: string;
  /** the control, or `choose` for every one that offers choices */
  readonly kind: string;
  readonly limit: unknown;
  readonly own: (name: string) => unknown;
  readonly words: Words;
}
/** Names more exact sentences, the best first, and what they need; `these` stands for a label that cannot stand in a sentence. */
export type Finer = (issue: IssueLike, field: FieldLike, about: About) => { readonly keys: readonly string[]; readonly params?: Params; readonly these?: string };
