import { seeded } from '../fault-proxy.js';

/** Numbers that come again with their seed, as choices. */
export class Random {
  /** From 0 to below 1. */
  readonly next: () => number;
  constructor(seed: number) { this.next = seeded(seed); }

  below(n: number): number { return Math.floor(this.next() * n); }
  chance(share: number): boolean { return this.next() < share; }
  pick<T>(list: readonly T[]): T { return list[this.below(list.length)]!; }
}
