import { base } from '@dvc/ui/base.styles.js';
import { chartSheet } from '@dvc/ui/charts/charts.styles.js';
import { tokens } from '@dvc/ui/tokens.js';
import { css } from 'lit';

const results = css`
  /* A report is read in columns of figures: wider than a form. */
  .dvc > * { max-width: max(var(--dvc-i-measure), 960px); }
  .page-head { padding-block-end: calc(var(--dvc-i-space) * 2.5); }
  .page-head::before { content: ''; display: block; width: 56px; border-block-start: 5px solid var(--dvc-i-action); border-radius: 3px; margin-block-end: calc(var(--dvc-i-space) * 1.5); }
  h2 .survey { display: block; font-size: .72em; font-weight: 500; letter-spacing: 0; }
  .scope { margin-block-start: var(--dvc-i-space); font-weight: 600; }
  .sub { color: var(--dvc-i-muted); font-size: .9em; line-height: 1.55; }
  .untold { color: var(--dvc-i-muted); font-style: italic; }
  .tag { display: inline-block; padding: 0 .7em; border-radius: 1em; background: var(--dvc-i-action-soft); color: var(--dvc-i-action-strong); font-size: .88em; font-weight: 600; line-height: 1.7; }
  .notice { border-inline-start: 6px solid var(--dvc-i-action); border-radius: var(--dvc-i-radius); background: var(--dvc-i-action-soft); padding: calc(var(--dvc-i-space) * 1.5) calc(var(--dvc-i-space) * 2); margin-block: calc(var(--dvc-i-space) * 2); }
  .notice-warning { border-color: var(--dvc-i-warning); background: var(--dvc-i-warning-soft); }
  .notice p + p { margin-block-start: var(--dvc-i-space); }
  .loading { padding-block: calc(var(--dvc-i-space) * 2); color: var(--dvc-i-muted); }

  .filters { display: flex; flex-wrap: wrap; gap: calc(var(--dvc-i-space) * 2); align-items: end; padding: calc(var(--dvc-i-space) * 2); border-radius: var(--dvc-i-radius); background: var(--dvc-i-raised); border: 1px solid var(--dvc-i-line); }
  .filters .field { flex: 1 1 12em; min-width: 0; }
  .field label { display: block; font-size: .92em; font-weight: 600; }
  .field :is(input, select) { display: block; width: 100%; min-height: var(--dvc-i-control); margin-block-start: 4px; padding: 8px 12px; border: 1.5px solid var(--dvc-i-border); border-radius: var(--dvc-i-radius); background: var(--dvc-i-surface); text-overflow: ellipsis; }
  .comparison > .field, .find { max-width: 34em; margin-block-end: calc(var(--dvc-i-space) * 2); }

  section { margin-block-start: calc(var(--dvc-i-space) * 5); }
  h3 { font-size: 1.25em; padding-block-end: var(--dvc-i-space); border-block-end: 2px solid var(--dvc-i-ink); margin-block: 0 calc(var(--dvc-i-space) * 2.5); }
  figure + h3, .comparison > h3 ~ h3 { margin-block-start: calc(var(--dvc-i-space) * 4); }
  .comparison figure { margin-block-start: var(--dvc-i-space); }

  .counts dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(7em, 1fr)); gap: calc(var(--dvc-i-space) * 2); }
  .counts dl > div { display: flex; flex-direction: column; justify-content: space-between; }
  .counts dt { color: var(--dvc-i-muted); font-size: .92em; }
  .counts dd { font-size: 1.5em; font-weight: 650; line-height: 1.35; font-variant-numeric: tabular-nums; }
  .counts dd .untold { font-size: .62em; font-weight: 400; }

  .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17.5em), 1fr)); gap: calc(var(--dvc-i-space) * 2); align-items: start; }
  .card { border: 1px solid var(--dvc-i-line); border-block-start: 4px solid var(--dvc-i-action); border-radius: var(--dvc-i-radius); padding: calc(var(--dvc-i-space) * 1.5) calc(var(--dvc-i-space) * 2); min-width: 0; }
  .card.wide { grid-column: 1 / -1; padding: calc(var(--dvc-i-space) * 1.5) 0 0; border: 0; border-block-start: 4px solid var(--dvc-i-action); border-radius: 0; }
  .card .value { font-variant-numeric: tabular-nums; margin-block-start: 2px; }
  .card .value b { font-size: 1.9em; font-weight: 650; line-height: 1.3; letter-spacing: -.01em; }
  .card figure { margin-block-start: calc(var(--dvc-i-space) * 1.5); }
  .cards + figure { margin-block-start: calc(var(--dvc-i-space) * 3); }
  .formula { font-size: .92em; }
  .formula > :not(summary) { margin-block-end: var(--dvc-i-space); max-width: 68ch; }
  .exact { padding: 8px 12px; border-radius: 4px; background: var(--dvc-i-raised); border: 1px solid var(--dvc-i-line); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
  .sources { padding-inline-start: 1.2em; list-style: disc; }

  .question { padding-block: calc(var(--dvc-i-space) * 3) calc(var(--dvc-i-space) * 1.5); border-block-end: 1px solid var(--dvc-i-line); }
  .question:first-child { padding-block-start: 0; }
  .question h4 { font-size: 1.08em; max-width: 62ch; }
  .question figure { margin-block-start: calc(var(--dvc-i-space) * 1.5); }
  .find { margin-block: calc(var(--dvc-i-space) * 1.5) var(--dvc-i-space); }
  .texts { margin-block: var(--dvc-i-space) calc(var(--dvc-i-space) * 1.5); }
  .texts li { padding: 10px 0 10px 14px; border-inline-start: 3px solid var(--dvc-i-line); margin-block-end: 8px; max-width: 68ch; white-space: pre-line; overflow-wrap: anywhere; overflow: clip; unicode-bidi: isolate; }
  .foot { display: flex; flex-wrap: wrap; gap: calc(var(--dvc-i-space) * 2); justify-content: space-between; align-items: center; margin-block-start: calc(var(--dvc-i-space) * 4); }

  @container dvc (max-width: 480px) {
    .filters > button { width: 100%; }
    .filters { padding: calc(var(--dvc-i-space) * 1.5); }
  }
  @media print {
    .dvc { padding: 0; background: none; color: #000; font-size: 11pt; }
    .dvc > * { max-width: none; }
    button, .filters, .find, .comparison > .field, .loading { display: none !important; }
    .card, .texts li, .question h4 { break-inside: avoid; }
    h3, h4 { break-after: avoid; }
    .exact, .notice { background: none; }
    summary::before { content: none; }
  }
  @media (forced-colors: active) { .tag { border: 1px solid CanvasText; } }
`;

/** What results wear. */
export const resultsSheets = [tokens, base, chartSheet, results];
