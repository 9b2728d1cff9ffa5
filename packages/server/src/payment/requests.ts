// What an agency does with payments: asks for one after acceptance, says that its own system has taken note, hands in its own receipt, looks through the list.
import { paymentAttentionOf, paymentMoneyOf, quoteTotal, type QuoteKind, type QuoteLine } from '@dvc/core';
import type { FormDocument } from '@dvc/schema';
import { createPayment, titleOf } from './bill.js';
import { paymentsOf } from './receipts.js';
import type { Till } from './till.js';

export interface AfterRequest { code: string; /** the agency's own number of this request */ key: string; lines: readonly QuoteLine[]; text?: string; due?: string }
export interface AgencyReceipt { transaction: string; code?: string; number: string; kind: QuoteKind; amount: number; link?: string }
export type DocumentOf = (id: string, version: string) => Promise<FormDocument | undefined>;
export type Which = 'unresolved' | 'attention' | 'all';

export function createRequests({ db, store, settings, append, now }: Till, documentOf: DocumentOf) {
  /** Of the payment that holds this money, and of that one alone. */
  async function holding(transaction: string, code: string | undefined): Promise<string | 'ambiguous' | undefined> {
    const found = await paymentsOf(db, transaction);
    const own = code === undefined || found.length === 0 ? found
      : (await db.selectFrom('payment').innerJoin('dossier', 'dossier.id', 'payment.dossier').select('payment.id').where('payment.id', 'in', found).where('code', '=', code).execute()).map(({ id }) => id);
    return own.length > 1 ? 'ambiguous' : own[0];
  }

  return {
    /** The same request twice is one payment. */
    async after({ code, key, lines, text, due }: AfterRequest): Promise<string | undefined> {
      const dossier = await db.selectFrom('dossier').select(['id', 'document_id', 'document_version']).where('code', '=', code).executeTakeFirst();
      if (!dossier) return undefined;
      const document = await documentOf(dossier.document_id, dossier.document_version);
      return db.transaction().execute(async (tx) => {
        // The dossier's row is the queue of its requests.
        await tx.selectFrom('dossier').select('id').where('id', '=', dossier.id).forUpdate().execute();
        const held = await tx.selectFrom('payment').select('id').where('dossier', '=', dossier.id).where('request_key', '=', key).executeTakeFirst();
        if (held) return held.id;
        const payment = await createPayment(tx, {
          dossier: dossier.id, timing: 'after', lines, agency: settings.agency, requestKey: key, ...(document ? titleOf(document) : { about: '', procedure: '' }),
          request: { at: now().getTime(), ...(text === undefined ? {} : { text }), ...(due === undefined ? {} : { due }) },
        }, now());
        const amount = quoteTotal(lines);
        if (amount > 0) await append(tx, dossier.id, [{ type: 'payment-asked', id: `payment-asked:${payment}`, at: now().getTime(), payment, amount, ...(due === undefined ? {} : { due }), ...(text === undefined ? {} : { note: text }) }]);
        return payment;
      });
    },

    async recorded(transaction: string, code: string | undefined): Promise<'written' | 'ambiguous' | 'not-found'> {
      const payment = await holding(transaction, code);
      if (payment === undefined || payment === 'ambiguous') return payment ?? 'not-found';
      await store.change(payment, ({ add }) => add({ type: 'recorded', by: 'agency', transaction }, { id: `recorded:agency:${transaction}` }));
      return 'written';
    },

    async receipt({ transaction, code, number, kind, amount, link }: AgencyReceipt): Promise<'written' | 'ambiguous' | 'not-found'> {
      const payment = await holding(transaction, code);
      if (payment === undefined || payment === 'ambiguous') return payment ?? 'not-found';
      await store.change(payment, ({ add }) => add({ type: 'receipted', transaction, number, kind, amount, ...(link === undefined ? {} : { link }) }, { id: `receipted:${number}` }));
      return 'written';
    },

    async list(which: Which, code: string | undefined, limit: number) {
      const rows = await db.selectFrom('payment').leftJoin('dossier', 'dossier.id', 'payment.dossier')
        .select(['payment.id', 'code', 'phase', 'attention', 'timing', 'payment.created_at', 'next_look', 'unresolved_at', 'lines'])
        .$if(which === 'unresolved', (query) => query.where('phase', '=', 'pending')).$if(which === 'attention', (query) => query.where('attention', '=', true))
        .$if(code !== undefined, (query) => query.where('code', '=', code!)).orderBy('payment.created_at', 'desc').limit(limit).execute();
      return Promise.all(rows.map(async ({ id, code: dossierCode, phase, attention, timing, created_at, next_look, unresolved_at, lines }) => {
        const held = attention ? await store.read(id) : undefined;
        return {
          id, dossierCode, phase, attention, timing, total: quoteTotal(lines as QuoteLine[]), createdAt: created_at.toISOString(), nextLook: next_look?.toISOString() ?? null, unresolvedSince: unresolved_at?.toISOString() ?? null,
          ...(held ? { why: paymentAttentionOf(held.state), money: paymentMoneyOf(held.state) } : {}),
        };
      }));
    },
  };
}
export type Requests = ReturnType<typeof createRequests>;
