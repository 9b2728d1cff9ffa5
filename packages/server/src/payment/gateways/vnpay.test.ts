import fc from 'fast-check';
import { HashAlgorithm, ProductCode, VNPay, VnpLocale, VnpTransactionType } from 'vnpay';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { gatewayContract } from './gateway.contract.js';
import { plain, readStamp, vietnamStamp, type Order, type Question, type RefundOrder } from './gateway.js';
import { calls, ofCodes, ofStatus, responses, statuses } from './vnpay-codes.js';
import { hmac, signedData } from './vnpay-sign.js';
import { paymentUrl, queryRequest, refundRequest, vnpay } from './vnpay.js';
import { asked, example, exampleHash, notification, refunded, secret, settings, signedQuery, tmnCode } from './vnpay.test-helper.js';

const silent = () => Promise.reject(new Error('no answer'));
const gateway = vnpay({ ...settings, send: silent });
const library = new VNPay({ tmnCode, secureSecret: secret, vnpayHost: 'https://sandbox.vnpayment.vn', hashAlgorithm: HashAlgorithm.SHA512, testMode: true, enableLog: false });
const order: Order = {
  reference: 'H58152610150042', amount: 8000, about: 'Nộp lệ phí hồ sơ H58.15-261015-0042', at: new Date('2026-10-15T09:30:00+07:00'), expires: new Date('2026-10-15T09:45:00+07:00'),
  ip: '203.0.113.10', locale: 'vi', returnUrl: 'https://dvc.example.gov.vn/thanh-toan/ket-qua?hs=1',
};
/** Whatever may stand in a parameter: Vietnamese, spaces, `+`, `%`, `&`, `~`, half an emoji left out. */
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom('Nộp lệ phí hồ sơ', 'Đỗ Thị Ưng', 'a + b', '100%', '%20', 'a&b=c', '~*\'()!', '+84 912', '  ', 'x\ny', '%C4%90'));

test.each(gatewayContract({ gateway: (send) => vnpay({ ...settings, send }), notification, asked, refunded, signedReplies: true }).map((each) => [each.name, each.run] as const))('contract: %s', (_, run) => run());

describe('the worked examples of the data', () => {
  test('payment URL', () => {
    const data = 'vnp_Amount=800000&vnp_Command=pay&vnp_CreateDate=20261015093000&vnp_CurrCode=VND&vnp_ExpireDate=20261015094500&vnp_IpAddr=203.0.113.10&vnp_Locale=vn&vnp_OrderInfo=Nop+le+phi+ho+so+H58.15-261015-0042&vnp_OrderType=other&vnp_ReturnUrl=https%3A%2F%2Fdvc.example.gov.vn%2Fthanh-toan%2Fket-qua%3Fhs%3D1&vnp_TmnCode=DVCDEMO1&vnp_TxnRef=H58152610150042&vnp_Version=2.1.0';
    const hash = '7975a6af04d29029428b1373c8eca9256af902c275b020290dd8844c2ba0d43c16f67afbca19de7d596a0d05804beb6cebbe32437e685b9e435c3c55584596ea';
    expect(paymentUrl(settings, order)).toBe(`${settings.payUrl}?${data}&vnp_SecureHash=${hash}`);
    // The two wrong ways of the data, so that we know how we would be wrong.
    expect(hmac(secret, data.replaceAll('+', '%20'))).toBe('2caa3ed041f3d6361100916ec507353ceceee452b5329477d8dd81ae3c97c4ca4ed01dfa922e41cb6ce4b16d972ebea2e56b20ab605e138795f54ab53b5e7f67');
    expect(hmac(secret, decodeURIComponent(data.replaceAll('+', ' ')))).toBe('c7e501148e691bc36fceaa9f963e80157606a01c197a44da491da91c26878a93d4d8e793e4ec1db338da92a9fc8ddc23b9971fc582f15c4aa78202371bfc60e9');
  });

  test('return and IPN', () => {
    const query = signedQuery(example);
    expect(query.endsWith(`&vnp_SecureHash=${exampleHash}`)).toBe(true);
    const news = { reference: 'H58152610150042', amount: 8000, state: 'paid', outcome: 'paid', transaction: '14567890', bank: 'NCB', paidAt: new Date('2026-10-15T09:34:12+07:00'), codes: { response: '00', status: '00' } };
    expect(gateway.verifyNotification(query)).toEqual({ kind: 'genuine', news });
    // The host's own parameters, %20 for a space, another order, the name of the algorithm: none of them is signed.
    expect(gateway.verifyReturn(`hs=1&${query.replaceAll('+', '%20').split('&').reverse().join('&')}&vnp_SecureHashType=SHA512`)).toEqual({ kind: 'genuine', news });
  });

  test('a hash in another spelling is none', () => {
    for (const hash of [exampleHash.toUpperCase(), `${exampleHash}0`, exampleHash.slice(0, -2), `${exampleHash}%0A`, '']) expect(gateway.verifyNotification(signedQuery(example).replace(exampleHash, hash))).toEqual({ kind: 'refused', reason: 'checksum' });
  });

  test('querydr and refund', () => {
    const question: Question = { reference: order.reference, amount: 8000, createdAt: order.at, at: new Date('2026-10-15T10:00:00+07:00'), ip: order.ip, requestId: 'REQ0001' };
    expect(queryRequest(settings, question)['vnp_SecureHash']).toBe('bb4bf3b58129727fd03ef6ec00be37dba075603a74679aba727441e23b11293a281c01d450f17c8ad24f6790d460da4f50bfc7ffa571c160cd00a5e2a0c96c42');
    const back: RefundOrder = { ...question, requestId: 'REQ0002', at: new Date('2026-10-16T08:00:00+07:00'), refund: 8000, transaction: '14567890', by: 'canbo01', about: 'Hoàn lệ phí' };
    expect(refundRequest(settings, back)['vnp_SecureHash']).toBe('23434bcdd10283df3cc9e886464e663b7b09740b7f4d4594d1cb877fa93fed88c8aed7153f8126962bbc53e5de3450bf9d18f858f51243293804268e755a780b');
    expect(refundRequest(settings, { ...back, refund: 3000 })).toMatchObject({ vnp_TransactionType: '03', vnp_Amount: '300000' });
  });
});

describe('equals the package vnpay', () => {
  afterEach(() => { vi.restoreAllMocks(); });

  test('payment URLs', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e9 }), text.filter((about) => plain(about) !== ''), fc.stringMatching(/^[A-Za-z0-9]{1,30}$/), fc.webUrl({ withQueryParameters: true }), fc.constantFrom('vi' as const, 'en' as const), fc.constantFrom('', 'VNPAYQR', 'NCB'), fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (amount, about, reference, returnUrl, locale, channel, at) => {
      const theirs = library.buildPaymentUrl({
        vnp_Amount: amount, vnp_OrderInfo: plain(about).slice(0, 255), vnp_TxnRef: reference, vnp_IpAddr: order.ip, vnp_ReturnUrl: returnUrl, vnp_Locale: locale === 'en' ? VnpLocale.EN : VnpLocale.VN,
        vnp_OrderType: ProductCode.Other, vnp_CreateDate: Number(vietnamStamp(at)), vnp_ExpireDate: Number(vietnamStamp(at)), vnp_BankCode: channel,
      });
      expect(paymentUrl(settings, { ...order, amount, about, reference, returnUrl, locale, channel, at, expires: at })).toBe(theirs);
    }), { numRuns: 500 });
  });

  test('verdicts on returns with any text in any parameter', () => {
    fc.assert(fc.property(text, text, text, fc.boolean(), (info, card, added, tampered) => {
      const query = signedQuery({ ...example, vnp_OrderInfo: info, vnp_CardType: card, vnp_Added: added });
      const sent = tampered ? query.replace('vnp_BankCode=NCB', 'vnp_BankCode=VCB') : query;
      const theirs = library.verifyReturnUrl(Object.fromEntries(new URLSearchParams(sent)) as never);
      expect(theirs.isVerified).toBe(!tampered);
      expect(gateway.verifyReturn(sent).kind).toBe(theirs.isVerified ? 'genuine' : 'refused');
    }), { numRuns: 500 });
  });

  test('requests of querydr and refund', async () => {
    const bodies: Record<string, unknown>[] = [];
    vi.spyOn(globalThis, 'fetch').mockImplementation((_, init) => { bodies.push(JSON.parse(String(init?.body)) as Record<string, unknown>); return Promise.resolve(new Response('{}')); });
    await fc.assert(fc.asyncProperty(fc.stringMatching(/^[A-Za-z0-9]{1,30}$/), fc.integer({ min: 1, max: 1e9 }), text, async (reference, amount, about) => {
      const question: Question = { reference, amount, createdAt: order.at, at: order.expires, ip: order.ip, requestId: 'R1' };
      await library.queryDr({ vnp_RequestId: 'R1', vnp_IpAddr: order.ip, vnp_TxnRef: reference, vnp_TransactionNo: 0, vnp_OrderInfo: plain(about).slice(0, 255), vnp_TransactionDate: 20261015093000, vnp_CreateDate: 20261015094500 } as never);
      expect(queryRequest(settings, question, about)['vnp_SecureHash']).toBe(bodies.pop()!['vnp_SecureHash']);
      await library.refund({ vnp_RequestId: 'R1', vnp_IpAddr: order.ip, vnp_TxnRef: reference, vnp_TransactionNo: 77, vnp_OrderInfo: plain(about).slice(0, 255), vnp_TransactionDate: 20261015093000, vnp_CreateDate: 20261015094500, vnp_CreateBy: 'canbo01', vnp_Amount: amount, vnp_TransactionType: VnpTransactionType.FULL_REFUND } as never);
      expect(refundRequest(settings, { ...question, refund: amount, transaction: '77', by: 'canbo01', about })['vnp_SecureHash']).toBe(bodies.pop()!['vnp_SecureHash']);
    }), { numRuns: 200 });
  });

  test('it takes our reply to querydr as signed, and a changed one not', async () => {
    const question: Question = { reference: order.reference, amount: 8000, createdAt: order.at, at: order.expires, ip: order.ip, requestId: 'R1' };
    const reply = asked(question, { state: 'paid', transaction: '14567890' });
    const fetched = vi.spyOn(globalThis, 'fetch');
    const theirs = async (body: object) => { fetched.mockResolvedValueOnce(new Response(JSON.stringify(body))); return (await library.queryDr({ vnp_RequestId: 'R1', vnp_IpAddr: order.ip, vnp_TxnRef: order.reference, vnp_TransactionNo: 0, vnp_OrderInfo: 'x', vnp_TransactionDate: 20261015093000, vnp_CreateDate: 20261015094500 } as never)).isVerified; };
    expect(await theirs(reply)).toBe(true);
    expect(await theirs({ ...reply, vnp_TransactionStatus: '02' })).toBe(false);
  });
});

describe('what VNPAY says becomes of a payment', () => {
  const code = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
  test('paid only when both codes are 00', () => {
    for (let response = 0; response < 100; response++) for (let status = 0; status < 100; status++) {
      const [r, s] = [response, status].map((n) => String(n).padStart(2, '0')) as [string, string];
      expect(ofCodes(r, s).state === 'paid', `${r} ${s}`).toBe(r === '00' && s === '00');
      // Where one side speaks of success or of moved money, nobody is told that it failed.
      if ((r === '00') !== (s === '00') && (s === '00' || ['04', '07', '09'].includes(s))) expect(ofCodes(r, s).state, `${r} ${s}`).toBe('unclear');
    }
  });
  test.each([['24', '02', 'cancelled', 'cancelled'], ['11', '02', 'expired', 'expired'], ['51', '02', 'failed', 'not-enough-money'], ['07', '00', 'unclear', 'suspicious'], ['98', '02', 'failed', 'failed'], ['00', '01', 'pending', 'unfinished'], ['00', '05', 'refunding', 'refund-processing'], ['24', '04', 'unclear', 'reversed']])('%s with %s is %s: %s', (response, status, state, outcome) => {
    expect(ofCodes(response, status)).toEqual({ state, outcome });
  });
  test('every code of the data has its word; others never throw', () => {
    expect(Object.keys(responses).sort()).toEqual(['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '24', '51', '65', '75']);
    expect(Object.keys(statuses).sort()).toEqual(['00', '01', '02', '04', '05', '06', '07', '09']);
    expect(Object.keys(calls).sort()).toEqual(['00', '02', '03', '91', '94', '95', '97', '99']);
    fc.assert(fc.property(fc.string(), fc.oneof(code, fc.constantFrom('__proto__', 'constructor')), (a, b) => { expect(ofCodes(a, b).state).not.toBe('paid'); expect(typeof ofStatus(b).outcome).toBe('string'); }));
  });
});

describe('answers and refusals', () => {
  const refused = (more: Record<string, string>) => { const verified = gateway.verifyNotification(signedQuery({ ...example, ...more })); return verified.kind === 'refused' ? `${verified.reason} ${gateway.answer(verified.reason)['RspCode']}` : verified.kind; };
  test.each<[string, Record<string, string>, string]>([
    ['another merchant', { vnp_TmnCode: 'DVCDEMO2' }, 'merchant 01'], ['no order', { vnp_TxnRef: '' }, 'reference 01'], ['part of a đồng', { vnp_Amount: '800050' }, 'amount 04'], ['no money', { vnp_Amount: '0' }, 'amount 04'], ['a debt', { vnp_Amount: '-800000' }, 'amount 04'],
    ['an exponent', { vnp_Amount: '8e5' }, 'amount 04'], ['no code', { vnp_ResponseCode: '' }, 'format 99'], ['no status', { vnp_TransactionStatus: '' }, 'format 99'], ['an unknown parameter that is signed', { vnp_Later: 'x' }, 'genuine'],
  ])('signed, but %s', (_, more, expected) => { expect(refused(more)).toBe(expected); });

  test.each([['confirm', '00'], ['order-not-found', '01'], ['already-confirmed', '02'], ['second-charge', '02'], ['wrong-amount', '04'], ['checksum', '97'], ['error', '99']] as const)('%s is answered with %s', (verdict, rsp) => { expect(gateway.answer(verdict)['RspCode']).toBe(rsp); });

  test.each<[string, Record<string, string>, string]>([['91', { vnp_ResponseCode: '91' }, 'not-found'], ['97', { vnp_ResponseCode: '97' }, 'unclear checksum'], ['94', { vnp_ResponseCode: '94' }, 'unclear duplicate'], ['99', { vnp_ResponseCode: '99' }, 'unclear error']])('querydr answered with %s', async (_, more, expected) => {
    const question: Question = { reference: order.reference, amount: 8000, createdAt: order.at, at: order.expires, ip: order.ip, requestId: 'R1' };
    const result = await vnpay({ ...settings, send: () => Promise.resolve(asked(question, { state: 'paid', transaction: '1' }, more)) }).ask(question);
    expect([result.kind, 'reason' in result ? result.reason : ''].join(' ').trim()).toBe(expected);
  });
  test.each([['01', 'paid', 'paid'], ['', 'paid', 'paid'], ['02', 'paid', 'refunding'], ['03', 'paid', 'refunding'], ['02', 'failed', 'unclear'], ['01', 'failed', 'failed']] as const)('querydr about type %s that is %s: %s', async (type, state, expected) => {
    const question: Question = { reference: order.reference, amount: 8000, createdAt: order.at, at: order.expires, ip: order.ip, requestId: 'R1' };
    const result = await vnpay({ ...settings, send: () => Promise.resolve(asked(question, { state, transaction: '1' }, { vnp_TransactionType: type })) }).ask(question);
    expect(result).toMatchObject({ kind: 'news', news: { state: expected } });
  });
  test.each([['95', 'refused not-successful'], ['02', 'refused bad-merchant'], ['94', 'unclear duplicate'], ['99', 'unclear error']])('refund answered with %s: %s', async (rsp, expected) => {
    const back: RefundOrder = { reference: order.reference, amount: 8000, createdAt: order.at, at: order.expires, ip: order.ip, requestId: 'R1', refund: 8000, by: 'canbo01', about: 'Hoàn' };
    const result = await vnpay({ ...settings, send: () => Promise.resolve(refunded(back, { vnp_ResponseCode: rsp })) }).refund(back);
    expect([result.kind, 'reason' in result ? result.reason : ''].join(' ')).toBe(expected);
  });
  test('stamps are Vietnam\'s time and only real instants are read', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (at) => { expect(readStamp(vietnamStamp(at))!.getTime()).toBe(Math.floor(at.getTime() / 1000) * 1000); }));
    for (const bad of ['', '20260230000000', '20261301000000', '2026101509300', '20261015243000', 'x0261015093000']) expect(readStamp(bad)).toBeUndefined();
  });
  test('what is signed does not depend on the order, empty values and old hashes', () => {
    expect(signedData([['vnp_b', '1'], ['vnp_a', 'x y'], ['vnp_B', '2'], ['vnp_c', ''], ['vnp_SecureHash', 'z'], ['vnp_SecureHashType', 'SHA512']])).toBe('vnp_B=2&vnp_a=x+y&vnp_b=1');
  });
});
