// An unknown payment is never guessed: it is asked about (VNPAY's querydr, the platform's status check, the statement), again and again, more and more rarely. The machine says when; somebody
// else has the clock. A notification that never comes is a known fault of such systems (Open Forms, issue 6191: citizens were "pending" for ever).
import { isSettled, payingOf } from './select.js';
import type { PaymentIntent, PaymentState } from './state.js';

/** ms. 5 s, doubled with each look up to 5 minutes: six looks in the first 5 minutes, so that a late word is known within 15 minutes of its being there to know. */
const FIRST = 5_000;
const MOST = 300_000;
/** After so many looks (about two hours of silence) one an hour is enough. */
const PATIENT = 30;
const HOUR = 3_600_000;
/** ms after which a payment that is still unknown is put before an officer; it is still asked about. */
export const UNRESOLVED_AFTER = 24 * HOUR;

/** ms to wait after the `looks`-th look in vain (0: none yet). Spread the looks of many payments with a jitter where they are made. */
export const lookDelay = (looks: number): number => (looks >= PATIENT ? HOUR : Math.min(MOST, FIRST * 2 ** Math.min(looks, 10)));

/** Which intent to ask the gateway about next, and when: ms since 1970, as the events' own `at`; it may lie in the past, which means now. */
export interface NextLook { readonly intent: string; readonly at: number }

/**
 * Undefined when nothing is unknown. The server's reconciliation job follows it; a page follows it with questions to its own server.
 * @param among the intents that somebody can be asked about; default: all
 */
export function nextLookOf(state: PaymentState, among: (intent: PaymentIntent) => boolean = () => true): NextLook | undefined {
  const looks = [...state.intents.values()].filter(among).flatMap((intent) => {
    const at = lookAt(state, intent);
    return at === undefined ? [] : [{ intent: intent.id, at }];
  });
  return looks.sort((a, b) => a.at - b.at || (a.intent < b.intent ? -1 : 1))[0];
}

/** Something is unknown for so long that a person should ask the bank. */
export const isUnresolved = (state: PaymentState, now: number): boolean =>
  !payingOf(state) && [...state.intents.values()].some((intent) => lookAt(state, intent) !== undefined && now - since(intent) >= UNRESOLVED_AFTER);

/** ms; when the question arose that the looks are to answer */
const since = ({ opened, leftAt, assumed }: PaymentIntent): number => Math.max(leftAt ?? 0, assumed?.at ?? 0) || opened?.at || 0;

function lookAt(state: PaymentState, intent: PaymentIntent): number | undefined {
  if (isSettled(state, intent)) return undefined;
  const { opened, leftAt, assumed, asks } = intent;
  // A cashier needs no asking; a page that nobody has opened yet holds no money.
  if (opened?.method === 'cash') return undefined;
  if (opened?.method !== 'qr' && opened?.method !== 'transfer' && leftAt === undefined && !assumed && asks.size === 0) return undefined;
  const from = since(intent);
  const made = [...asks.values()].filter((ask) => ask.at >= from);
  // What ended on our side alone is asked about at once: the citizen waits to pay again.
  if (made.length === 0) return assumed?.at === from ? from : from + lookDelay(0);
  return Math.max(...made.map(({ at }) => at)) + lookDelay(made.length);
}
