import { css } from 'lit';

/** The furniture that every form page has: heading, progress, summary, groups, buttons, notices, skeleton. */
export const chrome = css`
  .page-head { padding-block-end: calc(var(--dvc-i-space) * 2); }
  .page-head::before { content: ''; display: block; width: 56px; border-block-start: 5px solid var(--dvc-i-action); border-radius: 3px; margin-block-end: calc(var(--dvc-i-space) * 1.5); }
  .step-head { margin-block: calc(var(--dvc-i-space) * 3) var(--dvc-i-space); }
  .step-head > p { color: var(--dvc-i-muted); max-width: 60ch; margin-block-start: 4px; }

  .progress { padding-block: 4px calc(var(--dvc-i-space) * 1.5); }
  .progress > p { font-weight: 600; color: var(--dvc-i-muted); }
  .progress ol { display: flex; gap: 6px; margin-block-start: var(--dvc-i-space); }
  .progress li { flex: 1; min-width: 0; }
  .progress .mark {
    all: unset; box-sizing: border-box; display: block; width: 100%; padding-block: 10px 6px; /* no min-height: a button would centre a short name in it */
    border-block-start: 6px solid var(--dvc-i-line);
    font-size: .83em; line-height: 1.5; color: var(--dvc-i-muted);
  }
  .progress button.mark { cursor: pointer; text-decoration: underline; text-decoration-color: transparent; text-underline-offset: .2em; }
  .progress button.mark:hover { text-decoration-color: currentColor; color: var(--dvc-i-action-strong); }
  .progress button.mark:focus-visible { outline: var(--dvc-i-ring) solid var(--dvc-i-focus); outline-offset: 2px; border-radius: 2px; }
  .progress .done .mark { border-color: var(--dvc-i-action); color: var(--dvc-i-action); }
  .progress .current .mark { border-color: var(--dvc-i-action); color: var(--dvc-i-ink); font-weight: 650; }
  .progress .faulty .mark { border-color: var(--dvc-i-error); color: var(--dvc-i-error); }
  .progress .done .mark::before { content: '✓ '; content: '✓ ' / ''; }
  .progress .faulty .mark::before { content: '! '; content: '! ' / ''; font-weight: 800; }
  /* Names of five steps do not fit a phone: the line above says where one is, the bars how far. */
  @container dvc (max-width: 560px) {
    /* relative: what is only for the ear is cut with the rest, instead of widening the page */
    .progress .mark { position: relative; padding: 0; min-height: 28px; overflow: hidden; text-indent: 200%; white-space: nowrap; }
    .progress button.mark { border-block-width: 6px 0; }
    .progress ol { gap: 4px; }
  }

  .summary {
    border: 2px solid var(--dvc-i-error); border-radius: var(--dvc-i-radius);
    background: var(--dvc-i-error-soft); padding: calc(var(--dvc-i-space) * 2.5);
    margin-block: calc(var(--dvc-i-space) * 2);
  }
  .summary:focus { outline: var(--dvc-i-ring) solid var(--dvc-i-focus); outline-offset: 2px; }
  .summary h2 { font-size: 1.2em; }
  .summary li { margin-block-start: 2px; }
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
  .notice h2, .notice h3 { font-size: 1.1em; }
  .notice.notice-warning { background: var(--dvc-i-warning-soft); border-inline-start-color: var(--dvc-i-warning); }
  .notice.notice-error { background: var(--dvc-i-error-soft); border-inline-start-color: var(--dvc-i-error); }
  .notice.notice-success { background: var(--dvc-i-success-soft); border-inline-start-color: var(--dvc-i-success); }
  .notice .actions { padding-block: calc(var(--dvc-i-space) * 1.5) 0; }
  .notice slot { display: block; }

  .loading > p { color: var(--dvc-i-muted); }
  .bone { height: 1.1em; border-radius: 6px; background: var(--dvc-i-line); opacity: .8; margin-block: 6px; animation: dvc-breathe 1.6s ease-in-out infinite alternate; }
  .bone.title { height: 1.9em; width: 60%; margin-block-end: calc(var(--dvc-i-space) * 3); }
  .bone.caption { width: 38%; margin-block-start: calc(var(--dvc-i-space) * 3); }
  .bone.control { height: var(--dvc-i-control); border-radius: var(--dvc-i-radius); }
  @keyframes dvc-breathe { to { opacity: .35; } }

  @media (forced-colors: active) {
    .progress .mark { border-color: GrayText; }
    .progress .done .mark, .progress .current .mark { border-color: Highlight; }
    .bone { border: 1px solid CanvasText; }
  }
`;
