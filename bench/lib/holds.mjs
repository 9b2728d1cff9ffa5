// The figures that must hold now, and those that we are after. Measured against plain HTML of the same run.
const KB = 1024;
const NS = [50, 100, 200, 500, 1000, 2000];

const slope = (points) => {
  if (points.length < 2) return undefined;
  const x = points.reduce((sum, [n]) => sum + n, 0) / points.length;
  const y = points.reduce((sum, [, value]) => sum + value, 0) / points.length;
  return points.reduce((sum, [n, value]) => sum + (n - x) * (value - y), 0) / points.reduce((sum, [n]) => sum + (n - x) ** 2, 0);
};

/**
 * @param {object} result of run.mjs
 * @returns {{ what: string, unit: string, measured?: number, limit: number, after: number, verdict: 'holds' | 'over' | 'not measured', note?: string }[]}
 */
export function held({ summary }) {
  const at = (peer, cell, key) => summary[peer]?.[cell]?.[key] ?? undefined;
  const ours = (cell, key) => at('dvc', cell, key);
  const ratio = (cell, key) => (ours(cell, key) && at('html', cell, key) ? ours(cell, key) / at('html', cell, key) : undefined);
  const above = (cell, key) => (ours(cell, key) !== undefined && at('html', cell, key) !== undefined ? ours(cell, key) - at('html', cell, key) : undefined);
  const growth = (peer) => slope(NS.map((n) => [n, at(peer, `N${n}`, 'kTask')]).filter(([, value]) => value !== undefined));
  const heap = ours('L', 'heap') !== undefined ? (ours('L', 'heap') - ours('L', 'heapLib')) / KB / KB : undefined;
  const rows = [
    ['script of a simple form, gzip, Lit included', 'KB', ours('coldS', 'script_gz') && ours('coldS', 'script_gz') / KB, 30, 20, 'bytes on the wire; lazy chunks that the form does not fetch are not counted'],
    ['mount of 12 fields', '× html', ratio('S', 'mTask'), 2, 1.3],
    ['mount of 60 fields', '× html', ratio('M', 'mTask'), 2, 1.3],
    ['mount of 1,000 fields', '× html', ratio('L', 'mTask'), 1.5, 0.8],
    ['mount of 200 rows × 5', '× html', ratio('A', 'mTask'), 1.5, 0.8],
    ['a key at 60 fields, above html', 'ms', above('M', 'kTask'), 1, 0.3],
    ['a key at 1,000 fields, above html', 'ms', above('L', 'kTask'), 1.5, 0.3],
    ['a key, per further field, above html', 'µs', growth('dvc') === undefined || growth('html') === undefined ? undefined : (growth('dvc') - growth('html')) * 1000, 2, 0, growth('html') === undefined ? undefined : `html itself: ${(growth('html') * 1000).toFixed(2)}`],
    ['submit of 1,000 fields with 100 errors', '× html', ratio('submit', 'sTask'), 2, 1.3, ours('submit', 'errAfter') === undefined ? undefined : `${ours('submit', 'errAfter')} errors shown`],
    ['show 50 fields', '× html', ratio('toggle', 'showTask'), 2, 1.3],
    ['hide 50 fields', '× html', ratio('toggle', 'hideTask'), 2, 1.3],
    ['heap of 1,000 fields', 'MB', heap, 4, 2],
    ['kept after 20 mounts', 'KB', ours('leak', 'leakBytes') === undefined ? undefined : ours('leak', 'leakBytes') / KB, 100, 100],
    ['nodes kept after 20 mounts', '', ours('leak', 'leakNodes'), 0, 0],
  ];
  return rows.map(([what, unit, measured, limit, after, note]) => ({
    what, unit, measured, limit, after, note, verdict: measured === undefined || measured === null || Number.isNaN(measured) ? 'not measured' : measured <= limit ? 'holds' : 'over',
  }));
}

/** The same as a Markdown table. */
export const holdsTable = (result) => `\n### To hold now\n\nMain-thread CPU time, medians; "after" is what we are after.\n\n| figure | measured | limit | after | verdict |\n|---|---:|---:|---:|---|\n${held(result)
  .map(({ what, unit, measured, limit, after, verdict, note }) => `| ${what}${note ? ` (${note})` : ''} | ${measured === undefined || measured === null ? '–' : measured.toFixed(2)} ${unit} | ${limit} | ${after} | ${verdict === 'over' ? '**over**' : verdict} |`).join('\n')}\n`;
