import { payingOf, type PaymentView } from '@dvc/core';
import type { Transaction } from 'kysely';
import type { Database } from '../db/open.js';
import type { Tables } from '../db/schema.js';
import type { Transact } from '../dossiers.js';
import type { Secrets } from '../secrets.js';
import type { Append } from '../status/log.js';
import { createAsking, type Asking } from './asking.js';
import { createPayment, type Bill } from './bill.js';
import { viewOf } from './facts.js';
import type { Answer, Send } from './gateways/gateway.js';
import { createIntents, type Intents } from './intents.js';
import { absorb } from './news.js';
import { openOffers, type Locale } from './offers.js';
import { bookkeeper } from './receipts.js';
import { startReconciliation } from './reconcile.js';
import { createRefunds, type Refunds } from './refunds.js';
import { createRequests, type DocumentOf, type Requests } from './requests.js';
import { fetchSend } from './send.js';
import type { PaymentSettings } from './settings.js';
import { createStatement, type Statement } from './statement.js';
import { createPaymentStore, type Held } from './store.js';
import type { Till } from './till.js';
import { hasMoney } from './wake.js';

export { readPaymentSettings, type PaymentSettings } from './settings.js';

/** How the outside is reached and kept time by. */
export interface PaymentWorld {
  send?: Send;
  /** ms between two looks of the reconciliation at its table; default 1,000; 0: only `reconcileOnce` */
  everyMs?: number;
  /** 0 … 1 */
  random?: () => number;
  transact?: Transact;
}
export interface PaymentsOptions extends PaymentWorld {
  /** The document of a dossier, for the name of its procedure. */
  documentOf: DocumentOf;
  settings: PaymentSettings | undefined;
  /** Writes on in the history of a dossier. */
  append: Append;
  secrets: Secrets;
  now: () => Date;
  log: (message: string, about: object) => void;
}
export interface Payments {
  till: Till;
  asking: Asking;
  intents: Intents;
  refunds: Refunds;
  statement: Statement;
  requests: Requests;
  view(held: Held, locale: Locale): Promise<PaymentView>;
  /** Part of the transaction that stores a dossier: the payment's id, when something is to be paid and there is a way to pay it. */
  add(tx: Transaction<Tables>, dossier: string | number, bill: Bill): Promise<string | undefined>;
  /** A gateway's server tells something; undefined: no such offer. */
  notified(offer: string, query: string, ip: string): Promise<Answer | undefined>;
  /** The browser is back from the gateway: where it goes on. */
  returned(offer: string, intent: string, query: string): Promise<string | undefined>;
  /** Everything that is due now. */
  reconcileOnce(): Promise<number>;
  close(): Promise<void>;
}

export function openPayments({ db }: Database, { settings, documentOf, append, secrets, now, log, send = fetchSend(), everyMs = 1_000, random, transact }: PaymentsOptions): Payments {
  const store = createPaymentStore(db, { now, log, book: bookkeeper(settings ?? {}, append), ...(transact ? { transact } : {}), ...(random ? { random } : {}) });
  const offers = settings ? openOffers(settings, { db, send }) : new Map<string, never>();
  const till: Till = { db, store, offers, settings: settings ?? {}, secrets, append, now, log };
  const asking = createAsking(till);
  const intents = createIntents(till, asking);
  const reconciliation = startReconciliation(till, asking, offers.size > 0 ? everyMs : 0);
  const behind = new Set<Promise<void>>();

  function later(work: Promise<void>): void {
    const made: Promise<void> = work.catch((error: Error & { code?: string }) => log('asking broke off', { error: error.name, code: error.code })).finally(() => { behind.delete(made); });
    behind.add(made);
  }

  const intentBy = (column: 'id' | 'reference', value: string) => db.selectFrom('payment_intent').selectAll().where(column, '=', value).executeTakeFirst();

  return {
    till, asking, intents,
    refunds: createRefunds(till, payingOf), statement: createStatement(till), requests: createRequests(till, documentOf),
    view: (held, locale) => viewOf(till, held, locale),

    add: async (tx, dossier, bill) => (offers.size === 0 || bill.lines.every(({ amount }) => amount === 0) ? undefined : createPayment(tx, { ...bill, dossier, timing: 'before', agency: settings?.agency }, now())),

    async notified(name, query, ip) {
      const offer = offers.get(name);
      if (!offer) return undefined;
      if (!offer.takesFrom(ip)) {
        log('payment alarm', { alarm: 'address', offer: name });
        return offer.prohibited;
      }
      const verified = offer.gateway.verifyNotification(query);
      if (verified.kind === 'refused') {
        log('payment alarm', { alarm: 'not-believed', offer: name, reason: verified.reason });
        return offer.gateway.answer(verified.reason);
      }
      const { news } = verified;
      try {
        const intent = await intentBy('reference', news.reference);
        if (intent?.offer !== name) return offer.gateway.answer('order-not-found');
        return offer.gateway.answer((await store.change(intent.payment, (change) => absorb(change, name, intent, news, log))) ?? 'order-not-found');
      } catch (error) {
        // The gateway repeats what was answered so.
        log('payment alarm', { alarm: 'not-stored', offer: name, error: (error as Error).name, code: (error as { code?: string }).code });
        return offer.gateway.answer('error');
      }
    },

    async returned(name, id, query) {
      const offer = offers.get(name);
      const intent = await intentBy('id', id);
      if (!offer || intent?.offer !== name) return undefined;
      const verified = offer.gateway.verifyReturn(query);
      // Of a gateway that signs no return, the intent's own name, which the payer alone knows, says that the browser is back.
      const back = verified.kind === 'genuine' ? verified.news.reference === intent.reference : verified.reason === 'unsupported';
      if (back) {
        await intents.visit(intent.payment, intent.id, 'returned');
        // A browser that comes back with a word that the ledger does not have: the machine would not ask any more after a "failed", and it may be that the next card was taken.
        const news = verified.kind === 'genuine' && verified.news.state === 'paid' && !hasMoney((await store.read(intent.payment))!.state, intent.id);
        later(news ? asking.ask(intent.payment, intent) : asking.tend(intent.payment, true));
      }
      return intent.return_to === '' ? undefined : intent.return_to;
    },

    reconcileOnce: reconciliation.once,
    async close() {
      await reconciliation.stop();
      await Promise.all(behind);
    },
  };
}
