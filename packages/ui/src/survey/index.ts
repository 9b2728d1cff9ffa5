import type { SurveyWords } from '@dvc/locale';
import type { CSSResult, TemplateResult } from 'lit';
import { checkboxesView, radioView } from './choices.js';
import type { QuestionView } from './frame.js';
import type { QuestionModel, QuestionWidget } from './model.js';
import { readers } from './read.js';
import { npsView, ratingView, scaleView, starsView } from './scale.js';
import { textareaView, textView } from './text.js';

type Views = Partial<Record<QuestionWidget, QuestionView>>;
/** What a chunk of rarer views brings: the views, what they wear, and how a question of several boxes is read. */
export interface RareViews { readonly views: Views; readonly sheets?: readonly CSSResult[]; readonly readers?: typeof readers; /** brings what it needs in this language */ prepare?(lang: string): Promise<void> }

const views: Views = {
  radio: radioView, 'yes-no': radioView, checkboxes: checkboxesView, scale: scaleView, rating: ratingView, nps: npsView, stars: starsView, text: textView, textarea: textareaView,
};
const plain = () => import('./plain.js');
const borrowed = () => import('./borrowed.js');
const RARE: Partial<Record<QuestionWidget, () => Promise<RareViews>>> = {
  faces: () => import('./faces.js'), matrix: () => import('./matrix.js'), ranking: () => import('./ranking.js'), slider: () => import('./slider.js'), images: () => import('./images.js'),
  select: plain, number: plain, consent: plain, contact: plain, address: borrowed, date: borrowed, file: borrowed, combobox: borrowed,
};

/**
 * Fetches the views of rarer questions, and gives the sheets that they wear. Wait for it before such a question is drawn.
 * Rejects when a chunk cannot be fetched; the question is then a box to type in, or radios.
 */
export async function loadQuestionViews(widgets: Iterable<QuestionWidget>, lang: string): Promise<readonly CSSResult[]> {
  const loaded = await Promise.all([...new Set([...widgets].map((widget) => RARE[widget]))].map(async (load) => {
    const brought = await load?.();
    await brought?.prepare?.(lang);
    return brought;
  }));
  for (const each of loaded) {
    Object.assign(views, each?.views);
    Object.assign(readers, each?.readers);
  }
  return loaded.flatMap((each) => each?.sheets ?? []);
}

/** One question. */
export const questionView = (model: QuestionModel, words: SurveyWords): TemplateResult =>
  (views[model.widget] ?? (model.choices.length === 0 ? textView : model.many ? checkboxesView : radioView))(model, words);
