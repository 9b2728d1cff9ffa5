import { css } from 'lit';

export const doorSheet = css`
  .filters { display: grid; grid-template-columns: 2fr 1fr; gap: 0 calc(var(--dvc-i-space) * 2); }
  .filters .field { margin-block-start: 0; }
  .filters + .hint { margin-block-start: calc(var(--dvc-i-space) * 2); }
  .dossiers li { display: grid; grid-template-columns: 1fr auto; gap: 2px calc(var(--dvc-i-space) * 2); padding-block: calc(var(--dvc-i-space) * 2); border-block-start: 1px solid var(--dvc-i-line); }
  .dossiers li > * { grid-column: 1; min-width: 0; }
  .dossiers li > button { grid-area: 1 / 2 / span 3; align-self: center; }
  .dossiers h3 { font-size: 1.05em; }
  @container dvc (max-width: 480px) {
    .filters { grid-template-columns: 1fr; }
    .filters .field + .field { margin-block-start: calc(var(--dvc-i-space) * 2); }
    .dossiers li { grid-template-columns: 1fr; }
    .dossiers li > button { grid-area: auto; margin-block-start: var(--dvc-i-space); }
  }
`.styleSheet!;
