import type { JsonObject } from '../types.js';

export type Verdict = true | { reason: string; params?: JsonObject };

/** One kind of value, nearly always a text. Pure; no look-up of anything outside. */
export interface Format {
  readonly name: string;
  /** What a person typed → the answer that is kept: NFC, spaces and dots out of codes, `+84` → `0`, `1/2/1990` → `1990-02-01`. Text that cannot be read comes back trimmed, so that `check` refuses it. */
  normalize(text: string): string;
  /** Is the kept answer right? The same function serves the browser, Ajv in Node, and the command line. */
  check(value: string): Verdict;
  /** The same for a number, of the formats that are about numbers (`int32`); to the others any number is right. */
  checkNumber?(value: number): Verdict;
  /** Odd but allowed (an unknown ID prefix): shown, never stops. */
  warn?(value: string): Verdict;
  /** The kept answer as a clerk would write it: `01/02/1990`, `0912 345 678`. Defaults to the value. */
  display?(value: string): string;
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'text' | 'url';
}
