// The first thing on the page: what the citizen must do now, or that there is nothing to do.
import type { StatusEvent, StatusView } from '@dvc/core';
import { amount, format, type StatusWords } from '@dvc/locale';
import { dayText } from '../payment/times.js';
import { backendNow, type StatusScene } from './scene.js';

export type Tone = 'calm' | 'act' | 'good' | 'bad';

/** The label of the status: one of the ten, or the agency's own words. */
export const labelOf = ({ key, text, code }: Pick<StatusView, 'key' | 'text' | 'code'>, words: StatusWords): string => (key ? words[key] : text ?? code);

/** Of a citizen's open payments, đồng. */
export const owed = ({ task }: StatusView): number => (task.kind === 'pay' ? task.payments.reduce((sum, each) => sum + each.amount, 0) : 0);

export function headline(view: StatusView, words: StatusWords): string {
  const { task, key, posted } = view;
  switch (task.kind) {
    case 'supplement': return task.until ? format(words.supplementUntil, { date: dayText(task.until, words.lang) }) : words.supplementTitle;
    case 'pay': return owed(view) > 0 ? format(words.payTitle, { amount: amount(owed(view), words.lang) }) : words.payTitleOpen;
    case 'collect': return posted?.state === 'returned' ? words.postedBackTitle : words.collectTitle;
    case 'read-reason': return key === 'notReceived' ? words.reasonNotReceived : words.reasonStopped;
    case 'rate': return words.rateTitle;
    case 'nothing': return key === 'processed' && posted?.state === 'sent' ? words.postedTitle : words.nothingTitle;
  }
}

export const toneOf = ({ task, key }: StatusView): Tone =>
  (task.kind === 'supplement' || task.kind === 'pay' ? 'act' : task.kind === 'read-reason' ? 'bad' : task.kind === 'collect' || task.kind === 'rate' || key === 'processed' ? 'good' : 'calm');

/** One plain sentence about the status itself. Nothing where the headline has said it all. */
export function saysOf(view: StatusView, words: StatusWords): string | undefined {
  const { key, task, due, turn } = view;
  if (!key) return words.unknownSays;
  if (task.kind === 'read-reason' || task.kind === 'collect') return undefined;
  if (due.clock === 'paused' && task.kind === 'nothing' && key !== 'supplementRequired') return words.pausedSays;
  // The code stays as it was until the agency goes on.
  if (key === 'supplementRequired' && task.kind === 'nothing' && turn === 'agency') return words.supplementAnsweredSays;
  if (key === 'paymentRequired' && task.kind === 'nothing') return words.paymentSettledSays;
  return words[`${key}Says`];
}

/** Why it was not taken, or stopped: the agency's own words. */
export function reasonOf({ history, key }: StatusView): string | undefined {
  const code = key === 'notReceived' ? '3' : '8';
  return history.findLast((event): event is StatusEvent & { note: string } => event.type === 'status' && event.code === code && event.note !== undefined)?.note;
}

/** The day for the supplement has passed. */
export const isPast = (scene: StatusScene, day: string | undefined): boolean => day !== undefined && day < new Date(backendNow(scene) + 7 * 3_600_000).toISOString().slice(0, 10);
