// A relay and an adapter that answer as the test says, and letters as their reader sees them.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Mail { to: string[]; from: string; headers: Record<string, string>; subject: string; text: string; raw: string }

const word = (text: string) => text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, how: string, body: string) =>
  (how.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : quoted(body.replace(/_/g, ' '))).toString('latin1'));
const quoted = (text: string) => Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
const utf8 = (latin: string) => Buffer.from(latin, 'latin1').toString('utf8');

export function readMail(raw: string): Omit<Mail, 'to' | 'from'> {
  const at = raw.indexOf('\r\n\r\n');
  const headers = Object.fromEntries(raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ').split('\r\n').map((line) => { const colon = line.indexOf(':'); return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]; }));
  const body = raw.slice(at + 4);
  const how = headers['content-transfer-encoding'];
  const text = (how === 'base64' ? Buffer.from(body, 'base64') : how === 'quoted-printable' ? quoted(body) : Buffer.from(body, 'latin1')).toString('utf8');
  return { headers, subject: utf8(word(headers['subject'] ?? '')), text: text.replace(/\r\n/g, '\n'), raw };
}

const failure = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

/** A real SMTP server. `answers`: at RCPT or after DATA, an SMTP code, or `hang`; undefined takes it. */
export async function relay(options: SMTPServerOptions = {}, host = '127.0.0.1') {
  const mails: Mail[] = [];
  let attempts = 0;
  let answer: (phase: 'rcpt' | 'data', attempt: number) => number | 'hang' | undefined = () => undefined;
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true, logger: false, ...options,
    onRcptTo(_address, _session, done) {
      const given = answer('rcpt', ++attempts);
      if (given !== 'hang') done(typeof given === 'number' ? failure(given) : null);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        const given = answer('data', attempts);
        if (given === 'hang') return;
        if (typeof given === 'number') { done(failure(given)); return; }
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({ to: rcptTo.map(({ address }) => address), from: mailFrom ? mailFrom.address : '', ...readMail(Buffer.concat(parts).toString('latin1')) });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => { server.listen(0, host, done); });
  return {
    mails, answers(next: typeof answer) { answer = next; attempts = 0; }, get attempts() { return attempts; },
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((done) => { server.close(() => done()); }),
  };
}

export interface Sent { headers: http.IncomingHttpHeaders; path: string; body: string; json: any }
export type Answer = { status: number; headers?: Record<string, string>; body?: unknown } | 'drop' | 'hang';
export const taken = (sent: Sent): Answer => ({ status: 200, body: { id: sent.json?.id } });

/** Whoever sends SMS or Zalo messages. */
export async function adapter() {
  const sent: Sent[] = [];
  let answer: (sent: Sent) => Answer = taken;
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const body = Buffer.concat(parts).toString();
      const one: Sent = { headers: request.headers, path: request.url!, body, json: body === '' ? undefined : JSON.parse(body) };
      sent.push(one);
      const given = answer(one);
      if (given === 'hang') return;
      if (given === 'drop') { response.destroy(); return; }
      response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers }).end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body ?? {}));
    });
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return {
    sent, answers(next: typeof answer) { answer = next; }, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}

export async function until(is: () => Promise<boolean> | boolean, ms = 15_000): Promise<void> {
  for (const end = Date.now() + ms; !(await is()); await new Promise((done) => { setTimeout(done, 15); })) if (Date.now() > end) throw new Error(`it did not happen within ${ms} ms`);
}
