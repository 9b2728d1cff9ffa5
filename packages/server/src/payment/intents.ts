// Attempts to pay. An order goes to the gateway only after it is written here, under the lock: whatever breaks, one attempt has one reference, and nobody pays what we do not know.
import { mayPayAgain } from '@dvc/core';
import { isSettled } from '@dvc/core/payment/select.js';
import type { Asking } from './asking.js';
import type { Created, Order } from './gateways/gateway.js';
import { makeReference } from './gateways/reference.js';
import { plainAddress, type Locale, type Offer } from './offers.js';
import { dossierCodeOf, randomId, type Change, type Held, type IntentRow } from './store.js';
import type { Till } from './till.js';

export interface OrderRequest {
  attempt: number;
  offer: Offer;
  /** đồng, as the citizen saw it */
  total: number;
  returnTo: string;
  locale: Locale;
  ip: string;
  /** Where browsers reach this server. */
  base: () => string;
}
export type Opened = 'opened' | 'changed' | 'refused' | 'not-found';

/** ms for which an order is left to the one who is giving it to the gateway */
const CLAIM = 15_000;
/** of one attempt; the citizen may come and go, but nobody fills the disk with it */
const MOST_VISITS = 50;

export interface Intents {
  open(payment: string, request: OrderRequest): Promise<Opened>;
  /** Gives the last attempt's order to the gateway if a crash came between. */
  mend(held: Held, base: () => string): Promise<void>;
  /** The citizen goes to the bank or comes back from it; false: there is no such attempt. */
  visit(payment: string, intent: string, how: 'left' | 'returned'): Promise<boolean>;
  cancel(payment: string, intent: string): Promise<boolean>;
}

const isOpen = ({ state }: Held, id: string): boolean => {
  const intent = state.intents.get(id);
  return intent !== undefined && !isSettled(state, intent) && !intent.assumed;
};

/** Opens the attempt if that may be; the row's unique reference and number make any other way an error. */
export async function addIntent(change: Change, request: Pick<OrderRequest, 'attempt' | 'returnTo' | 'locale' | 'ip'> & { offer: Pick<Offer, 'id' | 'method' | 'lastsMs'> }): Promise<IntentRow> {
  const { offer: { id: offer, method, lastsMs }, attempt, returnTo, locale, ip } = request;
  const amount = change.state.quote?.total ?? 0;
  const opened = new Date(change.now);
  const row = await change.tx.insertInto('payment_intent').values({
    id: randomId(18), payment: change.row.id, attempt, reference: makeReference(), offer, method, amount, opened_at: opened,
    expires_at: lastsMs === undefined ? null : new Date(change.now + lastsMs), return_to: returnTo, locale, ip: plainAddress(ip),
  }).returningAll().executeTakeFirstOrThrow();
  change.add({ type: 'opened', intent: row.id, amount, method, ...(row.expires_at ? { expiresAt: row.expires_at.getTime() } : {}) }, { id: `opened:${row.id}` });
  (change.intents as IntentRow[]).push(row);
  return row;
}

export function createIntents(till: Till, { ask, tend }: Asking): Intents {
  const { store, offers, db, log } = till;
  const underWay = new Map<string, Promise<'done' | 'refused'>>();

  async function reserve(payment: string, request: OrderRequest): Promise<IntentRow | 'changed' | undefined> {
    return store.change(payment, async (change) => {
      const { intents, state } = change;
      const held = intents.find(({ attempt }) => attempt === request.attempt);
      if (held) return Number(held.amount) === request.total ? held : 'changed' as const;
      if (request.total !== state.quote?.total || request.attempt !== intents.length + 1 || !mayPayAgain(state)) return 'changed' as const;
      return addIntent(change, request);
    });
  }

  async function open(payment: string, request: OrderRequest): Promise<Opened> {
    let intent = await reserve(payment, request);
    if (intent === 'changed') {
      // The attempt before may have run out without anybody having looked.
      await tend(payment, true);
      intent = await reserve(payment, request);
    }
    if (!intent) return 'not-found';
    if (intent === 'changed') return 'changed';
    return (await give(payment, intent, request.base)) === 'refused' ? 'refused' : 'opened';
  }

  /** One order to the gateway at a time, in this process by this map, among several by the claim. */
  function give(payment: string, intent: IntentRow, base: () => string): Promise<'done' | 'refused'> {
    if (intent.act) return Promise.resolve('done');
    const running = underWay.get(intent.id);
    if (running) return running;
    const made = order(payment, intent, base).finally(() => { underWay.delete(intent.id); });
    underWay.set(intent.id, made);
    return made;
  }

  async function order(payment: string, { id, offer: name }: IntentRow, base: () => string): Promise<'done' | 'refused'> {
    const offer = offers.get(name);
    if (!offer) return 'done';
    const claimed = await store.change(payment, async (change) => {
      const row = change.intents.find((each) => each.id === id);
      const free = row && !row.act && isOpen(change, id) && (offer.pure || !row.tried_at || change.now - row.tried_at.getTime() >= CLAIM);
      if (!free) return 'no' as const;
      await change.tx.updateTable('payment_intent').set({ tried_at: new Date(change.now), tries: row.tries + 1 }).where('id', '=', id).execute();
      return { row, held: { ...change, state: change.state } satisfies Held };
    });
    if (!claimed || claimed === 'no') return 'done';
    // Who has perhaps heard of it already is asked before it is told again.
    if (!offer.pure && claimed.row.tries > 0) {
      await ask(payment, claimed.row);
      const since = await store.read(payment);
      const last = since?.events.findLast((event) => event.type === 'asked' && event.intent === id);
      if (!since || !isOpen(since, id) || last?.type !== 'asked' || last.answer !== 'none') return 'done';
    }
    const about = await orderOf(claimed.held, offer, claimed.row, base);
    const created = await offer.gateway.create(about).catch((error: unknown): Created => {
      if (!(error instanceof RangeError)) throw error;
      // Our own order is one that the gateway could not take, and it was never sent.
      log('payment alarm', { alarm: 'order', offer: name, problem: error.message });
      return { kind: 'refused', reason: 'order' };
    });
    return keep(payment, id, offer, created, about);
  }

  async function orderOf({ row }: Held, offer: Offer, intent: IntentRow, base: () => string): Promise<Order> {
    const code = await dossierCodeOf(db, row);
    return {
      reference: intent.reference, amount: Number(intent.amount), about: `Thanh toán hồ sơ ${code}`, at: intent.opened_at, expires: intent.expires_at ?? new Date(intent.opened_at.getTime() + 15 * 60_000), ip: intent.ip, locale: intent.locale,
      returnUrl: `${offer.method === 'redirect' ? base() : ''}/api/v1/gateways/${encodeURIComponent(intent.offer)}/return?intent=${intent.id}`, dossier: { code, procedure: row.procedure, title: row.about, lines: row.lines },
    };
  }

  async function keep(payment: string, id: string, offer: Offer, created: Created, about: Order): Promise<'done' | 'refused'> {
    const act = offer.act(created, about);
    const kept = await store.change(payment, async ({ tx, add }) => {
      if (created.kind === 'refused') {
        add({ type: 'failed', intent: id, reason: created.reason }, { id: `refused:${id}` });
        return 'refused' as const;
      }
      if (act) await tx.updateTable('payment_intent').set({ act: JSON.stringify(act) }).where('id', '=', id).execute();
      else add({ type: 'asked', intent: id, answer: 'silent' });
      return 'done' as const;
    });
    return kept ?? 'done';
  }

  async function mend(held: Held, base: () => string): Promise<void> {
    const last = held.intents.at(-1);
    if (last && !last.act && isOpen(held, last.id)) await give(held.row.id, last, base);
  }

  async function visit(payment: string, intent: string, how: 'left' | 'returned'): Promise<boolean> {
    return (await store.change(payment, ({ intents, state, events, now: at, add }) => {
      const row = intents.find(({ id }) => id === intent);
      if (!row) return false;
      const known = state.intents.get(intent);
      const visits = events.filter((event) => (event.type === 'left' || event.type === 'returned') && event.intent === intent);
      const told = known?.told !== undefined || [...state.transactions.values()].some((each) => each.intent === intent);
      // The same step again within seconds is a double click or a reload.
      const again = visits.some((event) => event.type === how && at - event.at < 5_000);
      if (row.method !== 'cash' && !told && !again && visits.length < MOST_VISITS) add({ type: how, intent });
      return true;
    })) ?? false;
  }

  async function cancel(payment: string, intent: string): Promise<boolean> {
    const found = await store.change(payment, (change) => {
      const row = change.intents.find(({ id }) => id === intent);
      if (!row) return 'none' as const;
      if (!isOpen(change, intent)) return 'ended' as const;
      change.add({ type: 'cancelled', intent, by: 'citizen' }, { id: `citizen:${intent}` });
      return row;
    });
    if (found === undefined || found === 'none') return false;
    // At once, even where the browser was not seen to leave: only the gateway knows whether it holds money.
    if (found !== 'ended' && found.method !== 'cash') await ask(payment, found);
    else if (found === 'ended') await tend(payment, true);
    return true;
  }

  return { open, mend, visit, cancel };
}

/** The page to come back to, as an address of an allowed origin; undefined for any other. */
export function checkedReturn(returnTo: string, isAllowed: (origin: string) => boolean): string | undefined {
  const url = URL.canParse(returnTo) ? new URL(returnTo) : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return isAllowed(url.origin) ? url.href : undefined;
}
