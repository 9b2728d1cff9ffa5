import { css } from 'lit';

/** Boxes to type in, as in a form: they come with the first view that has some. */
export const boxSheet = css`
  .field, .ways { margin-block-start: calc(var(--dvc-i-space) * 2.5); }
  .invalid { border-inline-start: 4px solid var(--dvc-i-error); padding-inline-start: calc(var(--dvc-i-space) * 2); }
  label, legend { display: block; font-weight: 600; padding: 0; }
  .need { font-weight: 400; }
  .error { color: var(--dvc-i-error); font-weight: 600; }
  .field :is(input, textarea, select) { display: block; width: 100%; min-height: var(--dvc-i-control); margin-block-start: 6px; padding: 8px 14px; border: 1.5px solid var(--dvc-i-border); border-radius: var(--dvc-i-radius); background: var(--dvc-i-surface); }
  .field :is(input, textarea)[aria-invalid='true'] { border-color: var(--dvc-i-error); box-shadow: inset 0 0 0 1px var(--dvc-i-error); }
  [data-width=m] { max-width: 18em; } [data-width=l] { max-width: 26em; }
  .options { display: grid; gap: var(--dvc-i-space); margin-block-start: 6px; }
  .option { position: relative; display: flex; gap: 12px; align-items: flex-start; padding: 10px 14px; border: 1.5px solid var(--dvc-i-line); border-radius: var(--dvc-i-radius); }
  .option:hover, .option:has(input:checked) { border-color: var(--dvc-i-action); }
  .option:has(input:checked) { background: var(--dvc-i-action-soft); }
  .option label { flex: 1; min-width: 0; font-weight: 400; cursor: pointer; }
  /* the whole card is the target */
  .option label::after { content: ''; position: absolute; inset: 0; }
  .option input { flex: none; width: 1.34em; height: 1.34em; margin: .13em 0; }
`.styleSheet!;
