import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { adminToken, loadPepper } from './secrets.js';

const usage = `usage: dvc-server deliveries [list | resend <dossier code | delivery id | all>]
       dvc-server notices [list | resend <dossier code | notice id | all>]
       dvc-server payments [list] [unresolved | attention | all | <dossier code>]
       dvc-server survey-key <survey>
Asks the running server (HOST, PORT); run it with the server's own environment.`;

interface Listed { configured: boolean; waiting: number; dead: number; delivered: number; deliveries: { dossierCode: string; state: string; attempts: number; reason: string | null; triedAt: string | null }[] }

/** What the operator's requests show to a server with this data folder and environment. */
export const operatorToken = (dir: string, env: NodeJS.ProcessEnv): string => env['DVC_ADMIN_TOKEN'] || adminToken(loadPepper(dir, env['DVC_SECRET'] || undefined));

interface ListedNotices { channels: string[]; waiting: number; dead: number; sent: number; notices: { id: string; dossierCode: string; channel: string; template: string; state: string; attempts: number; reason: string | null; triedAt: string | null }[] }
interface ListedPayment { dossierCode: string; phase: string; timing: string; total: number; attention: boolean; unresolvedSince: string | null; why?: { kind: string }[] }

/** Asks the running server; undefined, and a sentence, when it was not reached or refused. */
async function ask(path: string, body: object | undefined, env: NodeJS.ProcessEnv, write: (line: string) => void): Promise<Response | undefined> {
  const dir = resolve(env['DVC_DATA'] || '.dvc-data');
  if (!env['DVC_ADMIN_TOKEN'] && !env['DVC_SECRET'] && !existsSync(join(dir, 'secret'))) {
    write(`${dir} is not the data folder of a server: set DVC_DATA (or DVC_SECRET, or DVC_ADMIN_TOKEN) as for the server.`);
    return undefined;
  }
  const token = operatorToken(dir, env);
  const host = env['HOST'] && env['HOST'] !== '0.0.0.0' && env['HOST'] !== '::' ? env['HOST'] : '127.0.0.1';
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${env['PORT'] || 8080}/admin/${path}`;
  const headers = { authorization: `Bearer ${token}`, 'x-dvc': '1', 'content-type': 'application/json' };
  const answer = await fetch(address, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }).catch(() => undefined);
  if (answer?.ok) return answer;
  write(answer ? `The server at ${address} answered ${answer.status}: is this its DVC_ADMIN_TOKEN, or its DVC_DATA?` : `No server at ${address}: start it, or set HOST and PORT.`);
  return undefined;
}

/** What `list` and `resend` of deliveries and of notices have in common. */
async function openCommand(path: 'deliveries' | 'notices', [verb = 'list', which, ...rest]: readonly string[], env: NodeJS.ProcessEnv, write: (line: string) => void, said: { none: string; unknown: (which: string) => string }, report: (answer: Response) => Promise<void>): Promise<number> {
  if (!['list', 'resend'].includes(verb) || (verb === 'resend') !== (which !== undefined) || rest.length > 0) { write(usage); return 2; }
  const answer = verb === 'list' ? await ask(path, undefined, env, write) : await ask(`${path}/resend`, { which }, env, write);
  if (!answer) return 1;
  if (verb === 'list') { await report(answer); return 0; }
  const { count } = (await answer.json()) as { count: number };
  write(count === 0 ? (which === 'all' ? said.none : said.unknown(which!)) : `${count} to be sent again.`);
  return count === 0 && which !== 'all' ? 1 : 0;
}

/** `dvc-server deliveries …`: a report for a person; the exit status is 1 when the server was not reached or refused. */
export const deliveriesCommand = (words: readonly string[], env: NodeJS.ProcessEnv, write: (line: string) => void): Promise<number> =>
  openCommand('deliveries', words, env, write, { none: 'Nothing to send: all are delivered.', unknown: (which) => `Nothing to send: no delivery is called ${which}.` }, async (answer) => {
    const { configured, waiting, dead, delivered, deliveries } = (await answer.json()) as Listed;
    write(`${delivered} delivered, ${waiting} waiting, ${dead} given up${configured ? '' : '; DVC_CASE_SYSTEM is not set, so all wait'}`);
    for (const { dossierCode, state, attempts, reason, triedAt } of deliveries) {
      write([dossierCode, state === 'dead' ? 'given up' : 'waiting', `${attempts} attempts`, reason ?? '', triedAt ?? ''].filter(Boolean).join('  '));
    }
  });

/** `dvc-server notices …`: messages to citizens that have not gone. Where they go is not said. */
export const noticesCommand = (words: readonly string[], env: NodeJS.ProcessEnv, write: (line: string) => void): Promise<number> =>
  openCommand('notices', words, env, write, { none: 'Nothing to send: none waits.', unknown: (which) => `Nothing to send: no message of ${which} waits or was given up.` }, async (answer) => {
    const { channels, waiting, dead, sent, notices } = (await answer.json()) as ListedNotices;
    write(`${sent} sent, ${waiting} waiting, ${dead} given up; ${channels.length === 0 ? 'DVC_NOTICES sets no way to send any' : `by ${channels.join(', ')}`}`);
    for (const { id, dossierCode, channel, template, state, attempts, reason, triedAt } of notices) {
      write([dossierCode, channel, template, state === 'dead' ? 'given up' : 'waiting', `${attempts} attempts`, reason ?? '', triedAt ?? '', id].filter(Boolean).join('  '));
    }
  });

/** `dvc-server payments …`: what is unknown, what a person must look at, or how one dossier stands. */
export async function paymentsCommand(words: readonly string[], env: NodeJS.ProcessEnv, write: (line: string) => void): Promise<number> {
  const [verb = 'list', which = 'attention', ...rest] = words;
  if (verb !== 'list' || rest.length > 0) { write(usage); return 2; }
  const query = new URLSearchParams(['unresolved', 'attention', 'all'].includes(which) ? { which } : { which: 'all', code: which });
  const answer = await ask(`payments?${query.toString()}`, undefined, env, write);
  if (!answer) return 1;
  const { payments } = (await answer.json()) as { payments: ListedPayment[] };
  write(payments.length === 0 ? 'None.' : `${payments.length} payments`);
  for (const { dossierCode, phase, timing, total, attention, unresolvedSince, why = [] } of payments) {
    write([dossierCode, phase, `${total} đồng`, timing === 'after' ? 'after acceptance' : '', attention ? `look at it: ${[...why.map(({ kind }) => kind), ...(unresolvedSince ? [`unknown since ${unresolvedSince}`] : [])].join(', ')}` : ''].filter(Boolean).join('  '));
  }
  return 0;
}

/** `dvc-server survey-key …`: the public key of invitations to a survey, for the `keys` of a channel that runs elsewhere. */
export async function surveyKeyCommand([survey, ...rest]: readonly string[], env: NodeJS.ProcessEnv, write: (line: string) => void): Promise<number> {
  if (survey === undefined || rest.length > 0) { write(usage); return 2; }
  const answer = await ask(`survey-key?${new URLSearchParams({ survey }).toString()}`, undefined, env, write);
  if (!answer) return 1;
  write(JSON.stringify({ [survey]: await answer.json() }));
  return 0;
}
