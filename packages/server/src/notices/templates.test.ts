import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonSchema } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node';
import { schemasDir } from '../server.test-helper.js';
import { hasDue, templateKeys } from './kinds.js';
import { smsLength } from './sms.js';
import { checkNotices, fill, openTemplates, sampleCode } from './templates.js';

const link = 'https://dichvucong.example.gov.vn/ho-so.html?ma={dossierCode}';
const file = (name: string): any => JSON.parse(readFileSync(join(schemasDir, 'notices', name), 'utf8'));
const authority = ajvAuthority().authorityFor(file('notices.schema.json') as JsonSchema);
const { notices, frame, statuses } = openTemplates(schemasDir, undefined, link);
const changed = (change: (value: any) => void) => { const value = file('national.json'); change(value); return value as unknown; };

test('the nation\'s file is as its schema says, and has every message in both languages', () => {
  expect(authority.check(file('national.json'))).toEqual([]);
  expect(Object.keys(notices).sort()).toEqual([...templateKeys].sort());
  expect(new Set(file('notices.schema.json').properties.notices.propertyNames.enum)).toEqual(new Set(templateKeys));
  expect(Object.keys(statuses)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
});

test.each(templateKeys)('%s says which dossier, in one SMS, without a link in it; Vietnamese in Vietnamese', (key) => {
  for (const locale of ['vi', 'en'] as const) {
    const words = notices[key][locale];
    for (const text of Object.values(words)) expect(text).toContain('{dossierCode}');
    if (hasDue(key)) for (const text of [words.text, words.sms]) expect(text).toContain('{due}');
    expect(words.text).toMatch(/\.$/);
    expect(words.sms).not.toContain('{link}');
    const { alphabet, length, limit } = smsLength(fill(words.sms, { dossierCode: sampleCode, due: '05/12/2026' }));
    expect([alphabet, length <= limit]).toEqual([locale === 'vi' ? 'ucs-2' : 'gsm-7', true]);
  }
  expect(notices[key].vi.text).toMatch(/[ăâđêôơư]/);
  for (const locale of ['vi', 'en'] as const) expect(frame[locale]).toMatch(/\{text\}[^]*\{link\}[^]*\{unsubscribe\}/);
});

test('an SMS is counted as telephones count it', () => {
  expect(smsLength('Dossier H99 {€}')).toEqual({ alphabet: 'gsm-7', length: 18, limit: 160 });
  expect(smsLength('àèéìòù'.repeat(20))).toEqual({ alphabet: 'gsm-7', length: 120, limit: 160 });
  expect(smsLength('Hồ sơ')).toEqual({ alphabet: 'ucs-2', length: 5, limit: 70 });
  expect(smsLength('😀')).toEqual({ alphabet: 'ucs-2', length: 2, limit: 70 });
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, two) => {
    const [a, b, both] = [smsLength(one), smsLength(two), smsLength(one + two)];
    expect(both.alphabet).toBe(a.alphabet === 'gsm-7' && b.alphabet === 'gsm-7' ? 'gsm-7' : 'ucs-2');
    if (both.alphabet === 'gsm-7') expect(both.length).toBe(a.length + b.length);
    else expect(both.length).toBe((one + two).length);
  }), { seed: 6 });
});

test('a value is put in as it is, whatever stands in it', () => {
  fc.assert(fc.property(fc.string(), (value) => { expect(fill('a {dossierCode} {due}{strange} b', { dossierCode: value })).toBe(`a ${value}  b`); }), { seed: 6 });
  expect(fill('{dossierCode}', { dossierCode: '{link}$&', link: 'x' })).toBe('{link}$&');
  expect(fill('{constructor}{toString}', {})).toBe('');
});

test.each<[string, (value: any) => void, RegExp]>([
  ['an unknown placeholder', (value) => { value.notices['status-4'].vi.text = 'Hồ sơ của {fullName}.'; }, /status-4\.vi\.text says \{fullName\}, which nobody knows/],
  ['a placeholder that is not closed', (value) => { value.notices['status-4'].vi.text = 'Hồ sơ {dossierCode'; }, /says \{dossierCode, which nobody knows/],
  ['a lone bracket', (value) => { value.notices['status-4'].vi.text = 'Hồ sơ }'; }, /says \}, which nobody knows/],
  ['a day that is not always there', (value) => { value.notices.accepted.en.text = 'Due {due}.'; }, /not every accepted has a day/],
  ['a name of a status where there is none', (value) => { value.notices.paused.en.text = '{status}'; }, /paused\.en\.text says \{status\}/],
  ['one language', (value) => { delete value.notices['status-9'].en; }, /status-9 has no words in "en"/],
  ['no SMS', (value) => { delete value.notices['status-9'].en.sms; }, /status-9\.en needs "sms"/],
  ['a subject of two lines', (value) => { value.notices['status-9'].en.title = 'a\nBcc: b'; }, /status-9\.en needs "title": one line/],
  ['words that nobody reads', (value) => { value.notices['status-9'].en.zalo = 'x'; }, /has "zalo", which nobody reads/],
  ['an SMS that is too long', (value) => { value.notices['status-9'].vi.sms = `Hồ sơ {dossierCode} ${'ơ'.repeat(39)}`; }, /status-9\.vi\.sms has 71 characters with a code of 25; one SMS holds 70 with Vietnamese letters/],
  ['a link that makes it too long', (value) => { value.notices['status-9'].en.sms = `{dossierCode} ${'x'.repeat(80)} {link}`; }, /one SMS holds 160$/],
  ['a message that does not exist', (value) => { value.notices['status-11'] = value.notices['status-9']; }, /there is no message "status-11"/],
  ['a frame without a way out', (value) => { value.frame.en = '{text}'; }, /frame\.en needs \{unsubscribe\}/],
  ['a frame with something strange', (value) => { value.frame.vi += '{name}'; }, /frame\.vi says "name"/],
  ['no messages', (value) => { delete value.notices; }, /is an object with "notices"/],
])('%s is refused at the start', (_, change, said) => { expect(() => checkNotices(changed(change), 'tin-nhan.json', link)).toThrow(said); });

test('a host words a message otherwise, and the rest stays', () => {
  const dir = mkdtempSync(join(tmpdir(), 'dvc-notices-'));
  const own = join(dir, 'rieng.json');
  const words = { title: 'T {dossierCode}', text: 'X {status}', sms: 'S' };
  writeFileSync(own, JSON.stringify({ id: 'rieng', about: 'x', notices: { 'status-4': { vi: words, en: words } } }));
  const made = openTemplates(schemasDir, own, link);
  expect([made.notices['status-4'].vi, made.notices['status-9'], made.frame]).toEqual([words, notices['status-9'], frame]);
  writeFileSync(own, '{');
  expect(() => openTemplates(schemasDir, own, link)).toThrow(/is to be a file of JSON with the words of messages/);
  rmSync(dir, { recursive: true });
});
