import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { optionsFromEnvironment } from '../environment.js';
import { linkTo, readNoticeSettings } from './settings.js';

const secret = 'the-secret-of-an-adapter-for-messages-001';
const good = () => ({
  statusPage: 'https://dichvucong.example.gov.vn/ho-so.html?ma={dossierCode}', publicUrl: 'https://dichvucong.example.gov.vn/', mail: { host: 'smtp.example.gov.vn', from: 'Cổng dịch vụ công <dvc@example.gov.vn>', user: 'dvc', password: { env: 'MAIL_PASSWORD' } },
  sms: { url: 'https://sms.example.vn/gui', secret: { env: 'SMS_SECRET' } }, zalo: { url: 'https://zalo.example.vn/gui', secret, templates: { 'status-9': '251177' } },
});
const env = { MAIL_PASSWORD: 'mật', SMS_SECRET: secret };
type Change = (value: any) => unknown;

test('good settings are read; secrets come from the environment; the link of a dossier is escaped', () => {
  expect(readNoticeSettings(good(), env)).toEqual({ ...good(), publicUrl: 'https://dichvucong.example.gov.vn', mail: { ...good().mail, password: 'mật' }, sms: { ...good().sms, secret } });
  expect(readNoticeSettings({ statusPage: good().statusPage, publicUrl: 'http://localhost:8080' })).toEqual({ statusPage: good().statusPage, publicUrl: 'http://localhost:8080' });
  expect(linkTo(good().statusPage, 'H99/1 &x')).toBe('https://dichvucong.example.gov.vn/ho-so.html?ma=H99%2F1%20%26x');
});

test.each<[string, Change, RegExp]>([
  ['no object', () => [], /are a JSON object/],
  ['a word that nobody reads', (s) => { s.email = {}; }, /has "email", which nobody reads: it has statusPage, publicUrl/],
  ['no page', (s) => { delete s.statusPage; }, /need(s)? "statusPage"/],
  ['a page without the code', (s) => { s.statusPage = 'https://dichvucong.example.gov.vn/'; }, /an address with \{dossierCode\}/],
  ['a page that is not https', (s) => { s.statusPage = 'http://dichvucong.example.gov.vn/{dossierCode}'; }, /"statusPage" needs https/],
  ['a page by ftp', (s) => { s.statusPage = 'ftp://dichvucong.example.gov.vn/{dossierCode}'; }, /needs https/],
  ['no public address', (s) => { delete s.publicUrl; }, /needs "publicUrl"/],
  ['no relay', (s) => { delete s.mail.host; }, /"mail" needs "host"/],
  ['a relay with a path', (s) => { s.mail.host = 'smtp.example.vn/x'; }, /a name like smtp/],
  ['a sender that is no address', (s) => { s.mail.from = 'dvc'; }, /"mail" needs "from": an address like/],
  ['a sender of two lines', (s) => { s.mail.from = 'a\r\nBcc: x <dvc@example.gov.vn>'; }, /needs "from"/],
  ['a user without a password', (s) => { delete s.mail.password; }, /"user" and "password" together/],
  ['a password that is not set', (s) => { s.mail.password = { env: 'OTHER' }; }, /takes "password" from OTHER, which is not set/],
  ['a port', (s) => { s.mail.port = 70_000; }, /"port" is a whole number from 1 to 65535/],
  ['a maybe', (s) => { s.mail.secure = 'yes'; }, /"secure" is true or false/],
  ['plain http', (s) => { s.sms.url = 'http://sms.example.vn/gui'; }, /"sms": "url" needs https/],
  ['an address with a password', (s) => { s.sms.url = 'https://a:b@sms.example.vn/gui'; }, /needs https/],
  ['a short secret', (s) => { s.zalo.secret = 'short'; }, /"zalo" needs "secret" of at least 32 characters/],
  ['templates that are no texts', (s) => { s.zalo.templates = { x: 1 }; }, /an object of texts/],
  ['no attempts', (s) => { s.attempts = 0; }, /"attempts" is a whole number/],
  ['mail that is no object', (s) => { s.mail = 'smtp.example.vn'; }, /"mail" is an object with "host" and "from"/],
  ['sms that is no object', (s) => { s.sms = true; }, /"sms" is an object with "url" and "secret"/],
])('%s is told at the start', (_, change, said) => {
  const value = good();
  const made = change(value) ?? value;
  expect(() => readNoticeSettings(made, env)).toThrow(said);
});

test('the environment names the file', () => {
  const dir = mkdtempSync(join(tmpdir(), 'dvc-notices-'));
  const file = join(dir, 'notices.json');
  writeFileSync(file, JSON.stringify(good()));
  expect(optionsFromEnvironment({ ...env, DVC_NOTICES: file }).notices?.mail?.password).toBe('mật');
  expect(optionsFromEnvironment({}).notices).toBeUndefined();
  writeFileSync(file, '{');
  expect(() => optionsFromEnvironment({ DVC_NOTICES: file })).toThrow(/^DVC_NOTICES is a file of JSON/);
  rmSync(dir, { recursive: true });
});
