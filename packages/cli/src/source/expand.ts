import type { Path } from '@dvc/schema';

export interface ExpandProblem { path: Path; code: string; detail: string }
export interface Expanded {
  value: unknown;
  /** A pointer into `value` → the pointer into the source that it came from. */
  origin(pointer: Path): Path;
  problems: ExpandProblem[];
}

/** Turns the short forms of a source file into the language's own words. */
export function expand(source: unknown): Expanded {
  return { value: source, origin: (pointer) => pointer, problems: [] };
}
