// What every gateway adapter must hold, whoever wrote it. Each case throws when it does not; any test runner can run them.
import assert from 'node:assert/strict';
import { judge, keyOf, type Gateway, type Judgement, type News, type Order, type Question, type RefundOrder, type Send } from './gateway.js';

export interface What { state: 'paid' | 'failed' | 'cancelled'; transaction: string; /** đồng, when it is not the order's */ amount?: number }

/** The other side of an adapter, played with its own secret. */
export interface ContractBench {
  gateway(send: Send): Gateway;
  /** A genuine notification as a raw query; absent: this gateway sends none. */
  notification?(order: Order, what: What): string;
  /** A genuine reply to `ask`. */
  asked(question: Question, what: What): unknown;
  /** A genuine reply to `refund`; absent: it has no such call. */
  refunded?(order: RefundOrder): unknown;
  /** Whether replies are signed: then each change of one is noticed. */
  signedReplies: boolean;
}
export interface ContractCase { name: string; run: () => Promise<void> }

const order: Order = {
  reference: 'DVCK346793467G', amount: 8000, about: 'Nộp lệ phí hồ sơ', at: new Date('2026-10-15T02:30:00Z'), expires: new Date('2026-10-15T02:45:00Z'), ip: '203.0.113.10', locale: 'vi', returnUrl: 'https://dvc.example.gov.vn/thanh-toan?hs=1',
};
const question: Question = { reference: order.reference, amount: order.amount, createdAt: order.at, at: new Date('2026-10-15T03:00:00Z'), ip: order.ip, requestId: 'REQ0001' };
const refundOrder: RefundOrder = { ...question, refund: order.amount, transaction: '14567890', by: 'canbo01', about: 'Hoàn lệ phí' };
const paid: What = { state: 'paid', transaction: '14567890' };
const silent: Send = () => Promise.reject(new Error('no answer'));
/** What stands in for a gateway on a bad day. */
const nonsense: unknown[] = [undefined, null, '', '<html>502</html>', 7, [], {}, { error_code: '0' }, { vnp_ResponseCode: '00', vnp_TransactionStatus: '00' }];
const verdicts: Judgement[] = ['confirm', 'order-not-found', 'wrong-amount', 'already-confirmed', 'second-charge', 'error'];

export function gatewayContract(bench: ContractBench): ContractCase[] {
  const quiet = bench.gateway(silent);
  const genuine = (query: string): News => {
    const verified = quiet.verifyNotification(query);
    assert.equal(verified.kind, 'genuine');
    return (verified as { news: News }).news;
  };
  const { notification, refunded } = bench;
  const cases: ContractCase[] = [
    {
      name: 'refuses to make an order over no money, a part of a đồng or a debt',
      run: async () => { for (const amount of [0, 0.5, -8000, Number.NaN]) await assert.rejects(async () => quiet.create({ ...order, amount }), RangeError); },
    },
    {
      name: 'does not know what became of a payment when nobody or nonsense answers',
      run: async () => {
        for (const send of [silent, ...nonsense.map((reply): Send => () => Promise.resolve(reply))]) {
          assert.equal((await bench.gateway(send).ask(question)).kind, 'unclear');
          const refund = (await bench.gateway(send).refund(refundOrder)).kind;
          assert.equal(refund, refunded ? 'unclear' : 'by-hand');
        }
      },
    },
    {
      name: 'reads the gateway\'s own reply to a question, for this order only',
      run: async () => {
        for (const what of [paid, { ...paid, state: 'failed' as const }]) {
          const asked = await bench.gateway(() => Promise.resolve(bench.asked(question, what))).ask(question);
          assert.equal(asked.kind, 'news');
          const { news } = asked as { news: News };
          assert.deepEqual([news.reference, news.state], [question.reference, what.state]);
          if (news.amount !== undefined) assert.equal(news.amount, order.amount);
        }
        if (bench.signedReplies) assert.equal((await bench.gateway(() => Promise.resolve(bench.asked({ ...question, reference: 'DVCKANOTHERONE' }, paid))).ask(question)).kind, 'unclear');
      },
    },
    { name: 'answers every judgement', run: async () => { for (const verdict of verdicts) assert.ok(Object.keys(quiet.answer(verdict)).length > 0); } },
    {
      name: 'believes no unsigned notification and no unsigned return',
      run: async () => {
        for (const query of ['', 'a=b', 'vnp_TxnRef=DVCK346793467G&vnp_ResponseCode=00', '%', '&&&', 'vnp_SecureHash=', `vnp_SecureHash=${'0'.repeat(128)}`, '__proto__=1']) {
          assert.equal(quiet.verifyNotification(query).kind, 'refused');
          assert.equal(quiet.verifyReturn(query).kind, 'refused');
        }
      },
    },
  ];
  if (bench.signedReplies) cases.push({
    name: 'notices every change of a reply',
    run: async () => {
      for (const [reply, call] of [[bench.asked(question, paid), 'ask'], ...(refunded ? [[refunded(refundOrder), 'refund'] as const] : [])] as [Record<string, string>, 'ask' | 'refund'][]) {
        for (const name of Object.keys(reply)) for (const value of [`${reply[name]}0`, '']) {
          if (value === reply[name]) continue;
          const gateway = bench.gateway(() => Promise.resolve({ ...reply, [name]: value }));
          assert.equal((await (call === 'ask' ? gateway.ask(question) : gateway.refund(refundOrder))).kind, 'unclear', `${call}: ${name}`);
        }
      }
    },
  });
  if (refunded) cases.push({
    name: 'gives money back once it says so, and no more than was paid',
    run: async () => {
      const gateway = bench.gateway(() => Promise.resolve(refunded(refundOrder)));
      assert.equal((await gateway.refund(refundOrder)).kind, 'taken');
      await assert.rejects(async () => gateway.refund({ ...refundOrder, refund: order.amount + 1 }), RangeError);
    },
  });
  if (notification) cases.push(...notificationCases(notification, genuine, quiet));
  return cases;
}

function notificationCases(notification: NonNullable<ContractBench['notification']>, genuine: (query: string) => News, quiet: Gateway): ContractCase[] {
  const fresh = { amount: order.amount, seen: new Set<string>() };
  return [
    {
      name: 'a genuine notification is confirmed, and its repetition is known',
      run: async () => {
        const news = genuine(notification(order, paid));
        assert.deepEqual([news.reference, news.amount, news.state, news.transaction], [order.reference, order.amount, 'paid', paid.transaction]);
        assert.equal(judge(news, fresh), 'confirm');
        assert.equal(judge(news, { ...fresh, seen: new Set([keyOf(news)]), paidBy: paid.transaction }), 'already-confirmed');
        assert.equal(judge(news, undefined), 'order-not-found');
        assert.equal(judge(genuine(notification(order, { ...paid, amount: 80 })), fresh), 'wrong-amount');
      },
    },
    {
      name: 'a success after a failure counts; a failure after a success does not; a second success is a second charge',
      run: async () => {
        const failed = genuine(notification(order, { state: 'failed', transaction: '14567889' }));
        const news = genuine(notification(order, paid));
        const again = genuine(notification(order, { ...paid, transaction: '14567891' }));
        assert.equal(failed.state, 'failed');
        assert.equal(judge(news, { ...fresh, seen: new Set([keyOf(failed)]) }), 'confirm');
        const known = { ...fresh, seen: new Set([keyOf(news)]), paidBy: paid.transaction };
        assert.equal(judge(failed, known), 'already-confirmed');
        assert.equal(judge(again, known), 'second-charge');
      },
    },
    {
      name: 'notices every change of a notification and of a return',
      run: async () => {
        const query = notification(order, paid);
        const pairs = [...new URLSearchParams(query)];
        const changed = pairs.flatMap(([name, value], at) => [
          pairs.filter((_, other) => other !== at), pairs.with(at, [name, `${value}0`]), pairs.with(at, [name, '']), [...pairs, [name, value]],
        ]);
        for (const each of changed) {
          const altered = new URLSearchParams(each as [string, string][]).toString();
          assert.equal(quiet.verifyNotification(altered).kind, 'refused', altered);
          assert.equal(quiet.verifyReturn(altered).kind, 'refused', altered);
        }
      },
    },
  ];
}
