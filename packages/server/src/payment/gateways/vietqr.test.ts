import fc from 'fast-check';
import { QRPay } from 'vietnam-qr-pay';
import { describe, expect, test } from 'vitest';
import { crc16, readVietqr, vietqr, type Transfer } from './vietqr.js';

const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
const ascii = fc.stringMatching(/^[ -~]{1,25}$/);
const transfer: fc.Arbitrary<Transfer> = fc.record({ bank: digits(6, 6), account: fc.stringMatching(/^[A-Za-z0-9]{1,19}$/), amount: fc.integer({ min: 1, max: 9_999_999_999 }), purpose: ascii, card: fc.constant(true as const) }, { requiredKeys: ['bank', 'account'] });

describe('VietQR', () => {
  test.each<[Transfer, string]>([
    [{ bank: '970416', account: '257678859' }, '00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F'],
    [{ bank: '970416', account: '257678859', amount: 10_000, purpose: 'Chuyen tien' }, '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6'],
    [{ bank: '970436', account: '1012345678', amount: 8000, purpose: 'LP H58152610150042' }, '00020101021238540010A00000072701240006970436011010123456780208QRIBFTTA5303704540480005802VN62220818LP H5815261015004263040808'],
  ])('the printed examples: %j', (given, payload) => {
    expect(vietqr(given)).toBe(payload);
    expect(readVietqr(payload)).toEqual(given);
  });

  test('the check value of the CRC catalogue', () => { expect(crc16('123456789')).toBe('29B1'); });

  test('equals vietnam-qr-pay, which also reads it', () => {
    fc.assert(fc.property(transfer, ({ bank, account, amount, purpose, card }) => {
      const theirs = QRPay.initVietQR({ bankBin: bank, bankNumber: account, ...(amount === undefined ? {} : { amount: String(amount) }), ...(purpose === undefined ? {} : { purpose }), ...(card ? { service: 'QRIBFTTC' as never } : {}) }).build();
      const ours = vietqr({ bank, account, ...(amount === undefined ? {} : { amount }), ...(purpose === undefined ? {} : { purpose }), ...(card ? { card } : {}) });
      expect(ours).toBe(theirs);
      const read = new QRPay(ours);
      expect(read.isValid).toBe(true);
      expect([read.consumer.bankBin, read.consumer.bankNumber, read.amount, read.additionalData.purpose]).toEqual([bank, account, amount === undefined ? undefined : String(amount), purpose]);
    }), { numRuns: 1000 });
  });

  test('is read back as it was given', () => {
    fc.assert(fc.property(transfer, (given) => { expect(readVietqr(vietqr(given))).toEqual(given); }), { numRuns: 1000 });
  });

  test('a damaged payload is not read', () => {
    fc.assert(fc.property(transfer, fc.nat(), fc.constantFrom(...'0123456789ABCXYZ '), (given, where, letter) => {
      const payload = vietqr(given);
      const at = where % payload.length;
      const damaged = payload.slice(0, at) + letter + payload.slice(at + 1);
      if (damaged !== payload) expect(readVietqr(damaged)).toBeUndefined();
      expect(readVietqr(payload.slice(0, at))).toBeUndefined();
    }), { numRuns: 1000 });
  });

  test.each<[string, Transfer]>([
    ['an accent in the purpose', { bank: '970416', account: '1', purpose: 'Lệ phí' }], ['a long purpose', { bank: '970416', account: '1', purpose: 'x'.repeat(26) }],
    ['half a đồng', { bank: '970416', account: '1', amount: 0.5 }], ['nothing', { bank: '970416', account: '1', amount: 0 }], ['a debt', { bank: '970416', account: '1', amount: -8000 }],
    ['a BIN of five', { bank: '97041', account: '1' }], ['an account with a gap', { bank: '970416', account: '1 2' }],
  ])('refuses %s', (_, given) => { expect(() => vietqr(given)).toThrow(RangeError); });
});
