/* eslint lit-a11y/click-events-have-key-events: 0 -- they are buttons */
import type { SurveyWords } from '@dvc/locale';
import { format } from '@dvc/locale/format.js';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { QuestionModel } from './model.js';
import { moved, placeAt, placeByKey } from './order.js';

/**
 * A list to be put in order: by buttons, by dragging, or by keys (Space takes, arrows move, Space puts, Escape returns).
 * It draws into the survey's own root, where its question stands. One Tab stop, arrows inside.
 */
export class DvcRanking extends LitElement {
  static override properties = { model: { attribute: false }, words: { attribute: false }, held: { state: true }, order: { state: true }, active: { state: true }, said: { state: true } };
  declare model: QuestionModel;
  declare words: SurveyWords;
  /** What is taken up, by its key. */
  declare held: string | undefined;
  /** As it is being made; the answer is made when something is put. */
  declare order: readonly string[];
  /** The place that Tab comes to. */
  declare active: number;
  declare said: string;
  #before: readonly string[] = [];
  #focus: 'grip' | 'up' | 'down' | undefined;

  constructor() {
    super();
    this.order = [];
    this.active = 0;
    this.said = '';
  }

  protected override createRenderRoot(): HTMLElement { return this; }
  protected override shouldUpdate(): boolean { return Boolean(this.model && this.words); }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('model') || this.held !== undefined) return;
    const { chosen, choices } = this.model;
    this.order = [...chosen, ...choices.map(({ key }) => key).filter((key) => !chosen.includes(key))];
    this.active = Math.min(this.active, Math.max(0, this.order.length - 1));
  }

  protected override updated(): void {
    const focus = this.#focus;
    this.#focus = undefined;
    if (focus) this.querySelectorAll<HTMLElement>('.rank')[this.active]?.querySelector<HTMLElement>(`.${focus}`)?.focus();
  }

  #title(key: string): string { return this.model.choices.find((each) => each.key === key)?.title ?? key; }
  #say(sentence: string, key: string): void { this.said = format(sentence, { title: this.#title(key), place: String(this.order.indexOf(key) + 1), of: String(this.order.length) }); }

  #answer(): void { this.dispatchEvent(new CustomEvent('dvc-answer', { bubbles: true, detail: { id: this.model.id, keys: this.order } })); }

  #take(key: string): void {
    this.#before = this.order;
    this.held = key;
    this.#say(this.words.rankTaken, key);
  }

  /** Puts down what is held, where it is now or where it was. */
  #put(back = false): void {
    const { held } = this;
    if (held === undefined) return;
    if (back) this.order = this.#before;
    this.held = undefined;
    this.active = this.order.indexOf(held);
    this.#say(back ? this.words.rankBack : this.words.rankPut, held);
    if (!back) this.#answer();
  }

  readonly #key = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (!target.matches('.grip') || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === ' ' || key === 'Enter') {
      if (this.held === undefined) this.#take(this.order[this.active]!);
      else this.#put();
    } else if (key === 'Escape' && this.held !== undefined) {
      this.#put(true);
      // Only the taking up is undone, not the dialog around it.
      event.stopPropagation();
    } else if (key === 'Tab') return this.#put();
    else {
      const to = placeByKey(key, this.active, this.order.length);
      if (to === undefined) return;
      if (this.held !== undefined) this.order = moved(this.order, this.active, to);
      this.active = to;
    }
    event.preventDefault();
    this.#focus = 'grip';
  };

  readonly #press = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('.move');
    if (!button || button.getAttribute('aria-disabled') === 'true') return;
    const at = Number(button.dataset['at']);
    const up = button.matches('.up');
    const key = this.order[at]!;
    this.order = moved(this.order, at, at + (up ? -1 : 1));
    this.active = at + (up ? -1 : 1);
    this.#focus = up ? 'up' : 'down';
    this.#say(this.words.rankPut, key);
    this.#answer();
  };

  readonly #down = (event: PointerEvent): void => {
    const grip = (event.target as Element).closest<HTMLElement>('.grip');
    if (!grip || event.button !== 0) return;
    this.active = Number(grip.dataset['at']);
    this.#take(this.order[this.active]!);
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  };
  readonly #drag = (event: PointerEvent): void => {
    if (this.held === undefined || !(event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) return;
    const at = this.order.indexOf(this.held);
    const to = placeAt([...this.querySelectorAll('.rank')].map((each) => each.getBoundingClientRect()), event.clientY);
    if (to === at) return;
    this.order = moved(this.order, at, to);
    this.active = to;
  };
  readonly #up = (event: PointerEvent): void => {
    if (!(event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) return;
    // A press that moved nothing is no answer; a gesture that the system took over neither.
    this.#put(event.type === 'pointercancel' || this.order.join() === this.#before.join());
  };

  readonly #keep = (): void => { this.#answer(); };

  protected override render(): TemplateResult {
    const { words, model, held } = this;
    const ranked = model.chosen.length > 0;
    const n = this.order.length;
    return html`<p class="rank-how" id=${`${model.id}-how`}>${words.rankHow}</p>
      <ol class=${ranked ? 'ranks ranked' : 'ranks'} @keydown=${this.#key} @click=${this.#press} @pointerdown=${this.#down} @pointermove=${this.#drag} @pointerup=${this.#up} @pointercancel=${this.#up}>${this.order.map((key, i) => {
        const title = this.#title(key);
        return html`<li class=${held === key ? 'rank held' : 'rank'}>
          <button type="button" class="grip" part="control" data-at=${i} tabindex=${i === this.active ? 0 : -1} aria-pressed=${held === key} aria-describedby=${`${model.id}-how`}><span class="place" aria-hidden="true">${ranked || held !== undefined ? i + 1 : '–'}</span><span>${title}<span class="sr">(${ranked || held !== undefined ? format(words.rankPlace, { place: String(i + 1), of: String(n) }) : words.rankOpen})</span></span></button>
          <button type="button" class="move up" data-at=${i} tabindex="-1" aria-label=${`${words.rankUp}: ${title}`} aria-disabled=${i === 0 ? 'true' : nothing}>${words.rankUp}</button>
          <button type="button" class="move down" data-at=${i} tabindex="-1" aria-label=${`${words.rankDown}: ${title}`} aria-disabled=${i === n - 1 ? 'true' : nothing}>${words.rankDown}</button></li>`;
      })}</ol>
      ${ranked ? nothing : html`<div class="actions"><button type="button" class="small" @click=${this.#keep}>${words.rankKeep}</button></div>`}
      <p class="sr" role="status">${this.said}</p>`;
  }
}

/** Two copies on one page never throw: the first one stays. */
export function defineRanking(): void {
  if (!customElements.get('dvc-ranking')) customElements.define('dvc-ranking', DvcRanking);
}
