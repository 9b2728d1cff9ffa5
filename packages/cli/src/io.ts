/** What a command may touch of the terminal, so that a test can be one. Files it reads and writes itself, from `cwd`. */
export interface Io {
  /** To the standard output, as it is: the caller ends the line. */
  out(text: string): void;
  err(text: string): void;
  cwd: string;
  /** Heard when the user ends a command that runs until then (`preview`); absent: until the process ends. */
  signal?: AbortSignal;
}

/** Done; found something wrong; was not asked properly or could not work. */
export const EXIT = { ok: 0, found: 1, usage: 2 } as const;
