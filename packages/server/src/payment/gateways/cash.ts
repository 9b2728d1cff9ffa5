// Cash at a counter: a cashier says that it was paid, and pays it back.
import { checkAmount, type Answer, type Gateway } from './gateway.js';

const unsupported: Answer = { code: 'unsupported' };

export function cash(): Gateway {
  return {
    name: 'cash',
    create: async ({ amount }) => { checkAmount(amount); return { kind: 'counter' }; },
    verifyReturn: () => ({ kind: 'refused', reason: 'unsupported' }),
    verifyNotification: () => ({ kind: 'refused', reason: 'unsupported' }),
    answer: () => unsupported,
    // What the cashier has not entered, nobody here knows.
    ask: () => Promise.resolve({ kind: 'unclear', reason: 'by-hand' }),
    refund: () => Promise.resolve({ kind: 'by-hand' }),
  };
}
