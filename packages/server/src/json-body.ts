// JSON.parse takes the last of two equal keys, turns 9007199254740993 into …992, and accepts 200,000 nested lists.
// A dossier must not depend on any of that, so bodies are read strictly.
import type { Json, JsonObject } from '@dvc/schema';

export const maxDepth = 32;

/** Why a body is refused: a stable reason, and the offset in UTF-16 units. Says nothing of the content. */
export class BadJson extends Error {
  override name = 'BadJson';
  readonly reason: string;
  readonly offset: number;
  constructor(reason: string, offset: number) {
    super(`${reason} at offset ${offset}`);
    this.reason = reason;
    this.offset = offset;
  }
}

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// eslint-disable-next-line no-control-regex -- JSON forbids raw control characters in strings
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const literals: readonly [string, Json][] = [['true', true], ['false', false], ['null', null]];

/**
 * Reads JSON strictly: no duplicate keys, no `__proto__`, no number outside ±(2^53 − 1), depth at most 32,
 * no NUL and no lone surrogate in texts (PostgreSQL cannot hold them, and no citizen types them).
 * @throws BadJson
 */
export function parseStrictJson(text: string): Json {
  let at = 0;

  const skip = () => { space.lastIndex = at; space.test(text); at = space.lastIndex; };
  const fail = (reason: string): never => { throw new BadJson(reason, at); };

  function readString(): string {
    string.lastIndex = at;
    const raw = string.exec(text)?.[0] ?? fail('syntax');
    const value = raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
    if (value.includes('\u0000')) fail('nul');
    if (/\p{Surrogate}/u.test(value)) fail('lone-surrogate');
    at += raw.length;
    return value;
  }

  function readNumber(): number {
    number.lastIndex = at;
    const raw = number.exec(text)?.[0] ?? fail('syntax');
    const value = Number(raw);
    if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) fail('number-range');
    at += raw.length;
    return value === 0 ? 0 : value; // −0 would compare equal and print differently
  }

  function readList(depth: number): Json[] {
    const made: Json[] = [];
    at++; skip();
    if (text[at] === ']') { at++; return made; }
    for (;;) {
      made.push(readValue(depth + 1)); skip();
      const mark = text[at++];
      if (mark === ']') return made;
      if (mark !== ',') { at--; fail('syntax'); }
    }
  }

  function readObject(depth: number): JsonObject {
    const made: JsonObject = {};
    at++; skip();
    if (text[at] === '}') { at++; return made; }
    for (;;) {
      skip();
      const key = readString();
      if (key === '__proto__') fail('unsafe-name');
      if (Object.hasOwn(made, key)) fail('duplicate-key');
      skip();
      if (text[at++] !== ':') { at--; fail('syntax'); }
      made[key] = readValue(depth + 1); skip();
      const mark = text[at++];
      if (mark === '}') return made;
      if (mark !== ',') { at--; fail('syntax'); }
    }
  }

  function readValue(depth: number): Json {
    if (depth > maxDepth) fail('depth');
    skip();
    const first = text[at];
    if (first === '{') return readObject(depth);
    if (first === '[') return readList(depth);
    if (first === '"') return readString();
    for (const [word, value] of literals) if (text.startsWith(word, at)) { at += word.length; return value; }
    return readNumber();
  }

  const value = readValue(0);
  skip();
  if (at !== text.length) fail('syntax');
  return value;
}

/** The same text for the same JSON whatever the order of its keys; what an idempotency key is bound to. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`).join(',')}}`;
}
