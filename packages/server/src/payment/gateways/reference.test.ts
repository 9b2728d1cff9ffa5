import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReference, makeReference, matchReference, referenceLength, referencesIn } from './reference.js';

const letters = '34679ACDEFGHJMNPRTVWXYQ';
const reference = fc.array(fc.nat(22), { minLength: 9, maxLength: 9 }).map((picks) => { let at = 0; return makeReference(() => picks[at++]!); });
/** Words that a bank or a citizen writes around it. */
const around = fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('', 'NGUYEN VAN A chuyen khoan ', 'Nộp lệ phí hồ sơ ', 'MBVCB.123456789.KKKK.', 'FT26298 CT tu 0123 toi 0456 ', 'DVC', 'DVCK', 'KQK'));
/** Spaces between the letters, lower case, punctuation, and a prefix of which some is cut. */
const mangled = (whole: string) => fc.record({
  cut: fc.integer({ min: 0, max: 3 }), lower: fc.array(fc.boolean(), { minLength: referenceLength, maxLength: referenceLength }),
  gaps: fc.array(fc.constantFrom('', '', '', ' ', '  ', '-', '.', '\n'), { minLength: referenceLength, maxLength: referenceLength }),
}).map(({ cut, lower, gaps }) => [...whole].map((letter, at) => (lower[at] ? letter.toLowerCase() : letter) + gaps[at]!).slice(cut).join(''));

describe('references of transfers', () => {
  test('it is ASCII capitals without look-alikes, and fits the purpose of a VietQR', () => {
    fc.assert(fc.property(reference, (made) => {
      expect(made).toMatch(/^DVCK[34679ACDEFGHJMNPRTVWXYQ]{10}$/);
      expect(isReference(made)).toBe(true);
      for (const wrong of [made.slice(3), made.toLowerCase(), `DVCA${made.slice(4)}`, `${made}3`, `DVC${made}`]) expect(isReference(wrong)).toBe(false);
    }));
    expect(referenceLength).toBeLessThanOrEqual(25);
    expect(new Set(Array.from({ length: 2000 }, () => makeReference())).size).toBe(2000);
  });

  test('a line that mangles it still finds it, whatever stands around it', () => {
    fc.assert(fc.property(reference.chain((made) => fc.tuple(fc.constant(made), mangled(made))), around, around, ([made, line], before, after) => {
      expect(matchReference(`${before} ${line} ${after}`, (one) => one === made)).toBe(made);
    }), { numRuns: 3000 });
  });

  test('it never finds the reference of another, however many are open', () => {
    fc.assert(fc.property(fc.uniqueArray(reference, { minLength: 2, maxLength: 30 }).chain(([paid, ...open]) => fc.tuple(fc.constant(paid!), fc.constant(open), mangled(paid!))), around, around, ([, open, line], before, after) => {
      expect(matchReference(before + line + after, (one) => open.includes(one))).toBeUndefined();
    }), { numRuns: 3000 });
  });

  test('no two references overlap: beside another, only the two that are written are read', () => {
    fc.assert(fc.property(reference, reference, fc.nat(13), fc.nat(13), (one, two, cutEnd, cutStart) => {
      expect(new Set(referencesIn(one + two))).toEqual(new Set([one, two]));
      // Torn ends of two never make a third.
      const torn = one.slice(0, 13 - cutEnd) + two.slice(4 + (cutStart % 9));
      for (const read of referencesIn(torn)) expect(torn).toContain(read.slice(3));
    }));
  });

  test('two open ones in one line are left to a person', () => {
    fc.assert(fc.property(fc.uniqueArray(reference, { minLength: 2, maxLength: 2 }), ([one, two]) => {
      expect(matchReference(`${one} va ${two}`, () => true)).toBeUndefined();
      expect(matchReference(`${one} va ${one}`, () => true)).toBe(one);
    }));
  });

  test('one wrong letter, or two exchanged, match nothing at all', () => {
    fc.assert(fc.property(reference, fc.integer({ min: 4, max: 13 }), fc.integer({ min: 4, max: 13 }), fc.constantFrom(...letters), (made, at, other, letter) => {
      const wrong = [...made];
      wrong[at] = letter;
      if (letter !== made[at]) expect(matchReference(wrong.join(''), () => true)).toBeUndefined();
      const exchanged = [...made];
      [exchanged[at], exchanged[other]] = [made[other]!, made[at]!];
      if (made[at] !== made[other]) expect(matchReference(exchanged.join(''), () => true)).toBeUndefined();
    }), { numRuns: 3000 });
  });

  test('a line cut inside the code matches nothing', () => {
    fc.assert(fc.property(reference, fc.integer({ min: 1, max: 10 }), (made, cut) => {
      expect(referencesIn(made.slice(0, -cut))).toEqual([]);
      expect(referencesIn(made.slice(3 + cut))).toEqual([]);
    }));
  });
});
