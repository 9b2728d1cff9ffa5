// What a page is told: the machine's view of the ledger, and beside it what the ledger does not know. Nothing of the citizen.
import { paymentViewOf, type PaymentAct, type PaymentView } from '@dvc/core';
import type { Locale } from './offers.js';
import { dossierCodeOf, type Held } from './store.js';
import type { Till } from './till.js';

export async function viewOf({ db, offers, now, settings }: Pick<Till, 'db' | 'offers' | 'now' | 'settings'>, { row, events, intents, banks }: Held, locale: Locale): Promise<PaymentView> {
  const view = paymentViewOf({
    id: row.id, dossierCode: await dossierCodeOf(db, row), about: row.about, timing: row.timing, lines: row.lines, banks,
    ...(row.agency === null ? {} : { agency: row.agency }), ...(row.request ? { request: row.request as NonNullable<PaymentView['request']> } : {}),
    offers: [...offers.values()].map((offer) => offer.shown(locale)),
    intents: Object.fromEntries(intents.map(({ id, attempt, offer, reference, act }) => [id, { attempt, offer, reference, ...(act ? { act: act as PaymentAct } : {}) }])),
  }, events, now().getTime());
  // The ledger keeps the path of a receipt of ours; a page of another origin needs the whole address.
  return { ...view, receipts: view.receipts.map((receipt) => (receipt.link?.startsWith('/') && settings.publicUrl ? { ...receipt, link: settings.publicUrl + receipt.link } : receipt)) };
}
