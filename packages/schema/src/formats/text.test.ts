import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountInWords } from './amount-in-words.js';
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

  test.each([
    [0, 'không đồng'], [5, 'năm đồng'], [10, 'mười đồng'], [15, 'mười lăm đồng'], [14, 'mười bốn đồng'], [21, 'hai mươi mốt đồng'], [24, 'hai mươi tư đồng'], [25, 'hai mươi lăm đồng'], [11, 'mười một đồng'],
    [105, 'một trăm linh năm đồng'], [104, 'một trăm linh bốn đồng'], [110, 'một trăm mười đồng'], [1005, 'một nghìn không trăm linh năm đồng'], [8000, 'tám nghìn đồng'], [15_000, 'mười lăm nghìn đồng'],
    [1_250_000, 'một triệu hai trăm năm mươi nghìn đồng'], [1_000_005, 'một triệu không trăm linh năm đồng'], [1_050_000, 'một triệu không trăm năm mươi nghìn đồng'], [1e9, 'một tỷ đồng'],
    [1_200_000_000, 'một tỷ hai trăm triệu đồng'], [1_000_000_021, 'một tỷ không trăm hai mươi mốt đồng'], [1e12, 'một nghìn tỷ đồng'], [1_005_000_000_000, 'một nghìn không trăm linh năm tỷ đồng'], [-8000, 'âm tám nghìn đồng'],
  ])('%d in words: %s', (amount, words) => { expect(amountInWords(amount)).toBe(words); });
  test.each([[0, 'zero dong'], [21, 'twenty-one dong'], [1_250_000, 'one million two hundred and fifty thousand dong'], [1_005, 'one thousand and five dong'], [115, 'one hundred and fifteen dong']])(
    '%d in English words: %s', (amount, words) => { expect(amountInWords(amount, 'en')).toBe(words); });
  test('an amount that is not whole has no words', () => { expect(() => amountInWords(1.5)).toThrow(RangeError); });
  test('different amounts have different words', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => { expect(amountInWords(a) === amountInWords(b)).toBe(a === b); }), { seed });
    const seen = new Set(Array.from({ length: 20_000 }, (_, n) => amountInWords(n)));
    expect(seen.size).toBe(20_000);
  });
});
