import type { SurveyWords } from '@dvc/locale';
import { html, type TemplateResult } from 'lit';
import { groupFrame } from './frame.js';
import type { QuestionModel } from './model.js';
import { defineRanking } from './ranking-element.js';
import { rankingStyles } from './ranking.styles.js';

defineRanking();

/** Things to be put in order. Until one is moved, or the order is said to be right, there is no answer. */
const rankingView = (m: QuestionModel, words: SurveyWords): TemplateResult => groupFrame(m, words, html`<dvc-ranking .model=${m} .words=${words}></dvc-ranking>`);

export const views = { ranking: rankingView };
export const sheets = [rankingStyles];
