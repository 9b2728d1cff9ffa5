import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldTone, sameText } from './fold.js';
import { formatMoney, numberFormat, numberParse, parseMoney } from './money.js';

const seed = 45;

describe('fold', () => {
  test.each([
    ['Đắk Lắk', 'dak lak'], ['Hoà', 'hoa'], ['HÒA', 'hoa'], ['Thuý', 'thuy'], ["H'Mông", 'hmong'], ['H’Mông', 'hmong'], ['Ê-đê', 'e de'], ['  Bru - Vân   Kiều ', 'bru van kieu'], ['TP.HCM', 'tp hcm'], ['ប្រុស', 'ប្រុស'],
  ])('%j is searched as %j', (text, folded) => { expect(fold(text)).toBe(folded); });

  test.each([['Hoà', 'Hòa', true], ['Khánh Hoà', 'khánh  hòa', true], ['Thuý', 'Thúy', true], ['Hoa', 'Hoà', false], ['Hoá', 'Hoà', false], ['Đào', 'Dào', false], ['Tuân', 'Tuấn', false], ['Ân', 'An', false], ["H'Hen", 'H’hen', true]])(
    '%j and %j the same name: %s', (a, b, same) => { expect(sameText(a, b)).toBe(same); });

  const syllable = fc.constantFrom('hoà', 'hòa', 'THUÝ', 'Thúy', 'đường', 'Nguyễn', 'Ẩm', 'quỷ', 'Ấn', 'Lự', 'Xơ', "H'Mông", 'abc', '12', '-', ',');
  test('the Unicode form never matters, folding twice changes nothing', () => {
    fc.assert(fc.property(fc.oneof(fc.array(syllable).map((all) => all.join(' ')), fc.string({ unit: 'grapheme' })), (text) => {
      for (const how of [fold, foldTone]) {
        expect(how(text.normalize('NFD'))).toBe(how(text.normalize('NFC')));
        expect(how(how(text))).toBe(how(text));
      }
    }), { seed, numRuns: 1000 });
  });
});

describe('money and numbers', () => {
  test.each([
    ['1.250.000 đ', 1_250_000], ['1250000', 1_250_000], ['1,250,000 VND', 1_250_000], ['1 250 000 đồng', 1_250_000], ['8.000,00', 8000], ['8.000đ', 8000], ['0', 0], ['8.000 VNĐ', 8000],
    ['1.25', undefined], ['8,5', undefined], ['1.250,000.000', undefined], ['', undefined], ['năm nghìn', undefined], ['99999999999999999', undefined], ['1.2500', undefined],
  ])('%j is %s đồng', (text, amount) => { expect(parseMoney(text)).toBe(amount); });

  test.each([['1.250', 1250], ['1250', 1250], ['1,5', 1.5], ['1.250,5', 1250.5], ['1.5', 1.5], ['0.125', 0.125], ['-3', -3], ['−3', -3], ['1.250.000', 1_250_000], ['1.2.3', undefined], ['abc', undefined], ['', undefined], ['Infinity', undefined], ['1e999', undefined]])(
    '%j is the number %s', (text, value) => { expect(numberParse(text)).toBe(value); });

  test('what is written is read back', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (amount) => { expect(parseMoney(formatMoney(amount))).toBe(amount || 0); }), { seed });
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => { expect(numberParse(numberFormat(value))).toBe(value === 0 ? 0 : value); }), { seed, numRuns: 2000 });
  });
});
