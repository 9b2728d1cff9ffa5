import { datePartsOf, plain, type FormHand } from './hand.js';
import { blur, chooseFiles, keyIn, pressOn } from './gestures.js';

type FormElement = HTMLElement & { readonly updateComplete: Promise<unknown> };
/** A back end that never answers must not hold up who looks at that. */
const BUSY_MS = 1000;
type Box = HTMLInputElement | HTMLTextAreaElement;

const CAPTION = 'label[part~=label], legend[part~=label], .term[part~=label], .option > label[part~=label], h3[part~=label]';

/** What a label says without its mark "(bắt buộc)". */
function caption(element: Element | null): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  for (const mark of copy.querySelectorAll('.need, .hint')) mark.remove();
  return plain(copy.textContent);
}

/** A hand on a form in this page. */
export class PageHand implements FormHand {
  readonly form: FormElement;
  readonly #scopes: readonly string[];

  constructor(form: FormElement, scopes: readonly string[] = []) {
    this.form = form;
    this.#scopes = scopes;
  }

  within(heading: string): PageHand { return new PageHand(this.form, [...this.#scopes, heading]); }

  async type(label: string, text: string): Promise<void> {
    keyIn(this.#box(label), text);
    await this.settled();
  }

  async fill(label: string, text: string): Promise<void> {
    const box = this.#box(label);
    box.focus();
    box.value = '';
    if (text === '') box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'deleteContentBackward' }));
    else keyIn(box, text);
    await this.leave();
  }

  async date(label: string, text: string): Promise<void> {
    const parts = datePartsOf(text);
    for (const [i, box] of this.dateBoxes(label).entries()) {
      box.focus();
      box.value = '';
      keyIn(box, parts[i]!, true);
    }
    await this.leave();
  }

  async choose(label: string, option: string): Promise<void> {
    const field = this.field(label);
    const select = field.querySelector('select');
    if (select) {
      const wanted = [...select.options].find((each) => plain(each.textContent) === option);
      if (!wanted) throw new Error(`“${label}” has no option “${option}”, only: ${[...select.options].map((each) => plain(each.textContent)).join(' | ')}`);
      select.focus();
      select.value = wanted.value;
      for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    } else {
      const cards = [...field.querySelectorAll('.option')];
      const wanted = cards.find((each) => caption(each.querySelector('label')) === option);
      if (!wanted) throw new Error(`“${label}” has no option “${option}”, only: ${cards.map((each) => caption(each.querySelector('label'))).join(' | ')}`);
      pressOn(wanted.querySelector('input')!);
    }
    await this.settled();
  }

  async tick(statement: string): Promise<void> {
    pressOn(this.field(statement).querySelector<HTMLInputElement>('input[type=checkbox]')!);
    await this.settled();
  }

  async pick(label: string, query: string, option: string): Promise<void> {
    const box = this.#box(label);
    box.focus();
    box.value = '';
    keyIn(box, query);
    const options = () => [...this.field(label).querySelectorAll<HTMLElement>('[role=option]')];
    const named = () => options().find((each) => plain(each.textContent) === option || plain(each.firstChild?.textContent) === option || [...each.childNodes].some((node) => plain(node.textContent) === option));
    await until(() => named() !== undefined, () => `“${label}” offers no “${option}” for “${query}”, only: ${options().map((each) => plain(each.textContent)).join(' | ')}`);
    pressOn(named()!, box);
    await this.leave();
  }

  async press(name: string): Promise<void> {
    pressOn(this.button(name));
    await this.settled();
  }

  async attach(paper: string, ...files: readonly File[]): Promise<void> {
    const input = this.field(paper).querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error(`“${paper}” takes no file now`);
    chooseFiles(input, files);
    await this.settled();
  }

  async leave(): Promise<void> {
    blur(this.#root.activeElement);
    await this.settled();
  }

  async shows(label: string): Promise<boolean> { return this.#find(label) !== undefined; }

  async value(label: string): Promise<string> {
    const field = this.field(label);
    const shown = field.querySelector('.value');
    if (shown) return plain(shown.textContent);
    const select = field.querySelector('select');
    if (select) return select.value === '' ? '' : plain(select.selectedOptions[0]?.textContent);
    const ticked = [...field.querySelectorAll<HTMLInputElement>('.option input:checked')];
    if (ticked.length > 0 || field.querySelector('.option')) return ticked.map((each) => caption(each.parentElement!.querySelector('label'))).join(', ');
    const boxes = [...field.querySelectorAll<Box>('input:not([type=date]), textarea')];
    return boxes.map(({ value }) => value).join('/');
  }

  async error(label: string): Promise<string> {
    const note = this.field(label).querySelector(':scope > .error, :scope > * > .error')?.cloneNode(true) as Element | undefined;
    note?.querySelector('.sr')?.remove();
    return plain(note?.textContent);
  }

  async summary(): Promise<string[]> { return [...this.#root.querySelectorAll('[part~=summary] a')].map((each) => plain(each.textContent)); }

  async heading(): Promise<string> { return plain(this.#root.querySelector('.page .step-head h2, .acknowledgement h2')?.textContent); }

  async text(): Promise<string> { return plain((this.scope as HTMLElement).innerText ?? this.scope.textContent); }

  async focus(): Promise<string> {
    const at = this.#root.activeElement;
    if (!at) return '';
    const labelled = at.getAttribute('aria-labelledby')?.split(' ').map((id) => this.#root.getElementById(id));
    if (at.matches('button, a, [role=heading], h1, h2, h3')) return plain(at.getAttribute('aria-label') ?? at.textContent);
    if (labelled) return labelled.map(caption).join(' ');
    const label = (at as HTMLInputElement).labels?.[0];
    return label ? caption(label) : plain(at.textContent);
  }

  // For tests that look closer

  /** The root in which the form's controls stand. */
  get #root(): ShadowRoot { return this.form.shadowRoot!; }

  /** Waits for the form and for what its controls do by themselves. */
  async settled(): Promise<void> {
    const pause = (ms?: number) => new Promise((resolve) => { setTimeout(resolve, ms); });
    const end = Date.now() + BUSY_MS;
    for (let i = 0; i < 3; i++) {
      await this.form.updateComplete;
      await pause();
    }
    while (this.#root.querySelector('[aria-busy=true]') && Date.now() < end) await pause(10);
    await this.form.updateComplete;
  }

  /** The innermost part of the form that `within` named. */
  get scope(): Element | ShadowRoot {
    let at: Element | ShadowRoot = this.#root;
    for (const heading of this.#scopes) {
      const titles: Element[] = [...at.querySelectorAll('legend .heading, .row .heading, .rows .heading, .step-head h2, h3')];
      const title = titles.find((each) => caption(each) === heading);
      if (!title) throw new Error(`no part has the heading “${heading}”, only: ${titles.map(caption).join(' | ')}`);
      at = title.closest('fieldset, .row, .rows, section, .paper')!;
    }
    return at;
  }

  #find(label: string): HTMLElement | undefined {
    const found = [...this.scope.querySelectorAll(CAPTION)].find((each) => caption(each) === label);
    return found?.closest<HTMLElement>('[data-field]') ?? undefined;
  }

  /** The field with this label: label, hint, error and control. */
  field(label: string): HTMLElement {
    const found = this.#find(label);
    if (!found) throw new Error(`no field has the label “${label}”, only: ${[...this.scope.querySelectorAll(CAPTION)].map(caption).join(' | ')}`);
    return found;
  }

  /** The control of a field; the first of several. */
  control(label: string): HTMLElement { return this.field(label).querySelector<HTMLElement>('[part~=control]')!; }

  #box(label: string): Box {
    const box = this.field(label).querySelector<Box>('input:not([type=radio]):not([type=checkbox]), textarea');
    if (!box) throw new Error(`“${label}” is not typed into`);
    return box;
  }

  /** Day, month and year. */
  dateBoxes(label: string): HTMLInputElement[] { return [...this.field(label).querySelectorAll<HTMLInputElement>('.date input[inputmode]')]; }

  /** A button or link by its name. */
  button(name: string): HTMLElement {
    const all = [...this.scope.querySelectorAll<HTMLElement>('button, a[data-action]')];
    const found = all.find((each) => plain(each.getAttribute('aria-label') ?? each.textContent) === name) ?? all.find((each) => plain(each.textContent) === name);
    if (!found) throw new Error(`no button is named “${name}”, only: ${all.map((each) => plain(each.getAttribute('aria-label') ?? each.textContent)).join(' | ')}`);
    return found;
  }
}

/** Looks again until it is so; throws with the sentence after `patienceMs`. */
export async function until(isSo: () => boolean, otherwise: () => string, patienceMs = 3000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(otherwise());
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}
