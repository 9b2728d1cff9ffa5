import { locate, type Store } from '@dvc/core';
import { focusField, leftField, readAction, readControl, type Action as Press } from '@dvc/ui/read-control.js';

/** What the form does with a press that is not about an answer. */
export interface Presses { press(press: Press): void; /** `id`: of the place whose answer the file is; undefined for a paper */ chooseFiles(input: HTMLInputElement, id?: string): void; answered(id: string): void; /** a file is about to be chosen */ leaving(): void }

const RELEASES = ['pointerup', 'pointercancel'];

/**
 * The one set of listeners of a form. Reads controls, speaks to the store, and keeps its hands off while someone composes
 * with Telex or VNI: no answer is read, so no error appears, until the word is done.
 */
export class FormEvents {
  readonly #store: Store;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #presses: Presses;
  #composing = false;
  #pressing = false;
  #left: string[] = [];

  constructor(store: Store, ids: ReadonlyMap<string, string>, presses: Presses) {
    this.#store = store;
    this.#ids = ids;
    this.#presses = presses;
  }

  handleEvent(event: Event): void {
    switch (event.type) {
      case 'compositionstart': this.#composing = true; readControl(event); return;
      case 'compositionend': this.#composing = false; this.#read(event); return;
      case 'keydown': case 'keypress': return this.#key(event as KeyboardEvent);
      case 'pointerdown': return this.#pressed();
      case 'pointerup': case 'pointercancel': return this.#released();
      case 'click': return this.#click(event);
      case 'focusout': return this.#focusout(event as FocusEvent);
      default: return this.#read(event);
    }
  }

  #read(event: Event): void {
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement && target.type === 'file') {
      if (event.type === 'change') this.#presses.chooseFiles(target, this.#ids.get(target.closest<HTMLElement>('[data-reader=file]')?.dataset['field'] ?? ''));
      return;
    }
    if (this.#composing) return;
    const change = readControl(event);
    const id = change && this.#ids.get(change.id);
    if (!change || id === undefined) return;
    const before = this.#store.state;
    if (change.chosen) this.#store.dispatch({ type: 'chosen', id, chosen: change.chosen });
    else if (change.text !== undefined && (event.type === 'input' || event.type === 'compositionend' || event.type === 'paste' || event.type === 'click' || event.type === 'dvc-choose' || this.#textDiffers(id, change.text))) {
      this.#store.dispatch({ type: 'typed', id, text: change.text });
    }
    if (this.#store.state !== before) this.#presses.answered(id);
  }

  /** `change` comes after the last `input`: only autofill and old keyboards bring something new with it. */
  #textDiffers(id: string, text: string): boolean {
    const node = locate(this.#store.state.root, id)?.node;
    return node !== undefined && node.text !== text && !(node.text === undefined && text === '');
  }

  /**
   * Enter must not reach the page: ASP.NET wraps everything in one form and presses its default button at any Enter that
   * does not come from a text area, and for the page every key of ours comes from the host element.
   */
  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.stopPropagation();
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement && target.type !== 'file') event.preventDefault();
  }

  #click(event: Event): void {
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement && target.type === 'file') this.#presses.leaving();
    const press = readAction(event);
    // The calendar is the field's own affair.
    if (press && press.action !== 'pick-date') this.#presses.press(press);
    else this.#read(event);
  }

  /**
   * An error that appears between pointerdown and click would push the button away from under the finger, and the press
   * would be lost. So while something is being pressed, leaving waits for the press.
   */
  #focusout(event: FocusEvent): void {
    // Some Android keyboards leave without compositionend: what they wrote has not been read yet.
    if (this.#composing) {
      this.#composing = false;
      this.#read(event);
    } else readControl(event);
    if (!leftField(event)) return;
    const field = event.composedPath().find((each): each is HTMLElement => each instanceof HTMLElement && each.dataset['field'] !== undefined);
    const id = this.#ids.get(field?.dataset['field'] ?? '');
    if (id === undefined) return;
    if (this.#pressing) this.#left.push(id);
    // Chromium says focusout while Lit takes out a field that has the focus: what follows from it waits until that is drawn.
    else queueMicrotask(() => this.#store.dispatch({ type: 'left', id }));
  }

  /** Let go anywhere: a selection is often drawn out of the form. */
  #pressed(): void {
    this.#pressing = true;
    for (const type of RELEASES) addEventListener(type, this, { capture: true, once: true });
  }

  #released(): void {
    for (const type of RELEASES) removeEventListener(type, this, true);
    setTimeout(() => {
      this.#pressing = false;
      for (const id of this.#left.splice(0)) this.#store.dispatch({ type: 'left', id });
    });
  }
}

export { focusField };
