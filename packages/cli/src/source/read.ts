// A form as its author wrote it: JSON or YAML, and where each part of it stands.
import { readFileSync } from 'node:fs';
import type { Path } from '@dvc/schema';
import { readJson } from './json.js';
import type { Position, Source, SourceProblem } from './types.js';
import { readYaml } from './yaml.js';

/** Ten times what a document may weigh: comments count too. */
const MOST = 10 << 20;

export function readSource(path: string): Source {
  const format = /\.ya?ml$/i.test(path) ? 'yaml' : 'json';
  const broken = (code: SourceProblem['code'], detail: string): Source => ({ value: undefined, text: '', format, at: () => ({ line: 1, column: 1 }), problems: [{ code, detail, line: 1, column: 1 }] });
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return broken('unreadable', (error as NodeJS.ErrnoException).code ?? String(error));
  }
  if (bytes.length > MOST) return broken('too-large', `${bytes.length} > ${MOST}`);
  try {
    return sourceOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes), format);
  } catch {
    return broken('encoding', 'UTF-8');
  }
}

export function sourceOf(text: string, format: 'json' | 'yaml'): Source {
  const { value, offsets, problems } = format === 'json' ? readJson(text) : readYaml(text);
  const position = lines(text);
  const at = (pointer: Path): Position => {
    let here = pointer;
    while (here !== '' && !offsets.has(here)) here = here.slice(0, here.lastIndexOf('/'));
    return position(offsets.get(here) ?? 0);
  };
  return { value, text, format, at, problems: problems.map(({ offset, ...said }) => ({ ...said, ...position(offset) })) };
}

/** Offset → line and column, by halving. */
function lines(text: string): (offset: number) => Position {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let low = 0;
    for (let high = starts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle; else high = middle;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}
