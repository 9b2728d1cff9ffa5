import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signatureHeaders } from '@dvc/server';
import type { Count, Order } from './live-listeners.js';
import { smallBody, smallForm } from './submissions-form.js';

export const caseSecret = 'secret-of-the-campaign-of-live-updates-01';
export const pause = (ms: number) => new Promise<void>((done) => { setTimeout(done, ms); });

export function writeSmallForm(dir: string): string {
  const folder = join(dir, ...smallForm.id.split('/'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${smallForm.version}.json`), JSON.stringify(smallForm));
  return dir;
}

const post = (address: string, path: string, body: string, headers: Record<string, string> = {}) => fetch(`${address}/api/v1/${path}`, { method: 'POST', body, headers: { 'x-dvc': '1', 'content-type': 'application/json', ...headers } });

export async function submit(address: string): Promise<{ code: string; secret: string }> {
  const cookie = (await fetch(`${address}/api/v1/time`)).headers.get('set-cookie')!.split(';')[0]!;
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const made = await post(address, 'dossiers', JSON.stringify(smallBody({ fullName: 'Đinh Thị Theo Dõi', copies: 0 }, today)), { cookie, 'idempotency-key': 'key-of-the-live-updates-0001' });
  if (made.status !== 201) throw new Error(`a dossier was answered ${made.status} ${await made.text()}`);
  const { dossierCode: code, lookupSecret: secret } = (await made.json()) as { dossierCode: string; lookupSecret: string };
  return { code, secret };
}

export async function tokenOf(address: string, { code, secret }: { code: string; secret: string }): Promise<string> {
  const made = await post(address, 'dossiers/lookup', JSON.stringify({ dossier: code, factor: { kind: 'secret', value: secret } }));
  if (made.status !== 200) throw new Error(`a look-up was answered ${made.status} ${await made.text()}`);
  return ((await made.json()) as { token: string }).token;
}

/** One event of the case system. @returns when it was sent, and the number that it has */
export async function tell(address: string, dossierCode: string, id: string): Promise<{ at: number; seq: number }> {
  const at = Date.now();
  const body = JSON.stringify({ dossierCode, events: [{ id, at, type: 'paused' }] });
  const made = await post(address, 'case-events', body, signatureHeaders([caseSecret], id, body, new Date(at)));
  if (made.status !== 200) throw new Error(`an event was answered ${made.status} ${await made.text()}`);
  return { at, seq: ((await made.json()) as { revision: number }).revision };
}

export const memoryOf = async (address: string) => (await (await fetch(`${address}/campaign/memory`)).json()) as { rss: number; streams: number };

/** The process of those who listen. */
export class Listeners {
  private readonly child: ChildProcess;
  private readonly size: number;
  constructor(program: string, order: Order) {
    this.child = fork(program);
    this.size = order.tokens.length;
    this.child.send({ order });
  }
  private ask<T>(message: object): Promise<T> {
    return new Promise((resolve) => { this.child.once('message', (answer) => resolve(answer as T)); this.child.send(message); });
  }
  count = async (): Promise<Count> => (await this.ask<{ count: Count }>({ count: true })).count;
  timesOf = async (seq: number): Promise<number[]> => (await this.ask<{ times: number[] }>({ times: seq })).times;

  /** Waits until all are connected and have `seq`; how many do not when time is up. */
  async all(seq: number, ms: number): Promise<number> {
    for (const end = Date.now() + ms; ; await pause(50)) {
      const { open, reached } = await this.count();
      const lacking = Math.max(this.size - open, reached.filter((each) => each < seq).length);
      if (lacking === 0 || Date.now() > end) return lacking;
    }
  }
  end(): void { if (this.child.connected) this.child.disconnect(); }
}
