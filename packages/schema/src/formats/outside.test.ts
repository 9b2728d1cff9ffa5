// What others say of the same formats: ajv-formats, and the official JSON-Schema-Test-Suite, which is read from where it lies and never copied.
import addFormats from 'ajv-formats';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';
import { clean } from './clean.js';
import { formats } from './index.js';
import { bent, SAMPLES } from './samples.test-helper.js';
import type { Format } from './types.js';

const seed = 45;
const ajv = (addFormats as unknown as (to: Ajv2020) => Ajv2020)(new Ajv2020());
const of = (name: string) => formats[name] as Format;
const ours = (name: string, text: string) => of(name).check(text) === true;

/** What stands between `//` and the path. */
const authority = (text: string) => /^(?:[^:/?#]*:)?\/\/([^/?#]*)/.exec(text)?.[1]?.replace(/\[[^\]]*\]/, '') ?? '';
const compilesWithU = (text: string) => { try { return Boolean(new RegExp(text, 'u')); } catch { return false; } };

/** Where we differ from ajv-formats 3.0.1: why, one text that shows it, our verdict, and which texts it is about. */
const EXCEPTIONS: { names: string[]; why: string; shows: string; accept: boolean; is: (text: string) => boolean }[] = [
  { names: ['time', 'date-time'], why: 'RFC 3339 (and the suite) want an offset with colon and minutes; typed, it is tidied', shows: '08:30:00+07', accept: false, is: (t) => /[+-]\d\d(\d\d)?$/.test(t) },
  { names: ['time', 'iso-time', 'date-time', 'iso-date-time'], why: 'a day has no hour 24 and an hour no minute 60, in a leap second neither', shows: '24:59:60+01:00', accept: false, is: (t) => /24:\d\d:60|:60:60/.test(t) },
  { names: ['time', 'iso-time', 'date-time', 'iso-date-time'], why: 'a fraction of fifteen nines is no next second: ajv-formats rounds', shows: '00:59:59.9999999999999999Z', accept: true, is: (t) => /59\.9{14,}/.test(t) },
  { names: ['duration'], why: 'RFC 3339 (and the suite) leave out no unit between two others; typed, it is filled in', shows: 'P1Y2D', accept: false, is: (t) => /Y\d+D|H\d+S/.test(t) },
  { names: ['email'], why: 'no mail server takes more than 64 before the @, 63 in a label, 254 in all', shows: `${'a'.repeat(65)}@example.vn`, accept: false, is: (t) => t.length > 254 || t.indexOf('@') > 64 || /[^.@]{64}/.test(t.slice(t.indexOf('@'))) },
  { names: ['hostname'], why: 'the final dot of DNS is no part of a host name (the suite says so, too); typed, it is dropped', shows: 'example.vn.', accept: false, is: (t) => t.endsWith('.') },
  { names: ['hostname'], why: '`xn--` that stands for nothing cannot have been registered (the suite says so, too)', shows: 'xn--X', accept: false, is: (t) => /(^|\.)xn--/i.test(t) },
  { names: ['uri-reference'], why: 'RFC 3986 has no quotation mark', shows: '/"', accept: false, is: (t) => t.includes('"') },
  { names: ['uri', 'uri-reference'], why: 'ajv-formats reads what is no authority as a path: ports of letters, two @', shows: 'http://example.com:abc/', accept: false, is: (t) => /@.*@|:[^@]*[^@\d][^@]*$/.test(authority(t)) },
  { names: ['uri', 'uri-reference'], why: 'ajv-formats reads one slash as two: brackets belong to an authority', shows: 'http:/[::1]', accept: false, is: (t) => /^(?:[^/?#]*:)?\/[^/?#][^?#]*\[|^(?:[^/?#]*:)?\/\[/.test(t) },
  { names: ['uri', 'uri-reference'], why: 'leading zeros in the IPv4 part of an IPv6 address', shows: 'http://[::ffff:01.2.3.4]', accept: false, is: (t) => /\[[^\]]*[:.]0\d+[.\]]/.test(t) },
  { names: ['uri-reference'], why: 'a colon in the first segment makes it a scheme, and that is none', shows: '1:b', accept: false, is: (t) => /^[^/?#]*:/.test(t) && !/^[a-z][a-z\d+.-]*:/i.test(t) },
  { names: ['uri-template'], why: 'control characters are no letters', shows: 'a\u007fb', accept: false, is: (t) => /[\u007f-\u009f]/.test(t) },
  { names: ['uri-template'], why: 'an apostrophe is one (errata of RFC 6570)', shows: "a'b", accept: true, is: (t) => t.includes("'") },
  { names: ['uri-template'], why: 'names may have dots', shows: '{a.b}', accept: true, is: (t) => /\{[^}]*\.[^}]*\}/.test(t) },
  { names: ['url'], why: 'no slash, ? or # before the @: a browser goes to what stands before them', shows: 'http://a#b@example.vn', accept: false, is: (t) => /^\w+:\/\/[^/?#]*[/?#].*@/s.test(t) },
  { names: ['url'], why: 'leading zeros in an IPv4 address: some programs read them as octal', shows: 'http://8.08.8.8', accept: false, is: (t) => /\.0\d/.test(t) },
  { names: ['url'], why: 'two hyphens in a label: every Vietnamese domain name has them in its `xn--` form', shows: 'https://xn--ting-vit-j8a3d.vn/', accept: true, is: (t) => t.includes('--') },
  { names: ['url'], why: 'no white space of any script', shows: 'http://a.\u3000b.vn', accept: false, is: (t) => /\s/.test(t) },
  { names: ['uuid'], why: 'a URN is no UUID (the suite says so, too); typed, it is tidied', shows: 'urn:uuid:123e4567-e89b-12d3-a456-426614174000', accept: false, is: (t) => /^urn:/i.test(t) },
  { names: ['regex'], why: 'we read as `pattern` is read, with the flag u (the suite does, too)', shows: '\\a', accept: false, is: (t) => !compilesWithU(t) },
  { names: ['byte'], why: 'ajv-formats looks for one line that is base64; we want the whole', shows: '!\nQUJD', accept: false, is: (t) => t.includes('\n') },
];
const isException = (name: string, text: string, accept: boolean) => EXCEPTIONS.some((each) => each.names.includes(name) && each.accept === accept && each.is(text));

describe('ajv-formats', () => {
  test('all its names are known here', () => {
    expect(Object.keys(fullFormats).filter((name) => !Object.hasOwn(formats, name))).toEqual([]);
  });

  test.each(Object.keys(SAMPLES))('%s: the same verdict on right and bent values, or a named exception', (name) => {
    const validate = ajv.compile({ type: 'string', format: name });
    let right = 0;
    fc.assert(fc.property(bent(SAMPLES[name]!), (text) => {
      const mine = ours(name, text), theirs = validate(text);
      if (theirs) right++;
      if (mine !== theirs) expect([text, mine, isException(name, text, mine)]).toEqual([text, mine, true]);
      // And what is kept stays: tidied twice, and shown and read again.
      const { normalize, display } = of(name);
      const kept = normalize(text);
      expect(normalize(kept)).toBe(kept);
      if (ours(name, kept)) expect(normalize(display?.(kept) ?? kept)).toBe(kept);
      if (mine && text === clean(text)) expect(ours(name, kept)).toBe(true);
    }), { seed, numRuns: 3000 });
    expect(right).toBeGreaterThan(500);
    for (const sample of SAMPLES[name]!) expect([sample, ours(name, sample)]).toEqual([sample, true]);
  });

  test.each(EXCEPTIONS.flatMap(({ names, why, shows, accept, is }) => names.map((name) => [name, why, shows, accept, is] as const)))('%s still differs: %s', (name, _, shows, accept, is) => {
    const text = name.endsWith('date-time') && !shows.includes('T') ? `2016-12-31T${shows}` : shows;
    expect([ours(name, text), ajv.compile({ type: 'string', format: name })(text), is(text)]).toEqual([accept, !accept, true]);
  });

  test('the same verdict on numbers', () => {
    const numbers = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -(2 ** 32), max: 2 ** 32 }), fc.constantFrom(2147483647, 2147483648, -2147483648, -2147483649, 0.5, 2 ** 53, 1e300));
    for (const name of ['int32', 'int64', 'float', 'double']) {
      const validate = ajv.compile({ format: name });
      fc.assert(fc.property(numbers, (value) => { expect([value, of(name).checkNumber!(value) === true]).toEqual([value, validate(value)]); }), { seed, numRuns: 2000 });
      expect(validate('x')).toBe(of(name).check('x'));
    }
  });
});

/** The official suite whole (a folder of its repository), else the part of it in the corpus. */
const suites = [process.env['DVC_JSON_SCHEMA_SUITE'], ...['corpus/jsonschema-test-suite', 'jsonschema-test-suite'].map((folder) => join(process.env['DVC_CORPUS'] ?? join(import.meta.dirname, '../../../../../shared/corpus'), folder))]
  .flatMap((folder) => (folder ? [join(folder, 'tests'), folder] : [])).filter((folder) => existsSync(join(folder, 'draft2020-12/optional/format')));

interface Group { schema: { format?: string }; tests: { description: string; data: unknown; valid: boolean }[] }
function groupsOf(file: string): Group[] {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Group[] | { groups: Group[] };
  return Array.isArray(read) ? read : read.groups;
}

test('the official suite agrees, but for addresses in quotation marks or brackets, which ajv-formats refuses as well', () => {
  if (!suites[0]) return console.info('The JSON-Schema-Test-Suite is not here (set DVC_JSON_SCHEMA_SUITE or DVC_CORPUS): formats are not compared with it.');
  const missed: string[] = [];
  let asked = 0;
  for (const draft of ['draft7', 'draft2020-12']) {
    const folder = join(suites[0], draft, 'optional/format');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      for (const { schema, tests } of groupsOf(join(folder, file))) {
        if (!schema.format || !Object.hasOwn(formats, schema.format)) continue;
        for (const { data, valid, description } of tests) {
          if (typeof data !== 'string') continue;
          asked++;
          if (ours(schema.format, data) !== valid && !(schema.format === 'email' && valid && /^"|@\[/.test(data))) missed.push(`${schema.format} ${JSON.stringify(data)} is ${valid ? 'right' : 'wrong'}: ${description}`);
        }
      }
    }
  }
  console.info(`JSON-Schema-Test-Suite, optional/format: ${asked} texts, ${missed.length} missed`);
  expect(missed).toEqual([]);
  expect(asked).toBeGreaterThan(100);
});

/** Slower than the length of the text, yet harmless: why. */
const SLOW: [source: RegExp, why: string][] = [
  [/^\^\(\?:\\\+84/, 'phone: only on digits, which always match'],
  [/^:\+\$\//, 'read-time: at most 40 characters'],
  [/^\(\\d\+\)\(\\D\)\//, 'duration: after a look that every number has its unit'],
  [/u0660|u200d/, 'idn-label: at most 253 characters'],
];

test('no expression of a format backtracks without bound', () => {
  const used = new Set<string>();
  const { exec } = RegExp.prototype;
  // Whatever runs a regular expression comes by here: test, match, replace and split too.
  RegExp.prototype.exec = function (this: RegExp, text: string) { used.add(`${this.source}/${this.flags.replace('y', '')}`); return exec.call(this, text); };
  try {
    const texts = [...fc.sample(fc.oneof(...Object.values(SAMPLES).map(bent)), { seed, numRuns: 2000 }), '001099000001', '0912345678', '1/2/1990', '3 ngày', '8 giờ kém 5', 'www.a.vn', 'xn--a', 'Nguyễn A', '\u0628\u200c\u0628'];
    for (const { normalize, check, display, warn } of Object.values(formats)) for (const text of texts) for (const each of [text, normalize(text)]) { check(each); display?.(each); warn?.(each); }
  } finally { RegExp.prototype.exec = exec; }
  expect(used.size).toBeGreaterThan(80);
  const slow = [...used].filter((each) => /[*+]|,\}/.test(each)).flatMap((each) => {
    const cut = each.lastIndexOf('/');
    const found = checkSync(each.slice(0, cut), each.slice(cut + 1), { timeout: 10_000 });
    const known = found.status === 'vulnerable' && found.complexity.type === 'polynomial' && SLOW.some(([source]) => source.test(each));
    return found.status === 'safe' || known ? [] : [`${found.status}: ${each}`];
  });
  expect(slow).toEqual([]);
}, 120_000);
