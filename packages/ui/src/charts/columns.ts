import { leading, paragraph, wrap, type Paper, type Scene, type Shape } from './scene.js';
import type { Kind } from './stacked.js';

export interface Column { readonly label: string; /** Of the axis, from zero on. */ readonly part: number | null; readonly text: string; readonly kind?: Kind | undefined }

/** How the answers are spread: a column from zero on for each, its value above it. Too narrow for that, they lie down (`bars`). */
export function columns(all: readonly Column[], paper: Paper, names: readonly Kind[] = []): Scene | undefined {
  const { width, size, measure } = paper;
  const step = width / Math.max(1, all.length);
  if (step < Math.max(...all.map(({ text, label }) => Math.max(measure(text, size, true), measure(label, size)))) + 6) return undefined;
  const line = leading(size), tall = Math.round(Math.min(220, width * 0.36)), thick = Math.min(step * 0.72, 64);
  const shapes: Shape[] = [], floor = line + tall;
  all.forEach(({ label, part, text, kind }, i) => {
    const middle = step * (i + 0.5), high = (part ?? 0) * tall;
    if (part === null) shapes.push({ kind: 'rect', x: middle - thick / 2, y: floor - size, width: thick, height: size, tone: 'track', pattern: 'untold' });
    else if (high > 0) shapes.push({ kind: 'rect', x: middle - thick / 2, y: floor - high, width: thick, height: high, tone: kind?.tone ?? 'bar', ...(kind ? { pattern: kind.pattern } : {}) });
    shapes.push(...paragraph([text], middle, floor - Math.max(high, part === null ? size : 0) - line, size, { anchor: 'middle', bold: part !== null, ...(part === null ? { tone: 'muted' as const } : {}) }));
    shapes.push(...paragraph([label], middle, floor + 4, size, { anchor: 'middle' }));
  });
  shapes.push({ kind: 'line', points: [[0, floor], [width, floor]], tone: 'ink', width: 1.5 });
  let deepest = 0;
  // Each name under its own columns.
  for (const kind of names) {
    const mine = all.flatMap((column, i) => (column.kind?.label === kind.label ? [i] : []));
    if (mine.length === 0) continue;
    const from = mine[0]! * step, to = (mine.at(-1)! + 1) * step, told = wrap(kind.label, to - from - 8, paper);
    shapes.push({ kind: 'rect', x: from + 3, y: floor + line + 7, width: to - from - 6, height: 6, tone: kind.tone, pattern: kind.pattern }, ...paragraph(told, (from + to) / 2, floor + line + 16, size, { anchor: 'middle' }));
    deepest = Math.max(deepest, told.length);
  }
  return { width, height: Math.round(floor + line + 8 + (deepest ? 12 + deepest * line : 0)), shapes };
}
