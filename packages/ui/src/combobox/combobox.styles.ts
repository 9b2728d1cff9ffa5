import { css } from 'lit';

export const comboboxStyles = css`
  dvc-combobox { display: block; }
  label + dvc-combobox, p + dvc-combobox { margin-block-start: 6px; }
  dvc-combobox > .hint { margin-block-start: 6px; }
  .combo { position: relative; display: flex; anchor-scope: --dvc-combo; }
  .combo > input { padding-inline-end: 48px; text-overflow: ellipsis; anchor-name: --dvc-combo; }
  .combo > button {
    position: absolute; inset-block: 2px; inset-inline-end: 2px;
    width: 44px; min-width: 0; min-height: 0; padding: 0;
    border: 0; border-radius: calc(var(--dvc-i-radius) - 2px); background: none; color: var(--dvc-i-muted);
  }
  /* Drawn with borders: it survives forced colours and needs no image. */
  .combo > button::before {
    content: ''; width: 9px; height: 9px; margin-block-start: -5px;
    border: solid currentColor; border-width: 0 2.5px 2.5px 0; transform: rotate(45deg);
  }
  .combo > [aria-expanded='true'] + button::before { transform: rotate(225deg); margin-block-start: 5px; }
  .combo-popup {
    /* Without popovers (Chrome 109): below the input, in the flow of the page. */
    position: absolute; z-index: 9; inset: 100% auto auto 0; width: 100%; height: auto; max-width: none;
    margin: 4px 0 0; padding: 0; overflow: hidden;
    border: 1.5px solid var(--dvc-i-border); border-radius: var(--dvc-i-radius);
    background: var(--dvc-i-surface); color: var(--dvc-i-ink);
    box-shadow: 0 6px 24px rgb(0 0 0 / .18);
  }
  @supports (anchor-name: --a) {
    .combo-popup[popover] {
      position: fixed; position-anchor: --dvc-combo; position-try-fallbacks: flip-block;
      inset: anchor(bottom) auto auto anchor(left); width: anchor-size(width); margin: 4px 0;
    }
  }
  .combo-popup [role='listbox'] { max-height: min(336px, 42vh); overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin; }
  .combo-popup [role='option'] {
    min-height: 44px; padding: 9px 14px; line-height: 1.45; cursor: pointer;
    border-inline-start: 4px solid transparent;
  }
  .combo-popup [role='option'] small { display: block; font-size: .88em; color: var(--dvc-i-muted); }
  .combo-popup [role='option']:hover { background: var(--dvc-i-raised); }
  .combo-popup .chosen { font-weight: 600; }
  .combo-popup [aria-selected='true'] { background: var(--dvc-i-action-soft); border-color: var(--dvc-i-action); }
  .combo-popup p { padding: 9px 18px; font-size: .88em; line-height: 1.5; color: var(--dvc-i-muted); background: var(--dvc-i-raised); border-block-start: 1px solid var(--dvc-i-line); }
  .combo-popup p:first-child { border: 0; }
  @media (forced-colors: active) {
    .combo-popup [aria-selected='true'] { border-color: Highlight; outline: 2px solid Highlight; outline-offset: -2px; }
  }
  @media print { .combo > button { display: none; } }
`;
