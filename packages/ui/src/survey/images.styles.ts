import { css } from 'lit';

export const imagesStyles = css`
  .pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(180px, 100%), 1fr)); gap: calc(var(--dvc-i-space) * 1.5); padding-block-start: 10px; }
  .picture { position: relative; display: grid; }
  .picture input { position: absolute; inset: 12px auto auto 12px; z-index: 1; appearance: none; width: 1.5em; height: 1.5em; min-height: 0; padding: 0; display: grid; place-items: center; border: 2px solid var(--dvc-i-border); background: var(--dvc-i-surface); cursor: pointer; }
  .picture input:checked { border-color: var(--dvc-i-action); background: var(--dvc-i-action); }
  .picture input::before { content: ''; visibility: hidden; width: .39em; height: .72em; margin-block-start: -.17em; transform: rotate(45deg); border: solid var(--dvc-i-on-action); border-width: 0 .17em .17em 0; }
  .picture input:checked::before { visibility: visible; }
  .picture label { display: flex; flex-direction: column; border: 1.5px solid var(--dvc-i-line); border-radius: calc(var(--dvc-i-radius) + 2px); overflow: hidden; font-weight: 500; cursor: pointer; }
  .picture img { display: block; width: 100%; aspect-ratio: 4 / 3; object-fit: cover; background: var(--dvc-i-raised); color: var(--dvc-i-muted); }
  .picture .caption { padding: 10px 14px; min-height: 44px; }
  .picture label:not(:has(img)) .caption { padding-block-start: 44px; }
  .picture label:hover { border-color: var(--dvc-i-action); }
  .picture input:checked + label { border-color: var(--dvc-i-action); box-shadow: inset 0 0 0 1.5px var(--dvc-i-action); background: var(--dvc-i-action-soft); }
  @media (forced-colors: active) { .picture input:checked + label { border: 3px solid Highlight; } .picture input::before { border-color: CanvasText; } }
`;
