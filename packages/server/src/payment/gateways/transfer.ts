// A transfer that carries our reference, by hand or by a QR of NAPAS. Nobody signs that it came: it is paid when a line of the account's own statement says so.
import { checkAmount, type Answer, type Gateway, type News, type Order } from './gateway.js';
import { vietqr } from './vietqr.js';

/** A line of the statement that was matched with a reference. */
export interface StatementLine { id: string; /** đồng */ amount: number; at: Date }
export interface TransferSettings {
  /** the bank's BIN at NAPAS */
  bank: string;
  account: string;
  /** The lines that have come in under this reference, the first one first. */
  statement: (reference: string) => Promise<readonly StatementLine[]>;
}

const unsupported: Answer = { code: 'unsupported' };

export const newsOfLine = (reference: string, { id, amount, at }: StatementLine): News => ({ reference, amount, state: 'paid', outcome: 'paid', transaction: id, paidAt: at, codes: {} });

/** The adapter. It sends no notification and takes no browser anywhere; a refund is made by hand at the bank. */
export function transfer({ bank, account, statement }: TransferSettings): Gateway {
  return {
    name: 'transfer',
    create: async ({ amount, reference }: Order) => {
      checkAmount(amount);
      return { kind: 'qr', payload: vietqr({ bank, account, amount, purpose: reference }) };
    },
    verifyReturn: () => ({ kind: 'refused', reason: 'unsupported' }),
    verifyNotification: () => ({ kind: 'refused', reason: 'unsupported' }),
    answer: () => unsupported,
    ask: async ({ reference }) => {
      const lines = await statement(reference).catch(() => undefined);
      if (!lines) return { kind: 'unclear', reason: 'offline' };
      return lines[0] ? { kind: 'news', news: newsOfLine(reference, lines[0]) } : { kind: 'not-found' };
    },
    refund: () => Promise.resolve({ kind: 'by-hand' }),
  };
}
