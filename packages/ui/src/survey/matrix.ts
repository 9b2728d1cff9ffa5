/* eslint lit-a11y/click-events-have-key-events: 0 -- keys are what it hears */
import type { SurveyWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { groupFrame, describedBy, invalid, notes, wanted } from './frame.js';
import { matrixStyles } from './matrix.styles.js';
import type { QuestionModel } from './model.js';

/** Up and down lead to the row above or below, left and right through the levels of a row. One Tab stop a row. */
function pressed(event: KeyboardEvent): void {
  const box = event.target as HTMLInputElement;
  const row = box.closest<HTMLElement>('.m-row');
  if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
  const boxes = inputsOf(row);
  const at = boxes.indexOf(box);
  const sideways = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (down !== 0) {
    // A browser would choose the next level: here that is what left and right do.
    event.preventDefault();
    const other = (down > 0 ? row.nextElementSibling : row.previousElementSibling) as HTMLElement | null;
    if (other?.matches('.m-row')) go(inputsOf(other)[at]);
  } else if (sideways !== 0 && box.type === 'checkbox') {
    event.preventDefault();
    go(boxes[(at + sideways + boxes.length) % boxes.length]);
  }
}

const inputsOf = (row: HTMLElement) => [...row.querySelectorAll('input')];

function go(box: HTMLInputElement | undefined): void {
  if (!box) return;
  box.focus();
  if (box.type === 'checkbox') for (const each of inputsOf(box.closest<HTMLElement>('.m-row')!)) each.tabIndex = each === box ? 0 : -1;
}

function rowView(m: QuestionModel, row: QuestionModel, words: SurveyWords): TemplateResult {
  const many = row.many;
  const choices = row.choices.length > 0 ? row.choices : m.choices;
  const first = Math.max(0, choices.findIndex(({ key }) => row.chosen.includes(key)));
  return html`<div class=${row.error ? 'm-row invalid' : 'm-row'} role=${many ? 'group' : 'radiogroup'} id=${row.id} data-field=${row.id} aria-labelledby=${`${row.id}-title`} aria-describedby=${describedBy(row)}
    aria-invalid=${many ? nothing : invalid(row)} aria-required=${many ? nothing : wanted(row)}>
    <div class="m-title"><p id=${`${row.id}-title`}>${row.title}${row.required && !m.required ? html` <span class="need">${words.required}</span>` : nothing}</p>${notes(row, words)}</div>
    ${choices.map(({ key, title }, i) => html`<div class="option"><input type=${many ? 'checkbox' : 'radio'} part="control" id=${`${row.id}-${i}`} name=${row.id} .value=${key} .checked=${row.chosen.includes(key)} ?data-alone=${row.exclusive.includes(key)}
      tabindex=${many ? (i === first ? 0 : -1) : nothing} aria-invalid=${many ? invalid(row) : nothing}><label for=${`${row.id}-${i}`}><span>${title}</span></label></div>`)}</div>`;
}

/**
 * Rows of the same choices. For the eye a table where there is room, else a pile of questions, by the width of the column alone;
 * for the ear always a group of groups, each named by its row, with choices named by theirs.
 */
const matrixView = (m: QuestionModel, words: SurveyWords): TemplateResult => {
  const choices = m.rows[0]?.choices.length ? m.rows[0].choices : m.choices;
  return groupFrame(m, words, html`<div class="matrix" @keydown=${pressed}>
    <div class="m-head" aria-hidden="true"><span></span>${choices.map(({ title }) => html`<span>${title}</span>`)}</div>${m.rows.map((row) => rowView(m, row, words))}</div><p class="sr" id=${`${m.id}-how`}>${words.matrixHow}</p>`, `${m.id}-how`);
};

export const views = { matrix: matrixView };
export const sheets = [matrixStyles];
