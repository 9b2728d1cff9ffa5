import type { SurveyWords } from '@dvc/locale';
import { format } from '@dvc/locale/format.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { boxFrame, describedBy, invalid } from './frame.js';
import type { QuestionModel } from './model.js';
import { sliderStyles } from './slider.styles.js';

/** A range always has a value: pressing it where it stands, or Enter, takes that one. */
function taken(event: Event): void {
  const input = event.currentTarget as HTMLInputElement;
  if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
  if (event instanceof KeyboardEvent) event.preventDefault();
  if (input.dataset['open'] !== undefined) input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** A number on a line. Until one is chosen it says so, to the eye and to the ear. */
const sliderView = (m: QuestionModel, words: SurveyWords): TemplateResult => {
  const { minimum = 0, maximum = 100, step = 1, ends } = m;
  const open = m.text === '';
  const middle = minimum + Math.round((maximum - minimum) / 2 / step) * step;
  const clear = (event: Event) => { (event.target as Element).dispatchEvent(new CustomEvent('dvc-answer', { bubbles: true, detail: { id: m.id, text: '' } })); };
  return boxFrame(m, words, html`<div class="slide">
    <output for=${m.id} class=${open ? 'open' : ''}>${open ? words.notChosen : m.text}</output>
    <input type="range" part="control" class=${open ? 'open' : ''} id=${m.id} name=${m.id} min=${minimum} max=${maximum} step=${step} .value=${live(open ? String(middle) : m.text)} ?data-open=${open}
      aria-valuetext=${open ? words.notChosen : ends && Number(m.text) === minimum ? `${m.text}, ${ends[0]}` : ends && Number(m.text) === maximum ? `${m.text}, ${ends[1]}` : m.text}
      aria-describedby=${describedBy(m)} aria-invalid=${invalid(m)} @click=${taken} @keydown=${taken}>
    <div class="ends" aria-hidden="true"><span>${ends ? format(words.end, { n: String(minimum), text: ends[0] }) : minimum}</span><span>${ends ? format(words.end, { n: String(maximum), text: ends[1] }) : maximum}</span></div>
    ${open || m.required ? nothing : html`<button type="button" class="quiet small" @click=${clear} aria-label=${`${words.clear}: ${m.title}`}>${words.clear}</button>`}</div>`);
};

export const views = { slider: sliderView };
export const sheets = [sliderStyles];
