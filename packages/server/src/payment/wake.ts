// When the reconciliation looks at a payment next: the machine's own next look, and what our clock has to say itself.
import { isUnresolved, lookDelay, nextLookOf, UNRESOLVED_AFTER, type PaymentState } from '@dvc/core';
import type { IntentRow } from './store.js';

/** Its money shows on our own statement: every line is matched as it arrives, so nobody has to be asked until the attempt has ended on our side. */
export const isLocal = ({ method }: Pick<IntentRow, 'method'>): boolean => method === 'transfer' || method === 'qr';

/** Our clock may end it: its time is over and nobody has ended it. A transfer that the citizen says is made is not ended by a clock: the bank may be slow, so it is put before an officer. */
export function runsOut(state: PaymentState, { id, method, expires_at }: IntentRow): number | undefined {
  const intent = state.intents.get(id);
  if (!expires_at || !intent || intent.told || intent.assumed || hasMoney(state, id)) return undefined;
  return isLocal({ method }) && intent.leftAt !== undefined ? undefined : expires_at.getTime();
}

export const hasMoney = (state: PaymentState, intent: string): boolean => [...state.transactions.values()].some((each) => each.intent === intent);

/** The next look of the machine that is a question which can bring something: a transfer that is waited for must not hide the card payment of another attempt. */
export function lookOf(state: PaymentState, intents: readonly IntentRow[]): { intent: IntentRow; at: number } | undefined {
  const rowOf = (id: string) => intents.find((row) => row.id === id);
  const look = nextLookOf(state, ({ id, assumed }) => { const row = rowOf(id); return row !== undefined && (!isLocal(row) || assumed !== undefined); });
  return look && { intent: rowOf(look.intent)!, at: look.at };
}

/**
 * A gateway takes money for an order until the order's own time is over, also from a tab in which nobody saw the attempt being cancelled: "I know of no such payment" is its last word only from then on.
 * What a clock of ours ended is asked about then anyway.
 */
export function lastLookOf(state: PaymentState, intents: readonly IntentRow[]): { intent: IntentRow; at: number } | undefined {
  const looks = intents.flatMap((row) => {
    const intent = state.intents.get(row.id);
    const over = row.expires_at?.getTime();
    if (!intent?.assumed || intent.told || row.method !== 'redirect' || over === undefined || hasMoney(state, row.id)) return [];
    const asks = [...intent.asks.values()].filter(({ at }) => at >= over);
    if (asks.some(({ answer }) => answer !== 'silent')) return [];
    return [{ intent: row, at: asks.length > 0 ? Math.max(...asks.map(({ at }) => at)) + lookDelay(asks.length) : over }];
  });
  return looks.sort((a, b) => a.at - b.at)[0];
}

/** ms; undefined when there is nothing to wait for. */
export function wakeOf(state: PaymentState, intents: readonly IntentRow[], now: number): number | undefined {
  const times = intents.flatMap((intent) => runsOut(state, intent) ?? []);
  const look = lookOf(state, intents);
  const last = lastLookOf(state, intents);
  if (last) times.push(last.at);
  if (look) times.push(look.at);
  // Something is unknown that is not asked about: the day on which an officer hears of it.
  else if (nextLookOf(state) && !isUnresolved(state, now)) times.push(...intents.flatMap(({ id, opened_at }) => {
    const since = Math.max(opened_at.getTime(), state.intents.get(id)?.leftAt ?? 0) + UNRESOLVED_AFTER;
    return since > now ? [since] : [];
  }));
  return times.length > 0 ? Math.min(...times) : undefined;
}
