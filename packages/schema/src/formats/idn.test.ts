// Names in any script, held against what the engine's own URL makes of them (UTS 46, which maps more and refuses less).
import fc from 'fast-check';
import { domainToASCII } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formats } from './index.js';
import { decodePunycode, encodePunycode } from './punycode.js';

const seed = 45;
const letters = fc.constantFrom(...'abcxyz0189', ...'ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ', ...'αβγжяאבعربी실례例え', '-');
const label = fc.array(letters, { minLength: 1, maxLength: 12 }).map((all) => all.join('').normalize('NFC'));
const right = (name: string) => formats['idn-hostname']!.check(name) === true;

describe('names in any script', () => {
  test('Punycode as the engine writes it, and back', () => {
    let compared = 0;
    fc.assert(fc.property(label.filter((text) => /[^\0-\x7f]/.test(text)), (text) => {
      const mine = encodePunycode(text);
      expect(decodePunycode(mine)).toBe(text);
      const theirs = domainToASCII(text);
      if (!theirs) return;
      compared++;
      expect(`xn--${mine}`).toBe(theirs);
    }), { seed, numRuns: 5000 });
    expect(compared).toBeGreaterThan(500);
  });

  test('decoding never throws and never hangs', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'abcdefz0159-'), maxLength: 250 }), (text) => {
      const decoded = decodePunycode(text);
      if (decoded !== undefined && !/\p{Surrogate}/u.test(decoded) && encodePunycode(decoded) === text) expect(decodePunycode(encodePunycode(decoded))).toBe(decoded);
      formats['hostname']!.check(`xn--${text}`);
    }), { seed, numRuns: 5000 });
  });

  test('a name that we take is one for the engine, too, and means the same in both its forms', () => {
    let taken = 0;
    fc.assert(fc.property(fc.array(label, { minLength: 1, maxLength: 3 }).map((all) => all.join('.')), (name) => {
      // For a URL, a name that ends in a number is an IPv4 address.
      if (!right(name) || /(^|\.)\d+$/.test(name)) return;
      taken++;
      const ascii = domainToASCII(name);
      expect([name, ascii]).not.toEqual([name, '']);
      expect([ascii, formats['hostname']!.check(ascii)]).toEqual([ascii, true]);
      expect(right(ascii)).toBe(true);
    }), { seed, numRuns: 5000 });
    expect(taken).toBeGreaterThan(500);
  });

  test.each(['tiếng-việt.vn', 'đắk-lắk.vn', '例え。テスト', 'παράδειγμα.gr', 'пример.рф', 'مثال.إختبار', 'בדיקה.com', 'l·l.cat', 'xn--ting-vit-j8a3d.vn', 'faß.de'])('%s is a name', (name) => { expect(right(name)).toBe(true); });
  test.each(['', '.', 'a..b', 'a b.vn', '-đ.vn', 'đ-.vn', 'a_đ.vn', '🙂.vn', '𝔸.vn', 'đ\u200db.vn', 'xn--a.vn', `${'ü'.repeat(60)}.de`, 'aא.com'])('%j is none', (name) => { expect(right(name)).toBe(false); });
});
