import { date } from './date.js';
import { email } from './email.js';
import { partialDate } from './partial-date.js';
import { passport } from './passport.js';
import { personName } from './person-name.js';
import { personalId } from './personal-id.js';
import { phone } from './phone.js';
import { rarer } from './rarer.js';
import { taxCode } from './tax-code.js';
import { times } from './times.js';
import type { Format } from './types.js';

/** Every format that the language knows, by name. Without a prototype: `formats['constructor']` is undefined. */
export const formats: Readonly<Record<string, Format>> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.assign(/* @__PURE__ */ Object.create(null) as Record<string, Format>, {
    date, email, 'partial-date': partialDate, passport, 'person-name': personName, 'personal-id': personalId, phone, 'tax-code': taxCode, ...times, ...rarer,
  }),
);

export { personalIdFacts } from './personal-id.js';
export { isPartialDate } from '../calendar/day.js';
export { fold, foldTone, sameText } from './fold.js';
export { formatMoney, numberFormat, numberParse, parseMoney } from './money.js';
export type { Format, Verdict } from './types.js';
