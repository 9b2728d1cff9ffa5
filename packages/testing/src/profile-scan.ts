// Searches every file of a browser's profile for what must not be there, in the shapes that browsers give to text.
// LevelDB presses its blocks (snappy) by pointing back at what came before: values of random letters, which nothing came
// before, stay whole. So plant those.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib';

export interface Hit { value: string; shape: string; file: string }
/** Texts, or bytes with a name. */
export type Planted = string | { name: string; bytes: Uint8Array };

interface Pattern { value: string; shape: string; bytes: Buffer }

/** Base64 of `bytes` within something longer: what surrounds them reaches into the first and last letter, which are left out. */
function base64At(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
}

/** The shapes of bytes. */
function* ofBytes(bytes: Buffer, name: string): Generator<[string, string | Buffer]> {
  yield [name, bytes];
  for (const before of [0, 1, 2]) {
    const text = base64At(bytes, before);
    yield [`${name} base64+${before}`, text];
    yield [`${name} base64url+${before}`, text.replaceAll('+', '-').replaceAll('/', '_')];
  }
  yield [`${name} hex`, bytes.toString('hex')];
  yield [`${name} HEX`, bytes.toString('hex').toUpperCase()];
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const escaped = (text: string, upper: boolean) => text.replace(/[^\x20-\x7e]/g, (unit) => { const hex = unit.charCodeAt(0).toString(16).padStart(4, '0'); return `\\u${upper ? hex.toUpperCase() : hex}`; });

/** The shapes of a text. */
function* ofText(text: string): Generator<[string, string | Buffer]> {
  for (const form of new Set([text, text.normalize('NFC'), text.normalize('NFD')])) {
    yield* ofBytes(Buffer.from(form), 'utf-8');
    yield* ofBytes(Buffer.from(form, 'utf16le'), 'utf-16le');
    yield ['utf-16be', utf16be(form)];
    if (!/[^\0-\xff]/.test(form)) yield ['latin-1', Buffer.from(form, 'latin1')];
    const percent = encodeURIComponent(form);
    for (const each of [percent, percent.replace(/%20/g, '+')]) {
      yield ['percent', each];
      yield ['percent, lower case', each.replace(/%../g, (triple) => triple.toLowerCase())];
    }
    const json = JSON.stringify(form).slice(1, -1);
    yield ['JSON', json];
    yield ['JSON, escaped', escaped(json, false)];
    yield ['JSON, ESCAPED', escaped(json, true)];
  }
}

/** @throws Error for a value that chance could put into a file */
export function patternsOf(planted: readonly Planted[]): Pattern[] {
  const made = new Map<string, Pattern>();
  for (const value of planted) {
    const name = typeof value === 'string' ? value : value.name;
    if ((typeof value === 'string' ? Buffer.from(value).length : value.bytes.length) < 8) throw new Error(`${name} is too short to be searched for`);
    for (const [shape, given] of typeof value === 'string' ? ofText(value) : ofBytes(Buffer.from(value.bytes), 'bytes')) {
      const bytes = Buffer.from(given as string);
      const key = `${name} ${bytes.toString('latin1')}`;
      if (!made.has(key)) made.set(key, { value: name, shape, bytes });
    }
  }
  return [...made.values()];
}

const inflating = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 26 };
const attempt = (work: () => Buffer): Buffer[] => { try { const made = work(); return made.length > 0 ? [made] : []; } catch { return []; } };
const simpleCache = Buffer.from('305c72a71b6dfbfc', 'hex');

/** Where the packed bytes of a gzip begin. They are read by themselves, as gunzip takes what follows for a further member, and fails. */
function afterHeader(bytes: Buffer, at: number): number {
  const flags = bytes[at + 3] ?? 0;
  let begin = at + 10;
  if (flags & 4) begin += 2 + (bytes[begin] ?? 0) + 256 * (bytes[begin + 1] ?? 0);
  for (const named of [8, 16]) if (flags & named) begin = bytes.indexOf(0, begin) + 1 || bytes.length;
  return begin + (flags & 2);
}

/** What is packed in there: gzip and zlib wherever they seem to begin, and the body of an entry of Chromium's HTTP cache. */
export function* unpacked(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf('1f8b08', 0, 'hex'); at >= 0; at = bytes.indexOf('1f8b08', at + 1, 'hex')) yield* attempt(() => inflateRawSync(bytes.subarray(afterHeader(bytes, at)), inflating));
  for (const head of ['7801', '785e', '789c', '78da']) {
    for (let at = bytes.indexOf(head, 0, 'hex'); at >= 0; at = bytes.indexOf(head, at + 1, 'hex')) yield* attempt(() => inflateSync(bytes.subarray(at), inflating));
  }
  if (bytes.subarray(0, 8).equals(simpleCache)) {
    // 24 bytes of header, of which the length of the key (the address) is the second number; then the key, then the body.
    const body = bytes.subarray(24 + bytes.readUInt32LE(12));
    yield* attempt(() => brotliDecompressSync(body, { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength: 1 << 26 }));
  }
}

/** What of `planted` is in `bytes`, packed or not. */
export function search(bytes: Buffer, patterns: readonly Pattern[]): Omit<Hit, 'file'>[] {
  const found = (where: Buffer, how: string) => patterns.filter((pattern) => where.includes(pattern.bytes)).map(({ value, shape }) => ({ value, shape: `${shape}${how}` }));
  return [...found(bytes, ''), ...[...unpacked(bytes)].flatMap((inner) => found(inner, ', packed'))];
}

/** Searches all files below `folder`, and their names. The browser should have ended: it writes at its end. */
export function scanProfile(folder: string, planted: readonly Planted[]): { hits: Hit[]; files: number; bytes: number } {
  const patterns = patternsOf(planted);
  const hits: Hit[] = [];
  let [files, total] = [0, 0];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path);
    hits.push(...search(Buffer.from(entry.name), patterns).map((hit) => ({ ...hit, file: `name of ${file}` })));
    // Links and sockets have nothing in them.
    if (!entry.isFile()) continue;
    const bytes = readFileSync(path);
    files += 1;
    total += bytes.length;
    hits.push(...search(bytes, patterns).map((hit) => ({ ...hit, file })));
  }
  return { hits, files, bytes: total };
}
