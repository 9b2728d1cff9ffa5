import { leading, paragraph, wrap, type Paper, type Pattern, type Scene, type Shape, type Tone } from './scene.js';

export interface Kind { readonly label: string; readonly tone: Tone; readonly on: Tone; readonly pattern: Pattern }
export interface StackedRow {
  readonly label: string;
  /** One for each kind; null: not told. */
  readonly parts: readonly { readonly part: number | null; readonly text: string }[];
  /** In place of a bar. */
  readonly untold?: string | undefined;
}

const STYLES: readonly Omit<Kind, 'label'>[] = [
  { tone: 's1', on: 'on1', pattern: 'plain' }, { tone: 's2', on: 'on2', pattern: 'slant' }, { tone: 's3', on: 'on3', pattern: 'dots' }, { tone: 's4', on: 'on4', pattern: 'back' }, { tone: 's5', on: 'on5', pattern: 'cross' },
];
/** Looks of the answers of a scale, from the best to the worst; the middle one of an odd number is the neutral look. More than five look like their neighbours and are told apart by their order. */
export function kindsOf(labels: readonly string[]): Kind[] {
  const last = Math.max(1, labels.length - 1);
  // Of four and of two there is no middle.
  const five = labels.length === 2 ? [0, 4] : labels.length === 4 ? [0, 1, 3, 4] : undefined;
  return labels.map((label, i) => ({ label, ...STYLES[five?.[i] ?? Math.round((i / last) * 4)]! }));
}

/**
 * Bars that are whole, each cut into its answers. What each look means stands above once, or below with the values where there is one bar alone.
 * @param hidden says that an answer is not told
 */
export function stacked(rows: readonly StackedRow[], kinds: readonly Kind[], paper: Paper, hidden: string): Scene {
  const { width, size, measure } = paper;
  const gap = Math.round(size * 0.8), thick = Math.round(size * 1.9), line = leading(size), alone = rows.length === 1 && !rows[0]!.label;
  const shapes: Shape[] = [];
  let y = 0;
  if (!alone) y = legend(shapes, kinds.map((kind) => ({ ...kind, text: '' })), 0, paper) + gap * 1.25;
  for (const { label, parts, untold } of rows) {
    if (label) {
      const lines = wrap(label, width, paper);
      shapes.push(...paragraph(lines, 0, y, size));
      y += lines.length * line + 3;
    }
    if (untold) {
      shapes.push({ kind: 'rect', x: 0, y, width, height: thick, tone: 'track', pattern: 'untold' }, ...haloed(untold, width / 2, y, thick, size));
    } else {
      let x = 0;
      parts.forEach(({ part, text }, i) => {
        const wide = (part ?? 0) * width, kind = kinds[i]!;
        if (wide > 0) {
          shapes.push({ kind: 'rect', x, y, width: wide, height: thick, tone: kind.tone, pattern: kind.pattern, edge: 'surface' });
          if (measure(text, size, true) + 8 <= wide) shapes.push({ kind: 'text', x: x + wide / 2, y: y + thick / 2 + size * 0.36, text, size, tone: kind.on, anchor: 'middle', bold: true, halo: kind.tone });
        }
        x += wide;
      });
      // What is left when all that is told has its place: answers of which nobody says which they are.
      if (parts.some(({ part }) => part === null) && width - x > 0.5) {
        shapes.push({ kind: 'rect', x, y, width: width - x, height: thick, tone: 'track', pattern: 'untold', edge: 'surface' });
        if (measure(hidden, size) + 8 <= width - x) shapes.push(...haloed(hidden, (x + width) / 2, y, thick, size));
      }
    }
    y += thick + gap;
  }
  if (alone) y = legend(shapes, kinds.map((kind, i) => ({ ...kind, text: rows[0]!.untold ? '' : rows[0]!.parts[i]?.text ?? '' })), y, paper, true) + gap;
  return { width, height: Math.max(1, Math.round(y - gap + 2)), shapes };
}

const haloed = (text: string, x: number, y: number, thick: number, size: number): Shape[] => [{ kind: 'text', x, y: y + thick / 2 + size * 0.36, text, size, tone: 'muted', anchor: 'middle', halo: 'surface' }];

/** Each look with its name and, where there is one, its value behind it. @returns where it ends */
function legend(shapes: Shape[], kinds: readonly (Kind & { readonly text: string })[], top: number, paper: Paper, lines = false): number {
  const { width, size, measure } = paper, line = leading(size), box = Math.round(size * 1.1), gap = Math.round(size * 0.5);
  let x = 0, y = top;
  for (const { label, tone, pattern, text } of kinds) {
    const wide = box + gap + measure(label, size);
    if (x > 0 && (lines || x + wide > width)) { x = 0; y += line + 3; }
    shapes.push({ kind: 'rect', x, y: y + (line - box) / 2, width: box, height: box, tone, pattern, edge: 'line' });
    const told = wrap(label, width - x - box - gap, paper), left = x + box + gap;
    shapes.push(...paragraph(told, left, y, size));
    y += (told.length - 1) * line;
    if (text) {
      const after = left + measure(told.at(-1)!, size) + gap;
      if (after + measure(text, size, true) > width) y += line;
      shapes.push(...paragraph([text], after + measure(text, size, true) > width ? left : after, y, size, { bold: true }));
    }
    x += wide + gap * 3;
  }
  return y + line + 3;
}
