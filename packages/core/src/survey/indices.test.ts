import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SurveyIndex } from '@dvc/schema/document/types.js';
import { indicesOf } from './indices.js';
import type { QuestionResult } from './results.js';

const FIVE = [['rat-hai-long', 5], ['hai-long', 4], ['binh-thuong', 3], ['khong-hai-long', 2], ['rat-khong-hai-long', 1]] as const;
const scale = (path: string, counts: readonly (number | null)[], n = counts.reduce<number>((sum, each) => sum + (each ?? 0), 0)): QuestionResult => ({
  path, title: path, kind: 'scale', n, counts: FIVE.map(([value, score], i) => ({ value, title: value, score, count: counts[i]! })),
});
const nps = (counts: readonly number[]): QuestionResult => ({ path: '/nps', title: 'nps', kind: 'nps', n: counts.reduce((sum, each) => sum + each, 0), counts: counts.map((count, i) => ({ value: String(i), title: String(i), count })) });
const share = (of: string[], values = ['rat-hai-long', 'hai-long']): SurveyIndex => ({ id: 'share', title: 'Tỷ lệ hài lòng', kind: 'share', of, values });
const one = (index: SurveyIndex, questions: readonly QuestionResult[], given?: Record<string, number>) => indicesOf({ survey: { indices: [index] } }, questions, given)[0]!;

describe('an index', () => {
  test('of satisfaction is the share of the two best answers, with its numbers', () => {
    expect(one(share(['/a']), [scale('/a', [12, 7, 4, 1, 1])])).toEqual({ id: 'share', title: 'Tỷ lệ hài lòng', value: 76, unit: 'percent', n: 25, formula: '100 × (12 + 7) / 25 = 76,00' });
  });

  test('pools its questions, and the rows of a matrix', () => {
    const matrix: QuestionResult = { path: '/m', title: 'm', kind: 'matrix', n: 10, rows: [scale('/m/x', [5, 0, 5, 0, 0]), scale('/m/y', [1, 1, 7, 1, 0])] };
    expect(one(share(['/a', '/m']), [scale('/a', [1_000, 500, 0, 0, 0]), matrix])).toMatchObject({ value: 99.14, n: 1_520, formula: '100 × (1.006 + 501) / 1.520 = 99,14' });
    expect(one(share(['/m/y']), [matrix])).toMatchObject({ value: 20, n: 10 });
  });

  test('counts no answer that has no score beside those that have one', () => {
    const asked = scale('/a', [3, 1, 0, 0, 0]);
    const withOut: QuestionResult = { ...asked, n: 9, counts: [...asked.counts!, { value: 'khong-y-kien', title: 'Không có ý kiến', count: 5 }] };
    expect(one(share(['/a']), [withOut])).toMatchObject({ value: 100, n: 4 });
  });

  test('is a mean of scores', () => {
    expect(one({ id: 'm', title: 'm', kind: 'mean', of: ['/a'] }, [scale('/a', [2, 0, 1, 0, 0])])).toMatchObject({ value: 4.33, unit: 'score', formula: '(5 × 2 + 3 × 1) / 3 = 4,33' });
  });

  test('of recommendation is below zero when more people advise against', () => {
    expect(one({ id: 'n', title: 'n', kind: 'nps', of: ['/nps'] }, [nps([3, 0, 0, 0, 0, 0, 2, 1, 0, 1, 1])])).toMatchObject({ value: -37.5, unit: 'nps', n: 8, formula: '100 × (2 − 5) / 8 = −37,50' });
  });

  test('has no value without answers, and none where a number is not told', () => {
    expect(one(share(['/a']), [scale('/a', [0, 0, 0, 0, 0])])).toMatchObject({ value: null, n: 0, formula: '100 × (0 + 0) / 0' });
    expect(one(share(['/a', '/b']), [scale('/a', [12, 7, 4, 1, 1]), { path: '/b', title: 'b', kind: 'scale', n: null }])).toMatchObject({ value: null, n: null, formula: '100 × (… + …) / …' });
    expect(one(share(['/a']), [scale('/a', [12, null, 4, 1, 1], 20)])).toMatchObject({ value: null, n: null });
    expect(one(share(['/gone']), [])).toMatchObject({ value: null, n: null });
  });

  test('adds no ticks of one person up as if they were people', () => {
    const many: QuestionResult = { path: '/a', title: 'a', kind: 'many', n: 10, counts: [{ value: 'x', title: 'x', count: 8 }, { value: 'y', title: 'y', count: 8 }] };
    expect(one(share(['/a'], ['x']), [many])).toMatchObject({ value: 80 });
    expect(one(share(['/a'], ['x', 'y']), [many])).toMatchObject({ value: null });
  });
});

const POINTS: SurveyIndex = {
  id: 'points', title: 'Điểm', kind: 'points',
  parts: [{ id: 'given', title: 'Tiến độ', max: 20, given: true }, { id: 'liked', title: 'Mức độ hài lòng', max: 18, index: 'share' }, { id: 'mean', title: 'Thái độ', max: 5, of: '/a' }],
  classes: [{ title: 'Yếu', min: 0 }, { title: 'Tốt', min: 30 }, { title: 'Xuất sắc', min: 36 }],
};
describe('an index of points', () => {
  const document = { survey: { indices: [share(['/a']), POINTS] } };
  const points = (given?: Record<string, number>, counts = [12, 7, 4, 1, 1]) => indicesOf(document, [scale('/a', counts)], given)[1]!;

  test('adds its parts, exactly, and has a class', () => {
    expect(points({ given: 16.5 })).toMatchObject({ value: 34.3, max: 43, unit: 'points', class: 'Tốt', n: 50, formula: '16,5 + 18 × (100 × (12 + 7) / 25) / 100 + (5 × 12 + 4 × 7 + 3 × 4 + 2 × 1 + 1 × 1) / 25 = 34,30' });
  });

  test('names the parts that nobody gave, and has no value then', () => {
    expect(points()).toMatchObject({ value: null, missing: ['Tiến độ'], formula: '… + 18 × (100 × (12 + 7) / 25) / 100 + (5 × 12 + 4 × 7 + 3 × 4 + 2 × 1 + 1 × 1) / 25' });
    for (const impossible of [-1, 20.01, Number.NaN, Infinity]) expect(points({ given: impossible })).toMatchObject({ value: null, missing: ['Tiến độ'] });
    expect(points({ given: 20 }, [0, 0, 0, 0, 0])).toMatchObject({ value: null, missing: ['Mức độ hài lòng', 'Thái độ'] });
    expect(points(Object.create({ given: 3 }) as Record<string, number>)).toMatchObject({ value: null });
  });

  test('falls into a class at each hundredth', () => {
    const classes = [15, 12, 9, 6, 0].map((min, i) => ({ title: ['Xuất sắc', 'Tốt', 'Khá', 'Trung bình', 'Yếu'][i]!, min }));
    for (let at = 0; at <= 1800; at++) {
      const found = one({ id: 'p', title: 'p', kind: 'points', parts: [{ id: 'g', title: 'g', max: 18, given: true }], classes }, [], { g: at / 100 });
      expect(found.class, String(at)).toBe(at >= 1500 ? 'Xuất sắc' : at >= 1200 ? 'Tốt' : at >= 900 ? 'Khá' : at >= 600 ? 'Trung bình' : 'Yếu');
    }
  });
});

/** Is `value` the fraction rounded to hundredths, half away from zero? Asked by what rounding means, not by doing it. */
function isRounded(value: number, num: bigint, den: bigint): boolean {
  const size = (each: bigint) => (each < 0n ? -each : each);
  const found = BigInt(Math.round(value * 100));
  const off = size(found * den - num * 100n) * 2n;
  return off < den || (off === den && size(found * den) > size(num * 100n));
}
const counts = fc.array(fc.oneof(fc.nat(12), fc.nat(1_000_000)), { minLength: 5, maxLength: 5 });

describe('whatever is counted', () => {
  test('a share is what one gets by going through the answers', () => {
    fc.assert(fc.property(fc.array(counts, { minLength: 1, maxLength: 4 }), (all) => {
      const [liked, told] = all.reduce(([a, b], each) => [a + each[0]! + each[1]!, b + each.reduce((sum, n) => sum + n, 0)], [0, 0]);
      const found = one(share(all.map((_, i) => `/${i}`)), all.map((each, i) => scale(`/${i}`, each)));
      if (told === 0) return expect(found.value).toBeNull();
      expect(isRounded(found.value!, BigInt(100 * liked), BigInt(told))).toBe(true);
      expect(found.value).toBeGreaterThanOrEqual(0);
      expect(found.value).toBeLessThanOrEqual(100);
    }));
  });

  test('a mean and a recommendation too', () => {
    fc.assert(fc.property(counts, fc.array(fc.nat(40), { minLength: 11, maxLength: 11 }), (each, asked) => {
      const n = each.reduce((sum, one) => sum + one, 0), top = each.reduce((sum, one, i) => sum + one * (5 - i), 0);
      const mean = one({ id: 'm', title: 'm', kind: 'mean', of: ['/a'] }, [scale('/a', each)]);
      expect(mean.value === null ? n === 0 : isRounded(mean.value, BigInt(top), BigInt(n))).toBe(true);
      const people = asked.flatMap((count, i) => Array<number>(count).fill(i));
      const net = people.filter((i) => i > 8).length - people.filter((i) => i < 7).length;
      const found = one({ id: 'n', title: 'n', kind: 'nps', of: ['/nps'] }, [nps(asked)]);
      expect(found.value === null ? people.length === 0 : isRounded(found.value, BigInt(100 * net), BigInt(people.length))).toBe(true);
    }));
  });

  test('points are the exact sum of their parts, rounded once', () => {
    fc.assert(fc.property(counts, fc.nat(2_000), (each, hundredthsGiven) => {
      const n = BigInt(each.reduce((sum, one) => sum + one, 0));
      const found = indicesOf({ survey: { indices: [share(['/a']), POINTS] } }, [scale('/a', each)], { given: hundredthsGiven / 100 })[1]!;
      if (n === 0n) return expect(found.value).toBeNull();
      const liked = BigInt(each[0]! + each[1]!), top = BigInt(each.reduce((sum, one, i) => sum + one * (5 - i), 0));
      expect(isRounded(found.value!, BigInt(hundredthsGiven) * n + 1_800n * liked + 100n * top, 100n * n)).toBe(true);
    }));
  });

  test('the formula, reckoned by anybody, gives the value', () => {
    // Of plus, minus, times, divided and brackets, written as printed.
    const reckon = (formula: string): number => {
      const tokens = formula.match(/[\d.,]+|[()+×/−]/g)!;
      let at = 0;
      const factor = (): number => { const token = tokens[at++]!; if (token !== '(') return Number(token.replaceAll('.', '').replace(',', '.')); const inside = sum(); at++; return inside; };
      const product = (): number => { let made = factor(); while (tokens[at] === '×' || tokens[at] === '/') made = tokens[at++] === '×' ? made * factor() : made / factor(); return made; };
      const sum = (): number => { let made = product(); while (tokens[at] === '+' || tokens[at] === '−') made = tokens[at++] === '+' ? made + product() : made - product(); return made; };
      return sum();
    };
    fc.assert(fc.property(counts.filter((each) => each.some((one) => one > 0)), fc.nat(2_000), (each, given) => {
      for (const { formula, value } of indicesOf({ survey: { indices: [share(['/a']), POINTS, { id: 'm', title: 'm', kind: 'mean', of: ['/a'] }] } }, [scale('/a', each)], { given: given / 100 })) {
        const [left, right] = formula.split(' = ');
        expect(Math.abs(reckon(left!) - value!), formula).toBeLessThanOrEqual(0.005_000_1);
        expect(reckon(right!)).toBe(value);
      }
    }));
  });
});
