// What of a history is told to its citizen, and what is the same news in other words.
import type { StatusEvent } from '@dvc/core';

/** Every message that has words of its own. Those with `due` in them always know a day. */
export const templateKeys = [
  'status-1', 'status-2', 'status-3', 'status-4', 'status-5', 'status-6', 'status-7', 'status-8', 'status-9', 'status-10', 'status-other',
  'accepted', 'accepted-due', 'supplement-asked', 'supplement-asked-due', 'supplement-answered', 'paused', 'resumed', 'extended',
  'payment-asked', 'payment-asked-due', 'payment-settled', 'withdraw-asked', 'withdraw-refused', 'resubmitted',
  'document', 'document-result', 'posted-sent', 'posted-delivered', 'posted-returned',
] as const;
export type TemplateKey = (typeof templateKeys)[number];

/** Those whose words may say {due}. */
export const hasDue = (key: string): boolean => key.endsWith('-due') || key === 'extended';

export interface Told {
  event: StatusEvent;
  key: TemplateKey;
  /** The same for a code and for the event that says the same with more: `supplement-asked` and code 5. */
  about: string;
  /** `YYYY-MM-DD` */
  due?: string;
}

/** The ten national codes. */
const national = (code: string) => /^([1-9]|10)$/.test(code);
const withDue = (event: StatusEvent, key: 'accepted' | 'supplement-asked' | 'payment-asked', about: string, due: string | undefined): Told => (due === undefined ? { event, key, about } : { event, key: `${key}-due`, about, due });

/**
 * Undefined: nobody is written to about it. The slip and the apology come with what they are about.
 * @param promised the day that the agency has promised by now
 */
export function toldBy(event: StatusEvent, promised: string | undefined): Told | undefined {
  switch (event.type) {
    case 'status': {
      const key = national(event.code) ? `status-${event.code}` as TemplateKey : 'status-other';
      return { event, key, about: key === 'status-other' ? `status:${event.code}` : key };
    }
    case 'accepted': return withDue(event, 'accepted', 'status-2', promised);
    case 'supplement-asked': return withDue(event, 'supplement-asked', 'status-5', event.until);
    case 'payment-asked': return withDue(event, 'payment-asked', 'status-6', event.due);
    case 'withdraw-asked': return { event, key: 'withdraw-asked', about: 'status-7' };
    case 'extended': return { event, key: 'extended', about: 'extended', due: event.due };
    case 'posted': return { event, key: `posted-${event.state}`, about: `posted-${event.state}` };
    case 'document':
      if (event.document.kind === 'result') return { event, key: 'document-result', about: 'status-9' };
      return event.document.kind === 'notice' ? { event, key: 'document', about: `document:${event.document.id}` } : undefined;
    case 'supplement-answered': case 'paused': case 'resumed': case 'payment-settled': case 'withdraw-refused': case 'resubmitted': return { event, key: event.type, about: event.type };
  }
}

/** Of what comes together, each news once: by the event that says most of it. */
export function distinct(told: readonly Told[]): Told[] {
  const made = new Map<string, Told>();
  for (const each of told) {
    const held = made.get(each.about);
    // The last of its kind, unless only an earlier one knows the day.
    if (!held || each.due !== undefined || held.due === undefined) { made.delete(each.about); made.set(each.about, each); }
  }
  return [...made.values()];
}

/** ms within which the same news is not said again */
const SOON = 10 * 60_000;

/**
 * Is this what was said last? A code is repeated whenever the holder changes, and may come beside the event that says the same; a second request is news, however alike the words are.
 * @param last what this citizen was last told by this way
 */
export function saidAlready({ event, about, due }: Told, last: { about: string; due: string | null; at: Date } | undefined, now: Date): boolean {
  if (last?.about !== about || (due !== undefined && due !== last.due)) return false;
  return event.type === 'status' || now.getTime() - last.at.getTime() < SOON;
}
