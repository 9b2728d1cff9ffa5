import { css } from 'lit';

export const facesStyles = css`
  .faced label { min-height: 104px; gap: 8px; font-size: .89em; align-content: start; padding-block-start: 12px; }
  .faced svg { width: 44px; height: 44px; fill: none; stroke: var(--dvc-i-muted); stroke-width: 2; stroke-linecap: round; transition: transform .15s, stroke .12s; }
  .faced .cell:hover svg { stroke: var(--dvc-i-action-strong); }
  .faced .cell input:checked + label { background: var(--dvc-i-action-soft); color: var(--dvc-i-action-strong); box-shadow: inset 0 0 0 1.5px var(--dvc-i-action); }
  .faced .cell input:checked + label svg { stroke: var(--dvc-i-on-action); transform: scale(1.08); }
  .faced .cell input:checked + label circle { fill: var(--dvc-i-action); stroke: var(--dvc-i-action); }
  @container dvc (max-width: 600px) {
    .faced { grid-auto-flow: row; gap: var(--dvc-i-space); }
    .faced label { grid-template-columns: 40px 1fr; align-content: center; align-items: center; justify-items: start; gap: 14px; min-height: 60px; padding: 8px 14px; text-align: start; font-size: 1em; }
    .faced svg { width: 40px; height: 40px; }
  }
  @media (forced-colors: active) {
    .faced svg { stroke: CanvasText; }
    .faced .cell input:checked + label circle { fill: none; stroke: HighlightText; }
    .faced .cell input:checked + label svg { stroke: HighlightText; }
  }
`;
