import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDate } from '../calendar/civil-date.js';
import { formats, personalIdFacts } from './index.js';
import type { Format } from './types.js';

const seed = 45;
const of = (name: string) => formats[name] as Format;
const read = (name: string, typed: string) => { const kept = of(name).normalize(typed); return of(name).check(kept) === true ? kept : of(name).check(kept); };

/** Numbers are made up; tax codes carry a right check digit. */
const accepted: [string, string, string, string?][] = [
  ['personal-id', '001 099 000001', '001099000001'], ['personal-id', '079.203.123456', '079203123456'], ['personal-id', '\u202a001099000001\u202c', '001099000001'],
  ['tax-code', '0123456787', '0123456787'], ['tax-code', '0123456787 001', '0123456787-001'], ['tax-code', '0123456787-001', '0123456787-001'], ['tax-code', '001099000001', '001099000001'],
  ['phone', '0912.345.678', '0912345678', '0912 345 678'], ['phone', '+84 912 345 678', '0912345678'], ['phone', '84912345678', '0912345678'], ['phone', '+84 (0) 912-345-678', '0912345678'],
  ['phone', '0084912345678', '0912345678'], ['phone', '\u202a+84 912 345 678\u202c', '0912345678'], ['phone', '024 3825 0000', '02438250000', '024 3825 0000'],
  ['email', ' Nguoi.Dan@Example.VN ', 'Nguoi.Dan@example.vn'], ['email', 'a+b@c-d.gov.vn', 'a+b@c-d.gov.vn'],
  ['passport', 'c 1234567', 'C1234567'], ['passport', 'P12345678', 'P12345678'],
  ['person-name', '  Nguyễn   Thị  Ánh ', 'Nguyễn Thị Ánh'], ['person-name', 'Nguyễn'.normalize('NFD'), 'Nguyễn'], ['person-name', "H'Hen Niê", "H'Hen Niê"], ['person-name', 'nguyễn văn a', 'nguyễn văn a'],
  ['person-name', 'Đàm', 'Đàm'], ['person-name', 'Anne-Marie St. John', 'Anne-Marie St. John'], ['person-name', 'សុខ', 'សុខ'], ['person-name', 'Y Bhăm Êban', 'Y Bhăm Êban'],
  ['date', '1/2/1990', '1990-02-01', '01/02/1990'], ['date', '01-02-1990', '1990-02-01'], ['date', '1.2.1990', '1990-02-01'], ['date', '01021990', '1990-02-01'], ['date', '1990-02-01', '1990-02-01'],
  ['date', ' 1 / 2 / 1990 ', '1990-02-01'], ['date', '1 2 1990', '1990-02-01'], ['date', 'ngày 05 tháng 02 năm 2026', '2026-02-05'], ['date', '29/2/2024', '2024-02-29'],
  ['partial-date', '//1960', '1960', '1960'], ['partial-date', '1960', '1960'], ['partial-date', '/5/1960', '1960-05', '05/1960'], ['partial-date', '5/1960', '1960-05'], ['partial-date', '051960', '1960-05'],
  ['partial-date', '1960-05', '1960-05'], ['partial-date', 'tháng 5 năm 1960', '1960-05'], ['partial-date', 'năm 1960', '1960'], ['partial-date', '01/09/1960', '1960-09-01', '01/09/1960'],
];
const refused: [string, string, string, object?][] = [
  ['personal-id', '00109900000', 'length'], ['personal-id', '00109900000a', 'length'], ['personal-id', '001999000001', 'structure'],
  ['tax-code', '0123456789', 'check-digit'], ['tax-code', '01234567', 'length'], ['tax-code', '0123456787-0011', 'length'], ['tax-code', '0000000040', 'check-digit'],
  ['phone', '091234567', 'length'], ['phone', '09123456789', 'length'], ['phone', '0243825000', 'length'], ['phone', '+1 202 555 0100', 'country'], ['phone', 'không có', 'characters'],
  ['email', 'a@b', 'pattern'], ['email', 'a b@c.vn', 'pattern'], ['email', '@c.vn', 'pattern'], ['email', 'a@-c.vn', 'pattern'], ['email', `${'a'.repeat(65)}@c.vn`, 'pattern'],
  ['passport', '12345678', 'pattern'], ['passport', 'C123456', 'pattern'], ['person-name', 'Nguyễn Văn 2', 'digits'], ['person-name', 'A@B', 'characters'], ['person-name', '.', 'characters'], ['person-name', '\ud800', 'characters'],
  ['date', '31/2/1990', 'day', { days: 28 }], ['date', '29/2/1900', 'day', { days: 28 }], ['date', '1/13/1990', 'month'], ['date', '1/2/90', 'year'], ['date', '/5/1960', 'incomplete', { missing: ['day'] }],
  ['date', '1960', 'incomplete', { missing: ['day', 'month'] }], ['date', '1//1960', 'incomplete', { missing: ['month'] }], ['date', 'hôm qua', 'unreadable'], ['date', '1/2/3/1990', 'unreadable'],
  ['partial-date', '5//1960', 'incomplete', { missing: ['month'] }], ['partial-date', '1/2/', 'incomplete', { missing: ['year'] }], ['partial-date', '196', 'year'], ['partial-date', '0/1960', 'month'],
];

describe('formats', () => {
  test.each(accepted)('%s keeps %j as %j', (name, typed, kept, shown) => {
    expect(read(name, typed)).toBe(kept);
    if (shown !== undefined) expect(of(name).display?.(kept)).toBe(shown);
  });
  test.each(refused)('%s refuses %j: %s', (name, typed, reason, params) => {
    expect(read(name, typed)).toEqual(params ? { reason, params } : { reason });
  });

  test('an untouched set of date boxes is empty', () => {
    expect(of('date').normalize('//')).toBe('');
    expect(of('partial-date').normalize(' / / ')).toBe('');
  });

  test('an unusual ID or phone number warns and is accepted', () => {
    expect(of('personal-id').warn?.('003099000001')).toEqual({ reason: 'unknown-place' });
    expect(of('personal-id').check('003099000001')).toBe(true);
    expect(of('personal-id').warn?.('096099000001')).toBe(true);
    // born abroad
    expect(of('personal-id').warn?.('127099000001')).toBe(true);
    expect(of('phone').warn?.('0512345678')).toEqual({ reason: 'unknown-prefix' });
    expect(of('phone').warn?.('0912345678')).toBe(true);
  });

  test('the ID tells sex and year', () => {
    expect(personalIdFacts('001099000001')).toEqual({ sex: 'male', birthYear: 1999 });
    expect(personalIdFacts('001304000001')).toEqual({ sex: 'female', birthYear: 2004 });
    expect(personalIdFacts('1')).toBeUndefined();
  });

  test('a tenth of all bodies has no check digit, and every other exactly one', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
      const body = String(n).padStart(9, '0');
      const right = [...'0123456789'].filter((digit) => of('tax-code').check(body + digit) === true);
      expect(right.length).toBeLessThanOrEqual(1);
      const sum = [31, 29, 23, 19, 17, 13, 7, 5, 3].reduce((total, weight, i) => total + weight * Number(body[i]), 0);
      expect(right).toEqual(sum % 11 === 0 ? [] : [String(10 - (sum % 11))]);
    }), { seed });
  });

  test('names look up nothing inherited', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) expect(formats[name]).toBeUndefined();
  });

  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'0123456789/.- +84@aáĐđ\u0301\u202a(),:TZ'), maxLength: 20 }),
    fc.constantFrom(...accepted.map(([, text]) => text)),
  );
  for (const format of Object.values(formats)) {
    test(`${format.name}: tidying twice changes nothing, and nothing throws`, () => {
      fc.assert(fc.property(typed, (text) => {
        const kept = format.normalize(text);
        expect(format.normalize(kept)).toBe(kept);
        const verdict = format.check(kept);
        format.check(text);
        format.warn?.(text);
        format.display?.(text);
        if (verdict === true) expect(format.normalize(format.display?.(kept) ?? kept)).toBe(kept);
      }), { seed, numRuns: 2000 });
    });
  }

  test('what a date is read as is a real date or no date', () => {
    const part = (digits: number) => fc.integer({ min: 0, max: 10 ** digits - 1 }).map(String);
    fc.assert(fc.property(part(2), part(2), part(4), fc.constantFrom('/', '-', '.', ' '), (d, m, y, mark) => {
      const text = [d, m, y].join(mark), kept = of('date').normalize(text);
      expect(kept === text || isDate(kept)).toBe(true);
    }), { seed, numRuns: 5000 });
  });

  test('a long hostile text is refused at once', () => {
    for (const format of Object.values(formats)) {
      for (const unit of ['a.', '1', 'a@', '0 ', 'á', '%4', '/', '-', ':', '1:', '{a', '(', '[', 'T', 'P1', '\u05d0', '\u200c', 'xn--', '~0', '::', '1 ngày ', '=', '\n']) {
        const text = unit.repeat(50_000);
        // Of this process alone: a busy machine is not the format's fault.
        const began = process.cpuUsage();
        format.check(format.normalize(text));
        const { user, system } = process.cpuUsage(began);
        expect([format.name, unit, (user + system) / 1000 < 500]).toEqual([format.name, unit, true]);
      }
    }
  });
});
