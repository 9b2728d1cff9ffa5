import { css } from 'lit';

export const paperStyles = css`
  .paper { border: 1.5px solid var(--dvc-i-line); border-radius: var(--dvc-i-radius); padding: calc(var(--dvc-i-space) * 2); }
  .paper + .paper { margin-block-start: calc(var(--dvc-i-space) * 2); }
  .paper[data-over] { border-color: var(--dvc-i-action); background: var(--dvc-i-action-soft); }
  .paper > * + * { margin-block-start: var(--dvc-i-space); }
  .paper-title { font-size: 1em; line-height: 1.5; }
  .paper-note { padding: 10px 14px; border-radius: var(--dvc-i-radius); background: var(--dvc-i-success-soft); color: var(--dvc-i-success); font-weight: 500; line-height: 1.55; }
  .paper-choose { display: flex; flex-wrap: wrap; align-items: center; gap: var(--dvc-i-space) calc(var(--dvc-i-space) * 2); position: relative; }
  /* The label is the button that is seen; the input, behind it, takes the focus and the keys. */
  .paper-choose input { opacity: 0; }
  .paper-choose label {
    display: inline-flex; align-items: center; min-height: var(--dvc-i-control); padding: 9px 20px; cursor: pointer;
    border: 1.5px solid var(--dvc-i-action); border-radius: var(--dvc-i-radius); color: var(--dvc-i-action); font-weight: 600;
  }
  .paper-choose label:hover { background: var(--dvc-i-action-soft); color: var(--dvc-i-action-strong); }
  .paper-choose input:focus-visible + label { outline: var(--dvc-i-ring) solid var(--dvc-i-focus); outline-offset: 2px; }
  .paper-choose input:disabled + label { opacity: .55; cursor: not-allowed; }
  /* A finger does not drag files. */
  @media (pointer: coarse) { .drop-hint { display: none; } }
  .file {
    display: grid; grid-template-columns: 1fr auto; gap: 4px calc(var(--dvc-i-space) * 2); align-items: center;
    padding: 10px 0 10px 14px; border-block-start: 1px solid var(--dvc-i-line); border-inline-start: 4px solid var(--dvc-i-line);
  }
  .file:first-child { border-block-start: 0; }
  .file.uploaded { border-inline-start-color: var(--dvc-i-success); }
  .file.failed { border-inline-start-color: var(--dvc-i-error); }
  .file > * { grid-column: 1 / -1; }
  .file > .file-what { grid-column: 1; display: flex; flex-wrap: wrap; gap: 0 14px; min-width: 0; line-height: 1.5; }
  .file > .file-do { grid-column: 2; grid-row: 1; display: flex; flex-wrap: wrap; justify-content: end; }
  .file-name { font-weight: 600; overflow-wrap: anywhere; }
  .file-size, .file-state, .file-sum { color: var(--dvc-i-muted); font-variant-numeric: tabular-nums; }
  .file-sum { font-size: .85em; line-height: 1.5; }
  .file-sum code { font-family: var(--dvc-i-mono); overflow-wrap: anywhere; }
  .uploaded .file-state { color: var(--dvc-i-success); font-weight: 600; }
  .failed .file-state { color: var(--dvc-i-error); font-weight: 600; }
  .file progress { width: 100%; height: 10px; accent-color: var(--dvc-i-action); }
  @container dvc (max-width: 420px) { .file > .file-what, .file > .file-do { grid-column: 1 / -1; grid-row: auto; justify-content: start; margin-inline-start: -12px; } .file > .file-what { margin-inline-start: 0; } }
  @media (forced-colors: active) { .paper-choose label { border-color: ButtonText; } .file.failed { border-inline-start-style: dashed; } }
  @media print { .paper-choose, .file-do { display: none; } }
`;
