// Lines of the account's own statement, and cash at the counter: money that a person or a bank reports to us.
import type { Kysely } from 'kysely';
import { mayPayAgain } from '@dvc/core';
import type { Tables } from '../db/schema.js';
import { matchReference, referencesIn } from './gateways/reference.js';
import type { StatementLine } from './gateways/transfer.js';
import { addIntent } from './intents.js';
import { addPaid } from './news.js';
import type { Change, IntentRow } from './store.js';
import type { Till } from './till.js';

export interface IncomingLine { id: string; at: string; /** đồng */ amount: number; text: string }
export type LineFate = { id: string; fate: 'paid' | 'known'; reference: string } | { id: string; fate: 'unmatched' | 'contradiction' };
export type CashFate = 'paid' | 'known' | 'not-found' | 'changed';

/** What has come in under this reference. */
export async function linesOf(db: Kysely<Tables>, reference: string): Promise<StatementLine[]> {
  const rows = await db.selectFrom('bank_line').innerJoin('payment_intent', 'payment_intent.id', 'bank_line.intent')
    .select(['bank_line.id', 'bank_line.amount', 'bank_line.at']).where('payment_intent.reference', '=', reference).orderBy('bank_line.at').execute();
  return rows.map(({ id, amount, at }) => ({ id, amount: Number(amount), at }));
}

/** Every way to transfer and none other: a line of the account that names the reference of a card payment pays nothing. */
const isTransfer = ({ method }: Pick<IntentRow, 'method'>) => method === 'transfer' || method === 'qr';

export function createStatement({ db, store, offers }: Pick<Till, 'db' | 'store' | 'offers'>) {
  async function intentOf(text: string): Promise<IntentRow | undefined> {
    const named = referencesIn(text);
    if (named.length === 0) return undefined;
    const rows = (await db.selectFrom('payment_intent').selectAll().where('reference', 'in', named).execute()).filter(isTransfer);
    // An attempt that ended is open here too: money that comes late is still the citizen's.
    const reference = matchReference(text, (each) => rows.some((row) => row.reference === each));
    return rows.find((row) => row.reference === reference);
  }

  /** One transaction: the line is matched and its money written, or neither. */
  async function pay(offer: string, line: IncomingLine, intent: IntentRow): Promise<LineFate> {
    const paid = await store.change(intent.payment, async (change) => {
      await keep(change, offer, line, intent.id);
      return addPaid(change, intent.id, line.id, line.amount, { line: line.id });
    });
    return { id: line.id, fate: paid ? 'paid' : 'known', reference: intent.reference };
  }

  async function keep({ tx }: { tx: Kysely<Tables> }, offer: string, { id, at, amount, text }: IncomingLine, intent: string | null): Promise<void> {
    await tx.insertInto('bank_line').values({ offer, id, at: new Date(at), amount, text, intent })
      .onConflict((conflict) => conflict.columns(['offer', 'id']).doUpdateSet({ intent }).where('bank_line.intent', 'is', null)).execute();
  }

  async function take(offer: string, line: IncomingLine): Promise<LineFate> {
    const held = await db.selectFrom('bank_line').leftJoin('payment_intent', 'payment_intent.id', 'bank_line.intent').select(['bank_line.amount', 'reference'])
      .where('bank_line.offer', '=', offer).where('bank_line.id', '=', line.id).executeTakeFirst();
    if (held && Number(held.amount) !== line.amount) return { id: line.id, fate: 'contradiction' };
    if (held?.reference) return { id: line.id, fate: 'known', reference: held.reference };
    const intent = await intentOf(line.text);
    if (intent) return pay(offer, line, intent);
    await keep({ tx: db }, offer, line, null);
    return { id: line.id, fate: 'unmatched' };
  }

  return {
    /** Each line on its own: a broken one takes none of the others with it. */
    async lines(offer: string, lines: readonly IncomingLine[]): Promise<LineFate[]> {
      const fates: LineFate[] = [];
      for (const line of lines) fates.push(await take(offer, line));
      return fates;
    },

    /** A person has read what no program could. */
    async match(offer: string, id: string, reference: string): Promise<LineFate | undefined> {
      const held = await db.selectFrom('bank_line').selectAll().where('offer', '=', offer).where('id', '=', id).where('intent', 'is', null).executeTakeFirst();
      const intent = await db.selectFrom('payment_intent').selectAll().where('reference', '=', reference).executeTakeFirst();
      return held && intent ? pay(offer, { id, at: held.at.toISOString(), amount: Number(held.amount), text: held.text }, intent) : undefined;
    },

    unmatched: async (limit: number) => (await db.selectFrom('bank_line').selectAll().where('intent', 'is', null).orderBy('at').limit(limit).execute())
      .map(({ offer, id, at, amount, text }) => ({ offer, id, at: at.toISOString(), amount: Number(amount), text })),

    /** The cashier took money: for an attempt by its code, or for a dossier, whose attempt is opened here if nothing else can be on its way. */
    async cash({ code, reference, amount, number }: { code?: string; reference?: string; amount: number; number: string }): Promise<CashFate> {
      const payment = await paymentFor(db, { code, reference });
      if (payment === undefined) return 'not-found';
      return (await store.change(payment, async (change) => {
        const known = change.state.transactions.get(number);
        const intent = known ? change.intents.find(({ id }) => id === known.intent) : await cashIntent(change, reference);
        if (!intent) return 'changed' as const;
        return addPaid(change, intent.id, number, amount, { by: 'cashier' }) ? 'paid' as const : 'known' as const;
      })) ?? 'not-found';
    },
  };

  async function cashIntent(change: Change, reference: string | undefined): Promise<IntentRow | undefined> {
    if (reference !== undefined) return change.intents.find((each) => each.reference === reference);
    const open = change.intents.findLast(({ id, method }) => method === 'cash' && !change.state.intents.get(id)?.assumed && !change.state.intents.get(id)?.told);
    if (open && ![...change.state.transactions.values()].some(({ intent }) => intent === open.id)) return open;
    if (!mayPayAgain(change.state)) return undefined;
    const offer = [...offers.values()].find(({ type }) => type === 'cash') ?? { id: 'cash', method: 'cash' as const, lastsMs: undefined };
    return addIntent(change, { attempt: change.intents.length + 1, offer, returnTo: '', locale: 'vi', ip: '' });
  }

  async function paymentFor(tx: Kysely<Tables>, { code, reference }: { code: string | undefined; reference: string | undefined }): Promise<string | undefined> {
    if (reference !== undefined) return (await tx.selectFrom('payment_intent').select('payment').where('reference', '=', reference).executeTakeFirst())?.payment;
    const rows = await tx.selectFrom('payment').innerJoin('dossier', 'dossier.id', 'payment.dossier').select(['payment.id', 'phase']).where('code', '=', code ?? '').orderBy('payment.created_at').execute();
    // The first that still has to be paid; of one that is paid, a repetition may be told.
    return (rows.find(({ phase }) => !['paid', 'free', 'refund-asked', 'refunded'].includes(phase)) ?? rows.at(-1))?.id;
  }
}
export type Statement = ReturnType<typeof createStatement>;
