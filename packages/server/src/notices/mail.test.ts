// Letters against a real SMTP server: encryption, login, what is final.
import { expect, test } from 'vitest';
import { mailSender } from './mail.js';
import { relay } from './notices.test-helper.js';
import type { Letter } from './sender.js';
import type { MailSettings } from './settings.js';

const letter: Letter = {
  id: '0b6f3ad8-6d0c-4bd5-9df5-2f7c0f1a7a11', to: 'nguoi.dan@example.com', locale: 'en', template: 'paused', title: 'Dossier H99: on hold', text: 't', sms: 's', mail: 'Dear Sir or Madam,\n.\nthe end\n', at: new Date('2026-11-21T02:30:00Z'),
  params: { dossierCode: 'H99', link: 'https://x.example/', unsubscribe: 'https://x.example/api/v1/unsubscribe/abc' },
};
async function attempt(settings: Partial<MailSettings>, to = letter, ms = 2_000) {
  const sender = mailSender({ host: '127.0.0.1', from: 'dvc@example.gov.vn', ...settings }, ms);
  try { return await sender.send(to, AbortSignal.timeout(ms)); } finally { sender.close(); }
}

test('a letter arrives as it is, with its name, its date and its ways out', async () => {
  const server = await relay();
  expect(await attempt({ port: server.port, replyTo: 'hoi@example.gov.vn' })).toEqual({ kind: 'sent' });
  const [mail] = server.mails;
  expect(mail!.text.trimEnd()).toBe(letter.mail.trimEnd());
  expect(mail!.headers).toMatchObject({
    'to': 'nguoi.dan@example.com', 'from': 'dvc@example.gov.vn', 'reply-to': 'hoi@example.gov.vn', 'message-id': `<${letter.id}@example.gov.vn>`, 'date': 'Sat, 21 Nov 2026 02:30:00 +0000', 'content-language': 'en',
    'list-unsubscribe': '<https://x.example/api/v1/unsubscribe/abc>', 'list-unsubscribe-post': 'List-Unsubscribe=One-Click', 'auto-submitted': 'auto-generated',
  });
  await server.close();
});

test('beyond this machine nothing goes without encryption, nor to a relay whose certificate is not known', async () => {
  const [plain, strange] = [await relay({}, '127.0.0.2'), await relay({ disabledCommands: [] }, '127.0.0.2')];
  for (const { port } of [plain, strange]) expect(await attempt({ host: '127.0.0.2', port })).toMatchObject({ kind: 'later', reason: expect.stringMatching(/^smtp-/) });
  expect([plain.mails, strange.mails]).toEqual([[], []]);
  await Promise.all([plain.close(), strange.close()]);
});

test('a login that is refused is the operator\'s to mend; one that is right sends', async () => {
  const server = await relay({ authOptional: false, allowInsecureAuth: true, onAuth: ({ password }, _session, done) => { done(password === 'right' ? null : Object.assign(new Error('no'), { responseCode: 535 }), password === 'right' ? { user: 'dvc' } : undefined); } });
  expect(await attempt({ port: server.port, user: 'dvc', password: 'wrong' })).toEqual({ kind: 'later', reason: 'smtp-535' });
  expect(await attempt({ port: server.port, user: 'dvc', password: 'right' })).toEqual({ kind: 'sent' });
  await server.close();
});

test.each([['rcpt', 550, 'refused'], ['rcpt', 450, 'later'], ['data', 554, 'refused'], ['data', 452, 'later']] as const)('at %s %i is %s', async (phase, code, kind) => {
  const server = await relay();
  server.answers((at) => (at === phase ? code : undefined));
  expect(await attempt({ port: server.port })).toEqual({ kind, reason: `smtp-${code}` });
  expect(server.mails).toEqual([]);
  await server.close();
});

test('nobody listens, or nobody speaks: later', async () => {
  expect(await attempt({ port: 1 })).toMatchObject({ kind: 'later', reason: expect.stringMatching(/^smtp-/) });
  const server = await relay();
  server.answers(() => 'hang');
  expect(await attempt({ port: server.port }, letter, 300)).toMatchObject({ kind: 'later' });
  await server.close();
});

test('an address cannot add recipients', async () => {
  const server = await relay();
  const outcome = await attempt({ port: server.port }, { ...letter, to: 'a@example.com\r\nBcc: b@example.com' });
  expect(server.mails.flatMap(({ to }) => to).filter((to) => to.startsWith('b@'))).toEqual([]);
  for (const { headers } of server.mails) expect(headers['bcc']).toBeUndefined();
  expect(['sent', 'refused', 'later']).toContain(outcome.kind);
  await server.close();
});
