// With the dossiers: who may answer a survey. One signature per dossier and survey, on something blinded, so that whoever keeps both databases cannot tell which response came from which dossier (RFC 9474).
import { constants, createHash, createPrivateKey, generateKeyPairSync, privateDecrypt, sign, type JsonWebKey } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/schema.js';
import type { Secrets } from '../secrets.js';
import type { DossierId } from '../status/log.js';
import { dossierLabel } from './proof.js';

type Kind = 'token' | 'dossier';
export type Invited = { kind: 'signed'; signature: string } | { kind: 'proof'; proof: string } | { kind: 'spent' } | { kind: 'malformed' };
/** bytes of an RSA modulus, and so of what is signed */
const SIZE = 256;

export function createInvitations(db: Kysely<Tables>, secrets: Secrets) {
  const sealKey = (survey: string, kind: Kind) => `survey-key:${kind}:${survey}`;

  async function keys(survey: string, kind: Kind): Promise<{ public: JsonWebKey; sealed: string }> {
    const find = () => db.selectFrom('survey_key').select(['public_key', 'sealed']).where('survey', '=', survey).where('kind', '=', kind).executeTakeFirst();
    let row = await find();
    if (!row) {
      const made = kind === 'token' ? generateKeyPairSync('rsa', { modulusLength: SIZE * 8 }) : generateKeyPairSync('ed25519');
      const sealed = secrets.seal(sealKey(survey, kind), JSON.stringify(made.privateKey.export({ format: 'jwk' })));
      // Another process may have been faster: what stands there counts.
      await db.insertInto('survey_key').values({ survey, kind, public_key: JSON.stringify(made.publicKey.export({ format: 'jwk' })), sealed }).onConflict((held) => held.doNothing()).execute();
      row = (await find())!;
    }
    return { public: row.public_key as JsonWebKey, sealed: row.sealed };
  }
  const privateKey = (survey: string, kind: Kind, sealed: string) => createPrivateKey({ key: JSON.parse(secrets.open(sealKey(survey, kind), sealed)) as JsonWebKey, format: 'jwk' });

  return {
    publicKey: async (survey: string, kind: Kind): Promise<JsonWebKey> => (await keys(survey, kind)).public,

    /** @param blinded base64url; the same again gives the same signature, another one gives nothing */
    async sign(survey: string, dossier: DossierId, blinded: string): Promise<Invited> {
      const message = Buffer.from(blinded, 'base64url');
      if (message.length !== SIZE || message.toString('base64url') !== blinded) return { kind: 'malformed' };
      const { sealed } = await keys(survey, 'token');
      let signature: Buffer;
      // The bare operation: what it is made on was padded before it was blinded. OpenSSL blinds it once more, against those who measure.
      try { signature = privateDecrypt({ key: privateKey(survey, 'token', sealed), padding: constants.RSA_NO_PADDING }, message); } catch { return { kind: 'malformed' }; }
      const blinded_hash = createHash('sha256').update(message).digest('base64url');
      await db.insertInto('survey_invitation').values({ survey, dossier, blinded_hash }).onConflict((held) => held.doNothing()).execute();
      const held = await db.selectFrom('survey_invitation').select('blinded_hash').where('survey', '=', survey).where('dossier', '=', dossier).executeTakeFirstOrThrow();
      return held.blinded_hash === blinded_hash ? { kind: 'signed', signature: signature.toString('base64url') } : { kind: 'spent' };
    },

    /** For a survey that knows whose response it is. */
    async prove(survey: string, dossier: DossierId, code: string): Promise<Invited> {
      const { sealed } = await keys(survey, 'dossier');
      await db.insertInto('survey_invitation').values({ survey, dossier, blinded_hash: null }).onConflict((held) => held.doNothing()).execute();
      return { kind: 'proof', proof: sign(null, Buffer.from(dossierLabel(survey, code), 'utf8'), privateKey(survey, 'dossier', sealed)).toString('base64url') };
    },

    /** How many dossiers were handed one. */
    async count(survey: string): Promise<number> {
      const { count } = await db.selectFrom('survey_invitation').select((e) => e.fn.countAll().as('count')).where('survey', '=', survey).executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}
export type Invitations = ReturnType<typeof createInvitations>;
