import { table as common } from './common.js';
import { table as people } from './people.js';
import { table as rarer } from './rarer.js';
import { table as times } from './times.js';
import type { Format } from './types.js';

/** Every format that the language knows, by name. Without a prototype: `formats['constructor']` is undefined. */
export const formats: Readonly<Record<string, Format>> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.assign(/* @__PURE__ */ Object.create(null) as Record<string, Format>, { ...common, ...people, ...times, ...rarer }),
);

export { personalIdFacts } from './personal-id.js';
export { isPartialDate } from '../calendar/day.js';
export { fold, foldTone, sameText } from './fold.js';
export { formatMoney, numberFormat, numberParse, parseMoney } from './money.js';
export type { Format, Verdict } from './types.js';
