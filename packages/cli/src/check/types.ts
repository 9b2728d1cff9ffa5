import type { Path } from '@dvc/schema';
import type { Position } from '../source/types.js';

/** An error forbids publishing; a warning is worth mending before; an information says what the form lacks. */
export type Level = 'error' | 'warning' | 'info';
export type Lang = 'vi' | 'en';

/** One rule: what is wrong, and what to do about it, in the words of an officer. `{name}` is filled in. */
export interface Rule { readonly code: string; readonly level: Level; readonly vi: readonly [what: string, todo: string]; readonly en: readonly [what: string, todo: string] }

/** Rows of a table: name → code, level, what and what to do in Vietnamese, the same in English. */
export type Rows = Readonly<Record<string, readonly [code: string, level: Level, viWhat: string, viTodo: string, enWhat: string, enTodo: string]>>;

export type Params = Readonly<Record<string, string | number>>;

/** One thing to mend. Positions are those of the author's file, `path` is that of the document. */
export interface Finding extends Position {
  /** The file that it is in: the form, or its scenarios. */
  file: string;
  path: Path;
  /** `DVC-Cnnn`, the same for ever. */
  code: string;
  level: Level;
  rule: string;
  params: Params;
  /** Vietnamese; for another language see `sentences`. */
  what: string;
  todo: string;
}
