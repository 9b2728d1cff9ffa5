import type { Path } from '@dvc/schema';

/** Both count from 1, as editors do. */
export interface Position { line: number; column: number }

/** Why a file cannot be read as data. `detail` is the reader's own word, for a programmer. */
export interface SourceProblem extends Position { code: 'unreadable' | 'encoding' | 'too-large' | 'syntax' | 'duplicate-key' | 'thousands' | 'comma-in-braces'; detail: string; /** a name of what is wrong, where there is one */ reason?: string }

export interface Source {
  /** undefined when there is no data to be had; `problems` then says why */
  value: unknown;
  text: string;
  format: 'json' | 'yaml';
  /** Where the name of a property stands, or an item of a list; for what is not there, the nearest holder of it. */
  at(pointer: Path): Position;
  problems: SourceProblem[];
}

/** What a reader of one notation finds: offsets by pointer. */
export interface Reading { value: unknown; offsets: Map<Path, number>; problems: { code: 'syntax' | 'duplicate-key' | 'thousands' | 'comma-in-braces'; detail: string; offset: number; reason?: string }[] }

/** 200.000 is two hundred thousand to whoever writes it in Vietnamese, and two hundred to every reader of data; nobody writes the last zero of a fraction. */
export const THOUSANDS = /^-?[1-9]\d{0,2}\.\d\d0$/;
/** What is said of, and hinders nobody from reading on. */
export const HARMLESS: ReadonlySet<string> = new Set<SourceProblem['code']>(['duplicate-key', 'thousands', 'comma-in-braces']);
