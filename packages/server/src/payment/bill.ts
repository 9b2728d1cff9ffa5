// A payment comes to be: with a dossier, or by the agency's request after acceptance.
import type { Transaction } from 'kysely';
import { quoteTotal, type PaymentEvent, type QuoteLine } from '@dvc/core';
import type { FormDocument } from '@dvc/schema';
import type { Tables } from '../db/schema.js';
import type { Verdict } from '../verdict.js';
import { append, randomId } from './store.js';

export interface Bill {
  /** The name of the procedure. */
  about: string;
  /** Its code. */
  procedure: string;
  lines: readonly QuoteLine[];
}
export interface NewPayment extends Bill {
  dossier: string | number;
  timing: 'before' | 'after';
  agency?: string | undefined;
  request?: { text?: string; at: number; due?: string };
  requestKey?: string;
}

export const titleOf = (document: FormDocument): Pick<Bill, 'about' | 'procedure'> => ({ about: document.title, procedure: document.procedure?.code ?? '' });

/** The lines of a judged dossier; of a judge that gives sums alone, with the titles of its document. */
export const billOf = (document: FormDocument, verdict: Pick<Verdict, 'fees'> & { lines?: readonly QuoteLine[] }): Bill => ({
  ...titleOf(document),
  lines: verdict.lines ?? verdict.fees.map(({ id, amount }) => {
    const fee = document.fees?.find((each) => each.id === id);
    return { id, amount, kind: fee?.kind ?? 'fee', title: fee?.title ?? id };
  }),
});

/** Part of the transaction that makes the dossier, or the request: 128 bits by chance are its address. */
export async function createPayment(tx: Transaction<Tables>, { dossier, timing, about, procedure, lines, agency, request, requestKey }: NewPayment, at: Date): Promise<string> {
  const id = randomId(16);
  const quoted: PaymentEvent = { type: 'quoted', total: quoteTotal(lines), id: 'quoted', at: at.getTime() };
  await tx.insertInto('payment').values({
    id, dossier, timing, about, procedure, agency: agency ?? null, lines: JSON.stringify(lines), request: request ? JSON.stringify(request) : null, request_key: requestKey ?? null,
    phase: quoted.total > 0 ? 'quote' : 'free', created_at: at,
  }).execute();
  await append(tx, id, [{ event: quoted }]);
  return id;
}
