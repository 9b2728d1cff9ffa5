import { base } from '@dvc/ui/base.styles.js';
import { tokens } from '@dvc/ui/tokens.js';
import { css } from 'lit';

// The furniture looks as in a form (ui/chrome.styles.ts, ui/controls.styles.ts), of whose sheets a status needs a tenth: stand-alone it must not weigh.
const status = css`
  .page-head { padding-block-end: calc(var(--dvc-i-space) * 2.5); }
  .page-head::before { content: ''; display: block; width: 56px; border-block-start: 5px solid var(--dvc-i-action); border-radius: 3px; margin-block-end: calc(var(--dvc-i-space) * 1.5); }
  .page-head > button { margin-inline-start: -12px; }
  .code { margin-block-start: 4px; }
  .code span { color: var(--dvc-i-muted); margin-inline-end: .3em; }
  .code b { font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
  .actions { display: flex; flex-wrap: wrap; gap: calc(var(--dvc-i-space) * 1.5); align-items: center; margin-block-start: calc(var(--dvc-i-space) * 2); }
  .notice { border-inline-start: 6px solid var(--dvc-i-action); border-radius: var(--dvc-i-radius); background: var(--dvc-i-action-soft); padding: calc(var(--dvc-i-space) * 1.5) calc(var(--dvc-i-space) * 2); margin-block: 0 calc(var(--dvc-i-space) * 2.5); }
  .notice-warning { border-color: var(--dvc-i-warning); background: var(--dvc-i-warning-soft); }
  .notice-success { border-color: var(--dvc-i-success); background: var(--dvc-i-success-soft); }
  .opened .notice { margin-block: calc(var(--dvc-i-space) * 2); }

  .sub, .hint, .need { color: var(--dvc-i-muted); }
  .sub { display: block; font-size: .92em; line-height: 1.55; }
  .strong, .first { font-weight: 600; }
  .tag { display: inline-block; padding: 0 .6em; border-radius: 1em; background: var(--dvc-i-raised); border: 1px solid var(--dvc-i-line); font-size: .88em; font-weight: 600; line-height: 1.65; }
  .tag-calm { background: var(--dvc-i-action-soft); border-color: transparent; color: var(--dvc-i-action-strong); }
  .tag-near { background: var(--dvc-i-warning-soft); border-color: transparent; color: var(--dvc-i-warning); }
  .tag-late { background: var(--dvc-i-error-soft); border-color: transparent; color: var(--dvc-i-error); }
  .tag-good { background: var(--dvc-i-success-soft); border-color: transparent; color: var(--dvc-i-success); }
  /* Said, and copied, as one sentence; seen as a mark beside it. */
  .dot { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

  .now { border-inline-start: 6px solid var(--dvc-i-action); border-radius: var(--dvc-i-radius); background: var(--dvc-i-action-soft); padding: calc(var(--dvc-i-space) * 2.5) calc(var(--dvc-i-space) * 3); }
  .now h3 { font-size: 1.35em; line-height: 1.35; letter-spacing: -0.005em; }
  .now p { margin-block-start: var(--dvc-i-space); max-width: 62ch; }
  .now h4 { margin-block-start: calc(var(--dvc-i-space) * 2); }
  .now-act { border-color: var(--dvc-i-warning); background: var(--dvc-i-warning-soft); }
  .now-good { border-color: var(--dvc-i-success); background: var(--dvc-i-success-soft); }
  .now-bad { border-color: var(--dvc-i-error); background: var(--dvc-i-error-soft); }
  .remarks { margin-block-start: 4px; }
  .remarks li { position: relative; padding: 4px 0 4px 1.3em; max-width: 62ch; }
  .remarks li::before { content: ''; position: absolute; inset-inline-start: .25em; inset-block-start: 1.05em; width: .42em; height: .42em; border-radius: 50%; background: var(--dvc-i-warning); }
  .words { margin: calc(var(--dvc-i-space) * 2) 0 0; }
  .words figcaption { color: var(--dvc-i-muted); font-size: .92em; }
  .words blockquote { margin: 2px 0 0; font-weight: 500; max-width: 62ch; white-space: pre-line; }
  button.link { display: inline; min-height: 0; min-width: 0; padding: 3px 0; border: 0; border-radius: 3px; font-weight: 500; text-align: start; text-decoration: underline; text-underline-offset: .2em; background: none; }

  .facts, .papers, .history, .more { margin-block-start: calc(var(--dvc-i-space) * 4); }
  .facts dl > div { display: grid; grid-template-columns: minmax(9em, 30%) 1fr; gap: 0 calc(var(--dvc-i-space) * 2); padding-block: 12px; border-block-end: 1px solid var(--dvc-i-line); }
  .facts dl > div:first-child { border-block-start: 2px solid var(--dvc-i-ink); }
  .facts dt { color: var(--dvc-i-muted); }
  .facts dd { font-weight: 600; min-width: 0; }
  .facts dd .sub { font-weight: 400; }
  .late { margin-block-start: calc(var(--dvc-i-space) * 1.5); max-width: 62ch; }
  .late-text { color: var(--dvc-i-error); font-weight: 600; }
  .fresh { margin-block-start: var(--dvc-i-space); color: var(--dvc-i-muted); font-size: .92em; }

  .papers ul { margin-block-start: var(--dvc-i-space); }
  .papers li { padding-block: 10px; border-block-start: 1px solid var(--dvc-i-line); font-weight: 500; }
  .papers li a { display: inline-block; padding-block: 3px; }
  .papers .number { color: var(--dvc-i-muted); font-weight: 400; }
  .papers .sub { font-weight: 400; }
  .papers .result a { font-weight: 650; }

  /* Day and time beside what happened; nothing joins the entries, for the way back and forth is no line. */
  .history ol { margin-block: calc(var(--dvc-i-space) * 1.5) var(--dvc-i-space); }
  .history li { display: grid; grid-template-columns: minmax(9em, 30%) 1fr; gap: 0 calc(var(--dvc-i-space) * 2); padding-block: 12px; border-block-start: 1px solid var(--dvc-i-line); }
  .history time { color: var(--dvc-i-muted); font-variant-numeric: tabular-nums; font-size: .92em; line-height: 1.75; }
  .history .title { font-weight: 500; }
  .history .latest .title { font-weight: 650; }
  .history .note { margin-block-start: 6px; padding-inline-start: 12px; border-inline-start: 3px solid var(--dvc-i-line); max-width: 60ch; white-space: pre-line; }
  .history .note .sub { display: inline; }

  .about { margin-block-start: calc(var(--dvc-i-space) * 4); padding: calc(var(--dvc-i-space) * 1.5) calc(var(--dvc-i-space) * 2); background: var(--dvc-i-raised); border-radius: var(--dvc-i-radius); font-size: .95em; }
  .about > div { display: flex; flex-wrap: wrap; gap: 0 .5em; padding-block: 2px; }
  .about dt { color: var(--dvc-i-muted); }
  .about dt::after { content: ':'; }
  .about dd { min-width: 0; overflow-wrap: anywhere; font-weight: 500; }

  .more ul { margin-block-start: var(--dvc-i-space); }
  .more > ul > li { border-block-start: 1px solid var(--dvc-i-line); }
  .opener { width: 100%; justify-content: space-between; border: 0; border-radius: 4px; padding-inline: 4px; text-align: start; font-weight: 600; }
  .opener::after { content: ''; flex: none; width: .5em; height: .5em; margin: 0 6px 3px 0; border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(45deg); }
  .opener[aria-expanded='true']::after { transform: rotate(-135deg) translate(-2px, -2px); }
  .opener.plain::after { content: none; }
  .opened { padding: 0 4px calc(var(--dvc-i-space) * 3); }
  .opened > p { max-width: 62ch; }
  .embedded { margin-block-start: calc(var(--dvc-i-space) * 2); border: 1px solid var(--dvc-i-line); border-radius: var(--dvc-i-radius); overflow: clip; }
  /* Its own button would say "Nộp hồ sơ": what is sent here is a supplement. */
  dvc-form::part(actions) { display: none; }
  dvc-form::part(title) { font-size: 1.22em; }
  .embedded > .actions { padding: 0 clamp(16px, 5%, 40px) calc(var(--dvc-i-space) * 3); margin: 0; }

  .card { border: 1px solid var(--dvc-i-line); border-inline-start: 6px solid var(--dvc-i-action); border-radius: var(--dvc-i-radius); padding: calc(var(--dvc-i-space) * 2) calc(var(--dvc-i-space) * 2.5); }
  .card h2 { font-size: 1.15em; }
  .card .first { margin-block: var(--dvc-i-space) 4px; }
  .card-act { border-inline-start-color: var(--dvc-i-warning); } .card-good { border-inline-start-color: var(--dvc-i-success); } .card-bad { border-inline-start-color: var(--dvc-i-error); }

  @container dvc (max-width: 480px) {
    .now { padding: calc(var(--dvc-i-space) * 2); }
    .now h3 { font-size: 1.22em; }
    .facts dl > div, .history li { grid-template-columns: 1fr; }
    .actions > button:not(.quiet) { width: 100%; }
  }
  @media print {
    .dvc { padding: 0; background: none; color: #000; }
    button, .more { display: none !important; }
    .now { background: none; border: 1px solid #777; }
    .history li, .now { break-inside: avoid; }
  }
  @media (forced-colors: active) { .tag { border-color: CanvasText; } .remarks li::before { background: CanvasText; } }
`;

/** What every status wears. */
export const statusSheets = [tokens, base, status];
