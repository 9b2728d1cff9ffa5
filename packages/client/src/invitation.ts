// An invitation to a survey, for a dossier: a token that proves that somebody may answer, and not who. Loaded by hosts that have such surveys; the arithmetic in blind.ts comes when it is needed.
import type { DraftStore } from '@dvc/core';
import type { Json } from '@dvc/schema';
import { apiOf, ask, NoReply, own, type HeadersSource } from './http.js';
import type { Blinded } from './blind.js';

export interface InvitationOptions {
  /** The dossiers' back end. */
  api?: string;
  /** The keeper of the responses; by default the same. Its public key counts: whoever signs can then give nobody a key of their own. */
  surveys?: string;
  /** id of the survey */
  survey: string;
  dossier: string;
  /** The right to this dossier, from a look-up or the list; without it the session that has submitted it. */
  access?: string;
  headers?: HeadersSource;
  fetch?: typeof fetch;
  timeoutMs?: number;
  /** Keeps what was blinded until the signature is there: a page that is closed in between can then ask again. A dossier is handed one invitation. */
  keep?: DraftStore;
}
/** `open`: this survey asks for none. `spent`: this dossier was handed its invitation, elsewhere or on another page. `access`: no right to this dossier. */
export type InvitationReply = { kind: 'invited'; invitation: string } | { kind: 'none'; reason: 'open' | 'spent' | 'access' | 'unknown' } | { kind: 'failed'; reason: 'offline' | 'timeout' | 'server' };

const pages = new Map<string, Blinded>();
const failed = (error: unknown): InvitationReply => ({ kind: 'failed', reason: error instanceof NoReply ? error.reason : 'server' });

/** Never throws; may be asked again. */
export async function askInvitation(options: InvitationOptions): Promise<InvitationReply> {
  const { survey, dossier, fetch: send = (...given: Parameters<typeof fetch>) => fetch(...given), timeoutMs: ms = 30_000, keep } = options;
  const name = `survey-invitation ${survey} ${dossier}`;
  try {
    const { status, body: key } = await ask(send, `${apiOf(options.surveys ?? options.api)}/surveys/${encodeURIComponent(survey)}/key`, { credentials: 'omit', cache: 'no-store' }, { ms });
    if (status === 404 && typeof own(key, 'code') === 'string') return { kind: 'none', reason: 'open' };
    const kind = own(key, 'kty');
    if (status !== 200 || (kind !== 'RSA' && kind !== 'OKP')) return { kind: 'failed', reason: 'server' };
    const blind = kind === 'RSA' ? await import('./blind.js') : undefined;
    const state = blind && (pages.get(name) ?? (await kept(keep, name)) ?? (await blind.blind(key as JsonWebKey, survey)));
    if (state) {
      pages.set(name, state);
      if (keep && !(await save(keep, name, state))) return { kind: 'failed', reason: 'server' };
    }
    const { status: said, body } = await ask(send, `${apiOf(options.api)}/dossiers/${encodeURIComponent(dossier)}/survey-invitation`, {
      method: 'POST', credentials: 'include', cache: 'no-store', body: JSON.stringify({ survey, ...(state ? { blinded: state.blinded } : {}) }),
      headers: { 'X-DVC': '1', 'Content-Type': 'application/json', ...(options.access === undefined ? {} : { 'DVC-Access': options.access }), ...(await options.headers?.()) },
    }, { ms });
    const code = own(body, 'code');
    if (said === 409 && code === 'spent') return { kind: 'none', reason: 'spent' };
    if (said === 401 && typeof code === 'string') return { kind: 'none', reason: 'access' };
    if (said === 404 && typeof code === 'string') return { kind: 'none', reason: 'unknown' };
    const [signature, proof] = [own(body, 'signature'), own(body, 'proof')];
    if (said === 200 && blind && state && typeof signature === 'string') return { kind: 'invited', invitation: await blind.unblind(key as JsonWebKey, survey, state, signature) };
    if (said === 200 && !blind && typeof proof === 'string') return { kind: 'invited', invitation: proof };
    return { kind: 'failed', reason: 'server' };
  } catch (error) {
    return failed(error);
  }
}

async function kept(keep: DraftStore | undefined, name: string): Promise<Blinded | undefined> {
  const found = await keep?.open(name);
  return found?.kind === 'opened' ? (found.draft?.content as unknown as Blinded | undefined) : undefined;
}
async function save(keep: DraftStore, name: string, state: Blinded): Promise<boolean> {
  const found = await keep.open(name);
  const held = found.kind === 'opened' ? found.draft : undefined;
  if ((held?.content as unknown as Blinded | undefined)?.blinded === state.blinded) return true;
  return (await keep.save(name, held?.revision ?? 0, state as unknown as Json)).kind === 'saved';
}
