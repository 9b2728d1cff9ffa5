import type { Problem } from '../types.js';

/** A schema or document that cannot be used; `problems` lists every reason, each with its path. */
export class SchemaError extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map((p) => `${p.code} at ${p.path || '/'}: expected ${p.expected}, got ${p.got}`).join('\n'));
    this.name = 'SchemaError';
    this.problems = problems;
  }
}

/** The schema uses more of the language than is loaded: compile again with the whole vocabulary. */
export class NeedsMore extends Error { override name = 'NeedsMore'; }
