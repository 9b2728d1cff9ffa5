// The server that is paid at, as its own process: its clock is the campaign's, and it can be told where to die. With DVC_SABOTAGE it has a fault that product code does not: the campaign must see it.
import { createServer, readPaymentSettings, type Payments, type Transact } from '@dvc/server';
import type { Place } from './payments-http-places.js';

let dying: Place | undefined;
const dieAt = (place: Place) => { if (dying === place) process.kill(process.pid, 'SIGKILL'); };

type Plugin = Parameters<Parameters<Parameters<Transact>[1]>[0]['withPlugin']>[0];
const watching: Plugin = {
  transformQuery: ({ node }) => {
    if (node.kind === 'InsertQueryNode' && node.into?.table.identifier.name === 'payment_event') dieAt('half-written');
    return node;
  },
  transformResult: async ({ result }) => result,
};

const careful: Transact = async (db, work) => {
  const made = await db.transaction().execute(async (tx) => {
    const done = await work(tx.withPlugin(watching));
    dieAt('before-commit');
    return done;
  });
  dieAt('after-commit');
  return made;
};

const sabotages: Record<string, { transact?: Transact; spoil?: (payments: Payments) => void }> = {
  /** A notification is confirmed first and stored afterwards. */
  'answers-early': {
    spoil: (payments) => {
      const { notified } = payments;
      payments.notified = async (offer, query, ip) => {
        const gateway = payments.till.offers.get(offer)?.gateway;
        if (gateway?.verifyNotification(query).kind !== 'genuine') return notified(offer, query, ip);
        setTimeout(() => { notified(offer, query, ip).catch(() => undefined); }, 60);
        return gateway.answer('confirm');
      };
    },
  },
  /** What stands in the address of the return is believed. */
  'believes-the-return': {
    spoil: (payments) => {
      const { returned } = payments;
      payments.returned = async (offer, intent, query) => {
        const to = await returned(offer, intent, query);
        const got = new URLSearchParams(query);
        const held = await payments.till.db.selectFrom('payment_intent').selectAll().where('id', '=', intent).executeTakeFirst();
        if (held && got.get('vnp_ResponseCode') === '00') {
          const transaction = got.get('vnp_TransactionNo') ?? '';
          await payments.till.store.change(held.payment, ({ add }) => add({ type: 'paid', intent, transaction, amount: Number(held.amount) }, { id: `paid:${transaction}` }));
        }
        return to;
      };
    },
  },
  /** Each statement by itself: no lock, and no all or nothing. */
  'no-transaction': { transact: (db, work) => work(db.withPlugin(watching) as never) },
  /** What no notification tells is never known. */
  'never-asks': { spoil: (payments) => { payments.reconcileOnce = async () => 0; } },
};

const { DVC_DATA, DVC_FORMS, DVC_SCHEMAS, DVC_SABOTAGE, DVC_OFFSET, DVC_PAYMENTS, DVC_ADMIN_TOKEN } = process.env;
const sabotage = DVC_SABOTAGE ? sabotages[DVC_SABOTAGE] : undefined;
if (DVC_SABOTAGE && !sabotage) throw new Error(`No such sabotage: ${DVC_SABOTAGE}. There are: ${Object.keys(sabotages).join(', ')}`);
let offset = Number(DVC_OFFSET);
const server = await createServer({
  dataDir: DVC_DATA!, formsDir: DVC_FORMS!, schemasDir: DVC_SCHEMAS!, log: false, adminToken: DVC_ADMIN_TOKEN!, now: () => new Date(Date.now() + offset),
  payments: readPaymentSettings(JSON.parse(DVC_PAYMENTS!)),
  // The clock jumps, so the reconciliation is called and does not wait.
  paymentWorld: { everyMs: 0, transact: sabotage?.transact ?? careful },
});
const { app, database: { db }, payments } = server;
sabotage?.spoil?.(payments);
const { notified } = payments;
payments.notified = async (...told) => {
  const answer = await notified(...told);
  dieAt('before-reply');
  return answer;
};

const post = <T>(path: string, work: (body: T) => Promise<object> | object) => { app.post(`/campaign/${path}`, async (request) => work(request.body as T)); };
post<{ offset: number }>('clock', (body) => { offset = Math.max(offset, body.offset); return {}; });
post<{ place: Place }>('die', ({ place }) => { dying = place; return {}; });
post('reconcile', async () => ({ count: await payments.reconcileOnce() }));
post<{ payments: string[] }>('tables', async ({ payments: ids }) => ({
  payments: await db.selectFrom('payment').selectAll().where('id', 'in', ids).execute(),
  events: await db.selectFrom('payment_event').selectAll().where('payment', 'in', ids).orderBy('sequence').execute(),
  intents: await db.selectFrom('payment_intent').selectAll().where('payment', 'in', ids).orderBy('attempt').execute(),
  refunds: await db.selectFrom('payment_refund').selectAll().where('payment', 'in', ids).execute(),
}));

// The campaign itself was ended: nobody would end this process.
process.stdin.resume().once('end', () => process.exit(1));
process.stdout.write(`${new URL(await server.listen(0)).port}\n`);
