// Right values of the formats that others have, too, to be bent by tests; and the texts that bend them.
import fc from 'fast-check';

export const SAMPLES: Record<string, readonly string[]> = {
  date: ['2026-11-21', '2024-02-29', '1990-12-31'],
  time: ['08:30:00+07:00', '23:59:60Z', '08:30:06.283185Z', '15:59:60-08:00', '01:29:60+01:30', '12:34:56-00:00'],
  'date-time': ['2026-11-21T08:30:00+07:00', '1998-12-31T23:59:60Z', '1963-06-19t08:30:06.28z', '2024-02-29 23:59:59-23:59'],
  'iso-time': ['08:30:00', '08:30:00+07:00', '08:30:00+07', '08:30:00.5+0730', '23:59:60'],
  'iso-date-time': ['2026-11-21T08:30:00', '2026-11-21T08:30:00+07', '2026-11-21 08:30:00.5Z'],
  duration: ['P3D', 'P4DT12H30M5S', 'P2W', 'PT36H', 'P1Y2M', 'P1M2D', 'PT1M2S', 'P1Y2M3DT4H5M6S'],
  email: ['nguoi.dan@example.vn', 'a+b@c-d.gov.vn', "o'brien@example.co", 'x@a.b'],
  hostname: ['dichvucong.example.vn', 'localhost', 'a--b.com', '1host', 'xn--9n2bp8q.xn--9t4b11yi5a'],
  ipv4: ['192.168.1.10', '0.0.0.0', '255.255.255.255'],
  ipv6: ['2001:db8::1', '::', '::ffff:192.168.0.1', '1:2:3:4:5:6:7:8', 'fe80::', '1:2:3:4:5:6:1.2.3.4'],
  uri: ['https://example.vn/a/b?c=d&e#f', 'http://u:p@[2001:db8::7]:8080/', 'urn:oasis:names', 'mailto:a@b.vn', 'ftp://1.2.3.4/x%20y', 'a:/b', 'a://', 'http://[v1.fe]/'],
  'uri-reference': ['https://example.vn/a?b#c', '//example.vn:80/x', '/ho-so/1', 'a/b', '#muc', '?q=1', '', './a:b', '//u@h'],
  'uri-template': ['https://example.vn/{ma}', 'a{/b,c*}{?d:3}', '{+x}{#y}', '', 'a%20b'],
  url: ['https://example.vn/a?b=c', 'http://a.example.vn:8080/', 'ftp://u:p@example.com/x', 'http://8.8.8.8', 'https://việt.vn/đ'],
  uuid: ['123e4567-e89b-12d3-a456-426614174000', '00000000-0000-0000-0000-000000000000', '2EB8AA08-AA98-11EA-B4AA-73B441D16380'],
  'json-pointer': ['', '/a/b', '/a~0b/~1', '//'],
  'json-pointer-uri-fragment': ['#', '#/a/b', '#/a~0%20/c'],
  'relative-json-pointer': ['0', '1/a', '0#', '120/a~1b'],
  regex: ['^a+$', '[abc]{1,3}', '(?<n>x)\\k<n>', '\\d|\\p{L}', '(?=a)', 'a\\.b'],
  byte: ['', 'QUJD', 'QUI=', 'QQ==', 'QUJDREVG'],
  binary: ['anything'],
  password: ['anything'],
};

/** Pieces that mean something in one format or another. */
const PIECES = fc.constantFrom(...['0', '1', '9', '60', 'a', 'Z', 'z', 'g', 'T', 't', 'P', 'W', ' ', '\n', '\t', '-', '--', '_', '.', '..', ',', ':', '::', ';', '+', '/', '//', '\\', '\\a', '\\Z', '@', '#', '?', '%', '%2F', '%g', '~', '~2', '=', '"', "'", '(', ')', '[', ']', '{', '}', '{a}', '*', '|', '<', '^', '\0', '\u007f', '\u00e9', '\u0111', '\u212a', '\u09e8', '\u{1f600}', '\u3000', '+07', '+0700']);

/** `text` with one place changed. */
const bend = (text: string, at: number, length: number, piece: string) => {
  const from = at % (text.length + 1);
  return text.slice(0, from) + piece + text.slice(from + length);
};

/** A right value, or one that was bent up to three times. */
export const bent = (samples: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...samples), fc.array(fc.tuple(fc.nat(40), fc.constantFrom(0, 0, 1, 1, 2, 5), fc.oneof({ weight: 4, arbitrary: PIECES }, { weight: 1, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...samples) })), { maxLength: 3 }))
    .map(([text, changes]) => changes.reduce((now, [at, length, piece]) => bend(now, at, length, piece), text));
