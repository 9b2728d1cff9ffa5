// Every way from one phase to another, by name, for a ledger in the order of its events. (Lines that arrive out of their order may lead elsewhere for a while; the end is the same.)
import type { PaymentEvent } from './actions.js';
import type { PaymentPhase } from './state.js';

type Cause = PaymentEvent['type'];
export interface PaymentTransition { readonly name: string; readonly from: readonly PaymentPhase[]; readonly by: readonly Cause[]; readonly to: readonly PaymentPhase[] }

const ENDS = ['failed', 'expired', 'cancelled'] as const;
/** No money of the citizen's is known to be with us. */
const UNPAID = ['acting', 'pending', 'choosing', ...ENDS] as const;

export const PAYMENT_TRANSITIONS: readonly PaymentTransition[] = [
  { name: 'quote', from: ['unquoted', 'free', 'choosing'], by: ['quoted'], to: ['quote'] },
  { name: 'nothing-due', from: ['unquoted', 'quote', 'choosing', ...ENDS], by: ['quoted'], to: ['free', 'refunded'] },
  { name: 'due-after-all', from: ['free', 'refunded'], by: ['quoted'], to: ['choosing', ...ENDS] },
  { name: 'agree', from: ['quote'], by: ['agreed'], to: ['choosing'] },
  { name: 'open', from: ['quote', 'choosing'], by: ['opened'], to: ['acting'] },
  { name: 'go-to-bank', from: ['acting'], by: ['left', 'returned'], to: ['pending'] },
  { name: 'bank-is-busy', from: ['acting'], by: ['asked'], to: ['pending'] },
  { name: 'fail', from: ['acting', 'pending'], by: ['failed'], to: ['failed'] },
  { name: 'expire', from: ['acting', 'pending'], by: ['expired'], to: ['expired'] },
  { name: 'cancel', from: ['acting', 'pending'], by: ['cancelled'], to: ['cancelled'] },
  // Our own clock or the citizen had ended it; the gateway, asked, knows of no payment.
  { name: 'end-confirmed', from: ['pending'], by: ['asked'], to: ['expired', 'cancelled'] },
  // Our side had called it one thing; the gateway's word is another.
  { name: 'end-corrected', from: ['expired', 'cancelled'], by: [...ENDS], to: ENDS },
  // It had ended, and the citizen (or the payer of an older attempt, whose QR is still about) turns out to be at the bank: unknown, so it is asked about.
  { name: 'doubt', from: ['choosing', 'free', 'refunded', ...ENDS], by: ['left', 'returned', 'asked'], to: ['pending'] },
  { name: 'pay', from: ['acting', 'pending'], by: ['paid'], to: ['paid'] },
  // "Failed" is never final: the bank's later "paid" overrides it (Open Forms, issue 5942, had it the other way).
  { name: 'pay-late', from: ['choosing', ...ENDS], by: ['paid'], to: ['paid'] },
  { name: 'wrong-money', from: ['quote', 'refunded', ...UNPAID], by: ['paid'], to: ['officer'] },
  // The same money told in two ways, so that nobody knows what came.
  { name: 'contradict', from: ['paid', 'refund-asked'], by: ['paid'], to: ['officer'] },
  // … and what else is here is wanted back already.
  { name: 'contradict-leaves-wish', from: ['paid', 'officer'], by: ['paid'], to: ['refund-asked'] },
  { name: 'right-money-too', from: ['officer', 'refund-asked', 'refunded'], by: ['paid'], to: ['paid'] },
  { name: 'retry', from: [...ENDS, 'refunded'], by: ['agreed'], to: ['choosing'] },
  // The citizen wished to go on while the bank's word was still out; now nothing stands in the way.
  { name: 'retry-granted', from: ['acting', 'pending', 'refunded', ...ENDS], by: ['asked', ...ENDS], to: ['choosing'] },
  // An older attempt was still unknown; now that it has ended, the later one says where things stand.
  { name: 'older-settled', from: ['pending'], by: ['asked', ...ENDS], to: ['acting', 'refunded', 'free', ...ENDS] },
  { name: 'reopen', from: [...ENDS, 'refunded'], by: ['opened'], to: ['acting'] },
  { name: 'ask-refund', from: ['paid', 'officer'], by: ['refund-asked'], to: ['refund-asked'] },
  { name: 'refuse-refund', from: ['refund-asked'], by: ['refund-refused'], to: ['paid', 'officer'] },
  { name: 'refund', from: ['refund-asked'], by: ['refunded'], to: ['refunded'] },
  { name: 'refund-in-part', from: ['refund-asked'], by: ['refunded'], to: ['paid'] },
  // The money that paid went back; what came beside it is still here.
  { name: 'refund-leaves-stray', from: ['refund-asked'], by: ['refunded'], to: ['officer'] },
  // It went back, and another attempt is under way.
  { name: 'refund-leaves-attempt', from: ['refund-asked'], by: ['refunded'], to: [...UNPAID] },
  // Sent back without having been asked for; what is still here may be wanted back.
  { name: 'refund-unasked', from: ['paid', 'officer'], by: ['refunded'], to: ['refunded', 'officer', 'refund-asked', ...UNPAID] },
];

/** The name of a step; undefined for one that a ledger in order never makes. */
export const transitionOf = (from: PaymentPhase, by: Cause, to: PaymentPhase): string | undefined =>
  PAYMENT_TRANSITIONS.find((each) => each.from.includes(from) && each.by.includes(by) && each.to.includes(to))?.name;
