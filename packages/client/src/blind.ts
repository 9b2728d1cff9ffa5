// RFC 9474, RSABSSA-SHA384-PSS-Randomized: a signature on something that the signer does not see.
import { RSABSSA } from '@cloudflare/blindrsa-ts';

/** What stands between asking and having: texts in base64url, so that it can be kept. */
export interface Blinded { readonly drawn: string; readonly inverse: string; readonly blinded: string }

const NONCE = 32, PREFIX = 32;
const utf8 = (text: string) => new TextEncoder().encode(text);
const encode = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const decode = (text: string) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));
const suite = () => RSABSSA.SHA384.PSS.Randomized();
const keyOf = ({ kty, n, e }: JsonWebKey) => crypto.subtle.importKey('jwk', { kty: kty!, n: n!, e: e! }, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);

/** As the keeper of the responses puts it together: prefix, name of the survey, nonce. */
function prepared(survey: string, drawn: Uint8Array): Uint8Array {
  const label = utf8(`dvc survey invitation\n${survey}\n`);
  const made = new Uint8Array(PREFIX + label.length + NONCE);
  made.set(drawn.subarray(0, PREFIX));
  made.set(label, PREFIX);
  made.set(drawn.subarray(PREFIX), PREFIX + label.length);
  return made;
}

export async function blind(key: JsonWebKey, survey: string): Promise<Blinded> {
  const drawn = crypto.getRandomValues(new Uint8Array(PREFIX + NONCE));
  const { blindedMsg, inv } = await suite().blind(await keyOf(key), prepared(survey, drawn));
  return { drawn: encode(drawn), inverse: encode(inv), blinded: encode(blindedMsg) };
}

/** @throws when the signature is not one of this key */
export async function unblind(key: JsonWebKey, survey: string, { drawn, inverse }: Blinded, signature: string): Promise<string> {
  const made = await suite().finalize(await keyOf(key), prepared(survey, decode(drawn)), decode(signature), decode(inverse));
  return `${drawn}.${encode(made)}`;
}
