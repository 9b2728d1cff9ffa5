// Whatever citizens, gateways and clocks do in whatever order: the tables say what core's own fold of the ledger says, and nobody pays twice unseen.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mayPayAgain, moneyFaults, nextLookOf, paymentAttentionOf, paymentPhaseOf, paymentStateOf, type PaymentEvent } from '@dvc/core';
import { payServer, type PayServer } from './payment.test-helper.js';

let server: PayServer;
beforeAll(async () => { server = await payServer(); });
afterAll(async () => { await server?.end(); });

type Step = { kind: 'open' | 'left' | 'cancel' | 'look' | 'reconcile' | 'refund' | 'cash' | 'line' } | { kind: 'time'; minutes: number } | { kind: 'news'; state: 'paid' | 'failed' | 'cancelled'; transaction: number; late: boolean };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<Step>({ kind: 'open' }, { kind: 'left' }, { kind: 'cancel' }, { kind: 'look' }, { kind: 'reconcile' }, { kind: 'refund' }, { kind: 'cash' }, { kind: 'line' }) },
  { weight: 2, arbitrary: fc.constantFrom(1, 6, 16, 1500).map((minutes): Step => ({ kind: 'time', minutes })) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('news' as const), state: fc.constantFrom('paid', 'failed', 'cancelled'), transaction: fc.integer({ min: 1, max: 3 }), late: fc.boolean() }) },
);
let run = 0;

async function play(steps: readonly Step[], offer: string): Promise<void> {
  const { payment, secret, code } = await server.dossier();
  const name = `${++run}`;
  for (const [n, each] of steps.entries()) {
    const view = await server.get(payment);
    const intent = view.intent;
    const reference = intent?.reference ?? '';
    switch (each.kind) {
      case 'open': await server.open(payment, { attempt: (intent?.attempt ?? 0) + 1, offer }); break;
      case 'left': case 'cancel': if (intent) expect((await server.post(`${payment}/intents/${intent.id}/${each.kind === 'left' ? 'leave' : 'cancel'}`)).statusCode).toBe(200); break;
      case 'look': await server.post(`${payment}/look`); break;
      case 'reconcile': await server.payments.reconcileOnce(); break;
      case 'time': server.clock.ms += each.minutes * 60_000; break;
      case 'refund': await server.post(`${payment}/refunds`, { account: '0123456789', holder: 'A', bank: 'B', reason: 'C', lookupSecret: secret }); break;
      case 'cash': await server.admin('/cash', { code, amount: n % 2 ? 8000 : 7000, number: `C${name}-${n % 3}` }); break;
      case 'line': if (reference) await server.admin('/lines', { lines: [{ id: `L${name}-${n % 2}`, at: '2026-11-21T03:00:00Z', amount: 8000, text: reference }] }); break;
      case 'news': {
        if (intent?.offer !== 'vnpay') break;
        const what = { state: each.state, transaction: `${run}000${each.transaction}` };
        // Told only when asked, or by a notification, or both.
        server.bank.set(reference, what);
        if (!each.late) expect(['00', '02']).toContain((await server.ipn(view, what)).RspCode);
      }
    }
  }
  const events = (await server.ledger(payment)) as PaymentEvent[];
  const state = paymentStateOf(events);
  const row = await server.database.db.selectFrom('payment').selectAll().where('id', '=', payment).executeTakeFirstOrThrow();
  expect(moneyFaults(events, state)).toEqual([]);
  expect([...events].sort((a, b) => a.at - b.at)).toEqual(events);
  expect(new Set(events.map(({ at }) => at)).size).toBe(events.length);
  // Never a second way to pay while money is here or may be on its way.
  events.forEach((event, at) => { if (event.type === 'opened') expect(mayPayAgain(paymentStateOf(events.slice(0, at)))).toBe(true); });
  expect(row.phase).toBe(paymentPhaseOf(state));
  if (paymentAttentionOf(state).length > 0) expect(row.attention).toBe(true);
  const seen = await server.get(payment);
  expect([seen.phase, seen.mayPay, seen.revision]).toEqual([paymentPhaseOf(state), mayPayAgain(state), events.length]);
  const transactions = events.filter((event) => event.type === 'paid').map((event) => JSON.stringify([event.transaction, event.amount, event.intent]));
  expect(new Set(transactions).size).toBe(transactions.length);
  if (state.transactions.size > 0 && seen.phase === 'paid') expect(seen.receipts.length).toBe(1);
  // What is unknown and can be asked about has its turn.
  if (nextLookOf(state) && offer === 'vnpay') expect(row.next_look).not.toBeNull();
  // The next road has the clock to itself.
  await server.database.db.updateTable('payment').set({ next_look: null }).execute();
}

test('random roads through the server end where core says', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), fc.constantFrom('vnpay', 'vnpay', 'transfer', 'cash'), play), { seed: 20261125, numRuns: 12, endOnFailure: true });
});
