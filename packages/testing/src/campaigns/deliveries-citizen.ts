import { createHash } from 'node:crypto';
import { createHttpBackend } from '@dvc/client';
import { UploadError, type Acknowledgement, type Submission } from '@dvc/core';
import type { Sheet } from './submissions-sheets.js';

/** What one citizen knows after the campaign. */
export interface Sent {
  marker: string;
  sheet: Sheet;
  /** Set as soon as the browser believes that the dossier was sent. */
  acknowledgement?: Acknowledgement;
  /** When that was, by the real clock, and how long the citizen waited for it. */
  acknowledgedAt?: number;
  waitMs?: number;
  /** SHA-256 of the files, in the order of the papers. */
  files: string[];
  requests: number;
  /** Something that must never be answered. */
  wrong?: string;
}
export interface SenderOptions { base: string; random: () => number; today: string; number: number; sheet: Sheet; /** ms until a citizen gives up */ patience: number }

const pause = (ms: number) => new Promise<void>((done) => { setTimeout(done, ms); });

/** What `sendFile` uses of a browser's XMLHttpRequest, over fetch: the client itself is the one that browsers run. */
export class NodeRequest {
  withCredentials = false;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onloadend: () => void = () => {};
  status = 0;
  responseText = '';
  private readonly headers: Record<string, string> = {};
  private readonly stop = new AbortController();
  private target: [string, string] = ['', ''];
  open(method: string, url: string) { this.target = [method, url]; }
  setRequestHeader(name: string, value: string) { this.headers[name] = value; }
  send(body: Blob) {
    const [method, url] = this.target;
    fetch(url, { method, body, headers: this.headers, signal: this.stop.signal })
      .then(async (answer) => { [this.responseText, this.status] = [await answer.text(), answer.status]; }, () => { this.status = 0; })
      .catch(() => { this.status = 0; }).finally(() => this.onloadend());
  }
  abort() { this.stop.abort(); }
}

/** Sends a filled form with the browser's own client, again and again with the same key, until it is acknowledged; a few go home early, a few ask again. */
export async function sender({ base, random, today, number, sheet, patience }: SenderOptions): Promise<Sent> {
  const marker = `Công dân ${String(number).padStart(6, '0')}`;
  const sent: Sent = { marker, sheet, files: [], requests: 0 };
  const [goesHome, asksAgain] = [random() < 0.02, random() < 0.05];
  const idempotencyKey = `delivery-${number}-${createHash('sha256').update(`${random()}`).digest('hex').slice(0, 24)}`;
  const deadline = Date.now() + patience;
  let cookie = '';
  const backend = createHttpBackend({
    api: base, timeoutMs: 10_000, headers: (): Record<string, string> => { sent.requests++; return cookie ? { cookie } : {}; },
    fetch: async (url, init) => {
      const answer = await fetch(url, init);
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return answer;
    },
  });
  /** True when it was done in time. */
  const insist = async (work: () => Promise<number | 'done'>): Promise<boolean> => {
    for (let wait = 20; Date.now() < deadline; wait = Math.min(1500, wait * 2)) {
      const made = await work();
      if (made === 'done') return true;
      if (goesHome) return false;
      await pause(Math.max(made, wait * (0.5 + random())));
    }
    return false;
  };

  if (!(await insist(() => backend.now().then(() => (cookie ? 'done' as const : 0), () => 0)))) return sent;
  const papers: Record<string, string[]> = {};
  for (const paper of sheet.papers) {
    const file = new File([`%PDF-1.4\n% ${marker} ${paper}\n`], 'Giấy tờ.pdf', { type: 'application/pdf' });
    const sha256 = createHash('sha256').update(Buffer.from(await file.arrayBuffer())).digest('hex');
    const held = await insist(async () => {
      try {
        const made = await backend.upload(file, { paper });
        if (made.sha256 !== sha256) sent.wrong = 'the upload has another SHA-256';
        papers[paper] = [made.id];
        return 'done';
      } catch (error) {
        if (!(error instanceof UploadError)) throw error;
        return 0;
      }
    });
    if (!held) return sent;
    sent.files.push(sha256);
  }
  // The marker goes where a browser would say from where an answer came; it travels all the way.
  const submission: Submission = {
    document: sheet.document, answers: sheet.answers, fees: sheet.fees, papers, codeLists: {}, today, idempotencyKey, locale: 'vi',
    provenance: { '/': { source: marker, at: `${today}T00:00:00Z`, lock: 'marked' } },
  };
  const submit = async (): Promise<number | 'done'> => {
    const reply = await backend.submit(submission);
    if (reply.kind === 'failed') return reply.retryAfterMs ?? 0;
    if (reply.kind !== 'acknowledged') sent.wrong = `answered ${JSON.stringify(reply).slice(0, 300)}`;
    else if (sent.acknowledgement && JSON.stringify(sent.acknowledgement) !== JSON.stringify(reply.acknowledgement)) sent.wrong = `two answers: ${sent.acknowledgement.dossierCode} and ${reply.acknowledgement.dossierCode}`;
    else sent.acknowledgement = reply.acknowledgement;
    return 'done';
  };
  const began = Date.now();
  if (await insist(submit) && sent.acknowledgement) [sent.acknowledgedAt, sent.waitMs] = [Date.now(), Date.now() - began];
  if (asksAgain && sent.acknowledgement && !sent.wrong) await insist(submit);
  return sent;
}
