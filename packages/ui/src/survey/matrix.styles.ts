import { css } from 'lit';

export const matrixStyles = css`
  .matrix { padding-block-start: 10px; }
  .m-head, .m-row { display: grid; grid-template-columns: minmax(0, 34%); grid-auto-columns: minmax(0, 1fr); grid-auto-flow: column; align-items: center; column-gap: 4px; }
  .m-head { border-block-end: 2px solid var(--dvc-i-ink); padding-block-end: 8px; align-items: end; }
  .m-head span { font-size: .83em; line-height: 1.4; text-align: center; color: var(--dvc-i-muted); text-wrap: balance; }
  .m-row { border-block-end: 1px solid var(--dvc-i-line); }
  .m-row:nth-child(odd) { background: var(--dvc-i-raised); }
  .m-title { padding: 8px 12px 8px 8px; line-height: 1.5; }
  .m-row.invalid { padding-inline-start: 8px; }
  .m-row .option { border-color: transparent; background: none; padding: 0; min-height: var(--dvc-i-control); place-content: center; align-items: center; }
  .m-row .option label { flex: none; position: static; }
  .m-row .option label span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .m-row .option:hover { background: var(--dvc-i-action-soft); }
  @container dvc (max-width: 640px) {
    .m-head { display: none; }
    .m-row, .m-row:nth-child(odd) { display: grid; grid-auto-flow: row; grid-template-columns: none; gap: 6px; background: none; padding-block: calc(var(--dvc-i-space) * 2); }
    .m-row.invalid { padding-inline-start: calc(var(--dvc-i-space) * 2); }
    .m-title { padding: 0; font-weight: 600; }
    .m-title .hint { font-weight: 400; }
    .m-row .option { justify-content: start; align-items: flex-start; padding: 9px 14px; border-color: var(--dvc-i-line); }
    .m-row .option:hover, .m-row .option:has(:checked) { border-color: var(--dvc-i-action); }
    .m-row .option:has(:checked) { background: var(--dvc-i-action-soft); }
    .m-row .option label { flex: 1; }
    .m-row .option label span { position: static; width: auto; height: auto; clip-path: none; white-space: normal; }
  }
  @media print { .m-row { break-inside: avoid; } }
`;
