import { loadMoreWords, loadWords, type MoreWords, type Words } from '@dvc/locale';
import { base, chrome, controls, fieldView, loadViews, print, tokens, type FieldModel } from '@dvc/ui';
import { paperStyles } from '@dvc/ui/files/paper.styles.js';
import { pages } from '@dvc/ui/pages.styles.js';
import { html, LitElement, type TemplateResult } from 'lit';

/** Sentences in the toolbar's language, and the language itself. */
export interface Spoken { readonly words: Words; readonly more: MoreWords; readonly lang: string }
export type Draw = (spoken: Spoken) => unknown;

/**
 * Stands in a story where `<dvc-form>` stands on a page: one shadow root with the form's own sheets, so that a view looks
 * as it does in a form. Field views are functions and have no element of their own.
 */
export class StoryHost extends LitElement {
  static override properties = { draw: { attribute: false }, locale: { type: String }, theme: { type: String, reflect: true }, spoken: { state: true } };
  static override styles = [tokens, base, controls, chrome, print, pages, paperStyles];
  declare draw: Draw;
  declare locale: string;
  declare theme: string | undefined;
  declare spoken: Spoken | undefined;
  #speaking: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.locale = 'vi';
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('locale')) this.#speaking = this.#speak(this.locale);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#speaking;
    return super.getUpdateComplete();
  }

  async #speak(locale: string): Promise<void> {
    const [words, more] = await Promise.all([loadWords(locale), loadMoreWords(locale), loadViews()]);
    if (locale === this.locale) this.spoken = { words, more, lang: words.lang };
  }

  protected override render(): TemplateResult {
    return html`${this.spoken ? html`<div class="dvc" lang=${this.spoken.lang}>${this.draw(this.spoken)}</div>` : ''}`;
  }
}

if (!customElements.get('dvc-story-host')) customElements.define('dvc-story-host', StoryHost);

/** A story that draws views into the shadow root of the host. */
export const hosted = (draw: Draw): TemplateResult => html`<dvc-story-host .draw=${draw}></dvc-story-host>`;

/** One field, drawn as a form draws it. */
export const field = (model: FieldModel, { words }: Spoken): TemplateResult => fieldView(model, words);
