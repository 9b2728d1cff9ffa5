// Random ledgers of one payment: half of them a life as it may go, told badly; half of them anything at all.
import type { PaymentEvent, PaymentMethod } from '@dvc/core';
import type { Random } from '../random/random.js';

/** What stands in an event besides its id and its instant. */
type Bare<E> = E extends PaymentEvent ? Omit<E, 'id' | 'at'> : never;
export type Told = Bare<PaymentEvent>;

const MINUTE = 60_000;
/** ms: a day in 2026 */
export const START = Date.UTC(2026, 9, 15, 2, 30);
/** đồng; the second is the first in VNPAY's unit */
const AMOUNTS = [8_000, 800_000, 5_000] as const;
const METHODS: readonly PaymentMethod[] = ['redirect', 'qr', 'transfer', 'cash'];
/** Names that an object has of itself among them: a ledger is keyed by what others have named. */
const INTENTS = ['i1', 'i2', '__proto__'] as const;
const TRANSACTIONS = ['t1', 't2', 'constructor'] as const;
const REFUNDS = ['r1', 'r2'] as const;

function anything(roll: Random): Told {
  const intent = roll.pick(INTENTS), transaction = roll.pick(TRANSACTIONS), refund = roll.pick(REFUNDS);
  const amount = roll.chance(0.75) ? AMOUNTS[0] : roll.pick(AMOUNTS);
  switch (roll.pick(['quoted', 'agreed', 'opened', 'opened', 'left', 'returned', 'asked', 'asked', 'paid', 'paid', 'failed', 'expired', 'cancelled', 'recorded', 'receipted', 'refund-asked', 'refund-refused', 'refunded'] as const)) {
    case 'quoted': return { type: 'quoted', total: roll.chance(0.1) ? 0 : amount };
    case 'agreed': return { type: 'agreed' };
    case 'opened': return { type: 'opened', intent, amount, method: roll.pick(METHODS) };
    case 'left': return { type: 'left', intent };
    case 'returned': return { type: 'returned', intent };
    case 'asked': return { type: 'asked', intent, answer: roll.pick(['pending', 'none', 'silent']) };
    case 'paid': return { type: 'paid', intent, transaction, amount };
    case 'failed': return { type: 'failed', intent, reason: '51' };
    case 'expired': return { type: 'expired', intent, by: roll.pick(['gateway', 'clock']) };
    case 'cancelled': return { type: 'cancelled', intent, by: roll.pick(['gateway', 'citizen']) };
    case 'recorded': return { type: 'recorded', by: roll.pick(['dossier', 'agency']), transaction };
    case 'receipted': return { type: 'receipted', transaction, number: `BL${transaction}`, kind: roll.pick(['fee', 'charge']), amount };
    case 'refund-asked': return { type: 'refund-asked', refund, transaction, amount };
    case 'refund-refused': return { type: 'refund-refused', refund, transaction };
    case 'refunded': return { type: 'refunded', refund, transaction, amount };
  }
}

/** One attempt as a bank would let it go. */
function attempt(roll: Random, intent: string, transaction: string): Told[] {
  const amount = AMOUNTS[0], method = roll.pick(METHODS);
  const told: Told[] = [{ type: 'agreed' }, { type: 'opened', intent, amount, method }];
  if (roll.chance(0.8)) told.push({ type: 'left', intent });
  if (roll.chance(0.3)) told.push({ type: 'asked', intent, answer: roll.pick(['pending', 'silent', 'none']) });
  if (roll.chance(0.3)) told.push({ type: 'expired', intent, by: 'clock' });
  if (roll.chance(0.2)) told.push({ type: 'cancelled', intent, by: 'citizen' });
  if (roll.chance(0.3)) told.push(roll.pick<Told>([{ type: 'failed', intent, reason: '24' }, { type: 'expired', intent, by: 'gateway' }, { type: 'cancelled', intent, by: 'gateway' }, { type: 'asked', intent, answer: 'none' }]));
  if (roll.chance(0.4)) told.push({ type: 'returned', intent });
  if (roll.chance(0.5)) return told;
  const came = roll.chance(0.1) ? roll.pick(AMOUNTS) : amount;
  told.push({ type: 'paid', intent, transaction, amount: came });
  if (roll.chance(0.3)) told.push({ type: 'returned', intent });
  if (roll.chance(0.2)) told.push({ type: 'recorded', by: roll.pick(['dossier', 'agency']), transaction }, { type: 'receipted', transaction, number: `BL${transaction}`, kind: 'charge', amount });
  const back = { refund: `r${transaction}`, transaction, amount: roll.chance(0.1) ? 1_000 : came };
  // A wish may stay open while the next attempt goes on.
  if (roll.chance(0.05)) told.push({ type: 'refund-asked', ...back });
  else if (roll.chance(0.3)) told.push({ type: 'refund-asked', ...back }, roll.chance(0.3) ? { type: 'refund-refused', refund: back.refund, transaction } : { type: 'refunded', ...back });
  else if (roll.chance(0.03)) told.push({ type: 'refunded', ...back });
  return told;
}

/** Once it seemed free; what is opened then stands on a quote of more. */
const quotes = (roll: Random): Told[] => [...(roll.chance(0.1) ? [{ type: 'quoted', total: 0 } as const] : []), { type: 'quoted', total: AMOUNTS[0] }];

/** Up to three attempts, one after another; the bank's last word on one may come when the next is under way, and the quote may change between them. */
function lived(roll: Random): Told[] {
  const told: Told[] = [], late: Told[] = [];
  for (let i = 0, many = 1 + roll.below(3); i < many; i++) {
    const lines = attempt(roll, INTENTS[i]!, TRANSACTIONS[i]!);
    if (roll.chance(0.2) && !/^re(c|f)/.test(lines.at(-1)!.type)) late.push(lines.pop()!);
    told.push(...lines);
    if (roll.chance(0.1)) told.push({ type: 'agreed' });
    if (roll.chance(0.2)) told.push(...quotes(roll));
    if (roll.chance(0.5)) told.push(...late.splice(0));
  }
  // The bank tells of one and the same money with another amount.
  const money = told.find((each) => each.type === 'paid');
  if (money && roll.chance(0.02)) late.push({ ...money, amount: AMOUNTS[1] });
  return [...told, ...late];
}

/** A ledger in its order of arrival. A `life` has attempts one after another; of every ledger a tenth is told twice (by another id too), and some of it late. */
export function randomLedger(roll: Random): { life: boolean; events: PaymentEvent[] } {
  const life = roll.chance(0.5);
  const told: Told[] = life ? quotes(roll) : Array.from({ length: 2 + roll.below(12) }, () => anything(roll));
  if (life) told.push(...lived(roll));
  let at = START;
  const events = told.map((each, i): PaymentEvent => ({ ...each, id: `e${i}`, at: life ? (at += roll.below(MINUTE)) : START + roll.below(8) * MINUTE }));
  for (const each of [...events]) if (roll.chance(0.1)) events.splice(roll.below(events.length), 0, roll.chance(0.5) ? each : { ...each, id: `${each.id}+` });
  if (roll.chance(0.3)) for (let i = 0; i < 3; i++) events.push(...events.splice(roll.below(events.length), 1));
  return { life, events };
}

/** The same lines in another order of arrival. */
export function shuffled<T>(of: readonly T[], roll: Random): T[] {
  const all = [...of];
  for (let i = all.length - 1; i > 0; i--) {
    const j = roll.below(i + 1);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}
