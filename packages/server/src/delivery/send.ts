import { createHash } from 'node:crypto';
import type { UploadedFile } from '@dvc/core';
import type { Parcel } from './body.js';
import { signatureHeaders } from './sign.js';

export type Outcome =
  /** Verified; with the case system's own code when it gives one. */
  | { kind: 'delivered'; caseCode?: string }
  | { kind: 'later'; reason: string; retryAfterMs?: number }
  /** The case system itself says that it will never take it. */
  | { kind: 'refused'; reason: string };

export interface SendOptions {
  url: string;
  secrets: readonly string[];
  signal: AbortSignal;
  /** The bytes of one of our files; rejects when the disk has lost it. */
  readFile: (file: UploadedFile) => Promise<Buffer>;
}

interface Reply { status: number; json: unknown; retryAfterMs: number | undefined }
/** characters of a reply; more is no reply of a case system */
const replyLimit = 1 << 20;
/** Statuses of 4xx that pass by themselves. */
const passing = new Set([408, 409, 425, 429]);

class Later extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) { super('later'); this.outcome = outcome; }
}

const own = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined);
const word = (value: unknown) => (typeof value === 'string' && /^[a-z0-9][a-z0-9.-]{0,59}$/.test(value) ? value : undefined);

/** Seconds or an instant; undefined when it is neither. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

/**
 * One attempt. The dossier is offered first; the case system names the files that it does not hold yet, these are sent, and the dossier is
 * offered again. So a broken attempt costs only the file that was under way, whichever side forgot what.
 */
export async function sendParcel(parcel: Parcel, options: SendOptions): Promise<Outcome> {
  try {
    for (let round = 0; ; round++) {
      const reply = await ask('POST', 'dossiers', { 'content-type': 'application/json' }, parcel.body, parcel.body, parcel, options);
      const missing = missingFiles(reply, parcel);
      if (!missing || round >= 2) return outcomeOf(reply, parcel);
      for (const file of missing) await sendFile(file, parcel, options);
    }
  } catch (error) {
    if (error instanceof Later) return error.outcome;
    throw error;
  }
}

/** Success and refusal are both believed only of a reply that names the delivery: a Wi-Fi page, a proxy and a wrong address also answer 200 or 404. */
function outcomeOf({ status, json, retryAfterMs }: Reply, { deliveryId }: Parcel): Outcome {
  const code = word(own(json, 'code'));
  const verified = own(json, 'deliveryId') === deliveryId;
  if (status >= 200 && status < 300) {
    if (!verified) return { kind: 'later', reason: 'not-verified' };
    const given = own(json, 'code');
    return { kind: 'delivered', ...(typeof given === 'string' && given !== '' && given.length <= 200 && !/[\p{Cc}\p{Cs}]/u.test(given) ? { caseCode: given } : {}) };
  }
  const reason = `http-${status}${code ? `-${code}` : ''}`;
  if (verified && status >= 400 && status < 500 && !passing.has(status)) return { kind: 'refused', reason };
  return { kind: 'later', reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

/** The files that a 409 asks for; undefined when it is another reply. */
function missingFiles({ status, json }: Reply, { deliveryId, files }: Parcel): UploadedFile[] | undefined {
  const names = own(json, 'missing');
  if (status !== 409 || own(json, 'deliveryId') !== deliveryId || !Array.isArray(names)) return undefined;
  const wanted = new Set<unknown>(names);
  const found = [...new Map(files.filter(({ sha256 }) => wanted.has(sha256)).map((file) => [file.sha256, file])).values()];
  return found.length > 0 ? found : undefined;
}

async function sendFile(file: UploadedFile, parcel: Parcel, options: SendOptions): Promise<void> {
  const bytes = await options.readFile(file).catch(() => { throw new Later({ kind: 'later', reason: 'file-unreadable' }); });
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new Later({ kind: 'later', reason: 'file-damaged' });
  // The hash stands for the content in the signature, so that a receiver knows the sender before it reads the file.
  const reply = await ask('PUT', `files/${file.sha256}`, { 'content-type': file.type }, bytes, file.sha256, parcel, options);
  if (reply.status >= 200 && reply.status < 300) {
    if (own(reply.json, 'sha256') === file.sha256) return;
    throw new Later({ kind: 'later', reason: 'not-verified' });
  }
  throw new Later(outcomeOf(reply, parcel));
}

async function ask(method: string, path: string, headers: Record<string, string>, body: string | Buffer, content: string, { deliveryId }: Parcel, { url, secrets, signal }: SendOptions): Promise<Reply> {
  const signed = signatureHeaders(secrets, deliveryId, content, new Date());
  try {
    // A redirect would carry a citizen's dossier to wherever the reply says.
    const answer = await fetch(`${url.replace(/\/+$/, '')}/${path}`, { method, body, redirect: 'manual', signal, headers: { accept: 'application/json', ...headers, ...signed } });
    return { status: answer.status, json: await readJson(answer), retryAfterMs: retryAfter(answer.headers.get('retry-after'), Date.now()) };
  } catch (error) {
    if (signal.aborted && (signal.reason as Error | undefined)?.name !== 'TimeoutError') throw error;
    throw new Later({ kind: 'later', reason: signal.aborted ? 'timeout' : 'offline' });
  }
}

async function readJson(answer: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    if ((size += part.length) > replyLimit) return undefined;
    parts.push(part);
  }
  try { return JSON.parse(Buffer.concat(parts).toString('utf8')); } catch { return undefined; }
}
