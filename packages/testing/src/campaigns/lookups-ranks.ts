// Mann and Whitney's rank test: do two samples of times come from one distribution? It asks nothing of its shape, so one stall of the machine weighs no more than any other rank.

export interface RankTest {
  /** pairs (x, y) in which x is greater; equal ones count half */
  u: number;
  /** two-sided, by the normal approximation with ties, without continuity correction */
  p: number;
  /** The share of pairs in which x is greater: 0.5 when neither is. */
  share: number;
}

export function rankTest(x: readonly number[], y: readonly number[]): RankTest {
  const all = [...x.map((value) => ({ value, first: true })), ...y.map((value) => ({ value, first: false }))].sort((a, b) => a.value - b.value);
  const n = all.length;
  let ranks = 0;
  let ties = 0;
  for (let from = 0; from < n;) {
    let to = from;
    let firsts = 0;
    for (; to < n && all[to]!.value === all[from]!.value; to++) if (all[to]!.first) firsts++;
    const count = to - from;
    // Equals share the middle of their ranks.
    ranks += firsts * ((from + 1 + to) / 2);
    ties += count ** 3 - count;
    from = to;
  }
  const pairs = x.length * y.length;
  const u = ranks - (x.length * (x.length + 1)) / 2;
  const variance = (pairs / 12) * (n + 1 - ties / (n * (n - 1)));
  return { u, p: variance > 0 ? twoSided(Math.abs(u - pairs / 2) / Math.sqrt(variance)) : 1, share: u / pairs };
}

/** Of the normal distribution, beyond ±z: erfc(z/√2) by Chebyshev, its relative error below 1.2e-7 everywhere (Press et al., Numerical Recipes, 6.2). */
function twoSided(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const terms = [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];
  return Math.min(1, t * Math.exp(-x * x + terms.reduceRight((sum, term) => sum * t + term, 0)));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
