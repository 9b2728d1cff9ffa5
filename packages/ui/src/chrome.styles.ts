import { css } from 'lit';

/** The furniture that every form page has: heading, summary, groups, buttons, notices, skeleton. */
export const chrome = css`
  .page-head { padding-block-end: calc(var(--dvc-i-space) * 2); }
  .page-head::before { content: ''; display: block; width: 56px; border-block-start: 5px solid var(--dvc-i-action); border-radius: 3px; margin-block-end: calc(var(--dvc-i-space) * 1.5); }
  .step-head { margin-block: calc(var(--dvc-i-space) * 3) var(--dvc-i-space); }
  .step-head > p { color: var(--dvc-i-muted); max-width: 60ch; margin-block-start: 4px; }

  .summary {
    border: 2px solid var(--dvc-i-error); border-radius: var(--dvc-i-radius);
    background: var(--dvc-i-error-soft); padding: calc(var(--dvc-i-space) * 2.5);
    margin-block: calc(var(--dvc-i-space) * 2);
  }
  .summary:focus { outline: var(--dvc-i-ring) solid var(--dvc-i-focus); outline-offset: 2px; }
  .summary h2 { font-size: 1.2em; }
  .summary a { color: var(--dvc-i-error); font-weight: 600; display: inline-block; padding-block: 9px; line-height: 1.5; }

  .group { display: block; padding-block: calc(var(--dvc-i-space) * 2.5) var(--dvc-i-space); }
  /* what clears a float loses its own margin */
  .group > legend:not(:has(+ p)) { margin-block-end: calc(var(--dvc-i-space) * 1.5); }
  .group .heading { display: block; font-size: 1.22em; }
  .group + .group, .field + .group, .group + .field { border-block-start: 1px solid var(--dvc-i-line); }
  .group .group { padding-block-start: calc(var(--dvc-i-space) * 1.5); }
  .group .group .heading { font-size: 1.06em; }
  .group .group, .group .group + .field { border-block-start: 0; }
  .group + .field:not(.group .group + .field) { padding-block-start: calc(var(--dvc-i-space) * 3); }

  .actions { display: flex; flex-wrap: wrap; gap: calc(var(--dvc-i-space) * 1.5); align-items: center; padding-block: calc(var(--dvc-i-space) * 4) var(--dvc-i-space); }
  @container dvc (max-width: 480px) { .actions > button { width: 100%; } }

  .notice {
    border: 1px solid var(--dvc-i-line); border-inline-start: 6px solid var(--dvc-i-action); border-radius: var(--dvc-i-radius);
    background: var(--dvc-i-action-soft); padding: calc(var(--dvc-i-space) * 2) calc(var(--dvc-i-space) * 2.5);
    margin-block: calc(var(--dvc-i-space) * 2);
  }
  .notice h2 { font-size: 1.1em; }
  .notice-warning { background: var(--dvc-i-warning-soft); border-inline-start-color: var(--dvc-i-warning); }
  .notice-error { background: var(--dvc-i-error-soft); border-inline-start-color: var(--dvc-i-error); }
  .notice-success { background: var(--dvc-i-success-soft); border-inline-start-color: var(--dvc-i-success); }
  .notice .actions { padding-block: calc(var(--dvc-i-space) * 1.5) 0; }
  .notice slot { display: block; }

  .loading > p { color: var(--dvc-i-muted); }
  .bone { height: 1.1em; border-radius: 6px; background: var(--dvc-i-line); opacity: .8; margin-block: 6px; animation: dvc-breathe 1.6s ease-in-out infinite alternate; }
  .bone.title { height: 1.9em; width: 60%; margin-block-end: calc(var(--dvc-i-space) * 3); }
  .bone.caption { width: 38%; margin-block-start: calc(var(--dvc-i-space) * 3); }
  .bone.control { height: var(--dvc-i-control); border-radius: var(--dvc-i-radius); }
  @keyframes dvc-breathe { to { opacity: .35; } }

  @media (forced-colors: active) {
    .bone { border: 1px solid CanvasText; }
  }
`;
