// What proves that somebody may answer. A token is an RSA-PSS signature (RFC 9474) that the dossiers' back end made blindly: it knows that a dossier was handed one, and not which. The channel of surveys has
// the public key alone. Where a survey is not anonymous, the proof names the dossier and is signed openly, under a key of another kind.
import { createPublicKey, constants, verify, type JsonWebKey } from 'node:crypto';

/** Bytes before the label: `prepare` of RFC 9474 puts them there, so that equal messages differ. */
const PREFIX = 32;
const NONCE = 32;
export const tokenLabel = (survey: string): string => `dvc survey invitation\n${survey}\n`;
export const dossierLabel = (survey: string, dossier: string): string => `dvc survey of a dossier\n${survey}\n${dossier}`;
const bytes = (text: string) => Buffer.from(text, 'base64url');

/** @param token `<prefix and nonce>.<signature>` in base64url */
export function isToken(survey: string, token: string, key: JsonWebKey): boolean {
  const [drawn = '', signature = '', ...rest] = token.split('.');
  const random = bytes(drawn);
  if (rest.length > 0 || random.length !== PREFIX + NONCE || random.toString('base64url') !== drawn) return false;
  const prepared = Buffer.concat([random.subarray(0, PREFIX), Buffer.from(tokenLabel(survey), 'utf8'), random.subarray(PREFIX)]);
  try {
    return verify('sha384', prepared, { key: createPublicKey({ key, format: 'jwk' }), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, bytes(signature));
  } catch {
    return false;
  }
}

/** What of a token is remembered: the same drawn bytes under another signature are the same token. */
export const tokenSerial = (token: string): string => token.split('.')[0]!;

export function isDossierProof(survey: string, dossier: string, proof: string, key: JsonWebKey): boolean {
  try {
    return verify(null, Buffer.from(dossierLabel(survey, dossier), 'utf8'), createPublicKey({ key, format: 'jwk' }), bytes(proof));
  } catch {
    return false;
  }
}
