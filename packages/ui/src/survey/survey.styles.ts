import { css } from 'lit';

/** What every survey wears beside tokens and base. It looks as a form does (controls.styles.ts, chrome.styles.ts), of whose sheets it needs a third. */
export const surveyStyles = css`
  .page-head + .lead { margin-block-start: 0; }
  .page-head { padding-block-end: var(--dvc-i-space); }
  .page-head::before { content: ''; display: block; width: 56px; border-block-start: 5px solid var(--dvc-i-action); border-radius: 3px; margin-block-end: calc(var(--dvc-i-space) * 1.5); }
  .step-head { margin-block-start: calc(var(--dvc-i-space) * 2); }
  .step-head > p { color: var(--dvc-i-muted); max-width: 60ch; margin-block-start: 4px; }
  [tabindex] { scroll-margin-block: 20vh; }

  .way { display: grid; gap: 6px; font-size: .89em; color: var(--dvc-i-muted); margin-block: calc(var(--dvc-i-space) * 2) var(--dvc-i-space); }
  .way:first-child { margin-block-start: 0; }
  .way + .step-head { margin-block-start: calc(var(--dvc-i-space) * 3); }
  progress { appearance: none; display: block; width: 100%; height: 6px; border: 0; border-radius: 3px; overflow: hidden; background: var(--dvc-i-line); color: var(--dvc-i-action); }
  progress::-webkit-progress-bar { background: var(--dvc-i-line); }
  progress::-webkit-progress-value { background: var(--dvc-i-action); border-radius: 3px; transition: inline-size .25s; }
  progress::-moz-progress-bar { background: var(--dvc-i-action); border-radius: 3px; }

  .q { margin-block: calc(var(--dvc-i-space) * 3); }
  .q + .q { border-block-start: 1px solid var(--dvc-i-line); padding-block-start: calc(var(--dvc-i-space) * 3); }
  label, legend { display: block; font-weight: 600; line-height: 1.5; padding: 0; text-wrap: pretty; }
  /* Floated, a legend stands inside the box like a label instead of on its border. */
  fieldset > legend { float: left; width: 100%; }
  fieldset > legend + * { clear: both; }
  .need { font-weight: 400; white-space: nowrap; color: var(--dvc-i-muted); }
  .hint { line-height: 1.55; color: var(--dvc-i-muted); max-width: 60ch; }

  input, select, textarea {
    display: block; width: 100%; min-width: 0; min-height: var(--dvc-i-control); padding: 8px 14px; line-height: var(--dvc-i-leading);
    border: 1.5px solid var(--dvc-i-border); border-radius: var(--dvc-i-radius); background: var(--dvc-i-surface); transition: border-color .12s;
  }
  /* Padding where a floated legend may stand before: what clears a float loses its own margin. */
  .q > * + :is(input, select, textarea) { margin-block-start: 8px; }
  .options { padding-block-start: 8px; }
  :is(input, select, textarea):hover { border-color: var(--dvc-i-action); }
  :is(input, select, textarea):focus-visible { outline-offset: 1px; border-color: var(--dvc-i-focus); }
  textarea { min-height: calc(var(--dvc-i-leading) * 3em + 20px); resize: vertical; }
  .q-number > input { max-width: 11em; font-variant-numeric: tabular-nums; }
  .boxes .q { margin-block: calc(var(--dvc-i-space) * 2) 0; border: 0; padding: 0; }
  .boxes label { font-weight: 500; }

  .options { display: grid; gap: var(--dvc-i-space); }
  .option { position: relative; display: flex; gap: 12px; align-items: flex-start; padding: 10px 14px; min-height: var(--dvc-i-control); border: 1.5px solid var(--dvc-i-line); border-radius: var(--dvc-i-radius); }
  .option label { font-weight: 400; flex: 1; min-width: 0; line-height: 1.55; cursor: pointer; }
  /* the whole card is the target */
  .option label::after { content: ''; position: absolute; inset: 0; }
  .option .hint { display: block; font-size: .92em; }
  .option input {
    appearance: none; position: relative; z-index: 1; flex: none; width: 1.34em; height: 1.34em; min-height: 0; padding: 0; margin: .11em 0; display: grid; place-items: center; cursor: pointer; border: 2px solid var(--dvc-i-border);
  }
  .option input:focus-visible { outline-offset: 2px; }
  [type='radio'] { border-radius: 50%; }
  [type='checkbox'] { border-radius: 5px; }
  /* Drawn with borders: they survive forced colours and need no image. */
  .option input::before { content: ''; visibility: hidden; }
  .option [type='radio']::before { border: .34em solid var(--dvc-i-action); border-radius: 50%; }
  .option [type='checkbox']::before { width: .39em; height: .72em; margin-block-start: -.17em; transform: rotate(45deg); border: solid var(--dvc-i-on-action); border-width: 0 .17em .17em 0; }
  .option input:checked { border-color: var(--dvc-i-action); }
  .option [type='checkbox']:checked { background: var(--dvc-i-action); }
  .option input:checked::before { visibility: visible; }
  .option input:checked + label { font-weight: 500; }
  .option:hover, .option:has(input:checked) { border-color: var(--dvc-i-action); }
  .option:has(input:checked) { background: var(--dvc-i-action-soft); }
  /* Two short answers need no two lines. */
  .q-yes-no .options { grid-template-columns: repeat(auto-fit, minmax(min(160px, 100%), 1fr)); }

  .cells { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 6px; padding-block-start: 10px; }
  .cell { position: relative; display: grid; }
  /* Over the whole cell, and unseen: what is drawn is the label. */
  .cell input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; z-index: 1; }
  .cell label { display: grid; place-content: center; justify-items: center; text-align: center; text-wrap: balance; min-height: 52px; padding: 6px 4px; font-weight: 500; line-height: 1.4; border: 1.5px solid var(--dvc-i-border); border-radius: var(--dvc-i-radius); }
  .cell:hover label { border-color: var(--dvc-i-action); background: var(--dvc-i-action-soft); }
  .cell input:checked + label { background: var(--dvc-i-action); border-color: var(--dvc-i-action); color: var(--dvc-i-on-action); font-weight: 650; }
  .cell input:focus-visible + label { outline: var(--dvc-i-ring) solid var(--dvc-i-focus); outline-offset: 2px; }
  .worded label { font-size: .89em; min-height: 76px; }
  .numbered label { font-variant-numeric: tabular-nums; }
  .ends { display: flex; justify-content: space-between; gap: calc(var(--dvc-i-space) * 2); margin-block-start: 6px; color: var(--dvc-i-muted); font-size: .89em; line-height: 1.45; }
  .ends span { max-width: 46%; }
  .ends span + span { text-align: end; }

  .starred { justify-content: start; grid-auto-columns: minmax(44px, 52px); gap: 2px; margin-inline-start: -6px; }
  .starred + .ends { max-width: 266px; }
  .starred .cell label, .starred .cell:hover label, .starred .cell input:checked + label { border-color: transparent; background: none; padding: 2px; min-height: 56px; }
  .starred svg { width: 100%; max-width: 44px; fill: transparent; stroke: var(--dvc-i-border); stroke-width: 1.5; stroke-linejoin: round; transition: fill .12s, stroke .12s; }
  .starred:has(:checked) .cell:not(:has(:checked) ~ .cell) svg { fill: var(--dvc-color-star, #f2ac1d); stroke: var(--dvc-i-warning); }
  .starred .cell:hover svg, .starred .cell:has(~ .cell:hover) svg { stroke: var(--dvc-i-warning); stroke-width: 2; }


  @container dvc (max-width: 600px) {
    .worded { grid-auto-flow: row; gap: var(--dvc-i-space); }
    .worded label { min-height: var(--dvc-i-control); font-size: 1em; place-content: center start; padding-inline: 16px; text-align: start; }
    .numbered { grid-auto-flow: row; grid-template-columns: repeat(auto-fit, minmax(44px, 1fr)); gap: 4px; }
    .actions > button { width: 100%; }
  }

  .actions { display: flex; flex-wrap: wrap; gap: calc(var(--dvc-i-space) * 1.5); align-items: center; padding-block-start: calc(var(--dvc-i-space) * 3); }
  .lead { white-space: pre-line; }
  .notice { border: 1px solid var(--dvc-i-line); border-inline-start: 6px solid var(--dvc-i-action); border-radius: var(--dvc-i-radius); background: var(--dvc-i-action-soft); padding: calc(var(--dvc-i-space) * 1.5) calc(var(--dvc-i-space) * 2); margin-block: calc(var(--dvc-i-space) * 2); }
  .notice-warning { background: var(--dvc-i-warning-soft); border-inline-start-color: var(--dvc-i-warning); }

  @media print {
    .dvc { padding: 0; background: none; color: #000; font-size: 11pt; }
    button, .way, .ends + button { display: none !important; }
    .q { break-inside: avoid; }
    .option, .cell label { background: none !important; }
    .cell input:checked + label { color: #000; border: 3px solid #000; }
  }
  @media (forced-colors: active) {
    progress { border: 1px solid CanvasText; }
    progress::-webkit-progress-value { background: Highlight; forced-color-adjust: none; }
  }
`;
