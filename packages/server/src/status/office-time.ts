// When offices are open: the host's data.
import type { Calendar } from '@dvc/schema';
import type { DueContext } from '@dvc/core';
import type { CodeLists } from '../code-lists.js';

export type OfficeTime = Pick<DueContext, 'calendar' | 'hours'>;

/** The calendar is the code list `holidays-vn` when the host gives none; a changed file counts from the next request. */
export function officeTimeOf(codeLists: CodeLists, given: Partial<OfficeTime> = {}): () => OfficeTime {
  return () => {
    const file = given.calendar ?? (codeLists('holidays-vn')?.list as Partial<Calendar> | undefined);
    const calendar: Calendar = file?.daysOff && file.workingSaturdays ? (file as Calendar) : { daysOff: [], workingSaturdays: [] };
    return { calendar, ...(given.hours ? { hours: given.hours } : {}) };
  };
}
