import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountInWords } from './amount-words.js';

const seed = 20261125;

describe('amounts in words', () => {
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

  test.each([[105, 'một trăm lẻ năm đồng'], [1_005, 'một nghìn không trăm lẻ năm đồng'], [10, 'mười đồng']])('%d as the South says it: %s', (amount, words) => { expect(amountInWords(amount, 'vi', 'lẻ')).toBe(words); });
});

// An independent reader: from the left, word by word, by place value. It knows nothing of how the words were made.
const UNITS: Record<string, number> = { không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9 };

function readVi(text: string): number {
  const words = text.replace(/ đồng$/, '').split(' ');
  const sign = words[0] === 'âm' ? -1 : 1;
  // `group` below a thousand, `below` a billion, `whole` in all; `last` is the digit that waits for its place.
  let whole = 0, below = 0, group = 0, last = 0;
  for (const word of sign < 0 ? words.slice(1) : words) {
    if (word in UNITS) last = UNITS[word]!;
    else if (word === 'trăm') { group += last * 100; last = 0; }
    else if (word === 'mươi') { group += last * 10; last = 0; }
    else if (word === 'mười') { group += 10; last = 0; }
    else if (word === 'linh' || word === 'lẻ') last = 0;
    else if (word === 'nghìn') { below += (group + last) * 1e3; group = last = 0; }
    else if (word === 'triệu') { below += (group + last) * 1e6; group = last = 0; }
    else if (word === 'tỷ') { whole = (whole + below + group + last) * 1e9; below = group = last = 0; }
    else throw new Error(`not a word of an amount: ${word}`);
  }
  return sign * (whole + below + group + last);
}

const EN = Object.fromEntries(('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen').split(' ').map((word, i) => [word, i]));
const EN_TENS: Record<string, number> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const EN_SIZES: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, quadrillion: 1e15 };

function readEn(text: string): number {
  let whole = 0, group = 0;
  for (const word of text.replace(/^minus /, '').replace(/ dong$/, '').split(/ and |[ -]/)) {
    if (word in EN) group += EN[word]!;
    else if (word in EN_TENS) group += EN_TENS[word]!;
    else if (word === 'hundred') group *= 100;
    else if (word in EN_SIZES) { whole += group * EN_SIZES[word]!; group = 0; }
    else throw new Error(`not a word of an amount: ${word}`);
  }
  return (text.startsWith('minus') ? -1 : 1) * (whole + group);
}

describe('the words are read back as the number', () => {
  // Amounts with many zeros, where words are left out, as often as any others.
  const sparse = fc.array(fc.constantFrom(0, 0, 0, 1, 4, 5, 9), { minLength: 1, maxLength: 15 }).map((digits) => Number(digits.join('')));
  const amounts = fc.oneof(fc.maxSafeInteger(), sparse, fc.nat(9_999).map((n) => n * 1000), fc.nat(2_000_000)).map((n) => n || 0);
  test.each([['vi', readVi], ['en', readEn]] as const)('%s', (language, read) => {
    fc.assert(fc.property(amounts, (amount) => { expect(read(amountInWords(amount, language)) || 0).toBe(amount); }), { seed, numRuns: 20_000 });
    for (let amount = 0; amount <= 100_000; amount++) if (read(amountInWords(amount, language)) !== amount) expect.fail(`${amount}: ${amountInWords(amount, language)}`);
  });
  test('with lẻ as with linh, and with no other difference', () => {
    fc.assert(fc.property(amounts, (amount) => {
      const southern = amountInWords(amount, 'vi', 'lẻ');
      expect(readVi(southern) || 0).toBe(amount);
      expect(southern.replaceAll('lẻ', 'linh')).toBe(amountInWords(amount));
    }), { seed, numRuns: 5_000 });
  });
  test('what a clerk would strike out is never said', () => {
    fc.assert(fc.property(amounts, (amount) => {
      expect(amountInWords(amount)).not.toMatch(/mươi (một|năm|bốn)( |$)|mười (mốt|tư|năm)|linh (mốt|tư|lăm)|một mươi|không mươi| {2}|^ | $/);
    }), { seed, numRuns: 20_000 });
  });
});
