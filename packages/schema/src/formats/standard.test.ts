// The formats of JSON Schema, of ajv-formats and of OpenAPI: what a person types, what is kept, what is shown.
import { describe, expect, test } from 'vitest';
import { compileSchema } from '../json-schema/index.js';
import { formats } from './index.js';
import { loadFormats } from './load.js';
import { VIETNAM } from './read-time.js';
import type { Format } from './types.js';

const of = (name: string) => formats[name] as Format;

const accepted: [string, string, string, string?][] = [
  ...['8:30', '08:30', '8h30', '8H30', '8 giờ 30', '8 giờ 30 phút', ' 8 giờ  30 ', '8g30', '8.30', '8,30', '8 30', '0830', '830', '8 rưỡi', '8 giờ rưỡi', "8h30'", '9 giờ kém 30', '9 kém 30 phút', '8:30:00', '8:30 sáng', '8:30 SA', '8:30 AM', '8:30 a.m.', '08:30+07:00', '08:30:00+07', '08:30:00 +0700']
    .map((typed): [string, string, string, string] => ['time', typed, `08:30:00${VIETNAM}`, '08:30']),
  ...['20:30', '20h30', '8:30 tối', '8 giờ 30 tối', '8:30 CH', '8:30 PM', '8h30pm', '20:30 tối', '2030'].map((typed): [string, string, string, string] => ['time', typed, '20:30:00+07:00', '20:30']),
  ['time', '8', '08:00:00+07:00', '08:00'], ['time', '8h', '08:00:00+07:00'], ['time', '12 giờ trưa', '12:00:00+07:00'], ['time', '1 giờ trưa', '13:00:00+07:00'], ['time', '2 giờ chiều', '14:00:00+07:00'],
  ['time', '12 giờ đêm', '00:00:00+07:00'], ['time', '11 giờ đêm', '23:00:00+07:00'], ['time', '2 giờ đêm', '02:00:00+07:00'], ['time', '12:15 AM', '00:15:00+07:00'], ['time', '12:15 PM', '12:15:00+07:00'], ['time', '0:05', '00:05:00+07:00', '00:05'],
  // What is not a whole minute of this country's clock is shown as it is.
  ['time', '08:30:15', '08:30:15+07:00', '08:30:15'], ['time', '8 giờ 30 phút 15 giây', '08:30:15+07:00'], ['time', '08:30:15.5', '08:30:15.5+07:00', '08:30:15.5'], ['time', '08:30:00Z', '08:30:00Z', '08:30:00Z'],
  ['time', '08:30Z', '08:30:00Z'], ['time', '08:30:00-05:00', '08:30:00-05:00', '08:30:00-05:00'], ['time', '08:30:00.000+07:00', '08:30:00.000+07:00', '08:30:00.000'], ['time', '23:59:60Z', '23:59:60Z', '23:59:60Z'],
  ...['21/11/2026 8h30', '21-11-2026 08:30', '8:30 21/11/2026', '8 giờ 30 ngày 21/11/2026', 'ngày 21 tháng 11 năm 2026 lúc 8 giờ 30', '8h30, ngày 21/11/2026', '2026-11-21T08:30', '2026-11-21 08:30', '2026-11-21T08:30:00+07:00', '21112026 0830']
    .map((typed): [string, string, string, string] => ['date-time', typed, '2026-11-21T08:30:00+07:00', '21/11/2026 08:30']),
  ['date-time', '2026-11-21T08:30:00Z', '2026-11-21T08:30:00Z', '21/11/2026 08:30:00Z'], ['date-time', '21/11/2026 08:30:15', '2026-11-21T08:30:15+07:00', '21/11/2026 08:30:15'],
  ['date-time', '2026-11-21 08:30:00Z', '2026-11-21 08:30:00Z', '2026-11-21 08:30:00Z'], ['date-time', '29/2/2024 23:59', '2024-02-29T23:59:00+07:00'],
  ['iso-time', '8h30', '08:30:00', '08:30'], ['iso-time', '08:30:00+07:00', '08:30:00+07:00', '08:30:00+07:00'], ['iso-date-time', '21/11/2026 8:30', '2026-11-21T08:30:00', '21/11/2026 08:30'], ['iso-date-time', '2026-11-21T08:30:00Z', '2026-11-21T08:30:00Z', '21/11/2026 08:30:00Z'],
  ['duration', '3 ngày', 'P3D', '3 ngày'], ['duration', '2 giờ 30 phút', 'PT2H30M', '2 giờ 30 phút'], ['duration', '1 năm, 6 tháng', 'P1Y6M'], ['duration', '2 tuần', 'P2W', '2 tuần'], ['duration', '1 tuần 2 ngày', 'P9D', '9 ngày'],
  ['duration', '3 days', 'P3D'], ['duration', '1 hour and 5 minutes', 'PT1H5M'], ['duration', '2 tiếng', 'PT2H', '2 giờ'], ['duration', 'p3d', 'P3D'], ['duration', 'P1Y2D', 'P1Y0M2D', '1 năm 2 ngày'], ['duration', '1 giờ 5 giây', 'PT1H0M5S', '1 giờ 5 giây'],
  ['duration', '1 ngày 1 tháng', 'P1M1D'], ['duration', 'P1Y0M', 'P1Y0M', '1 năm 0 tháng'], ['duration', 'PT36H', 'PT36H', '36 giờ'], ['duration', 'P0D', 'P0D', '0 ngày'],
  ['idn-email', ' Đặng@Tiếng-Việt.VN ', 'Đặng@tiếng-việt.vn'], ['idn-email', 'a＠b.vn', 'a@b.vn'],
  ['hostname', 'DichVuCong.Example.VN', 'dichvucong.example.vn'], ['hostname', 'https://example.vn/a?b', 'example.vn'], ['hostname', 'example.vn.', 'example.vn'],
  ['idn-hostname', 'Tiếng-Việt.VN', 'tiếng-việt.vn'], ['idn-hostname', '例え。テスト', '例え.テスト'], ['ipv4', ' 192.168.1.10 ', '192.168.1.10'], ['ipv4', '192,168,1,10', '192.168.1.10'], ['ipv6', '2001:db8::1', '2001:db8::1'],
  ['uri', ' https://example.vn/a?b=1#c ', 'https://example.vn/a?b=1#c'], ['uri', 'www.example.vn/a', 'https://www.example.vn/a'], ['uri', 'https://vi.wikipedia.org/wiki/Việt_Nam?q=đ', 'https://vi.wikipedia.org/wiki/Vi%E1%BB%87t_Nam?q=%C4%91'], ['uri', 'mailto:a@b.vn', 'mailto:a@b.vn'],
  ['uri-reference', '/ho-so/1#a', '/ho-so/1#a'], ['iri', 'www.tiếng-việt.vn', 'https://www.tiếng-việt.vn'], ['iri', 'https://vi.wikipedia.org/wiki/Việt_Nam', 'https://vi.wikipedia.org/wiki/Việt_Nam'], ['iri-reference', '/hồ-sơ', '/hồ-sơ'],
  ['url', 'https://example.vn?a=b', 'https://example.vn/?a=b'], ['url', 'www.example.vn', 'https://www.example.vn'], ['url', 'https://xn--ting-vit-j8a3d.vn/', 'https://xn--ting-vit-j8a3d.vn/'], ['uri-template', '/ho-so/{ma}', '/ho-so/{ma}'],
  ['uuid', 'urn:uuid:123E4567-e89b-12d3-a456-426614174000', '123E4567-e89b-12d3-a456-426614174000'], ['uuid', '{123e4567e89b12d3a456426614174000}', '123e4567-e89b-12d3-a456-426614174000'],
  ['json-pointer', '/a~1b', '/a~1b'], ['relative-json-pointer', '1/a', '1/a'], ['json-pointer-uri-fragment', '#/a', '#/a'], ['regex', '^\\d{12}$', '^\\d{12}$'], ['byte', 'QU\n JD', 'QUJD'], ['binary', ' x ', ' x '], ['password', ' bí mật ', ' bí mật '],
];
const refused: [string, string, string, object?][] = [
  ['time', '25:30', 'range'], ['time', '8:75', 'range'], ['time', '2460', 'range'], ['time', 'sáng', 'pattern'], ['time', '08:30:60', 'range'], ['time', '8 giờ kém', 'pattern'], ['time', 'Zq3', 'pattern'],
  ['date-time', '21/11/2026', 'no-time'], ['date-time', '2026-11-21', 'no-time'], ['date-time', '31/2/2026 8:30', 'day', { days: 28 }], ['date-time', '2026-02-30T08:30:00Z', 'day', { days: 28 }], ['date-time', '21/13/2026 8:30', 'month'],
  ['date-time', '21//2026 8:30', 'incomplete', { missing: ['month'] }], ['date-time', '// 8:30', 'incomplete', { missing: ['day', 'month', 'year'] }], ['date-time', '21/11/26 8:30', 'year'], ['date-time', '21/11/2026 25:00', 'time'], ['date-time', 'hôm qua', 'pattern'],
  ['iso-time', '24:00', 'range'], ['iso-date-time', '21/11/2026', 'no-time'],
  ['duration', '3', 'pattern'], ['duration', '1,5 giờ', 'pattern'], ['duration', '3 ngày 2 ngày', 'pattern'], ['duration', '3 ngàyy', 'pattern'], ['duration', 'PT', 'pattern'],
  ['hostname', 'a_b', 'pattern'], ['hostname', '-a.vn', 'pattern'], ['hostname', 'tiếng-việt.vn', 'pattern'], ['hostname', 'xn--X', 'pattern'], ['idn-hostname', 'a b', 'pattern'], ['idn-hostname', 'a\u05d0.vn', 'pattern'],
  ['idn-email', 'a@b', 'pattern'], ['idn-email', 'đ đ@b.vn', 'pattern'], ['ipv4', '256.1.1.1', 'pattern'], ['ipv4', '01.1.1.1', 'pattern'], ['ipv4', '1.1.1', 'pattern'], ['ipv6', '1:2', 'pattern'], ['ipv6', 'fe80::1%eth0', 'pattern'], ['ipv6', '1::2::3', 'pattern'],
  ['uri', '/relative', 'pattern'], ['uri', 'https://a b', 'pattern'], ['uri', 'http:', 'pattern'], ['uri', 'https://việt.vn', 'pattern'], ['uri-reference', '1:b', 'pattern'], ['iri', '/a', 'pattern'], ['iri-reference', 'a b', 'pattern'],
  ['url', 'http://localhost', 'pattern'], ['url', 'http://192.168.1.1', 'pattern'], ['url', `${'java'}script:alert(1)`, 'pattern'], ['uri-template', '{a', 'pattern'], ['uuid', '123e4567', 'pattern'],
  ['json-pointer', 'a', 'pattern'], ['json-pointer', '/~2', 'pattern'], ['relative-json-pointer', '01', 'pattern'], ['json-pointer-uri-fragment', '/a', 'pattern'], ['regex', '(', 'pattern'], ['byte', 'QUJ', 'pattern'], ['byte', '=AAA', 'pattern'],
];

describe('standard formats', () => {
  test.each(accepted)('%s keeps %j as %j', (name, typed, kept, shown) => {
    const made = of(name).normalize(typed);
    expect([made, of(name).check(made)]).toEqual([kept, true]);
    if (shown !== undefined) expect(of(name).display?.(kept)).toBe(shown);
  });
  test.each(refused)('%s refuses %j: %s', (name, typed, reason, params) => {
    expect(of(name).check(of(name).normalize(typed))).toEqual(params ? { reason, params } : { reason });
  });

  test.each<[string, number, string | true]>([
    ['int32', 2147483647, true], ['int32', 2147483648, 'range'], ['int32', -2147483648, true], ['int32', -2147483649, 'range'], ['int32', 1.5, 'pattern'], ['int64', 1e18, true], ['int64', 0.5, 'pattern'], ['float', 0.1, true], ['double', 1e300, true],
  ])('%s of the number %d: %s', (format, value, verdict) => {
    const issues = compileSchema({ format }, {}).check(value);
    expect(issues.map(({ code, params }) => [code, params.format, params.reason])).toEqual(verdict === true ? [] : [['format', format, verdict]]);
    // Each kind of format looks at its own kind of value.
    expect(compileSchema({ format }, {}).test('x')).toBe(true);
    expect(compileSchema({ format: 'date' }, {}).test(value)).toBe(true);
  });

  test('a page fetches each by its name, and nothing by an inherited or unknown one', async () => {
    const names = Object.keys(formats);
    const loaded = await loadFormats([...names, 'unheard-of', 'time', 'constructor', '__proto__', 'sometime']);
    expect(Object.keys(loaded).sort()).toEqual([...names].sort());
    for (const name of names) {
      expect(loaded[name]).toBe(formats[name]);
      expect(of(name).name).toBe(name);
    }
    expect(Object.getPrototypeOf(loaded)).toBe(null);
  });
});
