import { css } from 'lit';

export const fileStyles = css`
  .file-box { display: grid; gap: var(--dvc-i-space); justify-items: start; position: relative; padding-block-start: 6px; }
  .file-box > p:empty { display: none; }
  .file-held { display: flex; flex-wrap: wrap; align-items: center; gap: 0 calc(var(--dvc-i-space) * 3); line-height: 1.5; }
  .file-held strong { font-weight: 600; overflow-wrap: anywhere; }
  .file-held span { color: var(--dvc-i-muted); font-variant-numeric: tabular-nums; white-space: nowrap; }
  /* On a line of its own its word stands where the name begins. */
  .file-held button { margin-inline-start: -12px; }
  /* The label is the button that is seen; the input, behind it, takes the focus and the keys. */
  .file-box > label {
    display: inline-flex; align-items: center; min-height: var(--dvc-i-control); padding: 9px 20px; cursor: pointer;
    border: 1.5px solid var(--dvc-i-action); border-radius: var(--dvc-i-radius); color: var(--dvc-i-action); line-height: 1.4;
  }
  .file-box > label:hover { background: var(--dvc-i-action-soft); color: var(--dvc-i-action-strong); }
  .file-box > input:focus-visible + label { outline: var(--dvc-i-ring) solid var(--dvc-i-focus); outline-offset: 2px; }
  .file-box > input[aria-invalid='true'] + label { border-color: var(--dvc-i-error); }
  .file-box > input:disabled + label { opacity: .55; cursor: not-allowed; }
  @media (forced-colors: active) { .file-box > label { border-color: ButtonText; } .file-box > input[aria-invalid='true'] + label { border-style: dashed; } }
  @media print { .file-box > label, .file-box button { display: none; } }
`;
