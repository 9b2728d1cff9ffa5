// When it is due, in sentences: truthful about lateness, and silent about days that nobody can reckon.
import type { StatusDocument } from '@dvc/core';
import { format } from '@dvc/locale';
import { dayText } from '../payment/times.js';
import type { StatusScene } from './scene.js';

export interface DueText {
  readonly main: string;
  /** How far it is. */
  readonly tag?: { readonly text: string; readonly tone: 'calm' | 'near' | 'late' };
  readonly notes: readonly string[];
  readonly apology?: StatusDocument;
}

/** undefined: nothing is to be said any more, because it ended without a result. */
export function dueText({ view, words, reckoned }: Pick<StatusScene, 'view' | 'words' | 'reckoned'>): DueText | undefined {
  if (!view) return undefined;
  const { clock, due, extended, apology } = view.due;
  const left = reckoned ? view.due.left : undefined, overdue = reckoned && view.due.overdue;
  // Without a calendar only a day that somebody has written is a day.
  const day = due && (reckoned || extended) ? dayText(due.date, words.lang) : undefined;
  const again = extended ? [apology ? words.extended : words.extendedNoPaper] : [];
  const paper = apology ? { apology } : {};
  if (clock === 'stopped') {
    if (view.key !== 'processed' && view.key !== 'resultReturned' || day === undefined || left === undefined) return undefined;
    const days = Math.abs(left);
    return { main: format(overdue ? (days ? words.doneLate : words.overdueToday) : left > 0 ? words.doneEarly : words.doneInTime, { n: days, date: day }), notes: [], ...paper };
  }
  if (clock === 'not-started') return { main: view.key === 'newlySubmitted' ? words.dueNoneNew : words.dueNone, notes: [] };
  if (day === undefined) return { main: due || isLimited(view.history) ? words.dueSlip : words.dueNone, notes: clock === 'paused' ? [words.clockPaused] : [] };
  if (clock === 'paused') {
    return {
      main: left !== undefined && left > 0 && !overdue ? format(words.clockPausedLeft, { n: left }) : words.clockPaused, notes: [format(words.wasDue, { date: day }), ...again], ...paper,
      ...(overdue ? { tag: late(left, words) } : {}),
    };
  }
  const main = format(due!.time ? words.dueAt : due!.certain ? words.dueOn : words.dueMaybe, { date: day, time: due!.time });
  return { main, notes: again, ...paper, ...(left === undefined ? {} : { tag: overdue ? late(left, words) : { text: left === 0 ? words.leftToday : format(words.leftDays, { n: left }), tone: left <= 1 ? 'near' : 'calm' } }) };
}

const late = (left: number | undefined, words: StatusScene['words']): NonNullable<DueText['tag']> => ({ text: left ? format(words.overdueDays, { n: -left }) : words.overdueToday, tone: 'late' });

const isLimited = (history: readonly { readonly type: string }[]): boolean => history.some((event) => event.type === 'accepted' && 'limit' in event);

/** `Hẹn trả ngày 24/12/2026 · còn 2 ngày làm việc` */
export const dueLine = ({ main, tag }: DueText): string => (tag ? `${main.replace(/\.$/, '')} · ${tag.text}` : main);
