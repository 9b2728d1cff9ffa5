import { leading, paragraph, wrap, type Paper, type Scene, type Shape } from './scene.js';

export interface Point { readonly label: string; /** Of the axis, 0 to 1; null: not told. */ readonly at: number | null; readonly text: string }
export interface Tick { readonly at: number; readonly text: string; /** The line of zero. */ readonly zero?: boolean }

/** How it went from period to period, on a whole axis. A period that is not told is a gap: no line is drawn across it. Too narrow, it lies down (`bars`). */
export function trend(points: readonly Point[], ticks: readonly Tick[], paper: Paper): Scene | undefined {
  const { width, size, measure } = paper;
  const line = leading(size), left = Math.max(...ticks.map(({ text }) => measure(text, size))) + size * 0.6;
  const step = (width - left) / Math.max(1, points.length);
  if (step < size * 5 || points.some(({ text }) => measure(text, size, true) > step - 4)) return undefined;
  const tall = Math.round(Math.min(260, Math.max(150, width * 0.34))), top = line + 6, floor = top + tall;
  const y = (at: number) => floor - at * tall, x = (i: number) => left + step * (i + 0.5);
  const shapes: Shape[] = ticks.flatMap(({ at, text, zero }): Shape[] => [
    { kind: 'line', points: [[left, y(at)], [width, y(at)]], tone: zero ? 'ink' : 'line', width: zero ? 1.5 : 1 },
    { kind: 'text', x: left - size * 0.5, y: y(at) + size * 0.36, text, size, tone: 'muted', anchor: 'end' },
  ]);
  let run: (readonly [number, number])[] = [];
  const lineOf = () => { if (run.length > 1) shapes.push({ kind: 'line', points: run, tone: 'bar', width: 3 }); run = []; };
  points.forEach(({ at }, i) => { if (at === null) lineOf(); else run.push([x(i), y(at)]); });
  lineOf();
  let deepest = 0;
  points.forEach(({ label, at, text }, i) => {
    if (at === null) shapes.push({ kind: 'text', x: x(i), y: floor - 8, text, size, tone: 'muted', anchor: 'middle', halo: 'surface' });
    else {
      shapes.push({ kind: 'dot', x: x(i), y: y(at), r: 5, tone: 'bar', edge: 'surface' });
      shapes.push({ kind: 'text', x: x(i), y: y(at) - size * 0.8, text, size, tone: 'ink', anchor: 'middle', bold: true, halo: 'surface' });
    }
    const lines = wrap(label, step - 6, paper);
    deepest = Math.max(deepest, lines.length);
    shapes.push(...paragraph(lines, x(i), floor + 6, size, { anchor: 'middle' }));
  });
  return { width, height: Math.round(floor + 10 + deepest * line), shapes };
}
