import { css } from 'lit';
import { colors } from '../colors.js';
import { toneClasses, toneColors } from './tones.js';

/** Charts and their tables. */
export const chartSheet = css`
  .dvc { ${toneColors('light')} }
  @media screen and (prefers-color-scheme: dark) { :host(:not([theme='light'])) .dvc { ${toneColors('dark')} } }
  @media screen { :host([theme='dark']) .dvc { ${toneColors('dark')} } }
  /* Paper is white. */
  @media print { .dvc { ${colors('light')} } }
  ${toneClasses}
  figure { margin: 0; min-width: 0; }
  .chart { display: block; max-width: 100%; height: auto; font-family: inherit; overflow: visible; }
  .chart text { font-variant-numeric: tabular-nums; }
  .chart .strong { font-weight: 650; }
  .chart polyline { fill: none; stroke-linejoin: round; }
  .chart [class*=h-] { paint-order: stroke; stroke-width: 5px; stroke-linejoin: round; }
  .chart circle { stroke-width: 2px; }
  .p-line { fill: none; stroke: currentColor; stroke-width: 1.2px; opacity: .5; }
  .p-fill { fill: currentColor; opacity: .5; }

  .chart-tools { display: flex; flex-wrap: wrap; align-items: start; gap: 0 var(--dvc-i-space); margin-block-start: var(--dvc-i-space); }
  .chart-tools > details { flex: 1 1 12em; min-width: 0; }
  .chart-tools > details[open] { flex-basis: 100%; }
  .chart-tools button { font-weight: 500; }
  summary { display: flex; align-items: center; gap: .5em; width: fit-content; min-height: 44px; padding: 6px 4px; border-radius: 4px; color: var(--dvc-i-action); font-size: .9em; font-weight: 600; cursor: pointer; list-style: none; }
  summary::-webkit-details-marker { display: none; }
  summary::before { content: ''; flex: none; width: .42em; height: .42em; border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(-45deg); }
  details[open] > summary::before { transform: rotate(45deg); }
  summary:hover { color: var(--dvc-i-action-strong); text-decoration: underline; }

  .table { max-width: 100%; overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; font-size: .9em; font-variant-numeric: tabular-nums; }
  caption { text-align: start; }
  th, td { padding: 8px 12px 8px 0; text-align: start; vertical-align: top; border-block-end: 1px solid var(--dvc-i-line); font-weight: 400; overflow-wrap: break-word; }
  thead th { font-weight: 600; border-block-end: 2px solid var(--dvc-i-ink); }
  .number { text-align: end; white-space: nowrap; padding-inline: 12px 0; }
  .untold { color: var(--dvc-i-muted); white-space: normal; }

  @media (forced-colors: active) {
    /* What is told by length, dots and lines stays; patterns and edges tell the answers apart. */
    .chart { forced-color-adjust: none; --dvc-c-ink: CanvasText; --dvc-c-muted: CanvasText; --dvc-c-line: GrayText; --dvc-c-track: Canvas; --dvc-c-surface: Canvas; --dvc-c-bar: Highlight; }
    .chart { --dvc-c-s1: CanvasText; --dvc-c-s2: Canvas; --dvc-c-s3: Canvas; --dvc-c-s4: Canvas; --dvc-c-s5: Canvas; --dvc-c-on1: Canvas; --dvc-c-on2: CanvasText; --dvc-c-on3: CanvasText; --dvc-c-on4: CanvasText; --dvc-c-on5: CanvasText; }
    .chart rect { stroke: CanvasText; stroke-width: 1px; }
    .chart defs rect { stroke: none; }
  }
  @media print {
    .chart-tools button { display: none !important; }
    .chart-tools > details:not([open]) { display: none; }
    figure, tr { break-inside: avoid; }
    .chart rect, .chart circle { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .table { overflow: visible; }
    table { font-size: .8em; }
    .number { white-space: normal; padding-inline-start: 6px; }
  }
`;
