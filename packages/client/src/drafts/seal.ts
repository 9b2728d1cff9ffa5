// AES-GCM under HKDF(device half ‖ other half). All of it before or after a transaction, never within: IndexedDB commits
// a transaction by itself as soon as something else is waited for.
import type { Json } from '@dvc/schema';
import { format, type DraftRecord } from './record.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const hex = (bytes: ArrayBuffer | Uint8Array) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

export const newLine = (): string => hex(random(16));

/** The name as it stands on the disk. */
export const idOf = async (name: string): Promise<string> => hex(await crypto.subtle.digest('SHA-256', utf8(`dvc-draft:${name}`)));

const hkdf = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(info) });
const material = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey']);

/** Bytes that follow from `secret` for one purpose, and lead neither back to it nor to those of another purpose. */
export async function derive(secret: Uint8Array<ArrayBuffer>, info: string, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(info), await material(secret), length * 8));
}

/** Which key it is, without telling it. */
export const checkOf = async (other: Uint8Array<ArrayBuffer>, id: string): Promise<string> => hex(await derive(other, `dvc draft check ${id}`, 16));

async function keyOf(half: Uint8Array<ArrayBuffer>, other: Uint8Array<ArrayBuffer>, id: string): Promise<CryptoKey> {
  const both = new Uint8Array(64);
  both.set(half);
  both.set(other, 32);
  return crypto.subtle.deriveKey(hkdf(`dvc draft key ${format} ${id}`), await material(both), { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** A sealed text put under another name or revision does not open. */
const gcm = (iv: Uint8Array<ArrayBuffer>, id: string, revision: number) => ({ name: 'AES-GCM', iv, additionalData: utf8(`dvc draft ${format} ${id} ${revision}`) });

type About = Pick<DraftRecord, 'id' | 'revision'>;

/** A new half and so a new key each time: no nonce is ever used twice under one key. */
export async function seal({ id, revision }: About, other: Uint8Array<ArrayBuffer>, content: Json): Promise<Pick<DraftRecord, 'half' | 'iv' | 'sealed'>> {
  const [half, iv] = [random(32), random(12)];
  return { half, iv, sealed: await crypto.subtle.encrypt(gcm(iv, id, revision), await keyOf(half, other, id), utf8(JSON.stringify(content))) };
}

/** @throws when the key is another one, or a bit is */
export async function unseal({ id, revision, half, iv, sealed }: DraftRecord, other: Uint8Array<ArrayBuffer>): Promise<Json> {
  const text = new TextDecoder().decode(await crypto.subtle.decrypt(gcm(iv, id, revision), await keyOf(half, other, id), sealed));
  return JSON.parse(text) as Json;
}
