// Small cells. What fewer than `k` people did is not told, and nothing else is told from which it could be reckoned.

/**
 * Which counts of a table with a known sum are hidden. Nothing is hidden where every count is nought or large enough. Where one is small, all small ones are hidden (a nought among them, so that
 * nobody knows how many there are), and as many more as it takes that the hidden ones are at least two, together at least `k`, and not all at the most that is small.
 * @returns undefined when that cannot be had: then the sum is hidden too
 */
export function hidden(counts: readonly number[], k: number): boolean[] | undefined {
  const made = counts.map(() => false);
  if (!counts.some((count) => count > 0 && count < k)) return made;
  counts.forEach((count, at) => { made[at] = count < k; });
  for (;;) {
    const kept = counts.filter((_, at) => made[at]);
    const sum = kept.reduce((all, each) => all + each, 0);
    if (kept.length >= 2 && sum >= k && sum !== kept.length * (k - 1)) return made;
    // The smallest that is still told, and whatever equals it: which of equal ones was taken would tell something.
    const next = Math.min(...counts.filter((_, at) => !made[at]));
    if (next === Infinity) return undefined;
    counts.forEach((count, at) => { made[at] ||= count === next; });
  }
}

/** The same where the counts have no known sum, as of choices of which any number may be taken: a small one tells nothing of the others. */
export const hiddenAlone = (counts: readonly number[], k: number): boolean[] => counts.map((count) => count > 0 && count < k);

/** A sum that is told: which hidden numbers are in it, and how often. */
export type Told = ReadonlyMap<string, number>;
const PRIME = 2_147_483_647n;
const modulo = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;
function inverse(value: bigint): bigint {
  let [result, base, power] = [1n, value, PRIME - 2n];
  for (; power > 0n; power >>= 1n) { if (power & 1n) result = (result * base) % PRIME; base = (base * base) % PRIME; }
  return result;
}

/** Which of the numbers follow from the sums by addition and subtraction. Reckoned modulo a large prime: what follows there without following in truth is hidden for nothing, and no more. */
export function reckonable(told: readonly Told[], wanted: readonly string[]): string[] {
  const names = [...new Set(told.flatMap((each) => [...each.keys()]))];
  const index = new Map(names.map((name, at) => [name, at]));
  const rows: bigint[][] = [];
  const pivots: number[] = [];
  const reduce = (row: bigint[]): bigint[] => {
    for (const [at, pivot] of pivots.entries()) {
      const factor = row[pivot]!;
      if (factor !== 0n) row = row.map((value, column) => modulo(value - factor * rows[at]![column]!));
    }
    return row;
  };
  for (const each of told) {
    const row = reduce(names.map((name) => modulo(BigInt(Math.round((each.get(name) ?? 0) * 1_000)))));
    const pivot = row.findIndex((value) => value !== 0n);
    if (pivot < 0) continue;
    const scale = inverse(row[pivot]!);
    rows.push(row.map((value) => modulo(value * scale)));
    pivots.push(pivot);
  }
  return wanted.filter((name) => {
    const at = index.get(name);
    if (at === undefined) return false;
    return reduce(names.map((_, column) => (column === at ? 1n : 0n))).every((value) => value === 0n);
  });
}
