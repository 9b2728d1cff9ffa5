import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patternsOf, scanProfile, search } from './profile-scan.js';

/** How a browser may write a text, each by another hand than the scanner's. */
const writers: Record<string, (text: string) => Buffer> = {
  'UTF-8': (text) => Buffer.from(new TextEncoder().encode(text)),
  'UTF-16': (text) => Buffer.from(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer),
  'base64': (text) => Buffer.from(btoa(String.fromCharCode(...new TextEncoder().encode(text)))),
  'base64url of UTF-16': (text) => Buffer.from(Buffer.from(text, 'utf16le').toString('base64url')),
  'hex': (text) => Buffer.from(Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('')),
  'an address': (text) => Buffer.from(encodeURIComponent(text)),
  'a form': (text) => Buffer.from(new URLSearchParams({ a: text }).toString()),
  'JSON': (text) => Buffer.from(JSON.stringify({ a: text })),
  'JSON in ASCII': (text) => Buffer.from(JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${(0x10000 + unit.charCodeAt(0)).toString(16).slice(1)}`)),
  'letters and marks apart': (text) => Buffer.from(text.normalize('NFD')),
  'gzip': (text) => gzipSync(text),
  'zlib': (text) => deflateSync(text, { level: 1 }),
  'the HTTP cache, brotli': (text) => {
    const header = Buffer.alloc(24);
    Buffer.from('305c72a71b6dfbfc', 'hex').copy(header);
    header.writeUInt32LE(11, 12);
    return Buffer.concat([header, Buffer.from('https://a.b'), brotliCompressSync(text)]);
  },
};
const syllables = ['Nguyễn', 'Thị', 'Đặng', 'Ư', 'Hòa', 'Xuân', 'Phường', 'ă', '0123', '/', '"', '+', '%'];
const value = fc.tuple(fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 4 }), fc.stringMatching(/^[a-z0-9]{12}$/)).map(([words, letters]) => `${words.join(' ')} ${letters}`);

test.each(Object.keys(writers))('a value that was written as %s is found, wherever it lies', (writer) => {
  const lonely = writer === 'the HTTP cache, brotli';
  fc.assert(fc.property(value, fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 }), fc.string({ minLength: 0, maxLength: 5 }), (planted, before, after, near) => {
    const bytes = writers[writer]!(`${near}${planted}${near}`);
    const file = lonely ? bytes : Buffer.concat([before, bytes, after]);
    expect(search(file, patternsOf([planted])).map((hit) => hit.value)).toContain(planted);
  }), { numRuns: 150 });
});

test('where nothing was written nothing is found', () => {
  fc.assert(fc.property(value, value, fc.constantFrom(...Object.keys(writers)), fc.uint8Array({ minLength: 500, maxLength: 3000 }), (planted, other, writer, noise) => {
    fc.pre(planted.slice(-12) !== other.slice(-12));
    expect(search(Buffer.concat([noise, writers[writer]!(other), noise]), patternsOf([planted]))).toEqual([]);
  }), { numRuns: 300 });
});

test('bytes are found as they are and in base64; a value that chance could write is refused', () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, at) => (at * 37) % 256);
  const patterns = patternsOf([{ name: 'half', bytes }]);
  for (const before of ['', 'a', 'ab']) expect(search(Buffer.from(Buffer.concat([Buffer.from(before), bytes]).toString('base64')), patterns).length).toBeGreaterThan(0);
  expect(search(Buffer.from(bytes), patterns)).toEqual([{ value: 'half', shape: 'bytes' }]);
  expect(search(Buffer.from(bytes.slice(0, 31)), patterns)).toEqual([]);
  expect(() => patternsOf(['Nguyễ'.slice(0, 4)])).toThrow(/too short/);
});

test('all files of a folder, and their names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-scan-'));
  try {
    mkdirSync(join(folder, 'Default/IndexedDB'), { recursive: true });
    writeFileSync(join(folder, 'Default/IndexedDB/000003.log'), Buffer.from('xx bí mật 12345678 xx', 'utf16le'));
    writeFileSync(join(folder, 'Default/mot-ten-rieng-87654321'), '');
    const { hits, files } = scanProfile(folder, ['bí mật 12345678', 'mot-ten-rieng-87654321', 'not there 000000']);
    expect(hits).toEqual(expect.arrayContaining([
      { value: 'bí mật 12345678', shape: 'utf-16le', file: 'Default/IndexedDB/000003.log' }, { value: 'mot-ten-rieng-87654321', shape: 'utf-8', file: 'name of Default/mot-ten-rieng-87654321' },
    ]));
    expect([hits.length, files]).toEqual([2, 2]);
  } finally { rmSync(folder, { recursive: true, force: true }); }
});
