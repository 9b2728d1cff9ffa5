// The picture of a chart, made when it is wanted.
import { paint, svgText, titled, type Look, type Titled } from '@dvc/ui/charts/export.js';
import { ALL_TONES } from '@dvc/ui/charts/tones.js';
import type { Tone } from '@dvc/ui/charts/scene.js';
import type { Chart } from './charts.js';

/** px: a picture is as wide as a page of a report, whatever the screen. */
const WIDTH = 880;
const SIZE = 16;

/** The colours and letters of the page, as a file can hold them. */
export function lookOf(page: Element): Look {
  const style = getComputedStyle(page), font = style.fontFamily, pen = document.createElement('canvas').getContext('2d');
  const measure = (text: string, size: number, bold = false) => {
    if (!pen) return text.length * size * 0.6;
    pen.font = `${bold ? 650 : 400} ${size}px ${font}`;
    return pen.measureText(text).width;
  };
  return { font, colors: Object.fromEntries(ALL_TONES.map((tone) => [tone, style.getPropertyValue(`--dvc-c-${tone}`).trim() || '#000'])) as Record<Tone, string>, paper: { width: WIDTH, size: SIZE, measure } };
}

/** @throws Error when the browser makes no picture */
export async function pictureOf(kind: 'png' | 'svg', chart: Chart, about: Titled, page: Element): Promise<Blob> {
  const look = lookOf(page), scene = titled(chart.sceneOn(look.paper), about, look.paper);
  if (kind === 'svg') return new Blob([svgText(scene, about.title, look)], { type: 'image/svg+xml' });
  const canvas = document.createElement('canvas');
  paint(canvas, scene, look);
  return new Promise((done, fail) => { canvas.toBlob((blob) => { if (blob) done(blob); else fail(new Error('the canvas made no picture')); }, 'image/png'); });
}

/** `khao-sat-mot-cua-q-1.png`: nothing of a name from outside but letters, digits and dashes. */
export const fileName = (survey: string, chart: Chart, kind: string): string => `${`${survey}-${chart.id}`.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 100)}.${kind}`;

export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob), link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => { URL.revokeObjectURL(url); }, 60_000);
}
