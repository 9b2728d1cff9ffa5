import { join } from '@dvc/schema';
import type { Path } from '@dvc/schema';
import { THOUSANDS, type Reading } from './types.js';

const SPACE = /[ \t\r\n]*/y;
/** Signs that may not stand in a text are JSON.parse's to refuse. */
const TEXT = /"(?:[^"\\]|\\.)*"/y;
const OTHER = /[^\s,:[\]{}"]+/y;

/** Deep enough for any document (32), and no stack overflow for a hostile one. */
const DEEPEST = 500;

class Broken extends Error {
  readonly offset: number;
  constructor(detail: string, offset: number) { super(detail); this.offset = offset; }
}

/** JSON by the book, with the offset of every name and item; `JSON.parse` tells none, and of two equal names keeps the last without a word. */
export function readJson(text: string): Reading {
  const reading: Reading = { value: undefined, offsets: new Map(), problems: [] };
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const next = (): string => { take(SPACE); return text[at] ?? ''; };
  const expect = (sign: string): void => {
    if (next() !== sign) throw new Broken(`${sign} expected`, at);
    at += 1;
  };
  const scalar = (pattern: RegExp): unknown => {
    const start = at;
    const word = take(pattern);
    if (THOUSANDS.test(word)) reading.problems.push({ code: 'thousands', detail: word, offset: start });
    try { return JSON.parse(word); } catch { throw new Broken(word === '' ? 'a value expected' : `not JSON: ${word.slice(0, 40)}`, start); }
  };

  const members = (path: Path, depth: number): unknown => {
    const made: Record<string, unknown> = {};
    expect('{');
    if (next() === '}') { at += 1; return made; }
    for (;;) {
      next();
      const start = at;
      const name = scalar(TEXT) as string;
      const below = join(path, name);
      if (reading.offsets.has(below)) reading.problems.push({ code: 'duplicate-key', detail: name, offset: start });
      reading.offsets.set(below, start);
      expect(':');
      // An own property always, also of a name that an object has by nature.
      Object.defineProperty(made, name, { value: value(below, depth), enumerable: true, configurable: true, writable: true });
      if (next() !== ',') break;
      at += 1;
    }
    expect('}');
    return made;
  };
  const items = (path: Path, depth: number): unknown => {
    const made: unknown[] = [];
    expect('[');
    if (next() === ']') { at += 1; return made; }
    for (;;) {
      next();
      const below = join(path, made.length);
      reading.offsets.set(below, at);
      made.push(value(below, depth));
      if (next() !== ',') break;
      at += 1;
    }
    expect(']');
    return made;
  };
  const value = (path: Path, depth: number): unknown => {
    if (depth > DEEPEST) throw new Broken('too deep', at);
    const sign = next();
    if (sign === '{') return members(path, depth + 1);
    if (sign === '[') return items(path, depth + 1);
    return scalar(sign === '"' ? TEXT : OTHER);
  };

  try {
    const read = value('', 0);
    if (next() !== '') throw new Broken('nothing more expected', at);
    reading.value = read;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    reading.problems.push({ code: 'syntax', detail: error.message, offset: error.offset, reason: error.message.endsWith('expected') ? 'MISSING_CHAR' : 'UNEXPECTED' });
  }
  return reading;
}
