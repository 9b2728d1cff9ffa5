// Money goes back: the citizen asks, knowing the look-up secret; an officer decides; the gateway, or a person, sends it.
import { timingSafeEqual } from 'node:crypto';
import type { PaymentState, RefundRequest } from '@dvc/core';
import { newRequestId, questionOf } from './asking.js';
import type { Refunded } from './gateways/gateway.js';
import { dossierCodeOf, randomId, type Change } from './store.js';
import type { Till } from './till.js';

/** wrong secrets within `WINDOW`, then nobody may try until it is over */
const TRIES = 5;
const WINDOW = 15 * 60_000;
/** ms after which a call to the gateway that nobody finished counts as broken off */
const CALL = 60_000;

export type AskedRefund = { kind: 'asked' | 'nothing' | 'secret' | 'not-found' } | { kind: 'attempts'; seconds: number };
export type Decision = 'approve' | 'refuse' | 'done';
export type Decided = { state: 'done' | 'refused' | 'taken' | 'by-hand' | 'unclear' | 'asked' | 'not-found' | 'changed'; reason?: string };

/** What can be asked for: money beside the payment first (it came twice, or did not fit), else what paid. One open wish per transaction. */
function wanted(state: PaymentState, paying: string | undefined): { transaction: string; amount: number }[] {
  const refunds = [...state.refunds.values()];
  const kept = [...state.transactions.values()].flatMap(({ id, amount }) => {
    const left = amount - refunds.reduce((sum, each) => sum + (each.transaction === id ? each.done ?? 0 : 0), 0);
    const open = refunds.some((each) => each.transaction === id && each.done === undefined && !each.refused);
    return left > 0 && !open ? [{ transaction: id, amount: left }] : [];
  });
  const stray = kept.filter(({ transaction }) => transaction !== paying);
  return stray.length > 0 ? stray : kept;
}

export function createRefunds({ db, store, offers, secrets, now }: Till, payingOf: (state: PaymentState) => { id: string } | undefined) {
  const sealKey = (id: string) => `refund:${id}`;

  async function ask(payment: string, { lookupSecret, ...personal }: RefundRequest): Promise<AskedRefund> {
    return (await store.change(payment, async (change): Promise<AskedRefund> => {
      const seconds = await blockedFor(change);
      if (seconds > 0) return { kind: 'attempts', seconds };
      if (!(await isSecret(change, lookupSecret))) return { kind: 'secret' };
      const wishes = wanted(change.state, payingOf(change.state)?.id);
      for (const { transaction, amount } of wishes) {
        const id = randomId(12);
        await change.tx.insertInto('payment_refund').values({
          id, payment, transaction, amount, state: 'asked', sealed: secrets.seal(sealKey(id), JSON.stringify(personal)), created_at: new Date(change.now),
        }).execute();
        change.add({ type: 'refund-asked', refund: id, transaction, amount }, { id: `refund-asked:${id}` });
      }
      return { kind: wishes.length > 0 ? 'asked' : 'nothing' };
    })) ?? { kind: 'not-found' };
  }

  /** Seconds until somebody may try again; 0: now. */
  async function blockedFor({ row, now: at }: Change): Promise<number> {
    const since = row.wrong_since?.getTime() ?? 0;
    return row.wrong_tries >= TRIES && at - since < WINDOW ? Math.ceil((since + WINDOW - at) / 1000) : 0;
  }

  /** In constant time, and counted under the lock: a hundred guesses at once are a hundred guesses. */
  async function isSecret({ tx, row, now: at }: Change, given: string): Promise<boolean> {
    const code = await dossierCodeOf(tx, row);
    const dossier = code === '' ? undefined : await tx.selectFrom('dossier').select('lookup_hash').where('code', '=', code).executeTakeFirst();
    const own = Buffer.from(secrets.hash('lookup', `${code}:${given.trim().toUpperCase()}`));
    const held = Buffer.from(dossier?.lookup_hash ?? '');
    if (own.length === held.length && timingSafeEqual(own, held)) return true;
    const fresh = at - (row.wrong_since?.getTime() ?? 0) >= WINDOW;
    await tx.updateTable('payment').set(fresh ? { wrong_tries: 1, wrong_since: new Date(at) } : { wrong_tries: row.wrong_tries + 1 }).where('id', '=', row.id).execute();
    return false;
  }

  const rowOf = (id: string) => db.selectFrom('payment_refund').selectAll().where('id', '=', id).executeTakeFirst();
  type RefundRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

  async function decide(id: string, decision: Decision, by: string): Promise<Decided> {
    const row = await rowOf(id);
    if (!row) return { state: 'not-found' };
    if (decision === 'approve') return approve(row, by);
    return (await store.change(row.payment, async (change): Promise<Decided> => {
      const held = await change.tx.selectFrom('payment_refund').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      // While nobody knows whether the gateway has sent it, nobody says that it will not be sent.
      const may = decision === 'done' ? held.state !== 'done' && held.state !== 'refused' : held.state === 'asked' || held.state === 'by-hand';
      return may ? end(change, held, decision === 'done' ? 'done' : 'refused', by) : { state: 'changed' };
    })) ?? { state: 'not-found' };
  }

  async function end(change: Change, { id, transaction, amount }: RefundRow, state: 'done' | 'refused', by: string): Promise<Decided> {
    await change.tx.updateTable('payment_refund').set({ state, decided_by: by, reason: null }).where('id', '=', id).execute();
    if (state === 'done') change.add({ type: 'refunded', refund: id, transaction, amount: Number(amount) }, { id: `refunded:${id}` });
    else change.add({ type: 'refund-refused', refund: id, transaction }, { id: `refund-refused:${id}` });
    return { state };
  }

  /** Written before the call and after it: a call that broke off is repeated under the same number, which the gateway knows. */
  async function approve(row: RefundRow, by: string): Promise<Decided> {
    const begun = await store.change(row.payment, async ({ tx, now: at, intents, state }) => {
      const held = await tx.selectFrom('payment_refund').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
      const broken = held.state === 'sending' && at - (held.tried_at?.getTime() ?? 0) >= CALL;
      if (held.state !== 'asked' && held.state !== 'unclear' && !broken) return undefined;
      const request = held.request_id ?? newRequestId();
      await tx.updateTable('payment_refund').set({ state: 'sending', request_id: request, tried_at: new Date(at), decided_by: by }).where('id', '=', row.id).execute();
      return { held, request, intent: intents.find(({ id }) => id === state.transactions.get(held.transaction)?.intent) };
    });
    if (!begun) return { state: 'changed' };
    const { held, request, intent } = begun;
    const offer = intent && offers.get(intent.offer);
    const reply: Refunded = offer && intent ? await offer.gateway.refund({
      ...questionOf(intent, now()), requestId: request, refund: Number(held.amount), by, about: `Hoàn tiền ${intent.reference}`, ...(held.transaction === intent.reference ? {} : { transaction: held.transaction }),
    }).catch((error: unknown): Refunded => ({ kind: error instanceof RangeError ? 'by-hand' : 'unclear', reason: 'error' })) : { kind: 'by-hand' };
    return (await store.change(row.payment, (change) => settle(change, held, reply, by))) ?? { state: 'not-found' };
  }

  async function settle(change: Change, row: RefundRow, reply: Refunded, by: string): Promise<Decided> {
    // "Taken" is not yet "back": a bank may still refuse it. Only a gateway that says so has sent it.
    if (reply.kind === 'taken' && reply.news.outcome === 'paid') return end(change, row, 'done', by);
    const state = reply.kind === 'refused' ? 'asked' as const : reply.kind;
    const reason = reply.kind === 'taken' ? reply.news.outcome : reply.kind === 'by-hand' ? undefined : reply.reason;
    // What was refused is a new order the next time.
    await change.tx.updateTable('payment_refund').set({ state, reason: reason ?? null, ...(reply.kind === 'refused' ? { request_id: null } : {}) }).where('id', '=', row.id).execute();
    return { state, ...(reason === undefined ? {} : { reason }) };
  }

  return {
    ask, decide,
    /** What an officer has to decide or to send, with the account that the citizen named. */
    async open(limit: number) {
      const rows = await db.selectFrom('payment_refund').innerJoin('payment', 'payment.id', 'payment_refund.payment').leftJoin('dossier', 'dossier.id', 'payment.dossier')
        .selectAll('payment_refund').select('code').where('state', 'not in', ['done', 'refused']).orderBy('payment_refund.created_at').limit(limit).execute();
      return rows.map(({ id, code, transaction, amount, state, reason, created_at, sealed }) => ({
        id, dossierCode: code, transaction, amount: Number(amount), state, reason, askedAt: created_at.toISOString(), ...(JSON.parse(secrets.open(sealKey(id), sealed)) as object),
      }));
    },
  };
}
export type Refunds = ReturnType<typeof createRefunds>;
