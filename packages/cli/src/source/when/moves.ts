import type { Path } from '@dvc/schema';

/** What stands elsewhere than its author wrote it: places of the document and of the source, each with all that is below. */
export class Moves {
  readonly #back = new Map<Path, { source: Path; whole: boolean }>();
  readonly #forth = new Map<Path, Path>();

  /** @param whole everything below `target` was made of `source`, so that nothing below has a place of its own */
  add(target: Path, source: Path, whole = false): void {
    this.#back.set(target, { source, whole });
    if (!whole) this.#forth.set(source, target);
  }

  origin(target: Path): Path {
    const found = longest(this.#back, target);
    return found === undefined ? target : found.hit.whole ? found.hit.source : found.hit.source + target.slice(found.length);
  }

  target(source: Path): Path {
    const found = longest(this.#forth, source);
    return found === undefined ? source : found.hit + source.slice(found.length);
  }
}

function longest<T>(map: ReadonlyMap<Path, T>, pointer: Path): { hit: T; length: number } | undefined {
  for (let here = pointer; here !== ''; here = here.slice(0, here.lastIndexOf('/'))) {
    const hit = map.get(here);
    if (hit !== undefined) return { hit, length: here.length };
  }
  return undefined;
}
