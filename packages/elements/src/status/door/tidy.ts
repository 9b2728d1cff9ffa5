// What people type, as it is meant: with spaces, dots, small letters, dashes of a word processor.
import type { SecondFactor } from '@dvc/core';

const DASHES = /[‐‑‒–—−]/g;

/** `h99.01 - 261121 - 0042` → `H99.01-261121-0042`. Dots stay: they are part of an agency's code. */
export const tidyCode = (text: string): string => text.normalize('NFKC').replace(DASHES, '-').replace(/\s+/g, '').toLocaleUpperCase('en');

/** Digits and letters alone. */
export function tidyFactor(kind: SecondFactor['kind'], text: string): string {
  const plain = text.normalize('NFKC').replace(/[\s.,_-]|[‐‑‒–—−]/g, '');
  return kind === 'secret' ? plain.toLocaleUpperCase('en') : plain;
}
