// POST /control/<name>: what tests and developers ask of the simulator. Open to this machine alone.
import { decide, ipnModes, isLate, silences, type Book, type Decision, type Feed, type IpnMode, type Silence } from './book.js';
import { feed } from './bank.js';
import type { Notifier } from './notifier.js';
import { returnAddress } from './vnpay-pay.js';

export interface ControlRequests {
  /** All orders, or those of one reference. */
  transactions: { reference?: string };
  /** Decides an order as a citizen at its page would, and notifies. `again`: charges a paid one once more. */
  decide: { reference: string; outcome: 'pay' | 'fail' | 'cancel' | 'expire' | 'wait'; code?: string; ipn?: Partial<IpnMode>; again?: boolean };
  /** How merchants hear of orders: of one reference, or of all that follow. */
  ipn: Partial<IpnMode> & { reference?: string };
  /** Sends a notification again, at once, `times` times at the same time; answers when all are answered. */
  notify: { reference: string; times?: number };
  /** How the interfaces for servers behave from now on. */
  silence: { silence: Silence };
  /** Sets the clock off by so many ms, or moves it on. What becomes due is told. */
  clock: { offsetMs?: number; advanceMs?: number };
  /** How often money was taken for a reference. */
  charges: { reference: string };
  /** What merchants were told, and what they answered. */
  notifications: { reference?: string };
  /** Resolves when no notification is on its way; those that are due later still wait. */
  idle: Record<string, never>;
  /** Where a merchant wants its notifications, and where its returns may lead on to. */
  merchant: { tmnCode: string; ipnUrl?: string; returnOrigins?: string[] };
  partner: { partner: string; returnUrl?: string };
  /** Where statement lines go. */
  statement: Feed;
  /** Gives statement lines that nobody typed, e.g. one of the wrong amount. */
  feed: { lines: { id: string; at: string; amount: number; text: string }[] };
  /** A refund that is on its way ends. */
  refund: { reference: string; status: '06' | '09' };
  /** Forgets orders, notifications and choices; merchants stay. */
  reset: Record<string, never>;
}

/** Said to the caller with status 400. */
export class ControlError extends Error {}
const decisions: Record<ControlRequests['decide']['outcome'], Decision> = { pay: 'paid', fail: 'failed', cancel: 'cancelled', expire: 'expired', wait: 'waiting' };

function modeOf({ mode, seconds }: Partial<IpnMode>, before: IpnMode): IpnMode {
  if (mode !== undefined && !ipnModes.includes(mode)) throw new ControlError(`mode is one of ${ipnModes.join(', ')}`);
  if (seconds !== undefined && !(seconds >= 0 && seconds <= 604_800)) throw new ControlError('seconds is from 0 to 604800');
  return { mode: mode ?? before.mode, seconds: seconds ?? before.seconds };
}

/** The handlers by name. */
export function controls(book: Book, notifier: Notifier): { [Name in keyof ControlRequests]: (asked: ControlRequests[Name]) => unknown } {
  const { data } = book;
  const order = (reference: string) => {
    const found = book.byReference(reference);
    if (!found) throw new ControlError(`no order ${reference}: nobody opened its payment page yet`);
    return found;
  };
  const done = (value: unknown = {}) => { book.save(); notifier.look(); return value; };
  return {
    transactions: ({ reference }) => ({
      transactions: data.transactions.filter((one) => reference === undefined || one.reference === reference).map(({ token: _, signed: __, ...shown }) => shown),
      now: new Date(book.now()).toISOString(), due: data.due.map(({ reference: of, attempt, due }) => ({ reference: of, attempt, due: new Date(due).toISOString() })),
    }),
    decide: async ({ reference, outcome, code, ipn = {}, again = false }) => {
      const found = order(reference);
      if (!Object.hasOwn(decisions, outcome)) throw new ControlError(`outcome is one of ${Object.keys(decisions).join(', ')}`);
      if (code !== undefined && !/^\d\d$/.test(code)) throw new ControlError('code is two digits');
      const mode = modeOf(ipn, book.ipnFor(reference));
      const decided = decide(book, found, decisions[outcome], { again, ...(code === undefined ? {} : { code }) });
      if (decided && found.gateway === 'vnpay' && found.responseCode !== '') await notifier.plan(found, mode);
      return { decided, state: found.state, returnUrl: returnAddress(book, found) ?? found.returnUrl };
    },
    ipn: ({ reference, ...mode }) => {
      if (reference === undefined) data.defaultIpn = modeOf(mode, data.defaultIpn);
      else data.ipnOf[reference] = modeOf(mode, book.ipnFor(reference));
      return done();
    },
    notify: async ({ reference, times = 1 }) => ({ calls: await notifier.again(order(reference), Math.min(times, 100)) }),
    silence: ({ silence }) => {
      if (!silences.includes(silence)) throw new ControlError(`silence is one of ${silences.join(', ')}`);
      data.silence = silence;
      return done();
    },
    clock: ({ offsetMs, advanceMs = 0 }) => {
      const offset = (offsetMs ?? data.offsetMs) + advanceMs;
      if (!Number.isFinite(offset)) throw new ControlError('offsetMs and advanceMs are numbers of milliseconds');
      data.offsetMs = offset;
      for (const one of data.transactions) if (isLate(book, one)) decide(book, one, 'expired');
      return done({ now: new Date(book.now()).toISOString() });
    },
    charges: ({ reference }) => {
      const charges = data.transactions.filter((one) => one.reference === reference).flatMap((one) => one.charges);
      return { count: charges.length, charges };
    },
    notifications: ({ reference }) => ({ calls: data.calls.filter((one) => reference === undefined || one.reference === reference) }),
    idle: async () => { await notifier.idle(); return {}; },
    merchant: ({ tmnCode, ...more }) => {
      const found = book.merchant(tmnCode);
      if (!found) throw new ControlError(`no merchant ${tmnCode}`);
      Object.assign(found, more);
      return done();
    },
    partner: ({ partner, ...more }) => {
      const found = book.partner(partner);
      if (!found) throw new ControlError(`no partner ${partner}`);
      Object.assign(found, more);
      return done();
    },
    statement: ({ url, token }) => { data.statement = { url, token }; return done(); },
    feed: ({ lines }) => feed(data.statement, lines),
    refund: ({ reference, status }) => {
      const back = order(reference).refunds.at(-1);
      if (!back) throw new ControlError(`nothing of ${reference} is being refunded`);
      back.status = status;
      return done();
    },
    reset: () => {
      Object.assign(data, { transactions: [], due: [], calls: [], statements: [], requestIds: [], ipnOf: {}, defaultIpn: { mode: 'before', seconds: 90 }, silence: 'none', offsetMs: 0 });
      return done();
    },
  };
}
