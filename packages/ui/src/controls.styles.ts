import { css } from 'lit';

export const controls = css`
  .field { display: block; margin-block: calc(var(--dvc-i-space) * 2.5); padding-block: 4px; }
  /* For pages with more than 200 controls: up to that number Chromium's autofill asks each control whether it is seen, and
     every answer lays out one skipped field (108 layouts for 150 fields, measured; 1 without).
     A long form lays out only what is seen; find-in-page, links and print still reach the rest. Containment clips: room for
     the ring (Safari has no overflow-clip-margin), and none while the focus is inside, for popups without a top layer. */
  .long .field { content-visibility: auto; contain-intrinsic-size: auto 96px; padding-inline: 6px; margin-inline: -6px; }
  .long .field:focus-within { content-visibility: visible; }
  .invalid { border-inline-start: 4px solid var(--dvc-i-error); padding-inline-start: calc(var(--dvc-i-space) * 2); }
  label, legend { display: block; font-weight: 600; line-height: 1.5; padding: 0; }
  /* Floated, a legend stands inside the box like a label instead of on its border. */
  fieldset > legend { float: left; width: 100%; }
  fieldset > legend + * { clear: both; }
  .need { font-weight: 400; white-space: nowrap; color: var(--dvc-i-muted); }
  .hint, .warning { line-height: 1.55; }
  .hint { color: var(--dvc-i-muted); max-width: 60ch; }
  .error { color: var(--dvc-i-error); font-weight: 600; line-height: 1.55; }
  .warning { color: var(--dvc-i-warning); font-weight: 500; }

  input, select, textarea {
    display: block; width: 100%; min-width: 0;
    min-height: var(--dvc-i-control);
    padding: 8px 14px;
    border: 1.5px solid var(--dvc-i-border);
    border-radius: var(--dvc-i-radius);
    background: var(--dvc-i-surface);
    line-height: var(--dvc-i-leading);
    transition: border-color .12s;
  }
  .field > * + :is(input, select, textarea), .date label + input, .affix { margin-block-start: 6px; }
  .options, .date { padding-block-start: 6px; }
  p + .option { margin-block-start: 6px; }
  input:hover, select:hover, textarea:hover { border-color: var(--dvc-i-action); }
  :is(input, select, textarea):focus-visible { outline-offset: 1px; border-color: var(--dvc-i-focus); }
  :is(input, select, textarea)[aria-invalid='true'] { border-color: var(--dvc-i-error); box-shadow: inset 0 0 0 1px var(--dvc-i-error); }
  :is(input, select, textarea):disabled { background: var(--dvc-i-raised); color: var(--dvc-i-muted); opacity: 1; -webkit-text-fill-color: currentColor; cursor: not-allowed; }
  textarea { min-height: calc(var(--dvc-i-leading) * 4em + 20px); resize: vertical; }
  /* The system's own arrow: an image of ours would need img-src in the page's policy. */
  select { padding-inline-end: 8px; text-overflow: ellipsis; cursor: pointer; }
  /* Not a class: a document may say anything as a width, and its second word would be another class of ours. */
  [data-width=xs] { max-width: 6em; } [data-width=s] { max-width: 11em; } [data-width=m] { max-width: 18em; } [data-width=l] { max-width: 26em; }

  .affix { display: flex; align-items: center; gap: 10px; }
  .affix > input { max-width: 12em; font-variant-numeric: tabular-nums; }
  .unit { color: var(--dvc-i-muted); }

  .options { display: grid; gap: var(--dvc-i-space); }
  .option {
    position: relative; display: flex; gap: 12px; align-items: flex-start;
    padding: 10px 14px; min-height: var(--dvc-i-control);
    border: 1.5px solid var(--dvc-i-line); border-radius: var(--dvc-i-radius);
  }
  .option:hover { border-color: var(--dvc-i-action); }
  .option label { font-weight: 400; flex: 1; min-width: 0; line-height: 1.55; cursor: pointer; }
  /* the whole card is the target */
  .option label::after { content: ''; position: absolute; inset: 0; }
  .option .hint { display: block; font-size: .92em; }
  .option input {
    appearance: none; flex: none; width: 1.34em; height: 1.34em; min-height: 0; padding: 0; margin: .11em 0;
    display: grid; place-items: center; cursor: pointer;
    border: 2px solid var(--dvc-i-border);
  }
  .option input:focus-visible { outline-offset: 2px; }
  .option input[type='radio'] { border-radius: 50%; }
  .option input[type='checkbox'] { border-radius: 5px; }
  /* Drawn with borders: they survive forced colours and need no image. */
  .option input::before { content: ''; visibility: hidden; }
  .option input[type='radio']::before { border: .34em solid var(--dvc-i-action); border-radius: 50%; }
  .option input[type='checkbox']::before {
    width: .39em; height: .72em; margin-block-start: -.17em; transform: rotate(45deg);
    border: solid var(--dvc-i-on-action); border-width: 0 .17em .17em 0;
  }
  .option input:checked { border-color: var(--dvc-i-action); }
  .option input[type='checkbox']:checked { background: var(--dvc-i-action); }
  .option input:checked::before { visibility: visible; }
  .option input:checked + label { font-weight: 500; }
  .option:has(input:checked) { border-color: var(--dvc-i-action); background: var(--dvc-i-action-soft); }
  .invalid .option input { border-color: var(--dvc-i-error); }
  .option:has(input:disabled) { background: var(--dvc-i-raised); color: var(--dvc-i-muted); }

  .date { display: flex; flex-wrap: wrap; gap: calc(var(--dvc-i-space) * 1.5); align-items: flex-end; }
  .date label { font-weight: 400; }
  .date input { width: 3.4em; text-align: start; font-variant-numeric: tabular-nums; }
  .date > :nth-child(3) input { width: 4.8em; }
  /* A time from elsewhere has seconds and an offset: nothing of it may be cut off. */
  .date .clock input { width: auto; min-width: 6.6em; max-width: 100%; field-sizing: content; }
  .date .picker { position: relative; }
  .date .picker input {
    position: absolute; inset: 0; width: 100%; min-height: 0; height: 100%; opacity: 0; pointer-events: none; border: 0; padding: 0;
  }

  .shown .term { color: var(--dvc-i-muted); line-height: 1.5; }
  .shown .value { font-weight: 500; white-space: pre-line; overflow-wrap: anywhere; }

  @media (forced-colors: active) {
    .option:has(input:checked) { border-color: Highlight; }
    .option input[type='checkbox']:checked { background: Canvas; }
    .option input::before, .option input[type='checkbox']::before { border-color: CanvasText; }
    :is(input, select, textarea)[aria-invalid='true'] { border-style: dashed; }
  }
`;
