import { expect } from '@open-wc/testing';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import type { DraftStore } from '@dvc/core';
import { createDraftStore } from './drafts/index.js';
import { askInvitation, type InvitationOptions } from './invitation.js';

const survey = 'khao-sat/mot-cua';
const suite = RSABSSA.SHA384.PSS.Randomized();
const text = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const bytes = (value: string) => Uint8Array.from(atob(value.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));
let pair: CryptoKeyPair;
let jwk: JsonWebKey;
before(async () => {
  pair = await suite.generateKey({ modulusLength: 2048, publicExponent: Uint8Array.from([1, 0, 1]) });
  jwk = await crypto.subtle.exportKey('jwk', pair.publicKey);
});

/** Both back ends, by the library itself. */
function backEnds(over: Partial<Record<'key' | 'invitation', () => Promise<Response> | Response>> = {}) {
  const seen: string[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    if (url.endsWith('/key')) return over.key?.() ?? new Response(JSON.stringify(jwk));
    const { blinded } = JSON.parse(String(init.body)) as { blinded: string };
    seen.push(blinded);
    return over.invitation?.() ?? new Response(JSON.stringify({ signature: text(await suite.blindSign(pair.privateKey, bytes(blinded))) }));
  }) as typeof globalThis.fetch;
  return { fetch, seen };
}
let count = 0;
const asking = (options: Partial<InvitationOptions>): InvitationOptions => ({ api: 'https://ho-so.example.gov.vn', surveys: 'https://khao-sat.example.gov.vn', survey, dossier: `H99.01-261121-${count++}`, ...options });

describe('an invitation', () => {
  it('is a signature that anybody with the public key can check, on something that the signer has not seen', async () => {
    const { fetch, seen } = backEnds();
    const reply = await askInvitation(asking({ fetch }));
    if (reply.kind !== 'invited') throw new Error(JSON.stringify(reply));
    const [drawn, signature] = reply.invitation.split('.') as [string, string];
    const label = new TextEncoder().encode(`dvc survey invitation\n${survey}\n`);
    const message = Uint8Array.from([...bytes(drawn).subarray(0, 32), ...label, ...bytes(drawn).subarray(32)]);
    expect(await suite.verify(pair.publicKey, bytes(signature), message)).to.equal(true);
    for (const part of [drawn, signature]) expect(seen.join()).not.to.contain(part);
  });

  it('whose reply was lost is asked for again in the same words, by the next page too', async () => {
    const databaseName = `test-invitation-${Date.now()}`;
    const keep: DraftStore = createDraftStore({ keys: { half: async () => new Uint8Array(32).fill(3) }, databaseName });
    const lost = backEnds({ invitation: () => { throw new TypeError('network'); } });
    const options = asking({ fetch: lost.fetch, keep });
    expect(await askInvitation(options)).to.deep.equal({ kind: 'failed', reason: 'offline' });
    const other = backEnds();
    expect((await askInvitation({ ...options, fetch: other.fetch })).kind).to.equal('invited');
    expect(other.seen).to.deep.equal(lost.seen);
    const kept = await keep.open(`survey-invitation ${survey} ${options.dossier}`);
    expect(kept.kind === 'opened' && (kept.draft?.content as { blinded: string }).blinded).to.equal(lost.seen[0]);
    indexedDB.deleteDatabase(databaseName);
  });

  it('that nobody has, or that is not of this key, is none', async () => {
    const answer = (status: number, body: object) => askInvitation(asking({ fetch: backEnds({ invitation: () => new Response(JSON.stringify(body), { status }) }).fetch }));
    expect(await answer(409, { code: 'spent' })).to.deep.equal({ kind: 'none', reason: 'spent' });
    expect(await answer(401, { code: 'expired' })).to.deep.equal({ kind: 'none', reason: 'access' });
    expect(await answer(200, { signature: text(new Uint8Array(256).fill(1)) })).to.deep.equal({ kind: 'failed', reason: 'server' });
    expect(await askInvitation(asking({ fetch: backEnds({ key: () => new Response('{"code":"not-found"}', { status: 404 }) }).fetch }))).to.deep.equal({ kind: 'none', reason: 'open' });
    expect(await askInvitation(asking({ fetch: backEnds({ key: () => new Response('<html>') }).fetch }))).to.deep.equal({ kind: 'failed', reason: 'server' });
  });
});
