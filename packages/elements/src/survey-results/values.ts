// Figures as a reader of `lang` has them. Shares are reckoned in whole numbers, so that no half is lost to a double.
import type { IndexResult } from '@dvc/core/survey/results.js';
import { format, number } from '@dvc/locale';
import type { ResultsWords } from '@dvc/locale/vi-results.js';

export function decimals(value: number, digits: number, lang: string): string {
  return new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value).replace('-', '−');
}

/** `48,0%`: tenths, half up. */
export const percent = (count: number, n: number, lang: string): string => `${decimals(n > 0 ? Math.floor((count * 2000 + n) / (2 * n)) / 10 : 0, 1, lang)}%`;
export const whole = (value: number, lang: string): string => number(value, lang);

/** What stands in place of answers that are not told. Fewer than five, or told by what they leave: which of both it is would tell again. */
export const few = (words: ResultsWords, minSample: number): string => format(words.few, { n: minSample }, words.lang);

/** `76,00%`, `4,24`, `13,70 điểm`, `−37,50` */
export function indexText({ value, unit }: Pick<IndexResult, 'unit'> & { readonly value: number }, words: ResultsWords): string {
  const text = decimals(value, 2, words.lang);
  return unit === 'percent' ? `${text}%` : unit === 'points' ? format(words.unitPoints, { value: text }) : text;
}

/** Why an index has no value. */
export function indexGap(index: Pick<IndexResult, 'n'> & Partial<Pick<IndexResult, 'missing'>>, words: ResultsWords, minSample: number): string {
  if (index.missing?.length) return format(words.missing, { list: index.missing.join('; ') });
  return index.n === 0 ? words.indexNone : few(words, minSample);
}

/** The axis of an index: from where to where, and where zero stands on it. */
export interface Axis { readonly from: number; readonly to: number; readonly ticks: readonly number[] }
export function axisOf({ unit, max }: Pick<IndexResult, 'unit' | 'max'>, values: readonly (number | null)[]): Axis {
  if (unit === 'nps') return { from: -100, to: 100, ticks: [-100, -50, 0, 50, 100] };
  const to = unit === 'percent' ? 100 : unit === 'points' && max ? max : Math.max(5, Math.ceil(Math.max(0, ...values.map((value) => value ?? 0))));
  const ticks = unit === 'score' ? Array.from({ length: to + 1 }, (_, i) => i).filter((i) => to <= 10 || i % Math.ceil(to / 10) === 0) : [0, 0.25, 0.5, 0.75, 1].map((part) => part * to);
  return { from: 0, to, ticks };
}
export const onAxis = (value: number, { from, to }: Axis): number => Math.min(1, Math.max(0, (value - from) / (to - from)));
export function tickText(value: number, unit: IndexResult['unit'], lang: string): string {
  const text = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(value).replace('-', '−');
  return unit === 'percent' ? `${text}%` : text;
}
