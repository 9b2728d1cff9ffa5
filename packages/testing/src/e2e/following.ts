// Around a dossier that is followed: the portal with an agency's officer, a mail relay and whoever sends SMS; and what is read of their messages.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PaymentView, StatusDocument } from '@dvc/core';
import { SMTPServer } from 'smtp-server';
import { Portal } from './portal.js';

export const token = 'the-token-of-the-office-in-e2e-tests-02';
const host = '127.0.0.1';

export interface Mail { to: string[]; subject: string; text: string }
export interface Sms { to: string; text: string; channel: string; raw: string }

const listening = (server: Server | SMTPServer['server']): Promise<number> => new Promise((done) => { server.listen(0, host, () => done((server.address() as AddressInfo).port)); });
/** A port that is free now, and that no other process is given meanwhile: below those that the system hands out by itself. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((done) => { server.once('error', () => done(false)).listen(port, host, () => done(true)); });
    await new Promise((done) => { server.close(done); });
    if (isFree) return port;
  }
}

const quoted = (text: string) => Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
const decoded = (how: string, body: string) => (how === 'base64' ? Buffer.from(body, 'base64') : how === 'quoted-printable' ? quoted(body) : Buffer.from(body, 'latin1')).toString('utf8');

/** The subject and the text, as their reader sees them. */
export function readMail(raw: string): Omit<Mail, 'to'> {
  const at = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ');
  const of = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  // Words that stand beside each other are one text: a letter may be cut between them.
  const bytes = of('subject').replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, how: string, text: string) => (how.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : quoted(text.replaceAll('_', ' '))).toString('latin1'));
  return { subject: Buffer.from(bytes, 'latin1').toString('utf8'), text: decoded(of('content-transfer-encoding').toLowerCase(), raw.slice(at + 4)).replaceAll('\r\n', '\n') };
}

/** The portal as an agency runs it, and those it writes through. */
export class Town {
  readonly mails: Mail[] = [];
  readonly texts: Sms[] = [];
  portal!: Portal;
  private readonly relay = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true, logger: false,
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => { this.mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), ...readMail(Buffer.concat(parts).toString('latin1')) }); done(); });
    },
  });
  private readonly adapter = http.createServer((request, response) => {
    let raw = '';
    request.on('data', (part) => { raw += String(part); }).on('end', () => {
      const { id, to, text, channel } = JSON.parse(raw) as Record<'id' | 'to' | 'text' | 'channel', string>;
      this.texts.push({ to, text, channel, raw });
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id }));
    });
  });
  private readonly folder = mkdtempSync(join(tmpdir(), 'dvc-town-'));
  private readonly settings = join(this.folder, 'notices.json');
  private said = 0;

  async open(): Promise<this> {
    // A killed portal hangs up in the middle of a word.
    this.relay.on('error', () => undefined);
    const [port, mail, sms] = await Promise.all([freePort(), listening(this.relay.server), listening(this.adapter)]);
    const here = `http://${host}:${port}`;
    // What is told is linked to; the address outlives a restart.
    const notices = {
      statusPage: `${here}/ho-so.html?ma={dossierCode}`, publicUrl: here,
      mail: { host, port: mail, from: 'dichvucong@suoimay.example' }, sms: { url: `http://${host}:${sms}/gui`, secret: 'the-secret-of-whoever-sends-the-sms-01' },
    };
    this.portal = new Portal({ DVC_ADMIN_TOKEN: token, PORT: String(port), DVC_NOTICES: this.settings });
    writeFileSync(this.settings, JSON.stringify(notices));
    await this.portal.start();
    return this;
  }

  async close(): Promise<void> {
    await this.portal?.remove();
    this.adapter.closeAllConnections();
    rmSync(this.folder, { recursive: true, force: true });
    await Promise.all([new Promise<void>((done) => { this.relay.close(() => done()); }), new Promise<void>((done) => { this.adapter.close(() => done()); })]);
  }

  /** What the officer sees of it. */
  async dossier(code: string): Promise<{ version: number; answers: unknown; documents: StatusDocument[]; papers: { paper: string; name: string }[]; status: string; turn: string }> {
    return await this.ask(`dossiers/${code}`) as Awaited<ReturnType<Town['dossier']>>;
  }

  async payment(code: string, amount: number): Promise<string> {
    return (await this.ask('payments/requests', { code, key: `request-${this.said++}`, lines: [{ id: 'charge', kind: 'charge', title: 'Lệ phí đăng ký cư trú', amount }] }) as { payment: string }).payment;
  }

  async paymentView(payment: string): Promise<PaymentView> { return (await (await fetch(`${this.portal.url}/api/v1/payments/${payment}`)).json()) as PaymentView; }

  /** The bank's line: what the citizen has transferred. */
  async transferred(text: string, amount: number): Promise<void> {
    await this.ask('payments/lines', { lines: [{ id: `line-${this.said++}`, at: new Date().toISOString(), amount, text }] });
  }

  private async ask(path: string, body?: object): Promise<unknown> {
    const reply = await fetch(`${this.portal.url}/admin/${path}`, {
      headers: { 'authorization': `Bearer ${token}`, 'x-dvc': '1', ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    if (!reply.ok) throw new Error(`the officer was answered ${reply.status}: ${await reply.text()}`);
    return reply.json();
  }
}
