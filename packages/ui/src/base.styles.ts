import { css } from 'lit';

// A page's own rules for the tag or for `*` win over :host, and its inherited properties reach us through the host.
// So the reset stands on an inner element (`.dvc`) that no outside rule can name. `visibility` and `cursor` are left to
// the page, which may hide the form or show that it waits.
export const base = css`
  :host { display: block; }
  :host([hidden]) { display: none; }
  .dvc {
    all: initial;
    direction: ltr; /* which 'all' leaves alone */
    visibility: inherit;
    cursor: inherit;
    color-scheme: inherit;
    display: block;
    box-sizing: border-box;
    /* narrow columns of a portal count, not the window */
    container: dvc / inline-size;
    padding: clamp(16px, 5%, 40px);
    background: var(--dvc-i-surface);
    color: var(--dvc-i-ink);
    font: 400 var(--dvc-i-size)/var(--dvc-i-leading) var(--dvc-i-font);
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    -webkit-tap-highlight-color: transparent;
    accent-color: var(--dvc-i-action);
  }
  .dvc > * { max-width: var(--dvc-i-measure); margin-inline: auto; }
  .dvc *, .dvc *::before, .dvc *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  /* Stacked marks (Ặ, Ễ, Ỗ) stand above the capital's height: a heading under 1.4 lets two lines touch. */
  h1, h2, h3, h4, p, ul, ol, dl, dd, fieldset, legend { margin: 0; padding: 0; }
  h1, h2, h3, h4, .heading { font-weight: 650; line-height: 1.4; text-wrap: balance; }
  h1 { font-size: 1.7em; letter-spacing: -0.01em; }
  h2 { font-size: 1.4em; letter-spacing: -0.005em; }
  h3 { font-size: 1.15em; }
  h4 { font-size: 1em; }
  ul, ol { list-style: none; }
  fieldset { border: 0; min-width: 0; }
  button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; margin: 0; }
  .lead { color: var(--dvc-i-muted); margin-block-start: var(--dvc-i-space); }
  .sr {
    position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
    overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  /* The gap between edge and ring shows the surface, so the ring is seen on a dark button as on white. */
  :focus-visible {
    outline: var(--dvc-i-ring) solid var(--dvc-i-focus);
    outline-offset: 2px;
  }
  /* Headings and regions that take focus by script: said by a screen reader, not a thing to press. */
  [tabindex='-1']:focus { outline: none; }

  button {
    appearance: none;
    display: inline-flex; align-items: center; justify-content: center; gap: var(--dvc-i-space);
    min-height: var(--dvc-i-control); min-width: 44px;
    padding: 9px 20px;
    border: 1.5px solid var(--dvc-i-border);
    border-radius: var(--dvc-i-radius);
    background: transparent;
    color: var(--dvc-i-action);
    font-weight: 600; line-height: 1.4; text-align: center;
    cursor: pointer;
    transition: background-color .12s, border-color .12s;
  }
  button:hover { background: var(--dvc-i-action-soft); border-color: var(--dvc-i-action); color: var(--dvc-i-action-strong); }
  button.primary { background: var(--dvc-i-action); border-color: var(--dvc-i-action); color: var(--dvc-i-on-action); padding-inline: 28px; }
  button.primary:hover { background: var(--dvc-i-action-strong); border-color: var(--dvc-i-action-strong); }
  button.quiet, button.small { min-height: 44px; padding: 6px 12px; font-size: .9em; }
  button.quiet { border-color: transparent; text-decoration: underline; text-decoration-thickness: 1.5px; text-underline-offset: .2em; }
  button[disabled], button[aria-disabled='true'] { opacity: .55; cursor: not-allowed; }
  a { color: var(--dvc-i-action); text-underline-offset: .2em; text-decoration-thickness: 1.5px; }
  a:hover { color: var(--dvc-i-action-strong); text-decoration-thickness: 3px; }

  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { transition: none !important; animation: none !important; scroll-behavior: auto !important; }
  }
  @media (forced-colors: active) {
    button { border-color: ButtonText; }
    button.primary { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
    :focus-visible { outline-color: Highlight; }
  }
`;
