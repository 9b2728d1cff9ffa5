import { css } from 'lit';

/** What a survey wears once somebody answers: what is wrong, and the end. */
export const answeringStyles = css`
  .invalid { border-inline-start: 4px solid var(--dvc-i-error); padding-inline-start: calc(var(--dvc-i-space) * 2); }
  .error { color: var(--dvc-i-error); font-weight: 600; line-height: 1.55; }
  .warning { line-height: 1.55; color: var(--dvc-i-warning); font-weight: 500; }
  :is(input, select, textarea)[aria-invalid='true'] { border-color: var(--dvc-i-error); box-shadow: inset 0 0 0 1px var(--dvc-i-error); }
  .invalid .option input { border-color: var(--dvc-i-error); }
  .other { border-inline-start: 4px solid var(--dvc-i-action); padding-inline-start: calc(var(--dvc-i-space) * 2); margin-inline-start: 22px; }
  .other .q { margin-block: 4px; }
  .other label { font-weight: 500; }
  .invalid .cell:not(:has(:checked)) label { border-color: var(--dvc-i-error); }
  .invalid .starred .cell:not(:has(:checked)) label { border-color: transparent; }
  .invalid .starred svg { stroke: var(--dvc-i-error); }
  .summary { border: 2px solid var(--dvc-i-error); border-radius: var(--dvc-i-radius); background: var(--dvc-i-error-soft); padding: calc(var(--dvc-i-space) * 2); margin-block: calc(var(--dvc-i-space) * 2); }
  .summary:focus { outline: var(--dvc-i-ring) solid var(--dvc-i-focus); outline-offset: 2px; }
  .summary h2 { font-size: 1.1em; }
  .summary a { color: var(--dvc-i-error); font-weight: 600; display: inline-block; padding-block: 9px; line-height: 1.5; }
  .end { border: 1px solid var(--dvc-i-line); border-radius: calc(var(--dvc-i-radius) + 4px); background: var(--dvc-i-raised); padding: calc(var(--dvc-i-space) * 3); }
  .end p { margin-block-start: var(--dvc-i-space); }
  .end h2 { font-size: 1.25em; }
  .done { border-color: var(--dvc-i-success); background: var(--dvc-i-success-soft); }
  .done h2::before {
    content: '✓'; content: '✓' / ''; display: inline-grid; place-items: center; width: 1.5em; height: 1.5em; margin-inline-end: 10px;
    border-radius: 50%; background: var(--dvc-i-success); color: var(--dvc-i-surface); font-size: .8em; vertical-align: .08em;
  }
  .end .actions:empty { padding: 0; }
  /* Of what is chosen: nothing is before somebody answers. */
  @media (forced-colors: active) {
    :is(input, select, textarea)[aria-invalid='true'] { border-style: dashed; }
    .option:has(input:checked) { border-color: Highlight; }
    .option [type='checkbox']:checked { background: Canvas; }
    .option input::before, .option [type='checkbox']::before { border-color: CanvasText; }
    .cell input:checked + label { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
    .starred .cell input:checked + label { background: none; }
    .starred svg { stroke: CanvasText; }
    .starred:has(:checked) .cell:not(:has(:checked) ~ .cell) svg { fill: Highlight; stroke: Highlight; }
  }
`;
