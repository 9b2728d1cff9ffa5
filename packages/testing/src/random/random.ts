/** Numbers in [0, 1) from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The same, as choices. */
export class Random {
  /** From 0 to below 1. */
  readonly next: () => number;
  constructor(seed: number) { this.next = seeded(seed); }

  below(n: number): number { return Math.floor(this.next() * n); }
  chance(share: number): boolean { return this.next() < share; }
  pick<T>(list: readonly T[]): T { return list[this.below(list.length)]!; }
}
