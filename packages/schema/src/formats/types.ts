import type { JsonObject } from '../types.js';

export type Verdict = true | { reason: string; params?: JsonObject };

/** One kind of text value. Pure; no look-up of anything outside. */
export interface Format {
  readonly name: string;
  /** What a person typed → the answer that is kept: NFC, spaces and dots out of codes, `+84` → `0`, `1/2/1990` → `1990-02-01`. Text that cannot be read comes back trimmed, so that `check` refuses it. */
  normalize(text: string): string;
  /** Is the kept answer right? The same function serves the browser, Ajv in Node, and the command line. */
  check(value: string): Verdict;
  /** Odd but allowed (an unknown ID prefix): shown, never stops. */
  warn?(value: string): Verdict;
  /** The kept answer as a clerk would write it: `01/02/1990`, `0912 345 678`. Defaults to the value. */
  display?(value: string): string;
  inputMode?: 'numeric' | 'tel' | 'email' | 'text' | 'url';
}
