import type { viPlain } from './vi.js';
import type { viMore } from './vi-more.js';
import type { viRest } from './vi-rest.js';
import type { viSending } from './vi-sending.js';

export type PlainWords = { readonly [K in keyof typeof viPlain]: string };
export type RestWords = { readonly [K in keyof typeof viRest]: string };
export type SendingWords = { readonly [K in keyof typeof viSending]: string };
/** Sentences of one locale. A page loads `rest` and `sending` with the views that say them, so others must not ask for theirs. */
export type Words = PlainWords & RestWords & SendingWords;
/** Sentences of the views that load on demand: exactly the keys of `viMore`. */
export type MoreWords = { readonly [K in keyof typeof viMore]: string };

export type Param = string | number;
export type Params = Readonly<Record<string, unknown>>;
