import type { SurveyWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { radioFrame } from './frame.js';
import type { ChoiceModel, QuestionModel } from './model.js';

/** The choices, or one for each number from the lowest to the highest. */
export function levelsOf({ choices, minimum = 1, maximum = 5 }: QuestionModel): readonly ChoiceModel[] {
  return choices.length > 0 ? choices : Array.from({ length: Math.max(0, maximum - minimum + 1) }, (_, i) => ({ key: String(minimum + i), title: String(minimum + i) }));
}

/** What the eye reads under the row, the ear hears with the first and the last level. */
const spokenEnd = ({ ends }: QuestionModel, i: number, n: number): string => (!ends ? '' : i === 0 ? `(${ends[0]})` : i === n - 1 ? `(${ends[1]})` : '');

/** A row of levels. @param draw what stands in a cell; by default its title */
export function cells(m: QuestionModel, kind: string, draw: (level: ChoiceModel, i: number, n: number) => unknown = ({ title }) => title): TemplateResult {
  const levels = levelsOf(m);
  const n = levels.length;
  return html`<div class=${`cells ${kind}`}>${levels.map((level, i) => {
    const id = `${m.id}-${i}`;
    return html`<div class="cell"><input type="radio" part="control" id=${id} name=${m.id} .value=${level.key} .checked=${m.chosen[0] === level.key}><label for=${id}>${draw(level, i, n)}${m.ends ? html`<span class="sr">${spokenEnd(m, i, n)}</span>` : nothing}</label></div>`;
  })}</div>${m.ends ? html`<div class="ends" aria-hidden="true"><span>${m.ends[0]}</span><span>${m.ends[1]}</span></div>` : nothing}`;
}

/** Levels in words: side by side where there is room, else one under the other. */
export const scaleView = (m: QuestionModel, words: SurveyWords): TemplateResult => radioFrame(m, words, cells(m, 'worded'));

/** Levels in numbers, and how likely one is to recommend (0 to 10). */
export const ratingView = (m: QuestionModel, words: SurveyWords): TemplateResult => radioFrame(m, words, cells(m, 'numbered'));

export const npsView = (m: QuestionModel, words: SurveyWords): TemplateResult => ratingView(m.choices.length > 0 ? m : { ...m, minimum: m.minimum ?? 0, maximum: m.maximum ?? 10 }, words);

const star = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2.6l2.9 5.9 6.5.9-4.7 4.6 1.1 6.5L12 17.4l-5.8 3.1 1.1-6.5L2.6 9.4l6.5-.9z"/></svg>`;

/** As many stars as one gives. */
export const starsView = (m: QuestionModel, words: SurveyWords): TemplateResult =>
  radioFrame(m, words, cells(m, 'starred', ({ title, key }) => html`${star}<span class="sr">${title === key ? `${title} ${words.stars}` : title}</span>`));
