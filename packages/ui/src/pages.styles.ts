import { css } from 'lit';

/** For progress, repeat groups, review, differences and acknowledgement: adopted with the first of them. */
export const pages = css`
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

  .draft { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 calc(var(--dvc-i-space) * 2); border-block-start: 1px solid var(--dvc-i-line); padding-block-start: var(--dvc-i-space); }
  @media print { .screen, .draft { display: none; } }
  .offers { list-style: none; margin: calc(var(--dvc-i-space) * 1.5) 0 0; padding: 0; }
  .offers li { border-block-start: 1px solid var(--dvc-i-line); padding-block: var(--dvc-i-space); }
  .offers button { padding-inline: 0; margin-inline-end: calc(var(--dvc-i-space) * 2); }
  .list .note { display: block; color: var(--dvc-i-muted); font-size: .89em; }
  .rows { margin-block: calc(var(--dvc-i-space) * 2.5); padding-block: calc(var(--dvc-i-space) * 2.5) var(--dvc-i-space); }
  .rows-head .heading { display: block; font-size: 1.22em; }
  .rows > .hint + button { margin-block-start: var(--dvc-i-space); }
  .group + .rows, .rows + .group, .field + .rows, .rows + .rows { border-block-start: 1px solid var(--dvc-i-line); }
  .row-list { display: grid; gap: calc(var(--dvc-i-space) * 2); margin-block: calc(var(--dvc-i-space) * 2); }
  .rows-empty { color: var(--dvc-i-muted); border: 1.5px dashed var(--dvc-i-border); border-radius: var(--dvc-i-radius); padding: calc(var(--dvc-i-space) * 2.5); margin-block: calc(var(--dvc-i-space) * 2); }
  .row {
    border: 1px solid var(--dvc-i-line); border-radius: calc(var(--dvc-i-radius) + 4px); background: var(--dvc-i-raised);
    padding: calc(var(--dvc-i-space) * 1.5) calc(var(--dvc-i-space) * 2.5) var(--dvc-i-space);
  }
  .row-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 var(--dvc-i-space); border-block-end: 1px solid var(--dvc-i-line); padding-block-end: var(--dvc-i-space); }
  .row-head .heading { font-size: 1.1em; }
  .row-head .tools { display: flex; flex-wrap: wrap; margin-inline-end: -12px; }
  .row-head .tools button { padding-inline: 10px; }
  @container dvc (max-width: 480px) { .row { padding-inline: calc(var(--dvc-i-space) * 1.5); } .rows > button { width: 100%; } .row-head .tools { margin-inline: -10px; } }

  .foreign { border-inline-start: 6px solid var(--dvc-i-warning); background: var(--dvc-i-warning-soft); border-radius: var(--dvc-i-radius); padding: calc(var(--dvc-i-space) * 1.5) calc(var(--dvc-i-space) * 2); margin-block: calc(var(--dvc-i-space) * 1.5); overflow-wrap: anywhere; }
  .foreign.invalid { border-inline-start-color: var(--dvc-i-error); background: var(--dvc-i-error-soft); }
  .foreign button { margin-inline-start: -12px; }
  .openable .term { font-weight: 600; }
  .group > .openable:last-child { padding-block-end: 0; }

  .review section { padding-block: calc(var(--dvc-i-space) * 2.5) 0; }
  .review-head { display: flex; justify-content: space-between; align-items: baseline; gap: 0 var(--dvc-i-space); border-block-end: 2px solid var(--dvc-i-ink); }
  .review-head button { margin-inline-end: -12px; }
  .review h4 { margin-block: calc(var(--dvc-i-space) * 2) 2px; color: var(--dvc-i-action); }
  .list > div { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) 3em; gap: 0 calc(var(--dvc-i-space) * 2); align-items: baseline; padding-block: 8px; border-block-end: 1px solid var(--dvc-i-line); }
  .list dt { color: var(--dvc-i-muted); line-height: 1.5; }
  .list dd { white-space: pre-line; min-width: 0; overflow-wrap: anywhere; font-weight: 500; }
  .list dd.blank { color: var(--dvc-i-muted); font-style: italic; font-weight: 400; }
  .list dd + dd { justify-self: end; }
  .list dd button { margin: -8px -12px -8px 0; }
  @container dvc (max-width: 560px) {
    .list > div { grid-template-columns: minmax(0, 1fr) auto; }
    .list dt { grid-column: 1 / -1; font-size: .9em; }
  }

  .changes { width: 100%; border-collapse: collapse; margin-block-start: calc(var(--dvc-i-space) * 1.5); }
  .changes caption { text-align: start; }
  .changes th, .changes td { text-align: start; vertical-align: top; padding: 8px 12px 8px 0; border-block-end: 1px solid var(--dvc-i-border); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
  .changes th { font-weight: 600; }
  .changes del { color: var(--dvc-i-muted); }
  .changes ins { text-decoration: none; font-weight: 650; }
  @container dvc (max-width: 480px) {
    .changes thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .changes tr { display: grid; border-block-end: 1px solid var(--dvc-i-border); padding-block: 8px; }
    .changes th, .changes td { border: 0; padding: 0; }
    .changes td::before { content: attr(data-head) ': '; color: var(--dvc-i-muted); }
  }

  .acknowledgement { margin-block-start: calc(var(--dvc-i-space) * 2); }
  .fees { margin-block-start: calc(var(--dvc-i-space) * 4); }
  .fees del { color: var(--dvc-i-muted); font-weight: 400; }
  .fees dd { font-variant-numeric: tabular-nums; }
  .fees p.hint { margin-block-start: var(--dvc-i-space); }
  .sent { border-radius: calc(var(--dvc-i-radius) + 4px); background: var(--dvc-i-success-soft); border: 1px solid var(--dvc-i-success); padding: calc(var(--dvc-i-space) * 3); }
  .sent h2::before {
    content: '✓'; content: '✓' / ''; display: inline-grid; place-items: center; width: 1.5em; height: 1.5em; margin-inline-end: 10px;
    border-radius: 50%; background: var(--dvc-i-success); color: var(--dvc-i-surface); font-size: .8em; vertical-align: .08em;
  }
  .codes { display: grid; gap: calc(var(--dvc-i-space) * 2); margin-block: calc(var(--dvc-i-space) * 2.5) calc(var(--dvc-i-space) * 1.5); }
  .codes dt { color: var(--dvc-i-muted); font-size: .92em; }
  .codes dd { display: flex; flex-wrap: wrap; align-items: center; gap: 0 28px; }
  .codes dd button { margin-inline-start: -12px; }
  .code { font: 650 1.5em/1.4 var(--dvc-i-mono); letter-spacing: .01em; overflow-wrap: anywhere; user-select: all; }
  .code.secret { font-size: 1.2em; }
  .next { padding-block-start: calc(var(--dvc-i-space) * 3); }
  .next li { padding-inline-start: 1.2em; position: relative; margin-block-start: 4px; }
  .next li::before { content: ''; position: absolute; inset: .68em auto auto 2px; width: 7px; height: 7px; border-radius: 50%; border: 4px solid var(--dvc-i-action); }
  .files { padding-block-start: calc(var(--dvc-i-space) * 3); }
  .files h4 { margin-block-start: calc(var(--dvc-i-space) * 1.5); }
  .files li { padding-block: 8px; border-block-end: 1px solid var(--dvc-i-line); overflow-wrap: anywhere; }
  .files .hash { display: block; font-size: .85em; line-height: 1.5; color: var(--dvc-i-muted); }
  .files code { font-family: var(--dvc-i-mono); word-break: break-all; }
  @media (forced-colors: active) {
    .progress .mark { border-color: GrayText; }
    .progress .done .mark, .progress .current .mark { border-color: Highlight; }
  }
`;
