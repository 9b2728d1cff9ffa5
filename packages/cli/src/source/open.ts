import type { Path } from '@dvc/schema';
import { expand, type ExpandProblem } from './expand.js';
import { readSource } from './read.js';
import type { Position, Source } from './types.js';

/** A form file, ready for the language: the short forms turned into the schema's own words. */
export interface Opened {
  source: Source;
  /** The document as it is published; undefined when the file holds no data. */
  value: unknown;
  /** Where a part of `value` stands in the author's file. */
  at(pointer: Path): Position;
  /** The same as a pointer into the author's file. */
  origin(pointer: Path): Path;
  /** What is wrong with a short form; pointers into the source. */
  problems: ExpandProblem[];
}

export function openDocument(path: string): Opened {
  return opened(readSource(path));
}

export function opened(source: Source): Opened {
  const { value, origin, problems } = expand(source.value);
  return { source, value, at: (pointer) => source.at(origin(pointer)), origin, problems };
}
