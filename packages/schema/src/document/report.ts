import type { Path, Problem } from '../types.js';

/** Where every check of a document leaves what it finds. `got` is shortened: a broken document may be large. */
export type Report = (path: Path, code: string, expected: string, got: unknown) => void;

export const reporter = (problems: Problem[]): Report => (path, code, expected, got) => {
  const text = typeof got === 'string' ? got : (JSON.stringify(got) ?? 'nothing');
  problems.push({ path, code, expected, got: text.length > 80 ? `${text.slice(0, 79)}…` : text });
};

export type Loose = Record<string, unknown>;
export const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
/** Own property of an object or a list, so that `constructor` is nothing. */
export const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Loose)[name] : undefined;
