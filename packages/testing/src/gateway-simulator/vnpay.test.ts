// VNPAY's side, judged by the package `vnpay` as the merchant and by the worked examples of the shared data.
import fc from 'fast-check';
import { RefundTransactionType, type QueryDr, type Refund } from 'vnpay';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { bench, newReference, orderOf, parametersOf, press, secret, tmnCode, visit, type Bench } from './simulator.test-helper.js';
import { momentOf, pipeHash, queryData, signedQuery, stampOf, vnpayHash } from './signing.js';

let at: Bench;
beforeAll(async () => { at = await bench(); });
afterAll(async () => { await at.close(); });
beforeEach(async () => { await at.ask('reset', {}); at.merchant.queries.length = 0; at.merchant.rspCodes = []; });
afterEach(() => { vi.restoreAllMocks(); });

/** An order at its page. */
async function open(more: Parameters<typeof orderOf>[1] = {}) {
  const order = orderOf(at.merchant, more);
  const page = await visit(at.library.buildPaymentUrl(order));
  expect(page.status).toBe(200);
  return { order, reference: order.vnp_TxnRef, page };
}
const charges = async (reference: string) => (await at.ask('charges', { reference })).count;
const question = (order: ReturnType<typeof orderOf>, more: Partial<QueryDr> = {}): QueryDr => ({
  vnp_RequestId: newReference(), vnp_TxnRef: order.vnp_TxnRef, vnp_OrderInfo: 'Truy van giao dich', vnp_TransactionDate: order.vnp_CreateDate!, vnp_TransactionNo: 0, vnp_CreateDate: order.vnp_CreateDate!, vnp_IpAddr: '203.0.113.10', ...more,
});

test('signs as the worked examples of the data do', () => {
  const paid = { vnp_Amount: '800000', vnp_BankCode: 'NCB', vnp_BankTranNo: 'VNP14567890', vnp_CardType: 'ATM', vnp_OrderInfo: 'Nop le phi ho so H58.15-261015-0042', vnp_PayDate: '20261015093412', vnp_ResponseCode: '00', vnp_TmnCode: tmnCode, vnp_TransactionNo: '14567890', vnp_TransactionStatus: '00', vnp_TxnRef: 'H58152610150042' };
  expect(signedQuery(secret, paid)).toMatch(/&vnp_SecureHash=a2e042267a28aae1b584b39bdf2264cb4d02f7d234b8a74e6a1489d2c65e2ee22901e0574f61e3ede299bf99f077f835de3ded7483dc7e78408845c4333951e3$/);
  const asked = { vnp_RequestId: 'REQ0001', vnp_Version: '2.1.0', vnp_Command: 'querydr', vnp_TmnCode: tmnCode, vnp_TxnRef: 'H58152610150042', vnp_TransactionDate: '20261015093000', vnp_CreateDate: '20261015100000', vnp_IpAddr: '203.0.113.10', vnp_OrderInfo: 'Truy van giao dich' };
  expect(pipeHash(secret, 'querydr', asked)).toMatch(/^bb4bf3b58129727fd03ef6ec00be37dba0/);
  expect(pipeHash(secret, 'refund', { ...asked, vnp_RequestId: 'REQ0002', vnp_Command: 'refund', vnp_TransactionType: '02', vnp_Amount: '800000', vnp_TransactionNo: '14567890', vnp_CreateBy: 'canbo01', vnp_CreateDate: '20261016080000', vnp_OrderInfo: 'Hoan le phi' })).toMatch(/^23434bcdd10283df3cc9e886464e663b/);
});
test('encodes any text as a form does, and reads its own moments', () => {
  fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^vnp_[A-Za-z]{1,8}$/), fc.string({ unit: 'grapheme' })), (parameters) => {
    expect([...new URLSearchParams(queryData(parameters))].sort()).toEqual(Object.entries(parameters).filter(([, value]) => value !== '').sort());
    expect(queryData(parameters)).toBe(new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1))).toString());
  }));
  fc.assert(fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }), (date) => { expect(momentOf(stampOf(date.getTime()))).toBe(Math.floor(date.getTime() / 1000) * 1000); }));
  for (const wrong of ['20261315093000', '20260230000000', '2026101509300', '20261015246000', '']) expect(momentOf(wrong)).toBeUndefined();
});

describe('a citizen at the page', () => {
  test('sees the order, in Vietnamese, without a script and under a strict policy', async () => {
    const { page, reference } = await open();
    for (const part of ['<html lang="vi">', 'Cổng thanh toán mô phỏng', '8.000 đồng', 'UBND xã Mẫu', reference, 'Thông báo (IPN)', 'Thanh toán thành công', 'Không đủ số dư (51)', 'Hủy giao dịch (24)', 'Chờ – chưa xong', 'Đóng trang, không quay lại']) expect(page.text).toContain(part);
    expect(page.text).not.toMatch(/<script|style=|onclick|<img/);
    expect(page.policy).toBe(`default-src 'none'; style-src 'self'; form-action 'self' ${at.merchant.url}; base-uri 'none'; frame-ancestors 'none'`);
  });
  test.each([['paid', '00', '00', true], ['failed', '51', '02', false], ['cancelled', '24', '02', false]] as const)('%s: the package believes the return and the IPN, which says the same', async (outcome, response, status, success) => {
    const { page, reference } = await open();
    const { status: http, location } = await press(page.address, outcome, { ipn: 'before' });
    expect([http, location!.startsWith(`${at.merchant.url}/return?hs=1&vnp_`)]).toEqual([303, true]);
    const returned = at.library.verifyReturnUrl(parametersOf(location!));
    expect(returned).toMatchObject({ isVerified: true, isSuccess: success, vnp_Amount: 8000, vnp_TxnRef: reference, vnp_ResponseCode: response, vnp_TransactionStatus: status });
    expect(at.merchant.queries).toHaveLength(1);
    expect(at.library.verifyIpnCall(parametersOf(`?${at.merchant.queries[0]!}`))).toEqual(returned);
    expect(await charges(reference)).toBe(outcome === 'paid' ? 1 : 0);
  });
  test('two tabs, a second press, a refresh and a late change of mind make one charge, one notification and one answer', async () => {
    const { order, page, reference } = await open();
    const again = await visit(at.library.buildPaymentUrl(order));
    expect(again.address).toBe(page.address);
    const pressed = await Promise.all([press(page.address, 'paid'), press(again.address, 'paid'), press(page.address, 'failed'), press(page.address, 'cancelled')]);
    expect(new Set(pressed.map(({ location }) => location)).size).toBe(1);
    expect([await charges(reference), at.merchant.queries.length]).toEqual([1, 1]);
    expect((await visit(page.address)).text).toContain('Giao dịch đã thanh toán thành công.');
    expect(await at.ask('decide', { reference, outcome: 'fail' })).toMatchObject({ decided: false, state: 'paid' });
    // Only who asks for the worst gets it.
    expect(await at.ask('decide', { reference, outcome: 'pay', again: true })).toMatchObject({ decided: true });
    expect(await charges(reference)).toBe(2);
    expect(new Set(at.merchant.queries.map((query) => parametersOf(`?${query}`).vnp_TransactionNo)).size).toBe(2);
  });
  test('leaves it unfinished, and finishes it later', async () => {
    const { order, page } = await open();
    expect((await press(page.address, 'waiting')).text).toContain('đang chờ ngân hàng xử lý');
    expect(await at.library.queryDr(question(order))).toMatchObject({ isVerified: true, isSuccess: true, vnp_TransactionStatus: '01' });
    expect(at.merchant.queries).toEqual([]);
    await press(page.address, 'paid');
    expect(await at.library.queryDr(question(order))).toMatchObject({ isVerified: true, vnp_TransactionStatus: '00', vnp_Amount: '800000' });
  });
  test('pays and closes the page: nothing comes back but the notification', async () => {
    const { page, reference } = await open();
    const { status, location, text } = await press(page.address, 'paid-and-closed');
    expect([status, location, text.includes('href="http')]).toEqual([200, null, false]);
    expect([await charges(reference), at.merchant.queries.length]).toEqual([1, 1]);
  });
  test('too late: nothing is taken, and the return says expired', async () => {
    const { order, page, reference } = await open();
    await at.ask('clock', { advanceMs: 901_000 });
    const { location } = await press(page.address, 'paid');
    expect(at.library.verifyReturnUrl(parametersOf(location!))).toMatchObject({ isVerified: true, isSuccess: false, vnp_ResponseCode: '11' });
    expect((await visit(page.address)).text).toContain('đã hết hạn thanh toán');
    expect(await charges(reference)).toBe(0);
    expect(await at.library.queryDr(question(order))).toMatchObject({ isVerified: true, vnp_TransactionStatus: '02' });
  });
});

describe('orders that are not taken', () => {
  test.each<[string, (parameters: Record<string, string>) => Record<string, string>, string]>([
    ['another merchant', (p) => ({ ...p, vnp_TmnCode: 'OTHER001' }), '02'], ['another version', (p) => ({ ...p, vnp_Version: '2.0.0' }), '03'], ['part of a đồng', (p) => ({ ...p, vnp_Amount: '800050' }), '03'], ['no amount', (p) => ({ ...p, vnp_Amount: '' }), '03'],
    ['a debt', (p) => ({ ...p, vnp_Amount: '-800000' }), '03'], ['accents', (p) => ({ ...p, vnp_OrderInfo: 'Nộp lệ phí' }), '03'], ['a reference with a sign', (p) => ({ ...p, vnp_TxnRef: 'A-1' }), '03'], ['no expiry', (p) => ({ ...p, vnp_ExpireDate: '' }), '03'],
    ['an expiry that is past', (p) => ({ ...p, vnp_CreateDate: stampOf(Date.now() - 7_200_000), vnp_ExpireDate: stampOf(Date.now() - 60_000) }), '11'], ['a return to a script', (p) => ({ ...p, vnp_ReturnUrl: `java${'script'}:alert(1)` }), '03'],
  ])('%s', async (_, change, code) => {
    const base = Object.fromEntries(new URL(at.library.buildPaymentUrl(orderOf(at.merchant))).searchParams);
    const page = await visit(`${at.simulator.url}/paymentv2/vpcpay.html?${signedQuery(secret, change(base))}`);
    expect([page.status, page.text.includes(`<dt>Mã lỗi</dt><dd>${code}</dd>`)]).toEqual([400, true]);
    expect(at.simulator.book.data.transactions).toEqual([]);
  });
  test('every change of a signed URL, and every signature in a wrong way', async () => {
    const url = new URL(at.library.buildPaymentUrl(orderOf(at.merchant)));
    const pairs = [...url.searchParams];
    const data = queryData(Object.fromEntries(pairs));
    const bad = [
      ...pairs.flatMap(([name, value], i) => [pairs.filter((_, other) => other !== i), pairs.with(i, [name, `${value}0`]), [...pairs, [name, value] as [string, string]]]).map((each) => new URLSearchParams(each).toString()),
      `${data}&vnp_SecureHash=${vnpayHash(`${secret}x`, data)}`, `${data}&vnp_SecureHash=${vnpayHash(secret, data.replaceAll('+', '%20'))}`, `${data}&vnp_SecureHash=${vnpayHash(secret, decodeURIComponent(data.replaceAll('+', ' ')))}`, data,
    ];
    for (const query of bad) expect((await visit(`${at.simulator.url}/paymentv2/vpcpay.html?${query}`)).status, query).toBe(400);
    expect(at.simulator.book.data.transactions).toEqual([]);
  });
  test('a reference that stands for another order today', async () => {
    const { reference } = await open();
    const page = await visit(at.library.buildPaymentUrl(orderOf(at.merchant, { vnp_TxnRef: reference, vnp_Amount: 9000 })));
    expect([page.status, page.text.includes('<dd>01</dd>')]).toEqual([400, true]);
  });
  test('what a merchant writes is shown as text', async () => {
    const page = await visit(`${at.simulator.url}/paymentv2/vpcpay.html?vnp_TmnCode=${encodeURIComponent('<script>"\'&')}`);
    expect(page.text).toContain('&lt;script&gt;&quot;&#39;&amp;');
  });
});

describe('querydr and refund', () => {
  test('what nobody opened is not found; a repeated question is a duplicate; forged ones are refused', async () => {
    const { order } = await open();
    expect(await at.library.queryDr(question(orderOf(at.merchant)))).toMatchObject({ isVerified: true, isSuccess: false, vnp_ResponseCode: '91' });
    expect(await at.library.queryDr(question(order, { vnp_TransactionDate: 20200101000000 }))).toMatchObject({ isVerified: true, vnp_ResponseCode: '91' });
    const asked = question(order);
    expect(await at.library.queryDr(asked)).toMatchObject({ vnp_ResponseCode: '00' });
    expect(await at.library.queryDr(asked)).toMatchObject({ isVerified: true, vnp_ResponseCode: '94' });
    const post = async (body: object) => ((await (await fetch(`${at.simulator.url}/merchant_webapi/api/transaction`, { method: 'POST', body: JSON.stringify(body) })).json()) as Record<string, string>)['vnp_ResponseCode'];
    const message: Record<string, string> = { vnp_RequestId: newReference(), vnp_Version: '2.1.0', vnp_Command: 'querydr', vnp_TmnCode: tmnCode, vnp_TxnRef: order.vnp_TxnRef, vnp_TransactionDate: String(order.vnp_CreateDate), vnp_CreateDate: String(order.vnp_CreateDate), vnp_IpAddr: '203.0.113.10', vnp_OrderInfo: 'x' };
    const signed = { ...message, vnp_SecureHash: pipeHash(secret, 'querydr', message) };
    for (const name of Object.keys(message).filter((each) => each !== 'vnp_Command' && each !== 'vnp_TmnCode')) expect(await post({ ...signed, [name]: `${message[name]!}0` }), name).toBe('97');
    expect([await post({ ...signed, vnp_TmnCode: 'OTHER001' }), await post({ ...signed, vnp_Command: 'pay' }), await post([]), await post(signed)]).toEqual(['02', '03', '03', '00']);
  });
  test('money goes back once, in parts too, and never more than was paid', async () => {
    // The package divides the amount of an answer by 100 before it checks the hash over it: it gets a hundredfold one, so that it checks what was sent.
    const real = globalThis.fetch;
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (...of) => {
      const reply = await real(...of);
      if (!String(of[0]).includes('merchant_webapi')) return reply;
      const body = (await reply.json()) as { vnp_Amount?: string };
      return Response.json(body.vnp_Amount === undefined ? body : { ...body, vnp_Amount: Number(body.vnp_Amount) * 100 });
    });
    const { order, page } = await open();
    const refund = (amount: number, type = RefundTransactionType.PARTIAL_REFUND, more: Partial<Refund> = {}) => at.library.refund({
      // Without a number the package signs 0 and sends nothing.
      vnp_TransactionNo: 0, vnp_RequestId: newReference(), vnp_TxnRef: order.vnp_TxnRef, vnp_Amount: amount, vnp_TransactionType: type, vnp_TransactionDate: order.vnp_CreateDate!, vnp_CreateBy: 'canbo01', vnp_CreateDate: order.vnp_CreateDate!, vnp_IpAddr: '203.0.113.10', vnp_OrderInfo: 'Hoan le phi', ...more,
    });
    expect(await refund(8000, RefundTransactionType.FULL_REFUND)).toMatchObject({ isVerified: true, vnp_ResponseCode: '95' });
    await press(page.address, 'paid');
    expect(await refund(8000, RefundTransactionType.FULL_REFUND, { vnp_TransactionNo: 1 })).toMatchObject({ isVerified: true, vnp_ResponseCode: '91' });
    for (const [amount, type] of [[9000, '03'], [8000, '03'], [5000, '02']] as const) expect(await refund(amount, type as RefundTransactionType)).toMatchObject({ isVerified: true, vnp_ResponseCode: '03' });
    expect(await refund(3000)).toMatchObject({ isVerified: true, isSuccess: true, vnp_ResponseCode: '00', vnp_Amount: 300_000, vnp_TransactionStatus: '05', vnp_TransactionType: '03' });
    expect(await refund(5001)).toMatchObject({ vnp_ResponseCode: '03' });
    expect(await refund(5000)).toMatchObject({ isVerified: true, vnp_ResponseCode: '00' });
    expect(await refund(1)).toMatchObject({ isVerified: true, vnp_ResponseCode: '94' });
    vi.restoreAllMocks();
    expect(await at.library.queryDr(question(order))).toMatchObject({ isVerified: true, vnp_TransactionType: '03', vnp_TransactionStatus: '05' });
    await at.ask('clock', { advanceMs: 60_000 });
    expect(await at.library.queryDr(question(order))).toMatchObject({ isVerified: true, vnp_TransactionStatus: '06' });
    await at.ask('refund', { reference: order.vnp_TxnRef, status: '09' });
    expect(await at.library.queryDr(question(order))).toMatchObject({ isVerified: true, vnp_TransactionStatus: '09' });
  });
  test.each([['hang', 'silence'], ['drop', 'silence'], ['error', 'answer'], ['lose-reply', 'silence']] as const)('ill in the way of %s', async (silence, kind) => {
    const { order } = await open();
    await at.ask('silence', { silence });
    const body = JSON.stringify({ vnp_Command: 'querydr' });
    const reply = await fetch(`${at.simulator.url}/merchant_webapi/api/transaction`, { method: 'POST', body, signal: AbortSignal.timeout(200) }).then((answer) => answer.status, () => 'silence');
    expect(reply).toBe(kind === 'answer' ? 500 : 'silence');
    await at.ask('silence', { silence: 'none' });
    expect(await at.library.queryDr(question(order))).toMatchObject({ isVerified: true, vnp_ResponseCode: '00' });
  });
});
