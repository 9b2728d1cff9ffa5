import type { SurveyWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { boxFrame, describedBy, invalid, wanted } from './frame.js';
import type { QuestionModel } from './model.js';

const typeOf = ({ inputMode }: QuestionModel) => (inputMode === 'tel' || inputMode === 'email' ? inputMode : 'text');

/** Words on one line, or a number: type=number turns the wheel into a wrong answer and hides what was typed. */
export const textView = (m: QuestionModel, words: SurveyWords): TemplateResult => boxFrame(m, words, html`<input part="control" id=${m.id} name=${m.id} type=${typeOf(m)} .value=${m.text} ?disabled=${m.disabled}
  inputmode=${m.inputMode as 'text' ?? (m.widget === 'number' ? 'decimal' : nothing)} autocomplete=${m.autocomplete as 'off' ?? 'off'} maxlength=${m.maxLength ?? nothing} aria-describedby=${describedBy(m)} aria-invalid=${invalid(m)} aria-required=${wanted(m)}>`);

/** Words on several lines. */
export const textareaView = (m: QuestionModel, words: SurveyWords): TemplateResult => boxFrame(m, words, html`<textarea part="control" id=${m.id} name=${m.id} rows="4" .value=${m.text} maxlength=${m.maxLength ?? nothing}
  aria-describedby=${describedBy(m)} aria-invalid=${invalid(m)} aria-required=${wanted(m)}></textarea>`);
