// A scene in the page. Colours are those of the sheet: an attribute cannot hold a custom property under every policy, a class can.
import { html, nothing, svg, type TemplateResult } from 'lit';
import { PATTERNS, patternPath, TILE } from './patterns.js';
import type { Pattern, Scene, Shape } from './scene.js';

const n = (value: number) => Math.round(value * 100) / 100;

/** @param id of the chart, of which its patterns' ids are made; letters, digits and dashes */
export function draw(scene: Scene, id: string, label: string): TemplateResult {
  const used = new Set(scene.shapes.flatMap((shape) => (shape.kind === 'rect' && shape.pattern && shape.pattern !== 'plain' ? [`${shape.pattern} ${shape.tone}`] : [])));
  return html`<svg class="chart" part="chart" role="img" aria-label=${label} viewBox=${`0 0 ${n(scene.width)} ${n(scene.height)}`} width=${n(scene.width)} height=${n(scene.height)}>
    ${used.size ? svg`<defs>${[...used].map((each) => patternOf(each, id))}</defs>` : nothing}${scene.shapes.map((shape) => shapeOf(shape, id))}</svg>`;
}

const idOf = (id: string, pattern: Pattern, tone: string) => `${id}-${pattern}-${tone}`;

function patternOf(used: string, id: string): TemplateResult<2> {
  const [pattern, tone] = used.split(' ') as [Pattern, string];
  return svg`<pattern id=${idOf(id, pattern, tone)} width=${TILE} height=${TILE} patternUnits="userSpaceOnUse"><rect width=${TILE} height=${TILE} class=${`f-${tone}`}></rect><path d=${patternPath(pattern)} class=${PATTERNS[pattern]!.filled ? 'p-fill' : 'p-line'} data-on=${tone}></path></pattern>`;
}

function shapeOf(shape: Shape, id: string): TemplateResult<2> {
  switch (shape.kind) {
    case 'rect': {
      const patterned = shape.pattern && shape.pattern !== 'plain';
      return svg`<rect x=${n(shape.x)} y=${n(shape.y)} width=${n(shape.width)} height=${n(shape.height)} class=${`${patterned ? '' : `f-${shape.tone}`}${shape.edge ? ` e-${shape.edge}` : ''}`} fill=${patterned ? `url(#${idOf(id, shape.pattern!, shape.tone)})` : nothing}></rect>`;
    }
    case 'line':
      return svg`<polyline points=${shape.points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')} class=${`l-${shape.tone}`} stroke-width=${shape.width ?? 1} stroke-dasharray=${shape.dashed ? '4 4' : nothing}></polyline>`;
    case 'dot':
      return svg`<circle cx=${n(shape.x)} cy=${n(shape.y)} r=${shape.r} class=${`f-${shape.tone}${shape.edge ? ` e-${shape.edge}` : ''}`}></circle>`;
    default:
      return svg`<text x=${n(shape.x)} y=${n(shape.y)} font-size=${n(shape.size)} text-anchor=${shape.anchor ?? nothing} class=${`f-${shape.tone}${shape.bold ? ' strong' : ''}${shape.halo ? ` h-${shape.halo}` : ''}`}>${shape.text}</text>`;
  }
}
