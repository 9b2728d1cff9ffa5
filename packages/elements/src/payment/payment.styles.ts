import { base } from '@dvc/ui/base.styles.js';
import { tokens } from '@dvc/ui/tokens.js';
import { css } from 'lit';

// The furniture looks as in a form (ui/chrome.styles.ts), of whose sheet a payment needs a tenth: stand-alone it must not weigh.
const payment = css`
  .page-head { padding-block-end: calc(var(--dvc-i-space) * 2); }
  .page-head::before { content: ''; display: block; width: 56px; border-block-start: 5px solid var(--dvc-i-action); border-radius: 3px; margin-block-end: calc(var(--dvc-i-space) * 1.5); }
  .actions { display: flex; flex-wrap: wrap; gap: calc(var(--dvc-i-space) * 1.5); align-items: center; margin-block-start: calc(var(--dvc-i-space) * 2); }
  .notice { border-inline-start: 6px solid var(--dvc-i-action); border-radius: var(--dvc-i-radius); background: var(--dvc-i-action-soft); padding: calc(var(--dvc-i-space) * 1.5) calc(var(--dvc-i-space) * 2); margin-block: calc(var(--dvc-i-space) * 2); }
  .notice h2 { font-size: 1.1em; }
  .notice-warning { border-color: var(--dvc-i-warning); background: var(--dvc-i-warning-soft); }
  .about { margin-block-start: var(--dvc-i-space); }
  .about > div { display: flex; flex-wrap: wrap; gap: 0 .5em; }
  .about dt { color: var(--dvc-i-muted); }
  .about dt::after { content: ':'; }
  .about dd { font-weight: 600; min-width: 0; overflow-wrap: anywhere; }
  .request { margin-block-start: calc(var(--dvc-i-space) * 2); padding-inline-start: calc(var(--dvc-i-space) * 2); border-inline-start: 4px solid var(--dvc-i-line); }
  .hint { display: block; }
  /* Inside of a form, which has its own margins. */
  :host([data-within]) .dvc { padding-inline: 0; }
  /* In line with what is above it, and off it. */
  slot { display: block; padding-block-start: calc(var(--dvc-i-space) * 2); }
  /* A heading that takes the focus is not left under a menu that the page keeps at the top. */
  [tabindex] { scroll-margin-block: 20vh; }

  .stand { border: 1px solid var(--dvc-i-line); border-radius: calc(var(--dvc-i-radius) + 4px); padding: calc(var(--dvc-i-space) * 2.5); }
  .stand p { margin-block-start: var(--dvc-i-space); max-width: 62ch; }
  .stand .first { font-weight: 650; }
  .stand-info { border-color: var(--dvc-i-action); background: var(--dvc-i-action-soft); }
  .stand-success { border-color: var(--dvc-i-success); background: var(--dvc-i-success-soft); }
  .stand-warning { border-color: var(--dvc-i-warning); background: var(--dvc-i-warning-soft); }
  .stand-error { border-color: var(--dvc-i-error); background: var(--dvc-i-error-soft); }
  .stand-success h3::before {
    content: '✓'; content: '✓' / ''; display: inline-grid; place-items: center; width: 1.5em; height: 1.5em; margin-inline-end: 10px;
    border-radius: 50%; background: var(--dvc-i-success); color: var(--dvc-i-surface); font-size: .85em;
  }
  .stand .notice { margin-block-start: calc(var(--dvc-i-space) * 2); background: var(--dvc-i-surface); }
  /* Like the options of a form, whose sheet holds much more than a payment needs. */
  .options { display: grid; gap: var(--dvc-i-space); }
  .option { position: relative; display: flex; gap: 12px; align-items: flex-start; padding: 10px 14px; border: 1.5px solid var(--dvc-i-line); border-radius: var(--dvc-i-radius); }
  .option:hover, .option:has(input:checked) { border-color: var(--dvc-i-action); }
  .option:has(input:checked) { background: var(--dvc-i-action-soft); }
  .option label { flex: 1; min-width: 0; cursor: pointer; }
  /* the whole card is the target */
  .option label::after { content: ''; position: absolute; inset: 0; }
  .option input { flex: none; width: 1.34em; height: 1.34em; margin: .13em 0; }
  .hint { color: var(--dvc-i-muted); line-height: 1.55; max-width: 60ch; }
  .error { color: var(--dvc-i-error); font-weight: 600; }
  .offers { margin-block-start: calc(var(--dvc-i-space) * 1.5); }

  .lines, .knows { margin-block-start: calc(var(--dvc-i-space) * 3); }
  .lines dl, .knows dl { margin-block-start: var(--dvc-i-space); border-block-start: 2px solid var(--dvc-i-ink); }
  .lines dl > div, .knows dl > div { display: flex; justify-content: space-between; gap: 0 calc(var(--dvc-i-space) * 2); padding-block: 10px; border-block-end: 1px solid var(--dvc-i-line); }
  .lines dt { min-width: 0; flex: 1; }
  .lines dd { font-weight: 600; text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .lines .total { font-size: 1.1em; font-weight: 650; }
  .lines .mark { color: var(--dvc-i-warning); }
  .lines > .hint { margin-block-start: var(--dvc-i-space); }
  .knows dt { color: var(--dvc-i-muted); }
  .knows dd { font-weight: 500; text-align: end; }
  /* A mark besides the words: not by colour alone. */
  .knows .done dd::before { content: '✓ '; content: '✓ ' / ''; color: var(--dvc-i-success); font-weight: 800; }
  .knows .open dd::before { content: '… '; content: '… ' / ''; color: var(--dvc-i-muted); }

  .transfer { display: flex; flex-wrap: wrap; align-items: flex-start; gap: calc(var(--dvc-i-space) * 2.5); margin-block-start: calc(var(--dvc-i-space) * 2); }
  .transfer .facts { flex: 1 1 16em; min-width: 0; margin: 0; }
  /* Its place is kept while it loads, so that nothing moves under a finger. */
  .code-frame { flex: none; width: min(240px, 100%); aspect-ratio: 1; background: #fff; border: 1px solid var(--dvc-i-line); border-radius: var(--dvc-i-radius); overflow: hidden; }
  .qr { display: block; width: 100%; height: auto; }
  .facts { margin-block-start: calc(var(--dvc-i-space) * 2); }
  .facts > div { padding-block: 4px; }
  .facts dt { color: var(--dvc-i-muted); font-size: .92em; }
  .facts dd { display: flex; flex-wrap: wrap; align-items: center; gap: 0 calc(var(--dvc-i-space) * 1.5); font-weight: 600; min-width: 0; }
  .facts dd > span { overflow-wrap: anywhere; user-select: all; }
  /* The target is as large as any; the lines stand as close as those without. */
  .facts dd button { margin-block: -9px; margin-inline-start: -12px; }
  .receipts { margin-block-start: calc(var(--dvc-i-space) * 2); }
  .receipts li { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 calc(var(--dvc-i-space) * 2); padding-block: 8px; font-weight: 500; }
  .receipts li + li { border-block-start: 1px solid var(--dvc-i-line); }
  .receipts li a { padding-block: 4px; }

  @container dvc (max-width: 480px) {
    .stand { padding: calc(var(--dvc-i-space) * 2); }
    .code-frame { margin-inline: auto; }
    .actions > button { width: 100%; }
    /* The amount below its line: beside it, a column of single words would remain. */
    .lines dl > div, .knows dl > div { flex-wrap: wrap; }
    .lines dt { flex-basis: 100%; }
    .lines dd, .knows dd { margin-inline-start: auto; }
  }
  @media print {
    .dvc { padding: 0; background: none; color: #000; }
    button { display: none !important; }
    .stand { background: none; border-color: #777; break-inside: avoid; }
    .receipts li, .lines dl > div, .knows dl > div { break-inside: avoid; }
  }
  @media (forced-colors: active) { .qr { forced-color-adjust: none; } }
`;

/** What every payment wears. */
export const paymentSheets = [tokens, base, payment];
