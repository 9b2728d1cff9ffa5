import { css } from 'lit';

export const restSheet = css`
  .channels li, .notifications li { padding-block: calc(var(--dvc-i-space) * 1.5); border-block-start: 1px solid var(--dvc-i-line); }
  .channels { margin-block-start: var(--dvc-i-space); }
  .channels li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: var(--dvc-i-space) calc(var(--dvc-i-space) * 2); }
  .channels li > p { flex: 1 1 14em; min-width: 0; }
  .channels .field { flex: 1 1 100%; margin: 0; }
  .notifications li:first-child { border: 0; padding-block-start: 0; }
  .code-frame { width: min(240px, 100%); aspect-ratio: 1; background: #fff; border: 1px solid var(--dvc-i-line); border-radius: var(--dvc-i-radius); overflow: hidden; margin-block-start: calc(var(--dvc-i-space) * 2); }
  .qr { display: block; width: 100%; height: auto; }
  @media (forced-colors: active) { .qr { forced-color-adjust: none; } }
`.styleSheet!;
