import { createHash } from 'node:crypto';
import type { Acknowledgement, UploadedFile } from '@dvc/core';
import type { Sheet } from './submissions-sheets.js';

/** What one citizen knows after the campaign. */
export interface Receipt {
  marker: string;
  agency: string;
  acknowledgement?: Acknowledgement;
  /** The SHA-256 of the files that were sent along. */
  files: string[];
  attempts: number;
  /** Something that must never be answered. */
  wrong?: string;
}
export interface CitizenOptions { base: string; random: () => number; today: string; number: number; sheet: Sheet; /** ms until a citizen gives up */ patience: number }

const pause = (ms: number) => new Promise<void>((done) => { setTimeout(done, ms); });

/** Fills the form, sends it, and tries again with the same key until the acknowledgement comes, or (rarely) goes home. */
export async function citizen({ base, random, today, number, sheet, patience }: CitizenOptions): Promise<Receipt> {
  const marker = `Công dân ${String(number).padStart(6, '0')}`;
  const goesHome = random() < 0.02;
  const asksAgain = random() < 0.05;
  const receipt: Receipt = { marker, agency: String(sheet.answers['agency']), files: [], attempts: 0 };
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
  for (const paper of sheet.papers) {
    const bytes = Buffer.from(`%PDF-1.4\n% ${marker} ${paper}\n`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const upload: RequestInit = { method: 'POST', headers: { ...headers, 'content-type': 'application/pdf', 'x-file-name': encodeURIComponent('Giấy tờ.pdf') }, body: bytes };
    await insist(`/api/v1/uploads?paper=${paper}`, upload, async (answer) => {
      if (answer.status !== 201) return false;
      const file = (await answer.json()) as UploadedFile;
      if (file.sha256 !== sha256) receipt.wrong = 'the upload has another SHA-256';
      papers[paper] = [file.id];
      return true;
    });
    if (!papers[paper]) return receipt;
    receipt.files.push(sha256);
  }
  // The marker goes where a browser would say from where an answer came; the back end keeps it.
  const { document, answers, fees } = sheet;
  const body = JSON.stringify({ document, answers, fees, papers, codeLists: {}, provenance: { '/': { source: marker, at: `${today}T00:00:00Z`, lock: 'marked' } }, today, locale: 'vi' });
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
