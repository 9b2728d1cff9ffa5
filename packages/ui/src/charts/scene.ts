// What a chart is made of: a list of plain shapes, drawn alike as SVG in the page, as an SVG file and on a canvas (a PNG). A strict policy (`img-src 'self'`) lets no SVG become a canvas by itself.

/** A colour of `charts.styles.ts`; `s1` to `s5`: from the best answer to the worst. */
export type Tone = 'ink' | 'muted' | 'line' | 'track' | 'surface' | 'bar' | 's1' | 's2' | 's3' | 's4' | 's5' | 'on1' | 'on2' | 'on3' | 'on4' | 'on5';
/** Told apart without colour. */
export type Pattern = 'plain' | 'slant' | 'dots' | 'back' | 'cross' | 'untold';

export type Shape =
  | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly tone: Tone; readonly pattern?: Pattern; readonly edge?: Tone }
  | { readonly kind: 'line'; readonly points: readonly (readonly [number, number])[]; readonly tone: Tone; readonly width?: number; readonly dashed?: boolean }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly r: number; readonly tone: Tone; readonly edge?: Tone }
  /** `halo`: what is behind it is painted over, so that it reads on a pattern. */
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly tone: Tone; readonly anchor?: 'middle' | 'end'; readonly bold?: boolean; readonly halo?: Tone };

/** px */
export interface Scene { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] }

/** Where a chart is drawn. */
export interface Paper {
  /** px */
  readonly width: number;
  /** px, of text */
  readonly size: number;
  /** px that a text takes */
  readonly measure: (text: string, size: number, bold?: boolean) => number;
}

/** Lines of a text that fit; a word that is too long for a line is broken. */
export function wrap(text: string, room: number, { size, measure }: Paper, bold = false): string[] {
  const fits = (line: string) => measure(line, size, bold) <= room;
  const lines: string[] = [];
  let line = '';
  for (let word of text.trim().split(/\s+/u)) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) { line = longer; continue; }
    if (line) lines.push(line);
    while (!fits(word) && [...word].length > 1) {
      const letters = [...word];
      let kept = letters.length - 1;
      while (kept > 1 && !fits(letters.slice(0, kept).join(''))) kept--;
      lines.push(letters.slice(0, kept).join(''));
      word = letters.slice(kept).join('');
    }
    line = word;
  }
  return line || lines.length === 0 ? [...lines, line] : lines;
}

export const leading = (size: number): number => Math.round(size * 1.4);

/** Lines of text from a top edge on. */
export function paragraph(lines: readonly string[], x: number, top: number, size: number, more: { readonly tone?: Tone; readonly bold?: boolean; readonly anchor?: 'middle' | 'end' } = {}): Shape[] {
  return lines.map((text, i) => ({ kind: 'text', x, y: Math.round(top + i * leading(size) + size * 1.08), text, size, tone: more.tone ?? 'ink', ...(more.bold ? { bold: true } : {}), ...(more.anchor ? { anchor: more.anchor } : {}) }));
}

/** The same shapes further down or to the right. */
export const moved = (shapes: readonly Shape[], dx: number, dy: number): Shape[] =>
  shapes.map((shape) => (shape.kind === 'line' ? { ...shape, points: shape.points.map(([x, y]) => [x + dx, y + dy] as const) } : { ...shape, x: shape.x + dx, y: shape.y + dy }));
