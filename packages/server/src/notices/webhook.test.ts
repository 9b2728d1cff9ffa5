import { expect, test } from 'vitest';
import { adapter, taken } from './notices.test-helper.js';
import type { Letter } from './sender.js';
import { international, webhookSender } from './webhook.js';

const letter: Letter = {
  id: '0b6f3ad8-6d0c-4bd5-9df5-2f7c0f1a7a11', to: '0912345678', locale: 'vi', template: 'paused', title: 'T', text: 'Chữ', sms: 'SMS', mail: 'M', at: new Date('2026-11-21T02:30:00Z'),
  params: { dossierCode: 'H99', link: 'https://x.example/', unsubscribe: 'https://x.example/api/v1/unsubscribe/abc' },
};
const secret = 'the-secret-of-an-adapter-for-messages-001';

test('silence is waited for as long as an attempt may last; a server that stops breaks it off; Retry-After is heard', async () => {
  const phones = await adapter();
  const sender = webhookSender('sms', { url: phones.url, secret });
  phones.answers(() => 'hang');
  expect(await sender.send(letter, AbortSignal.timeout(200))).toEqual({ kind: 'later', reason: 'timeout' });
  const stopping = new AbortController();
  const broken = sender.send(letter, AbortSignal.any([stopping.signal, AbortSignal.timeout(60_000)]));
  stopping.abort();
  await expect(broken).rejects.toThrow();
  phones.answers(() => ({ status: 503, headers: { 'retry-after': '7' } }));
  expect(await sender.send(letter, AbortSignal.timeout(5_000))).toEqual({ kind: 'later', reason: 'http-503', retryAfterMs: 7000 });
  phones.answers(taken);
  expect(await sender.send(letter, AbortSignal.timeout(5_000))).toEqual({ kind: 'sent' });
  await phones.close();
});

test('only the address of the settings is asked, whatever a redirect says', async () => {
  const [phones, elsewhere] = [await adapter(), await adapter()];
  phones.answers(() => ({ status: 307, headers: { location: elsewhere.url } }));
  expect(await webhookSender('zalo', { url: phones.url, secret }).send(letter, AbortSignal.timeout(5_000))).toEqual({ kind: 'later', reason: 'http-307' });
  expect(elsewhere.sent).toEqual([]);
  await Promise.all([phones.close(), elsewhere.close()]);
});

test.each([['0912345678', '+84912345678'], ['+84912345678', '+84912345678'], ['0000000000', '+84000000000']])('%s is %s', (given, made) => { expect(international(given)).toBe(made); });
