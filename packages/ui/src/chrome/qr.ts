// The only place that knows the QR library; loaded with the first payment that shows a code.
import { html, svg, type TemplateResult } from 'lit';
import { correction, generate } from 'lean-qr/nano';

/** Modules around the code that must stay white, by the standard. */
const QUIET = 4;

/**
 * A QR code as inline SVG: one path, no image, so that a page's `img-src` has no say. Black on white in either colour scheme:
 * many readers of banking apps take no inverted code. Level M, as VietQR codes are printed.
 * Nothing when the text does not fit into a code: what it says stands beside it in words.
 */
export function qrCode(text: string, label: string): TemplateResult | undefined {
  const code = encoded(text);
  if (!code) return undefined;
  const size = code.size + 2 * QUIET;
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      const from = x;
      while (code.get(x, y)) x++;
      if (x > from) path += `M${from + QUIET} ${y + QUIET}h${x - from}v1h${from - x}z`;
    }
  }
  return html`<svg class="qr" part="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>`}</svg>`;
}

function encoded(text: string): ReturnType<typeof generate> | undefined {
  try { return generate(text, { minCorrectionLevel: correction.M }); } catch { return undefined; }
}
