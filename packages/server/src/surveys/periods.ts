// Periods of reports. Results are told by whole periods alone: of two ranges that differ by a day, the difference would tell what the people of that day said.
import type { ReportPeriod, ResultsFilter } from '@dvc/core/survey/results.js';

const lastDay = (month: string): string => `${month}-${String(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate()).padStart(2, '0')}`;
export const monthTitle = (month: string): string => `Tháng ${Number(month.slice(5, 7))}/${month.slice(0, 4)}`;
/** @param months `YYYY-MM` */
export const monthPeriods = (months: readonly string[]): ReportPeriod[] => [...months].sort().map((month) => ({ id: month, title: monthTitle(month), from: `${month}-01`, to: lastDay(month) }));

/** The dates of a filter, widened to whole periods; months of the calendar where the host has none of its own. A date between two periods goes to the next one inside. */
export function widen(filter: ResultsFilter, periods: readonly ReportPeriod[] | undefined): ResultsFilter {
  const { from, to } = filter;
  const start = (day: string): string => (periods ? periods.find((each) => each.to >= day)?.from ?? day : `${day.slice(0, 7)}-01`);
  const end = (day: string): string => (periods ? periods.findLast((each) => each.from <= day)?.to ?? day : lastDay(day.slice(0, 7)));
  return { ...filter, ...(from === undefined ? {} : { from: start(from) }), ...(to === undefined ? {} : { to: end(to) }) };
}
