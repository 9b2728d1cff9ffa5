// The back end of a payment, as an element sees it. `client` implements it over HTTP, `testing` fakes it; a portal with a back end of its own implements it itself.
import type { PaymentView } from './view.js';

/** Where a refund shall go. Personal data: sent once, shown to nobody who only knows the address of the payment. */
export interface RefundRequest {
  readonly account: string;
  readonly holder: string;
  readonly bank: string;
  readonly reason: string;
  /** Mã tra cứu of the dossier: the address of a payment alone must not move money to somebody's account. */
  readonly lookupSecret: string;
}

export type PaymentReply =
  | { readonly kind: 'view'; readonly view: PaymentView }
  /** Not done, because things stand otherwise than the citizen saw: another total, another attempt. The view says how. */
  | { readonly kind: 'changed'; readonly view: PaymentView }
  /** `not-found`: no such payment. `secret`: the look-up secret is wrong. `gateway`: it does not take the order; another way may. `malformed`: this request is wrong in itself. `attempts`: too many. */
  | { readonly kind: 'refused'; readonly reason: 'not-found' | 'secret' | 'gateway' | 'malformed' | 'attempts' }
  /** Nothing is known to have happened; asking again is safe. */
  | { readonly kind: 'failed'; readonly reason: 'offline' | 'timeout' | 'busy' | 'server' | 'unexpected'; readonly retryAfterMs?: number; readonly incident?: string };

/** Nothing in here throws. Each call gives the payment as it stands after it, and may be repeated without harm. */
export interface PaymentBackend {
  read(payment: string): Promise<PaymentReply>;
  /**
   * Opens the `attempt`-th attempt to pay, or, when there is one of that number already, gives it: two tabs and two clicks open one.
   * @param order `total`: đồng, as the citizen saw it; `returnTo`: the page that the gateway shall send the browser back to
   */
  open(payment: string, order: { readonly attempt: number; readonly offer: string; readonly total: number; readonly returnTo: string; readonly locale: string }): Promise<PaymentReply>;
  /** The citizen goes to the bank's page now, or says "I have transferred". */
  leave(payment: string, intent: string): Promise<PaymentReply>;
  /** The citizen does not want this attempt any more; the back end asks the gateway before it lets another begin. */
  cancel(payment: string, intent: string): Promise<PaymentReply>;
  /** Asks the gateway now, if it was not just asked. */
  look(payment: string): Promise<PaymentReply>;
  askRefund(payment: string, request: RefundRequest): Promise<PaymentReply>;
}
