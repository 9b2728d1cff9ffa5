// What a gateway says becomes lines of the ledger: the one road for notifications and for the answers to our own questions.
import { createHash } from 'node:crypto';
import { judge, keyOf, type Judgement, type News } from './gateways/gateway.js';
import type { Change, IntentRow } from './store.js';

type Log = (message: string, about: object) => void;

const short = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 27);

/**
 * Money came. A repetition of the same fact writes nothing; the same transaction told otherwise is a line of its own, so that the machine sees the contradiction.
 * @returns whether a line was written
 */
export function addPaid(change: Change, intent: string, transaction: string, amount: number, detail: object): boolean {
  const held = change.state.transactions.get(transaction);
  const id = !held || (held.amount === amount && held.intent === intent) ? `paid:${transaction}` : `paid:${transaction}:${amount}:${intent}`;
  return change.add({ type: 'paid', intent, transaction, amount }, { id, detail });
}

/** The first money of this intent, by the gateway's own number: empty when it gave none, and the reference stands for it. */
function paidBy({ state }: Change, { id, reference }: IntentRow): string | undefined {
  const paid = [...state.transactions.values()].filter((each) => each.intent === id).sort((a, b) => a.at - b.at)[0];
  return paid && (paid.id === reference ? '' : paid.id);
}

/** Judges genuine news under the lock of the payment and writes what follows; "seen" is committed with it. */
export async function absorb(change: Change, offer: string, intent: IntentRow, news: News, log: Log): Promise<Exclude<Judgement, 'error'>> {
  const { tx } = change;
  const keyHash = short(keyOf(news));
  const seen = await tx.selectFrom('payment_news').select('key_hash').where('offer', '=', offer).where('key_hash', '=', keyHash).executeTakeFirst();
  const paying = paidBy(change, intent);
  const verdict = judge(news, { amount: Number(intent.amount), seen: new Set(seen ? [keyOf(news)] : []), ...(paying === undefined ? {} : { paidBy: paying }) });
  if (verdict === 'wrong-amount' || verdict === 'second-charge') log('payment alarm', { alarm: verdict, offer, reference: intent.reference });
  if (verdict !== 'confirm' && verdict !== 'second-charge') return verdict;
  await tx.insertInto('payment_news').values({ offer, key_hash: keyHash, intent: intent.id, at: new Date(change.now) }).execute();
  write(change, intent, news, keyHash);
  return verdict;
}

function write(change: Change, { id: intent, amount, reference }: IntentRow, news: News, keyHash: string): void {
  const { state, outcome, bank, codes, transaction = reference } = news;
  const more = { id: `${state}:${keyHash}`, detail: { codes, outcome, ...(bank === undefined ? {} : { bank }) } };
  switch (state) {
    case 'paid': addPaid(change, intent, transaction, news.amount ?? Number(amount), more.detail); return;
    case 'failed': change.add({ type: 'failed', intent, reason: outcome }, more); return;
    case 'cancelled': change.add({ type: 'cancelled', intent, by: 'gateway' }, more); return;
    case 'expired': change.add({ type: 'expired', intent, by: 'gateway' }, more); return;
    case 'pending': case 'unclear': change.add({ type: 'asked', intent, answer: 'pending' }, more); return;
    // Of money that goes back we know by the refund itself; of an attempt without money it says that some is on its way.
    case 'refunding': if (!hasMoney(change, intent)) change.add({ type: 'asked', intent, answer: 'pending' }, more); return;
  }
}

const hasMoney = ({ state }: Change, intent: string) => [...state.transactions.values()].some((each) => each.intent === intent);

/** The answer to a question of ours: its news, and, where these end nothing, that we asked. */
export async function absorbAnswer(change: Change, intent: IntentRow, reply: { news: News } | 'none' | 'silent', log: Log): Promise<void> {
  if (typeof reply === 'string') {
    change.add({ type: 'asked', intent: intent.id, answer: reply });
    return;
  }
  const before = change.events.length;
  await absorb(change, intent.offer, intent, reply.news, log);
  // Told before, or of another amount: the question is asked all the same, and the next one comes later.
  if (change.events.length === before && !change.state.intents.get(intent.id)?.told && !hasMoney(change, intent.id)) change.add({ type: 'asked', intent: intent.id, answer: 'pending' });
}
