// npm run campaign -- ipn: forged, mutated and replayed notifications against the VNPAY adapter and the judgement of an intent. Each must be refused with the
// gateway's documented answer code, and at the end the one payment that was real is there, once.
import { judge, keyOf, vnpay, type Gateway, type Judgement, type Known } from '@dvc/server';
import type { Campaign } from './campaign.js';
import { forgeries, genuine, genuineHash, merchant, mutate, secret, sign, type Forgery, type Parameters } from './ipn-forger.js';

const amount = 8000;
const reference = genuine['vnp_TxnRef']!;
const other = 'H58152610150043';

/** A ledger in memory: what a route does within its transaction. */
class Ledger {
  readonly intents = new Map<string, { amount: number; seen: Set<string>; paidBy?: string; charges: number }>();
  readonly gateway: Gateway;
  readonly sabotage: string | undefined;
  constructor(sabotage: string | undefined) {
    this.sabotage = sabotage;
    this.gateway = vnpay({ tmnCode: merchant, secret, payUrl: 'https://sandbox.example/pay', apiUrl: 'https://sandbox.example/api', send: () => Promise.reject(new Error('no call is made here')) });
    for (const name of [reference, other]) this.intents.set(name, { amount, seen: new Set(), charges: 0 });
  }
  /** → RspCode */
  receive(query: string): string {
    const verified = this.gateway.verifyNotification(this.sabotage === 'no-checksum' ? resigned(query) : query);
    if (verified.kind === 'refused') return this.gateway.answer(verified.reason)['RspCode']!;
    const { news } = verified;
    const intent = this.intents.get(news.reference);
    const known: Known | undefined = intent && (this.sabotage === 'forgetful' ? { amount: intent.amount, seen: new Set() } : this.sabotage === 'any-amount' ? { ...intent, amount: news.amount ?? 0 } : intent);
    const verdict: Judgement = judge(news, known);
    if (verdict === 'confirm' && intent) {
      intent.seen.add(keyOf(news));
      if (news.state === 'paid') { intent.paidBy = news.transaction ?? ''; intent.charges++; }
    }
    return this.gateway.answer(verdict)['RspCode']!;
  }
}

/** For sabotage alone: whatever stands in a query gets a good hash. */
const resigned = (query: string): string => sign(Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => name.startsWith('vnp_') && !name.startsWith('vnp_SecureHash'))));

/** What is signed, whichever way it was written. */
const meaning = (query: string): string => JSON.stringify([...new URLSearchParams(query)].filter(([name, value]) => name.startsWith('vnp_') && name !== 'vnp_SecureHashType' && value !== '').sort(([a, x], [b, y]) => (a + x < b + y ? -1 : 1)));

export const run: Campaign = async ({ args, say }) => {
  const n = args.number('n', 20_000);
  const seed = args.number('seed', 1);
  const sabotage = args.text('sabotage');
  if (sabotage) say(`sabotaged on purpose: ${sabotage}; this run must fail`);
  let failed = 0;
  let refused = 0;
  const answers: Record<string, number> = {};
  const ledger = new Ledger(sabotage);
  const expect = ({ kind, query, expected }: Forgery): void => {
    let got: string;
    try { got = ledger.receive(query); } catch (error) { got = `threw ${String(error)}`; }
    answers[got] = (answers[got] ?? 0) + 1;
    if (got === expected) { if (got !== '00') refused++; return; }
    if (++failed <= 20) say(`${kind}: answered ${got}, not ${expected}: ${query.slice(0, 300)}`);
  };

  const query = sign(genuine);
  if (!query.endsWith(genuineHash)) { failed++; say('the forger does not sign like the printed example'); }
  const made = forgeries();
  // Before the payment they must not make it paid; after it, they must not be "already confirmed" either: nothing is told to a forger.
  for (const forgery of made) expect(forgery);
  const early = ledger.intents.get(reference)!.charges + ledger.intents.get(other)!.charges;
  if (early > 0) { failed++; say(`${early} charges by forgeries alone`); }

  const tried = sign({ ...genuine, vnp_ResponseCode: '51', vnp_TransactionStatus: '02', vnp_TransactionNo: '14567889' });
  const real = (kind: string, sent: string, expected: string) => { expect({ kind, query: sent, expected }); };
  real('a first attempt that failed', tried, '00');
  real('its repetition', tried, '02');
  real('the payment after it', query, '00');
  for (const forgery of made) expect(forgery);
  for (let i = 0; i < 100; i++) real('the payment again', query, '02');
  const late = (kind: string, change: Parameters) => { real(kind, sign({ ...genuine, ...change }), '02'); };
  real('the failure again, after the payment', tried, '02');
  for (const code of ['24', '11', '07', '99', '02']) late(`a late failure ${code}`, { vnp_ResponseCode: code, vnp_TransactionStatus: '02' });
  late('a second charge', { vnp_TransactionNo: '14567891' });
  late('a second charge without a number', { vnp_TransactionNo: '0' });
  // Encoded another way, or in another order, it is the same notification.
  for (const again of [query.replaceAll('+', '%20'), query.split('&').reverse().join('&'), `hs=1&${query}`, `${query}&vnp_SecureHashType=SHA512`, query.replace('vnp_T', '%76np_T')]) real('the payment, written another way', again, '02');
  real('the payment, for another order', query.replace(reference, other), '97');

  let state = seed >>> 0;
  /** mulberry32 */
  const random = (below: number) => { state = (state + 0x6d2b79f5) >>> 0; let t = state; t = Math.imul(t ^ (t >>> 15), t | 1); t ^= t + Math.imul(t ^ (t >>> 7), t | 61); return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below); };
  let same = 0;
  for (let i = 0; i < n; i++) {
    const mutant = mutate(query, random);
    const equal = meaning(mutant) === meaning(query);
    if (equal) same++;
    expect({ kind: 'mutant', query: mutant, expected: equal ? '02' : '97' });
  }

  const { charges } = ledger.intents.get(reference)!;
  const strange = ledger.intents.get(other)!.charges;
  if (charges !== 1 || strange !== 0) { failed++; say(`${charges} charges of the order, ${strange} of the other`); }
  return { n: Object.values(answers).reduce((sum, each) => sum + each, 0), failed, seed, refused, forgeries: made.length, mutants: n, mutantsThatMeanTheSame: same, charges, answers, ...(sabotage ? { sabotage } : {}) };
};
