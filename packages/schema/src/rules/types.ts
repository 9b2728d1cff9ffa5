import type { Json } from '../types.js';

/** Working-day facts: data of the host or of a code list, never constants in code. */
export interface Calendar {
  daysOff: readonly string[];
  /** Weekend days that are worked in exchange for a day off. */
  workingSaturdays: readonly string[];
  /** The days that are known; a date outside is reckoned without holidays that nobody has announced yet. */
  covers?: { from: string; to: string };
  source?: string;
}

export interface RuleContext {
  /** A pointer (`/child/birthDate`) reads from the root, a bare name (`birthDate`, `name/first`) from the row of `each`. Own properties only; pruned values. */
  read(name: string): Json | undefined;
  /** `YYYY-MM-DD` in Asia/Ho_Chi_Minh, from the back end's clock. */
  today: string;
  calendar?: Calendar;
}

export interface Operator {
  readonly name: string;
  /** [least, most] number of arguments */
  readonly arity: readonly [number, number];
  /** Vietnamese and English one-liners for the officer's editor. */
  readonly description: { vi: string; en: string };
  /** Not for those that choose which operands are evaluated (`var`, `if`, `and`, the lists): the evaluator has them. */
  apply?(args: readonly (Json | undefined)[], context: RuleContext): Json | undefined;
}
