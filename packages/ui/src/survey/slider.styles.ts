import { css } from 'lit';

export const sliderStyles = css`
  .slide { padding-block-start: 10px; }
  .slide output { display: block; min-height: 1.6em; font-weight: 650; font-size: 1.22em; font-variant-numeric: tabular-nums; color: var(--dvc-i-action); }
  .slide output.open { color: var(--dvc-i-muted); font-weight: 400; font-size: 1em; font-style: italic; line-height: 1.95; }
  .slide input { appearance: none; padding: 0; border: 0; min-height: 44px; background: none; cursor: pointer; border-radius: var(--dvc-i-radius); }
  .slide input[aria-invalid='true'] { box-shadow: none; }
  .slide ::-webkit-slider-runnable-track { height: 8px; border-radius: 4px; background: var(--dvc-i-line); border: 1px solid var(--dvc-i-border); }
  .slide ::-moz-range-track { height: 6px; border-radius: 4px; background: var(--dvc-i-line); border: 1px solid var(--dvc-i-border); }
  .slide ::-moz-range-progress { height: 6px; border-radius: 4px; background: var(--dvc-i-action); }
  .slide ::-webkit-slider-thumb { appearance: none; width: 28px; height: 28px; margin-block-start: -11px; border-radius: 50%; border: 3px solid var(--dvc-i-action); background: var(--dvc-i-action); box-shadow: 0 1px 4px rgb(0 0 0 / .3); }
  .slide ::-moz-range-thumb { width: 22px; height: 22px; border-radius: 50%; border: 3px solid var(--dvc-i-action); background: var(--dvc-i-action); }
  /* Nothing chosen: a hollow thumb, not an answer that nobody gave. */
  .slide .open::-webkit-slider-thumb { background: var(--dvc-i-surface); border-color: var(--dvc-i-border); border-style: dashed; box-shadow: none; }
  .slide .open::-moz-range-thumb { background: var(--dvc-i-surface); border-color: var(--dvc-i-border); border-style: dashed; }
  .slide .open::-moz-range-progress { background: none; }
  .slide button { margin-inline-start: -12px; }
  @media (forced-colors: active) { .slide ::-webkit-slider-thumb { forced-color-adjust: none; background: Highlight; border-color: CanvasText; } .slide .open::-webkit-slider-thumb { background: Canvas; } }
`;
