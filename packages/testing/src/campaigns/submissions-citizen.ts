import { createHash } from 'node:crypto';
import type { Acknowledgement, UploadedFile } from '@dvc/core';
import { smallBody } from './submissions-form.js';

/** What one citizen knows after the campaign. */
export interface Receipt {
  marker: string;
  agency: string;
  acknowledgement?: Acknowledgement;
  /** The sha256 of the file that was sent along. */
  sha256?: string;
  attempts: number;
  /** Something that must never be answered. */
  wrong?: string;
}
export interface CitizenOptions { base: string; random: () => number; today: string; number: number; patience: number }

const pause = (ms: number) => new Promise<void>((done) => { setTimeout(done, ms); });

/** Fills the form, sends it, and tries again with the same key until the acknowledgement comes, or (rarely) goes home. */
export async function citizen({ base, random, today, number, patience }: CitizenOptions): Promise<Receipt> {
  const marker = `Công dân ${String(number).padStart(6, '0')}`;
  const agency = `H99.0${1 + Math.floor(random() * 3)}`;
  const withPaper = random() < 0.03;
  const goesHome = random() < 0.02;
  const asksAgain = random() < 0.05;
  const receipt: Receipt = { marker, agency, attempts: 0 };
  const key = `campaign-${number}-${createHash('sha256').update(`${random()}`).digest('hex').slice(0, 24)}`;
  const deadline = Date.now() + patience;

  /** One request; undefined when no answer came. */
  const send = async (path: string, init: RequestInit): Promise<Response | undefined> => {
    receipt.attempts++;
    return fetch(base + path, { ...init, signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
  };
  const insist = async (path: string, init: RequestInit, done: (answer: Response) => Promise<boolean>): Promise<void> => {
    for (let wait = 20; Date.now() < deadline; wait = Math.min(400, wait * 2)) {
      const answer = await send(path, init);
      if (answer && await done(answer).catch(() => false)) return;
      if (goesHome && !answer) return;
      await pause(wait * (0.5 + random()));
    }
  };

  let cookie = '';
  while (!cookie && Date.now() < deadline) {
    cookie = (await send('/api/v1/time', {}))?.headers.get('set-cookie')?.split(';')[0] ?? '';
    if (!cookie) await pause(50);
  }
  const headers = { cookie, 'x-dvc': '1' };
  const papers: Record<string, string[]> = {};
  if (withPaper) {
    const bytes = Buffer.from(`%PDF-1.4\n% ${marker}\n`);
    await insist('/api/v1/uploads?paper=proof', { method: 'POST', headers: { ...headers, 'content-type': 'application/pdf', 'x-file-name': encodeURIComponent('Giấy tờ.pdf') }, body: bytes }, async (answer) => {
      if (answer.status !== 201) return false;
      const file = (await answer.json()) as UploadedFile;
      receipt.sha256 = createHash('sha256').update(bytes).digest('hex');
      if (file.sha256 !== receipt.sha256) receipt.wrong = 'the upload has another SHA-256';
      papers['proof'] = [file.id];
      return true;
    });
    if (!papers['proof']) return receipt;
  }
  const body = JSON.stringify(smallBody({ fullName: marker, agency, copies: withPaper ? 20 : number % 5 }, today, { papers }));
  const dossier: RequestInit = { method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key }, body };
  const take = async (answer: Response): Promise<boolean> => {
    if (answer.status === 503 || answer.status === 500) return false;
    const text = await answer.text();
    if (answer.status !== 201) { receipt.wrong = `answer ${answer.status} ${text.slice(0, 300)}`; return true; }
    const acknowledgement = JSON.parse(text) as Acknowledgement;
    const before = receipt.acknowledgement;
    if (before && JSON.stringify(before) !== JSON.stringify(acknowledgement)) receipt.wrong = `two answers: ${before.dossierCode} and ${acknowledgement.dossierCode}`;
    receipt.acknowledgement = before ?? acknowledgement;
    return true;
  };
  await insist('/api/v1/dossiers', dossier, take);
  if (asksAgain && receipt.acknowledgement && !receipt.wrong) await insist('/api/v1/dossiers', dossier, take);
  return receipt;
}
