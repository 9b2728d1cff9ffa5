// The dossier takes note of its money, and receipts are issued, in the very transaction in which the money is written down.
import { sql, type Kysely } from 'kysely';
import { payingOf, type PaymentReceipt } from '@dvc/core';
import type { Tables } from '../db/schema.js';
import type { Append } from '../status/log.js';
import type { PaymentSettings } from './settings.js';
import type { Change, Held } from './store.js';

/** phí and lệ phí have a receipt each; what is no fee of the State has another paper. */
const kinds = ['fee', 'charge'] as const;

/** The number of a series, without gaps, because the counter is part of the transaction. */
async function nextNumber(tx: Kysely<Tables>, series: string): Promise<string> {
  const { last } = await tx.insertInto('counter').values({ agency: `receipt:${series}`, day: '', last: 1 })
    .onConflict((conflict) => conflict.columns(['agency', 'day']).doUpdateSet((e) => ({ last: e('counter.last', '+', 1) })))
    .returning('last').executeTakeFirstOrThrow();
  return `${series}-${String(last).padStart(7, '0')}`;
}

export const bookkeeper = ({ receipts }: Pick<PaymentSettings, 'receipts'>, append: Append) => async (change: Change): Promise<void> => {
  const paying = payingOf(change.state);
  if (!paying) return;
  const fresh = change.add({ type: 'recorded', by: 'dossier', transaction: paying.id }, { id: `recorded:dossier:${paying.id}` });
  const { id, dossier, timing } = change.row;
  // What was paid with the submission nobody had asked for.
  if (fresh && timing === 'after' && dossier !== null) await append(change.tx, dossier, [{ type: 'payment-settled', id: `payment-settled:${id}`, at: change.now, payment: id }]);
  if (!receipts) return;
  for (const kind of kinds) {
    const amount = change.row.lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.amount, 0);
    const held = [...change.state.receipts.values()].some((each) => each.transaction === paying.id && each.kind === kind);
    if (amount === 0 || held) continue;
    const number = await nextNumber(change.tx, receipts.series[kind]);
    change.add({ type: 'receipted', transaction: paying.id, number, kind, amount, link: `/api/v1/payments/${change.row.id}/receipts/${number}` }, { id: `receipted:${number}` });
  }
};

/** A receipt of ours: one that an agency's own system issued has its page there. */
export const ownReceipt = ({ row, state }: Held, number: string): PaymentReceipt | undefined => {
  const found = state.receipts.get(number);
  return found?.link === `/api/v1/payments/${row.id}/receipts/${number}` ? found : undefined;
};

/** Which payments hold money of this transaction; more than one only when two sources number alike. */
export async function paymentsOf(db: Kysely<Tables>, transaction: string): Promise<string[]> {
  const rows = await db.selectFrom('payment_event').select('payment').distinct().where(sql`event->>'type'`, '=', 'paid').where(sql`event->>'transaction'`, '=', transaction).execute();
  return rows.map(({ payment }) => payment);
}
