import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';

/** The elements of one field on the page, and what was last put into them. */
export interface Kept {
  readonly root: HTMLElement;
  /** label or legend */
  readonly caption: HTMLElement;
  /** The last child of the field: the control or what holds it. Notes stand before it. */
  readonly box: HTMLElement;
  hint?: HTMLElement;
  error?: HTMLElement;
  warning?: HTMLElement;
  /** The language changed, or nothing is there yet. */
  fresh: boolean;
}
export type Updater = (kept: Kept, now: FieldModel, words: FieldWords, was: FieldModel | undefined) => void;

// One directive per field instead of some twenty attribute bindings: Lit keeps an object per binding, so 1,000 fields
// would hold 20,000 of them and compare each on every render. A field whose model is the same object costs one comparison.
class Keep extends Directive {
  private kept: Kept | undefined;
  private model: FieldModel | undefined;
  private words: FieldWords | undefined;

  override render(_model: FieldModel, _words: FieldWords, _update: Updater): unknown { return noChange; }

  override update(part: ElementPart, [model, words, update]: [FieldModel, FieldWords, Updater]): unknown {
    if (model === this.model && words === this.words) return noChange;
    const root = part.element as HTMLElement;
    this.kept ??= { root, caption: root.querySelector<HTMLElement>('[part~=label]')!, box: root.lastElementChild as HTMLElement, fresh: true };
    this.kept.fresh = words !== this.words;
    update(this.kept, model, words, this.model);
    this.model = model;
    this.words = words;
    return noChange;
  }
}

/** Keeps the static elements of one field in step with its model. */
export const keep = directive(Keep);
