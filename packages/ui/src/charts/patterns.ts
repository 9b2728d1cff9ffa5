import type { Pattern } from './scene.js';

/** px: a pattern repeats after so many. */
export const TILE = 8;

/** Strokes of one tile, as moves and lines; a dot is a small filled square. */
export const PATTERNS: Readonly<Record<Pattern, { readonly lines: readonly (readonly [number, number, number, number])[]; readonly filled?: boolean } | undefined>> = {
  plain: undefined,
  slant: { lines: [[-2, 10, 10, -2], [-2, 2, 2, -2], [6, 10, 10, 6]] },
  back: { lines: [[-2, -2, 10, 10], [-2, 6, 2, 10], [6, -2, 10, 2]] },
  cross: { lines: [[0, 0, 8, 8], [0, 8, 8, 0]] },
  dots: { filled: true, lines: [[1, 1, 3, 3], [5, 5, 7, 7]] },
  untold: { lines: [[-2, 10, 10, -2]] },
};

export function patternPath(name: Pattern): string {
  const { lines = [], filled } = PATTERNS[name] ?? {};
  return lines.map(([a, b, c, d]) => (filled ? `M${a} ${b}H${c}V${d}H${a}Z` : `M${a} ${b}L${c} ${d}`)).join('');
}
