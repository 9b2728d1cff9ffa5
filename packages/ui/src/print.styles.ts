import { css } from 'lit';

/** What stays behind when the page becomes paper: buttons, links' lines, cards' tints. */
export const print = css`
  @media print {
    .dvc { padding: 0; background: none; color: #000; font-size: 11pt; }
    .dvc > * { max-width: none; }
    button, .progress ol, .picker, .loading { display: none !important; }
    .long .field { content-visibility: visible; }
    .field, .row, .list > div, .codes { break-inside: avoid; }
    .review-head, h2, h3, h4, .heading { break-after: avoid; }
    .option, .row, .sent, .notice, .summary { background: none !important; }
    .option:not(:has(input:checked)) { border-color: #bbb; }
    .option input::before { print-color-adjust: exact; }
    a { color: inherit; text-decoration: none; }
  }
`;
