// A chart to keep: as a file of its own, with its title and with its colours written out. On a canvas it is drawn shape by shape, for a strict policy lets no picture be loaded that the page made.
import { PATTERNS, patternPath, TILE } from './patterns.js';
import { moved, paragraph, wrap, type Paper, type Scene, type Shape, type Tone } from './scene.js';
import { onTone } from './tones.js';

export interface Look { readonly colors: Readonly<Record<Tone, string>>; readonly font: string; readonly paper: Paper }
/** `notes`: below the chart, what it counts. */
export interface Titled { readonly title: string; readonly notes: readonly string[] }

/** With a margin, its title above and its notes below. */
export function titled(scene: Scene, { title, notes }: Titled, paper: Paper): Scene {
  const margin = 24, big = Math.round(paper.size * 1.2);
  const head = wrap(title, scene.width, { ...paper, size: big }, true), foot = notes.flatMap((note) => wrap(note, scene.width, paper));
  const top = margin + head.length * Math.round(big * 1.4) + 14, below = top + scene.height + 14;
  return {
    width: scene.width + margin * 2, height: Math.round(below + foot.length * Math.round(paper.size * 1.4) + margin),
    shapes: [...paragraph(head, margin, margin, big, { bold: true }), ...moved(scene.shapes, margin, top), ...paragraph(foot, margin, below, paper.size, { tone: 'muted' })],
  };
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  // What XML 1.0 cannot hold.
  // eslint-disable-next-line no-control-regex
  .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
const n = (value: number) => Math.round(value * 100) / 100;

/** A file of SVG that needs nothing around it. */
export function svgText(scene: Scene, title: string, { colors, font }: Look): string {
  const used = new Map(scene.shapes.flatMap((shape) => (shape.kind === 'rect' && shape.pattern && shape.pattern !== 'plain' ? [[`${shape.pattern}-${shape.tone}`, shape] as const] : [])));
  const defs = [...used].map(([id, { pattern, tone }]) => `<pattern id="${id}" width="${TILE}" height="${TILE}" patternUnits="userSpaceOnUse"><rect width="${TILE}" height="${TILE}" fill="${escaped(colors[tone])}"/><path d="${patternPath(pattern!)}" opacity=".5" ${PATTERNS[pattern!]!.filled ? `fill="${escaped(colors[onTone(tone)])}"` : `fill="none" stroke-width="1.2" stroke="${escaped(colors[onTone(tone)])}"`}/></pattern>`).join('');
  const color = (tone: Tone) => escaped(colors[tone]);
  const shape = (each: Shape): string => {
    switch (each.kind) {
      case 'rect': return `<rect x="${n(each.x)}" y="${n(each.y)}" width="${n(each.width)}" height="${n(each.height)}" fill="${each.pattern && each.pattern !== 'plain' ? `url(#${each.pattern}-${each.tone})` : color(each.tone)}"${each.edge ? ` stroke="${color(each.edge)}"` : ''}/>`;
      case 'line': return `<polyline points="${each.points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="none" stroke="${color(each.tone)}" stroke-width="${each.width ?? 1}" stroke-linejoin="round"${each.dashed ? ' stroke-dasharray="4 4"' : ''}/>`;
      case 'dot': return `<circle cx="${n(each.x)}" cy="${n(each.y)}" r="${each.r}" fill="${color(each.tone)}"${each.edge ? ` stroke="${color(each.edge)}" stroke-width="2"` : ''}/>`;
      default: return `<text x="${n(each.x)}" y="${n(each.y)}" font-size="${n(each.size)}" fill="${color(each.tone)}"${each.anchor ? ` text-anchor="${each.anchor}"` : ''}${each.bold ? ' font-weight="650"' : ''}${each.halo ? ` paint-order="stroke" stroke="${color(each.halo)}" stroke-width="5" stroke-linejoin="round"` : ''}>${escaped(each.text)}</text>`;
    }
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${n(scene.width)}" height="${n(scene.height)}" viewBox="0 0 ${n(scene.width)} ${n(scene.height)}" font-family="${escaped(font)}" role="img"><title>${escaped(title)}</title>${defs ? `<defs>${defs}</defs>` : ''}<rect width="100%" height="100%" fill="${color('surface')}"/>${scene.shapes.map(shape).join('')}</svg>\n`;
}

/** Drawn at twice its size, for paper and for sharp screens. */
export function paint(canvas: HTMLCanvasElement, scene: Scene, { colors, font }: Look): void {
  // A canvas has an end in every browser: a very long chart is drawn smaller.
  const scale = Math.min(2, 16_000 / Math.max(scene.width, scene.height));
  canvas.width = Math.ceil(scene.width * scale);
  canvas.height = Math.ceil(scene.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.scale(scale, scale);
  pen.lineJoin = 'round';
  pen.fillStyle = colors.surface;
  pen.fillRect(0, 0, scene.width, scene.height);
  for (const shape of scene.shapes) paintShape(pen, shape, colors, font);
}

function paintShape(pen: CanvasRenderingContext2D, shape: Shape, colors: Look['colors'], font: string): void {
  pen.fillStyle = colors[shape.tone];
  switch (shape.kind) {
    case 'rect':
      pen.fillRect(shape.x, shape.y, shape.width, shape.height);
      if (shape.pattern && shape.pattern !== 'plain') paintPattern(pen, shape, colors);
      if (shape.edge) { pen.lineWidth = 1; pen.strokeStyle = colors[shape.edge]; pen.strokeRect(shape.x, shape.y, shape.width, shape.height); }
      return;
    case 'line':
      pen.strokeStyle = colors[shape.tone];
      pen.lineWidth = shape.width ?? 1;
      pen.setLineDash(shape.dashed ? [4, 4] : []);
      pen.beginPath();
      shape.points.forEach(([x, y], i) => { if (i === 0) pen.moveTo(x, y); else pen.lineTo(x, y); });
      pen.stroke();
      pen.setLineDash([]);
      return;
    case 'dot':
      pen.beginPath();
      pen.arc(shape.x, shape.y, shape.r, 0, Math.PI * 2);
      pen.fill();
      if (shape.edge) { pen.lineWidth = 2; pen.strokeStyle = colors[shape.edge]; pen.stroke(); }
      return;
    default:
      pen.font = `${shape.bold ? 650 : 400} ${shape.size}px ${font}`;
      pen.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor ?? 'left';
      if (shape.halo) { pen.strokeStyle = colors[shape.halo]; pen.lineWidth = 5; pen.strokeText(shape.text, shape.x, shape.y); }
      pen.fillText(shape.text, shape.x, shape.y);
  }
}

function paintPattern(pen: CanvasRenderingContext2D, { x, y, width, height, pattern, tone }: Extract<Shape, { kind: 'rect' }>, colors: Look['colors']): void {
  const { lines = [], filled } = PATTERNS[pattern!] ?? {};
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.globalAlpha = 0.5;
  pen.fillStyle = pen.strokeStyle = colors[onTone(tone)];
  pen.lineWidth = 1.2;
  for (let dx = Math.floor(x / TILE) * TILE; dx < x + width; dx += TILE) {
    for (let dy = Math.floor(y / TILE) * TILE; dy < y + height; dy += TILE) {
      for (const [a, b, c, d] of lines) {
        if (filled) pen.fillRect(dx + a, dy + b, c - a, d - b);
        else { pen.beginPath(); pen.moveTo(dx + a, dy + b); pen.lineTo(dx + c, dy + d); pen.stroke(); }
      }
    }
  }
  pen.restore();
}
