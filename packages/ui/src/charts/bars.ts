import { leading, paragraph, wrap, type Paper, type Scene, type Shape } from './scene.js';

export interface Bar {
  readonly label: string;
  /** Where it ends on the axis, 0 to 1; null: not told. */
  readonly part: number | null;
  /** Written at its end. */
  readonly text: string;
}
export interface BarsOptions { /** A line through all bars: what they are compared with. */ readonly mark?: { readonly part: number; readonly text: string } | undefined; /** Where zero stands on the axis, 0 to 1: bars below it go to the left. */ readonly zero?: number }

/** Bars from zero on, each with its name and its value: beside it where there is room, else above it. */
export function bars(all: readonly Bar[], paper: Paper, { mark, zero = 0 }: BarsOptions = {}): Scene {
  const { width, size, measure } = paper;
  const gap = Math.round(size * 0.75), thick = Math.round(size * 1.35), line = leading(size);
  const value = Math.min(width * 0.45, Math.max(0, ...all.map(({ text }) => measure(text, size, true)))) + gap;
  const beside = width >= size * 34;
  const left = beside ? Math.min(width * 0.36, Math.max(0, ...all.map(({ label }) => measure(label, size))) + gap) : 0;
  const axis = Math.max(1, width - left - value);
  const shapes: Shape[] = [];
  let y = mark ? line + 6 : 0;
  const over = mark && left + axis * mark.part;
  for (const { label, part, text } of all) {
    const lines = wrap(label, beside ? left - gap : width, paper);
    const tall = lines.length * line;
    shapes.push(...paragraph(lines, 0, beside ? y + Math.max(0, (thick - tall) / 2) : y, size));
    const at = beside ? y + Math.max(0, (tall - thick) / 2) : y + tall + 2;
    shapes.push({ kind: 'rect', x: left, y: at, width: axis, height: thick, tone: 'track', ...(part === null ? { pattern: 'untold' as const } : {}) });
    if (part !== null && part !== zero) shapes.push({ kind: 'rect', x: left + axis * Math.min(zero, part), y: at, width: Math.max(1, axis * Math.abs(part - zero)), height: thick, ...(part < zero ? { tone: 's5', pattern: 'cross' } as const : { tone: 'bar' } as const) });
    if (zero > 0) shapes.push({ kind: 'line', points: [[left + axis * zero, at - 2], [left + axis * zero, at + thick + 2]], tone: 'ink', width: 1.5 });
    // A line through the bars, not through their names.
    if (over !== undefined && part !== null) shapes.push(...(['surface', 'ink'] as const).map((tone): Shape => ({ kind: 'line', points: [[over, at - 4], [over, at + thick + 4]], tone, width: tone === 'ink' ? 2 : 5 })));
    shapes.push(...paragraph([text], width, at + (thick - line) / 2, size, part === null ? { tone: 'muted', anchor: 'end' } : { bold: true, anchor: 'end' }));
    y = Math.max(beside ? y + tall : 0, at + thick) + gap;
  }
  const height = Math.max(1, Math.round(y - gap + 2));
  if (mark && over !== undefined) {
    const wide = measure(mark.text, size);
    shapes.push(...paragraph([mark.text], Math.min(Math.max(0, over - wide / 2), width - wide), 0, size, { tone: 'muted' }));
  }
  return { width, height, shapes };
}
