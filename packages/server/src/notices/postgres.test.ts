// The same on PostgreSQL, by two processes.
import { expect, test } from 'vitest';
import { postgresFolder, startPostgres } from '../server.test-helper.js';
import { start, statusServer } from '../status/status.test-helper.js';
import { adapter, relay, until } from './notices.test-helper.js';

const bin = postgresFolder();
if (!bin) console.warn('PostgreSQL is not installed: the tests of messages run on PGlite only');

test.skipIf(!bin)('two servers on one PostgreSQL share the work: each message goes once; what is undone leaves none', { timeout: 60_000 }, async () => {
  const [mail, phones, postgres] = [await relay(), await adapter(), await startPostgres(bin!)];
  const secret = 'the-secret-of-an-adapter-for-messages-001';
  const options = {
    databaseUrl: postgres.url, secret: 'x'.repeat(40),
    notices: { statusPage: 'https://dvc.example.gov.vn/?ma={dossierCode}', publicUrl: 'https://dvc.example.gov.vn', mail: { host: '127.0.0.1', port: mail.port, from: 'dvc@example.gov.vn' }, sms: { url: phones.url, secret }, pollMs: 20 },
  };
  const [one, two] = [await statusServer(options), await statusServer(options)];
  const owns = await Promise.all(Array.from({ length: 6 }, () => one.dossier()));
  for (const { code, token } of owns) for (const [channel, address] of [['email', 'a@example.com'], ['sms', '0912345678']]) await one.ask('PUT', `dossiers/${code}/channels`, { token, body: { channel, address, on: true, consentVersion: '1' } });
  const events = Array.from({ length: 6 }, (_, at) => ({ id: `n-${at}`, at: start, type: at % 2 ? 'resumed' : 'paused' }));
  for (const event of events) await Promise.all(owns.flatMap(({ code }) => [one.tell(code, [event]), two.tell(code, [event])]));
  const open = async () => Number((await one.database.db.selectFrom('notice').select((e) => e.fn.countAll().as('n')).where('state', 'in', ['waiting', 'sending']).executeTakeFirstOrThrow()).n);
  await until(async () => (await open()) === 0);
  const ids = [...mail.mails.map(({ headers }) => headers['message-id']), ...phones.sent.map(({ json }) => json.id as string)];
  expect([ids.length, new Set(ids).size]).toEqual([72, 72]);

  const { id } = await one.database.db.selectFrom('dossier').select('id').where('code', '=', owns[0]!.code).executeTakeFirstOrThrow();
  const state = async () => (await one.database.script('select (select count(*) from notice)::int as notices, (select count(*) from notification)::int as told, (select count(*) from pgboss.job where name = \'notice\')::int as jobs')).rows[0];
  const before = await state();
  await expect(one.database.db.transaction().execute(async (tx) => { await one.status.append(tx, id, [{ type: 'status', code: '9', id: 'undone', at: start }]); throw new Error('undone'); })).rejects.toThrow('undone');
  expect(await state()).toEqual(before);
  await Promise.all([one.end(), two.end()]);
  await Promise.all([postgres.stop(), mail.close(), phones.close()]);
});
