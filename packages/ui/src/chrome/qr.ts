// The only place that knows the QR library; loaded with the first payment that shows a code.
import { svg, html, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/**
 * A QR code as inline SVG: one path, no image, so that a page's `img-src` has no say. Black on white with the quiet zone of
 * the standard in either colour scheme: many readers of banking apps take no inverted code. Level M, as VietQR codes are printed.
 * @throws RangeError when the text does not fit into a code
 */
export function qrCode(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.map((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`).join('')).join('');
  return html`<svg class="qr" part="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>`}</svg>`;
}

/** `[start, length]` of what is dark in a row. */
function runs(row: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1]++;
    else found.push([x, 1]);
  });
  return found;
}
