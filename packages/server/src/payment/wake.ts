// When the reconciliation looks at a payment next: the machine's own next look, and what our clock has to say itself.
import { isUnresolved, nextLookOf, UNRESOLVED_AFTER, type PaymentState } from '@dvc/core';
import type { IntentRow } from './store.js';

/** Its money shows on our own statement: every line is matched as it arrives, so nobody has to be asked until the attempt has ended on our side. */
export const isLocal = ({ method }: Pick<IntentRow, 'method'>): boolean => method === 'transfer' || method === 'qr';

/** Our clock may end it: its time is over and nobody has ended it. A transfer that the citizen says is made is not ended by a clock: the bank may be slow, so it is put before an officer. */
export function runsOut(state: PaymentState, { id, method, expires_at }: IntentRow): number | undefined {
  const intent = state.intents.get(id);
  if (!expires_at || !intent || intent.told || intent.assumed || hasMoney(state, id)) return undefined;
  return isLocal({ method }) && intent.leftAt !== undefined ? undefined : expires_at.getTime();
}

const hasMoney = (state: PaymentState, intent: string): boolean => [...state.transactions.values()].some((each) => each.intent === intent);

/** Whether the next look of the machine is a question that can bring something. */
export function lookOf(state: PaymentState, intents: readonly IntentRow[]): { intent: IntentRow; at: number } | undefined {
  const look = nextLookOf(state);
  const intent = look && intents.find(({ id }) => id === look.intent);
  if (!look || !intent) return undefined;
  return isLocal(intent) && !state.intents.get(intent.id)?.assumed ? undefined : { intent, at: look.at };
}

/** ms; undefined when there is nothing to wait for. */
export function wakeOf(state: PaymentState, intents: readonly IntentRow[], now: number): number | undefined {
  const times = intents.flatMap((intent) => runsOut(state, intent) ?? []);
  const look = lookOf(state, intents);
  if (look) times.push(look.at);
  // Something is unknown that is not asked about: the day on which an officer hears of it.
  else if (nextLookOf(state) && !isUnresolved(state, now)) times.push(...intents.flatMap(({ id, opened_at }) => {
    const since = Math.max(opened_at.getTime(), state.intents.get(id)?.leftAt ?? 0) + UNRESOLVED_AFTER;
    return since > now ? [since] : [];
  }));
  return times.length > 0 ? Math.min(...times) : undefined;
}
