import { leading, paragraph, type Paper, type Scene, type Shape } from './scene.js';
import type { Tick } from './trend.js';

export interface Gauge { /** Where the value stands on the axis, 0 to 1. */ readonly at: number; readonly text: string; /** Where zero stands. */ readonly zero: number; readonly ticks: readonly Tick[] }

/** One value on a straight axis, filled from zero on: the eye compares lengths, not angles. */
export function gauge({ at, text, zero, ticks }: Gauge, paper: Paper): Scene {
  const { width, size, measure } = paper;
  const line = leading(size), thick = Math.round(size * 1.1), top = line + 8, big = Math.round(size * 1.15);
  const half = (word: string, of = size, bold = false) => measure(word, of, bold) / 2;
  const inside = (x: number, room: number) => Math.min(width - room, Math.max(room, x));
  const edge = Math.max(...ticks.map((tick) => half(tick.text)));
  const x = (part: number) => edge + part * (width - edge * 2);
  const shapes: Shape[] = [
    { kind: 'rect', x: x(0), y: top, width: x(1) - x(0), height: thick, tone: 'track' },
    { kind: 'rect', x: x(Math.min(at, zero)), y: top, width: Math.max(1, Math.abs(x(at) - x(zero))), height: thick, tone: at < zero ? 's5' : 'bar', ...(at < zero ? { pattern: 'cross' as const } : {}) },
    ...ticks.flatMap((tick): Shape[] => [
      { kind: 'line', points: [[x(tick.at), top - 2], [x(tick.at), top + thick + 5]], tone: tick.at === zero ? 'ink' : 'line', width: tick.at === zero ? 2 : 1 },
      ...paragraph([tick.text], x(tick.at), top + thick + 6, size, { anchor: 'middle', tone: 'muted' }),
    ]),
    { kind: 'line', points: [[x(at), top - 5], [x(at), top + thick + 3]], tone: 'ink', width: 4 },
    { kind: 'text', x: inside(x(at), half(text, big, true)), y: top - 9, text, size: big, tone: 'ink', anchor: 'middle', bold: true },
  ];
  return { width, height: Math.round(top + thick + 8 + line), shapes };
}
