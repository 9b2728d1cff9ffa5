import { css } from 'lit';

export const rankingStyles = css`
  .ranks { display: grid; gap: var(--dvc-i-space); padding-block-start: 10px; }
  .rank { display: flex; align-items: stretch; border: 1.5px solid var(--dvc-i-line); border-radius: var(--dvc-i-radius); background: var(--dvc-i-surface); }
  .rank:hover { border-color: var(--dvc-i-action); }
  .rank .grip { flex: 1; min-width: 0; justify-content: flex-start; gap: 12px; padding: 8px 12px; border: 0; border-radius: inherit; color: var(--dvc-i-ink); font-weight: 400; text-align: start; cursor: grab; touch-action: none; background: none; }
  .rank .grip::before { content: ''; flex: none; width: 8px; height: 20px; border-inline: 2px dotted var(--dvc-i-border); }
  .rank .place { flex: none; display: inline-grid; place-items: center; min-width: 1.9em; height: 1.9em; border-radius: 50%; border: 1.5px solid var(--dvc-i-border); font-weight: 650; font-variant-numeric: tabular-nums; font-size: .89em; }
  .ranked .place { background: var(--dvc-i-action); border-color: var(--dvc-i-action); color: var(--dvc-i-on-action); }
  .rank .move { border: 0; min-height: 44px; padding: 6px 10px; font-size: .89em; align-self: center; }
  .rank.held { border-color: var(--dvc-i-action); background: var(--dvc-i-action-soft); box-shadow: 0 4px 14px rgb(0 0 0 / .18); }
  .rank.held .grip { font-weight: 600; cursor: grabbing; }
  .rank-how { color: var(--dvc-i-muted); line-height: 1.55; font-size: .92em; }
  .ranks + .actions { padding-block-start: var(--dvc-i-space); }
  @container dvc (max-width: 480px) { .rank { flex-wrap: wrap; } .rank .grip { flex-basis: 100%; } .rank .move { flex: 1; border-block-start: 1px solid var(--dvc-i-line); border-radius: 0; } }
  @media (forced-colors: active) { .rank.held { border-color: Highlight; } .ranked .place { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
`;
