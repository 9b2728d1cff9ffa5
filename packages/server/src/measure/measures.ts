// The measures of a period, per procedure and agency: what pages counted, and what the dossiers themselves say.
import { paymentStateOf, payingOf, type PaymentEvent, type StatusEvent, type StatusFacts } from '@dvc/core';
import { sql, type Kysely } from 'kysely';
import { dayInVietnam } from '../clock.js';
import type { Tables } from '../db/schema.js';
import type { Facts } from '../status/facts.js';
import { createCounters, type CountersOptions } from './counters.js';

export type Group = 'day' | 'month';
/** Sums alone; shares are `on-time/with-due`, `online/submitted`, `paid online/paid`, and nothing where nothing is below the line. */
export interface Measure {
  /** `YYYY-MM-DD` or `YYYY-MM` */
  period: string;
  document: string;
  title: string;
  agency: string;
  view: number;
  start: number;
  /** Pages of forms that were reached. */
  step: number;
  abandon: number;
  /** Surveys about it that were sent. */
  rate: number;
  /** Dossiers that were received, and those of them that nobody at a counter filled in. */
  submitted: number;
  submittedOnline: number;
  /** Payments that became due, those of them that are paid, and paid by other means than cash. */
  due: number;
  paid: number;
  paidOnline: number;
  /** Dossiers whose result came, those of them that had a day, and those that kept it. */
  finished: number;
  withDue: number;
  onTime: number;
}
type Sums = Exclude<keyof Measure, 'period' | 'document' | 'title' | 'agency'>;
export const SUMS: readonly Sums[] = ['view', 'start', 'step', 'abandon', 'rate', 'submitted', 'submittedOnline', 'due', 'paid', 'paidOnline', 'finished', 'withDue', 'onTime'];

export interface MeasuresOptions extends CountersOptions { db: Kysely<Tables>; facts: Facts }
const BATCH = 500;
const dayStart = (day: string): Date => new Date(`${day}T00:00:00+07:00`);

export function createMeasures(options: MeasuresOptions) {
  const { db, facts, forms } = options;

  /** The first instant of the result that stands at the end of this history, and whether it came in time. */
  function finishOf(known: StatusFacts, events: readonly StatusEvent[]): { at: number; late: boolean | undefined } | undefined {
    let at: number | undefined;
    for (let length = events.length; length > 0; length--) {
      const { key } = facts.viewOf(known, events.slice(0, length));
      if (key !== 'processed' && key !== 'resultReturned') break;
      at = events[length - 1]!.at;
    }
    if (at === undefined) return undefined;
    const { due } = facts.viewOf(known, events);
    return { at, late: due.due ? due.overdue : undefined };
  }

  /** @param from, to `YYYY-MM-DD`, both included */
  async function table(from: string, to: string, group: Group): Promise<Measure[]> {
    const [start, end] = [dayStart(from), new Date(dayStart(to).getTime() + 24 * 3_600_000)];
    const rows = new Map<string, Measure>();
    const titles = new Map<string, string>();
    async function titleOf(id: string): Promise<string> {
      let title = titles.get(id);
      if (title === undefined) titles.set(id, (title = (await forms.get(id, 'latest'))?.document?.title ?? id));
      return title;
    }
    async function add(day: string, document: string, agency: string, sums: Partial<Record<Sums, number>>): Promise<void> {
      const period = group === 'month' ? day.slice(0, 7) : day;
      const key = JSON.stringify([period, document, agency]);
      const title = await titleOf(document);
      const row = rows.get(key) ?? { period, document, title, agency, ...(Object.fromEntries(SUMS.map((name) => [name, 0])) as Record<Sums, number>) };
      for (const [name, count] of Object.entries(sums) as [Sums, number][]) row[name] += count;
      rows.set(key, row);
    }

    const counted = await db.selectFrom('counter_day').select(['day', 'document', 'agency', 'what', 'count']).where('day', '>=', from).where('day', '<=', to).execute();
    for (const { day, document, agency, what, count } of counted) await add(day, document, agency, { [what]: Number(count) });

    const received = await db.selectFrom('dossier').select(['document_id', 'agency', 'received_at', 'assistance']).where('received_at', '>=', start).where('received_at', '<', end).execute();
    for (const { document_id, agency, received_at, assistance } of received) {
      const counter = (assistance as { role?: string } | null)?.role === 'officer';
      await add(dayInVietnam(received_at), document_id, agency, { submitted: 1, submittedOnline: counter ? 0 : 1 });
    }

    const payments = await db.selectFrom('payment').innerJoin('dossier', 'dossier.id', 'payment.dossier').select(['payment.id', 'payment.created_at', 'dossier.document_id', 'dossier.agency', 'payment.phase']).where('payment.created_at', '>=', start).where('payment.created_at', '<', end).where('payment.phase', '<>', 'free').execute();
    for (let at = 0; at < payments.length; at += BATCH) {
      const some = payments.slice(at, at + BATCH);
      const ledgers = new Map(some.map(({ id }): [string, PaymentEvent[]] => [id, []]));
      for (const { payment, event } of await db.selectFrom('payment_event').select(['payment', 'event']).where('payment', 'in', [...ledgers.keys()]).orderBy('sequence').execute()) ledgers.get(payment)?.push(event as PaymentEvent);
      for (const { id, created_at, document_id, agency } of some) {
        const state = paymentStateOf(ledgers.get(id) ?? []);
        const paying = payingOf(state);
        const method = paying && state.intents.get(paying.intent)?.opened?.method;
        await add(dayInVietnam(created_at), document_id, agency, { due: 1, paid: paying ? 1 : 0, paidOnline: method !== undefined && method !== 'cash' ? 1 : 0 });
      }
    }

    // Whose history has a result in the period; which of several stands, the whole history says.
    const ready = await db.selectFrom('status_event').innerJoin('dossier', 'dossier.id', 'status_event.dossier').select(['dossier.id', 'code', 'document_id', 'document_version', 'agency', 'received_at']).distinct()
      .where('status_event.at', '>=', start).where('status_event.at', '<', end).where(sql<boolean>`event->>'type' = 'status' and event->>'code' in ('9', '10')`).execute();
    for (let at = 0; at < ready.length; at += BATCH) {
      const some = ready.slice(at, at + BATCH);
      const views = await facts.views(some);
      for (const [index, { facts: known, events }] of views.entries()) {
        const finish = finishOf(known, events);
        if (!finish || finish.at < start.getTime() || finish.at >= end.getTime()) continue;
        const { document_id, agency } = some[index]!;
        await add(dayInVietnam(new Date(finish.at)), document_id, agency, { finished: 1, withDue: finish.late === undefined ? 0 : 1, onTime: finish.late === false ? 1 : 0 });
      }
    }
    return [...rows.values()].sort((a, b) => (a.period + a.document + a.agency < b.period + b.document + b.agency ? -1 : 1));
  }

  return { ...createCounters(options), table };
}
export type Measures = ReturnType<typeof createMeasures>;
