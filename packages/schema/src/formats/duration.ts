import { clean } from './clean.js';
import type { Format } from './types.js';

const CLOCK = '(?:\\d+H(?:\\d+M(?:\\d+S)?)?|\\d+M(?:\\d+S)?|\\d+S)';
/** RFC 3339, appendix A: whole numbers, weeks alone, and no unit left out between two others. */
const DURATION = new RegExp(`^P(?:\\d+W|T${CLOCK}|(?:\\d+Y(?:\\d+M(?:\\d+D)?)?|\\d+M(?:\\d+D)?|\\d+D)(?:T${CLOCK})?)$`);

const DATE_UNITS = 'YMD', CLOCK_UNITS = 'HMS';
const VIETNAMESE: readonly [unit: string, word: string, others: string][] = [
  ['Y', 'năm', 'years?'], ['M', 'tháng', 'months?'], ['W', 'tuần', 'weeks?'], ['D', 'ngày', 'days?'], ['TH', 'giờ', 'tiếng|hours?'], ['TM', 'phút', 'minutes?'], ['TS', 'giây', 'seconds?'],
];
const WORD = new RegExp(`^(\\d+) ?(?:${VIETNAMESE.map(([, word, others]) => `(${word}|${others})`).join('|')})(?![\\p{L}\\p{M}])(?: ?(?:,|và|and))? ?`, 'u');

/** One half of a duration; what is missing between two units is none of them. */
function half(units: string, prefix: string, given: ReadonlyMap<string, string>): string {
  const used = [...units].map((unit) => given.has(prefix + unit));
  return [...units].map((unit, i) => (i >= used.indexOf(true) && i <= used.lastIndexOf(true) ? `${given.get(prefix + unit) ?? 0}${unit}` : '')).join('');
}

function compose(given: ReadonlyMap<string, string>): string {
  const weeks = given.get('W');
  if (weeks !== undefined && given.size === 1) return `P${weeks}W`;
  const all = weeks === undefined || weeks.length > 6 ? given : new Map([...given, ['D', String(+weeks * 7 + +(given.get('D') ?? 0))]]);
  const clock = half(CLOCK_UNITS, 'T', all);
  return `P${half(DATE_UNITS, '', all)}${clock && `T${clock}`}`;
}

/** `2 giờ 30 phút`, `1 năm, 6 tháng`, `3 days` → the number of each unit; undefined when it is anything else. */
function inWords(text: string): Map<string, string> | undefined {
  const given = new Map<string, string>();
  let rest = text.toLowerCase().replace(/\s+/g, ' ');
  while (rest) {
    const read = WORD.exec(rest);
    const unit = read && VIETNAMESE[read.slice(2).findIndex((word) => word !== undefined)]![0];
    if (!unit || given.has(unit)) return undefined;
    given.set(unit, read[1]!);
    rest = rest.slice(read[0].length);
  }
  return given.size ? given : undefined;
}

function unitsOf(value: string): Map<string, string> {
  const [days = '', clock = ''] = value.slice(1).split('T');
  return new Map([...days.matchAll(/(\d+)(\D)/g), ...clock.matchAll(/(\d+)(\D)/g)].map(([, number, unit], i) => [i < (days.match(/\D/g)?.length ?? 0) ? unit! : `T${unit!}`, number!]));
}

function normalize(text: string): string {
  const plain = clean(text);
  if (DURATION.test(plain)) return plain;
  // `P1Y2D` is a duration of ISO 8601 (and of Ajv), only not of RFC 3339: it means the same with its `0M`.
  const iso = /^P(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$/i.test(plain) ? unitsOf(plain.toUpperCase()) : undefined;
  const given = iso?.size ? iso : inWords(plain);
  const made = given ? compose(given) : plain;
  return DURATION.test(made) ? made : plain;
}

function display(value: string): string {
  if (!DURATION.test(value)) return value;
  const said = (all: [string, string][]) => all.map(([unit, number]) => `${number} ${VIETNAMESE.find(([each]) => each === unit)![1]}`).join(' ');
  const units = [...unitsOf(value)];
  // A `0M` that only fills a gap is not said.
  const short = said(units.filter(([, number]) => +number > 0));
  return normalize(short) === value ? short : said(units);
}

/** A length of time, `P3DT4H`; typed and shown in words: `3 ngày 4 giờ`. */
export const duration: Format = {
  name: 'duration',
  normalize,
  check: (value) => DURATION.test(value) || { reason: 'pattern' },
  display,
  inputMode: 'text',
};
