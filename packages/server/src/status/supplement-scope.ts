// How far a supplement goes: what the remarks name, what lies within it, or everything where one is about the whole.
import type { Remark } from '@dvc/core';
import { split, type Json, type JsonObject } from '@dvc/schema';
import { samePaper } from '../uploads.js';

const aboutAll = ({ path, paper }: Remark) => (path === undefined || path === '') && paper === undefined;

export function mayChange(remarks: readonly Remark[], path: string): boolean {
  return remarks.length === 0 || remarks.some((remark) => aboutAll(remark) || (remark.path !== undefined && (path === remark.path || path.startsWith(`${remark.path}/`))));
}

export function mayReplace(remarks: readonly Remark[], paper: string): boolean {
  return remarks.length === 0 || remarks.some((remark) => aboutAll(remark) || (remark.paper !== undefined && (remark.paper.includes('/') ? remark.paper === paper : samePaper(remark.paper, paper))));
}

const isIndex = (token: string) => /^(0|[1-9][0-9]{0,5})$/.test(token);

/** The answers with each value at its path; null takes it away. A path through what is not there makes the objects on its way; through a text or beyond a list's end it leads nowhere. */
export function withAnswers(answers: JsonObject, changes: JsonObject): JsonObject {
  const made = structuredClone(answers);
  // Rows that go are taken from behind, so that the numbers of the others hold.
  const paths = Object.keys(changes).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const [gone, there] = [paths.filter((path) => changes[path] === null), paths.filter((path) => changes[path] !== null).reverse()];
  for (const path of [...there, ...gone]) write(made, split(path), changes[path]!);
  return made;
}

function write(at: Json, [token, ...rest]: string[], value: Json): void {
  if (token === undefined || token === '__proto__' || at === null || typeof at !== 'object') return;
  if (Array.isArray(at)) {
    if (!isIndex(token) || Number(token) > at.length) return;
    const index = Number(token);
    if (rest.length > 0) { if (index === at.length) at.push({}); write(at[index]!, rest, value); }
    else if (value === null) at.splice(index, 1);
    else at[index] = structuredClone(value);
    return;
  }
  if (rest.length > 0) {
    if (!Object.hasOwn(at, token)) { if (value === null) return; at[token] = {}; }
    write(at[token]!, rest, value);
  } else if (value === null) delete at[token];
  else at[token] = structuredClone(value);
}
