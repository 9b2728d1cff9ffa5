import type { vi } from './vi.js';
import type { viMore } from './vi-more.js';

/** Sentences of one locale: exactly the keys of `vi`. */
export type Words = { readonly [K in keyof typeof vi]: string };
/** Sentences of the views that load on demand: exactly the keys of `viMore`. */
export type MoreWords = { readonly [K in keyof typeof viMore]: string };

export type Param = string | number;
export type Params = Readonly<Record<string, unknown>>;
