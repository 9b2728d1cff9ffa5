// Asks a gateway what became of an attempt. No transaction is open meanwhile.
import { randomBytes } from 'node:crypto';
import type { Asked } from './gateways/gateway.js';
import { absorbAnswer } from './news.js';
import type { Change, Held, IntentRow } from './store.js';
import type { Till } from './till.js';
import { lastLookOf, lookOf, runsOut } from './wake.js';

/** ms between two questions about one attempt that somebody's page asks for */
const PAUSE = 5_000;

export interface Asking {
  /** Asks now and writes the answer; several callers at once share one question. */
  ask(payment: string, intent: IntentRow): Promise<void>;
  /** What our own clock has to say, then the question that is due. `byPage`: also before its time, unless it was just asked. */
  tend(payment: string, byPage?: boolean): Promise<void>;
}

export const newRequestId = (): string => randomBytes(16).toString('hex');
export const questionOf = ({ reference, amount, opened_at, ip }: IntentRow, now: Date) => ({ reference, amount: Number(amount), createdAt: opened_at, at: now, ip, requestId: newRequestId() });

/** Our clock has something to say that nobody has written yet. */
export const isOverdue = ({ state, intents }: Held, now: number): boolean => intents.some((intent) => (runsOut(state, intent) ?? Infinity) <= now);

/** Ends what has run out. What ended is asked about at once: the browser may have been at the bank without our knowing. */
function expire(change: Change): IntentRow[] {
  const over = change.intents.filter((intent) => (runsOut(change.state, intent) ?? Infinity) <= change.now);
  for (const { id } of over) change.add({ type: 'expired', intent: id, by: 'clock' }, { id: `clock:${id}` });
  return over.filter(({ method }) => method !== 'cash');
}

const lastAsk = (change: Change, intent: string): number => Math.max(-Infinity, ...[...change.state.intents.get(intent)?.asks.values() ?? []].map(({ at }) => at));

function due(change: Change, byPage: boolean): IntentRow | undefined {
  const look = lookOf(change.state, change.intents);
  if (look && (byPage ? change.now - lastAsk(change, look.intent.id) >= PAUSE : look.at <= change.now)) return look.intent;
  const last = lastLookOf(change.state, change.intents);
  return last && last.at <= change.now ? last.intent : undefined;
}

export function createAsking({ store, offers, now, log }: Pick<Till, 'store' | 'offers' | 'now' | 'log'>): Asking {
  const underWay = new Map<string, Promise<void>>();

  async function exchange(payment: string, intent: IntentRow): Promise<void> {
    const offer = offers.get(intent.offer);
    // Taken out of the settings while somebody was paying by it.
    if (!offer) log('payment alarm', { alarm: 'offer-gone', offer: intent.offer, reference: intent.reference });
    const reply: Asked = await offer?.gateway.ask(questionOf(intent, now())).catch((): Asked => ({ kind: 'unclear', reason: 'error' })) ?? { kind: 'unclear', reason: 'offer-gone' };
    await store.change(payment, (change) => absorbAnswer(change, intent, reply.kind === 'news' ? reply : reply.kind === 'not-found' ? 'none' : 'silent', log));
  }

  function ask(payment: string, intent: IntentRow): Promise<void> {
    const running = underWay.get(intent.id);
    if (running) return running;
    const made = exchange(payment, intent).finally(() => { underWay.delete(intent.id); });
    underWay.set(intent.id, made);
    return made;
  }

  async function tend(payment: string, byPage = false): Promise<void> {
    const questions = await store.change(payment, (change) => {
      const ended = expire(change);
      const next = due(change, byPage);
      return next && !ended.some(({ id }) => id === next.id) ? [...ended, next] : ended;
    });
    for (const intent of questions ?? []) await ask(payment, intent);
  }

  return { ask, tend };
}
