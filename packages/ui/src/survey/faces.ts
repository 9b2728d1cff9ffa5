import type { SurveyWords } from '@dvc/locale';
import { html, svg, type TemplateResult } from 'lit';
import { facesStyles } from './faces.styles.js';
import { radioFrame } from './frame.js';
import type { ChoiceModel, QuestionModel } from './model.js';
import { cells, levelsOf } from './scale.js';

/** From a mouth that hangs to one that laughs. */
function face(mood: number): TemplateResult {
  const bend = (mood - .5) * 8;
  return html`<svg viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="14"/><path class="eyes" d="M11 11.5v2M21 11.5v2"/>${svg`<path class="mouth" d=${`M9.5 ${21 - bend / 2}Q16 ${21 + bend} 22.5 ${21 - bend / 2}`}></path>`}</svg>`;
}

/** How well each level is: by its score, since an official scale begins with its best; else by its place. 0 is the worst, 1 the best. */
function moodOf(levels: readonly ChoiceModel[], i: number): number {
  const scores = levels.map(({ score }, at) => score ?? at);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  return high === low ? .5 : (scores[i]! - low) / (high - low);
}

/** Faces with what they mean under them, so that nobody must read a face. */
const facesView = (m: QuestionModel, words: SurveyWords): TemplateResult => {
  const levels = levelsOf(m);
  return radioFrame(m, words, cells(m, 'faced', ({ title }, i) => html`${face(moodOf(levels, i))}<span>${title}</span>`));
};

export const views = { faces: facesView };
export const sheets = [facesStyles];
