import type { Json, Path } from './types.js';

const escape = (token: string) => token.replace(/~/g, '~0').replace(/\//g, '~1');
const unescape = (token: string) => token.replace(/~1/g, '/').replace(/~0/g, '~');

/** `join('/a', 'b/c')` is `/a/b~1c`. */
export const join = (path: Path, ...tokens: (string | number)[]): Path =>
  tokens.reduce<string>((made, token) => `${made}/${escape(String(token))}`, path);

/** `split('/a/b~1c')` is `['a', 'b/c']`. */
export const split = (path: Path): string[] => (path === '' ? [] : path.slice(1).split('/').map(unescape));

/** The value at a path; own properties only, so `/constructor` reads nothing. */
export function read(value: Json | undefined, path: Path): Json | undefined {
  let at = value;
  for (const token of split(path)) {
    // A list's `length` is its own property and yet no value of the answers.
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, token) || (Array.isArray(at) && token === 'length')) return undefined;
    at = (at as Record<string, Json>)[token];
  }
  return at;
}
