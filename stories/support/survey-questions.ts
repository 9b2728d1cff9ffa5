import { loadSurveyWords } from '@dvc/locale/survey-words.js';
import type { SurveyWords } from '@dvc/locale';
import { base } from '@dvc/ui/base.styles.js';
import { answeringStyles } from '@dvc/ui/survey/answering.styles.js';
import { loadQuestionViews, questionView } from '@dvc/ui/survey/index.js';
import type { QuestionModel } from '@dvc/ui/survey/model.js';
import { surveyStyles } from '@dvc/ui/survey/survey.styles.js';
import { tokens } from '@dvc/ui/tokens.js';
import { html, LitElement, type TemplateResult } from 'lit';
import { expect, within } from 'storybook/test';
import { QUESTIONS } from '../examples/survey/questions.js';
import type { StoryOf } from './field-stories.js';

/** Stands in a story where `<dvc-survey>` stands on a page: one shadow root with its sheets. Views of questions are functions and have no element of their own. */
class StoryQuestion extends LitElement {
  static override properties = { model: { attribute: false }, locale: { type: String }, theme: { type: String, reflect: true }, words: { state: true } };
  static override styles = [tokens, base, surveyStyles, answeringStyles];
  declare model: QuestionModel;
  declare locale: string;
  declare theme: string | undefined;
  declare words: SurveyWords | undefined;
  #speaking: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.locale = 'vi';
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('locale') || changed.has('model')) this.#speaking = this.#speak(this.locale);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#speaking;
    return super.getUpdateComplete();
  }

  async #speak(locale: string): Promise<void> {
    const [words, sheets] = await Promise.all([loadSurveyWords(locale, { rest: true, sending: true }), loadQuestionViews([this.model.widget], locale)]);
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets.map(({ styleSheet }) => styleSheet!).filter((sheet) => !root.adoptedStyleSheets.includes(sheet))];
    if (locale === this.locale) this.words = words;
  }

  protected override render(): TemplateResult {
    return html`${this.words ? html`<div class="dvc" lang=${this.words.lang}>${questionView(this.model, this.words)}</div>` : ''}`;
  }
}
if (!customElements.get('dvc-story-question')) customElements.define('dvc-story-question', StoryQuestion);

export type QuestionName = keyof typeof QUESTIONS;

/** A question of the examples, as it is or bent by `state`; what a person must observe in it: its title, what is wrong with it, and nothing wider than its column. */
export const questionStory = (name: QuestionName, state: (model: QuestionModel) => QuestionModel = (model) => model, globals?: Record<string, string>): StoryOf => {
  const model = state(QUESTIONS[name]);
  return {
    render: () => html`<dvc-story-question .model=${model}></dvc-story-question>`,
    async play({ canvasElement }) {
      const element = canvasElement.querySelector<StoryQuestion>('dvc-story-question')!;
      await element.updateComplete;
      const root = element.shadowRoot!;
      const view = within(root.querySelector<HTMLElement>('.dvc')!);
      await expect(view.getAllByText(model.title, { exact: false })[0]).toBeInTheDocument();
      for (const note of [model.error, model.warning]) if (note) await expect(view.getByText(note)).toBeVisible();
      await expect(element.scrollWidth, 'nothing is wider than its column').toBeLessThanOrEqual(element.clientWidth);
      const taken = root.querySelectorAll('input:checked').length;
      await expect(taken, 'as much is taken as was answered').toBe(model.widget === 'ranking' ? 0 : model.chosen.length + model.rows.reduce((sum, row) => sum + row.chosen.length, 0));
    },
    ...(globals ? { globals } : {}),
  };
};
