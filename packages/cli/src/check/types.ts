import type { Path } from '@dvc/schema';
import type { Position } from '../source/types.js';

export type Level = 'error' | 'warning' | 'info';

/** One thing to mend. Positions are those of the author's file, `path` is that of the document. */
export interface Finding extends Position { path: Path; code: string; level: Level; what: string; todo: string }
