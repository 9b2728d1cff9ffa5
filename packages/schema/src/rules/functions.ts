import { addDays, addMonths, ageOn, daysBetween, monthsBetween, parts } from '../calendar/civil-date.js';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.js';
import { fold, sameText } from '../formats/fold.js';
import { isPartialDate } from '../calendar/day.js';
import type { Json } from '../types.js';
import type { RuleContext } from './types.js';

type Value = Json | undefined;
/** [least, most, function]. No operand is ever absent here; what cannot be reckoned is undefined. */
export type Fn = readonly [number, number, (args: readonly Json[], context: RuleContext) => Value];

/** Generated sentences are short; a loop of `cat` must not fill the memory. */
const LONGEST_TEXT = 100_000;
const MANY = 64;

export const truth = (value: Value): boolean | undefined =>
  value === undefined ? undefined : value !== false && value !== null && value !== 0 && value !== '' && !(Array.isArray(value) && !value.length);

/** Integers stay exact or are refused, also on the way: đồng are counted, not measured. */
const exact = (value: number): number => (Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value || 0 : NaN);
const reckon = (least: number, most: number, of: (args: readonly number[]) => number): Fn => [least, most, (args) => {
  if (!args.every((arg): arg is number => typeof arg === 'number')) return undefined;
  const value = exact(of(args));
  return Number.isNaN(value) ? undefined : value;
}];
/** Half goes away from zero, at a decimal place (negative: tens, hundreds). Shifted as text, so that 1.005 is exact. */
const rounded = (how: (value: number) => number, x: number, places = 0): number => {
  const shift = (value: number, by: number) => { const [digits, exponent = '0'] = String(value).split('e'); return Number(`${digits}e${Number(exponent) + by}`); };
  return Number.isInteger(places) && Math.abs(places) < 16 ? shift(how(shift(x, places)), -places) : NaN;
};
const rounding = (how: (value: number) => number) => reckon(1, 2, ([x, places]) => rounded(how, x as number, places));

function same(a: Value, b: Value, depth = 0): boolean {
  if (depth > 64 || a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && same((a as Record<string, Json>)[name], (b as Record<string, Json>)[name], depth + 1));
}
const ordered = (test: (order: number) => boolean): Fn => [2, 2, ([a, b]) =>
  (typeof a === 'number' && typeof b === 'number') || (typeof a === 'string' && typeof b === 'string') ? test(a < b ? -1 : a > b ? 1 : 0) : undefined];

const text = (least: number, most: number, of: (text: string, ...rest: Json[]) => Value): Fn => [least, most, ([first, ...rest]) =>
  (typeof first === 'string' ? of(first, ...rest) : undefined)];
const twoTexts = (of: (a: string, b: string) => Value) => text(2, 2, (a, b) => (typeof b === 'string' ? of(a, b) : undefined));

/** A partial date reaches from its first to its last day: `1960` is after nothing of 1960. */
const notAfter = (a: string, b: string): Value =>
  isPartialDate(a) && isPartialDate(b) ? a.padEnd(10, '-01-01'.slice(a.length - 4)) <= b.padEnd(10, '-12-31'.slice(b.length - 4)) : undefined;
const between = (of: (from: string, to: string) => number | undefined) => twoTexts(of);
const shifted = (of: (date: string, by: number, context: RuleContext) => string | undefined): Fn => [2, 2, ([date, by], context) =>
  (typeof date === 'string' && typeof by === 'number' && Number.isInteger(by) ? of(date, by, context) : undefined)];

export const functions: Readonly<Record<string, Fn>> = {
  '+': reckon(1, MANY, (args) => args.reduce((a, b) => exact(a + b), 0)),
  '-': reckon(1, 2, ([a, b]) => (b === undefined ? -(a as number) : (a as number) - b)),
  '*': reckon(1, MANY, (args) => args.reduce((a, b) => exact(a * b), 1)),
  '/': reckon(2, 2, ([a, b]) => (a as number) / (b as number)),
  '%': reckon(2, 2, ([a, b]) => (a as number) % (b as number)),
  min: reckon(1, MANY, (args) => Math.min(...args)),
  max: reckon(1, MANY, (args) => Math.max(...args)),
  abs: reckon(1, 1, ([a]) => Math.abs(a as number)),
  round: rounding((x) => Math.sign(x) * Math.round(Math.abs(x))),
  floor: rounding(Math.floor),
  ceil: rounding(Math.ceil),

  '==': [2, 2, ([a, b]) => same(a, b)],
  '!=': [2, 2, ([a, b]) => !same(a, b)],
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
  'not-after': twoTexts(notAfter),
  'not-before': twoTexts((a, b) => notAfter(b, a)),
  not: [1, 1, ([a]) => !truth(a)],

  cat: [1, MANY, (args) => {
    const made = args.some((arg) => typeof arg === 'object') ? undefined : args.join('');
    return made !== undefined && made.length <= LONGEST_TEXT ? made : undefined;
  }],
  upper: text(1, 1, (a) => a.toUpperCase()),
  lower: text(1, 1, (a) => a.toLowerCase()),
  trim: text(1, 1, (a) => a.trim().replace(/\s+/g, ' ')),
  fold: text(1, 1, fold),
  'same-text': twoTexts(sameText),
  length: [1, 1, ([a]) => (typeof a === 'string' ? [...a].length : Array.isArray(a) ? a.length : undefined)],
  substr: text(2, 3, (a, from, count) => {
    if (!Number.isInteger(from) || (count !== undefined && !(Number.isInteger(count) && (count as number) >= 0))) return undefined;
    const rest = [...a].slice(from as number);
    return rest.slice(0, count as number | undefined).join('');
  }),
  in: [2, 2, ([a, b]) => (Array.isArray(b) ? b.some((item) => same(a, item)) : typeof a === 'string' && typeof b === 'string' ? b.includes(a) : undefined)],

  today: [0, 0, (_, context) => context.today],
  days: between(daysBetween),
  months: between(monthsBetween),
  years: between((from, to) => { const months = monthsBetween(from, to); return months === undefined ? months : Math.trunc(months / 12) || 0; }),
  age: [1, 2, ([birth, on], context) => (typeof birth === 'string' ? ageOn(birth, typeof on === 'string' ? on : on === undefined ? context.today : '') : undefined)],
  'add-days': shifted(addDays),
  'add-months': shifted(addMonths),
  year: text(1, 1, (a) => (isPartialDate(a) ? +a.slice(0, 4) : undefined)),
  month: text(1, 1, (a) => (isPartialDate(a) && a.length > 4 ? +a.slice(5, 7) : undefined)),
  day: text(1, 1, (a) => parts(a)?.[2]),
  'add-working-days': shifted((date, by, { calendar }) => calendar && addWorkingDays(date, by, calendar)),
  'working-days': [2, 2, ([from, to], { calendar }) =>
    (calendar && typeof from === 'string' && typeof to === 'string' ? workingDaysBetween(from, to, calendar) : undefined)],
};
