import { format, type Words } from '@dvc/locale';
import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { FieldModel, Option } from '../model.js';
import { comboboxStyles } from './combobox.styles.js';
import { pressed } from './keys.js';
import { adopt, raise } from './place.js';
import { comboTemplate, CAP } from './template.js';
import { exactly, search } from './search.js';

/** What `dvc-choose` carries: the option chosen (none when emptied), or the text that names no option yet. */
export type ComboboxChoice = { id: string; chosen: readonly string[] } | { id: string; text: string };

// A screen reader that is interrupted at every key says nothing at all.
const SAY_AFTER_MS = 700;

/**
 * A text box with a list that narrows as one types. It renders into the form's own shadow root, so that label, hint
 * and error can be referenced; the popup goes to the top layer, where no containment of the field clips it.
 */
export class DvcCombobox extends LitElement {
  static override properties = {
    model: { attribute: false }, words: { attribute: false },
    used: { state: true }, open: { state: true }, active: { state: true }, results: { state: true }, busy: { state: true }, missing: { state: true }, said: { state: true },
  };
  declare model: FieldModel;
  declare words: Words;
  // What the template and the keys use; not for others.
  /** Focused once: until then there is no popup in the page, only the input. */
  declare used: boolean;
  declare open: boolean;
  declare active: number;
  declare results: readonly Option[];
  declare busy: boolean;
  declare missing: boolean;
  declare said: string;

  query = '';
  private options: readonly Option[] | undefined;
  private asked: FieldModel['loadOptions'];
  /** Typed since the last choice. */
  private dirty = false;
  composing = false;
  private saying: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.used = this.open = this.busy = this.missing = false;
    this.active = -1;
    this.results = [];
    this.said = '';
  }

  protected override createRenderRoot(): HTMLElement { return this; }

  protected override shouldUpdate(): boolean { return Boolean(this.model && this.words); }

  override connectedCallback(): void {
    super.connectedCallback();
    adopt(this, comboboxStyles);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.saying);
    this.open = false;
  }

  get input(): HTMLInputElement { return this.querySelector('input') as HTMLInputElement; }
  /** What the popup lists of the results. */
  get shownResults(): readonly Option[] { return this.results.slice(0, CAP); }
  private get focused(): boolean { return (this.getRootNode() as ShadowRoot).activeElement === this.input; }
  get free(): boolean { return this.missing || this.model.listMissing === true; }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('model')) return;
    const was = changed.get('model') as FieldModel | undefined;
    const { model } = this;
    if (model.options) this.options = model.options;
    else if (was && was.loadOptions !== model.loadOptions) {
      this.options = this.asked = undefined;
      this.missing = false;
    }
    if (!this.options && (model.chosen?.length || (was && this.focused))) void this.load();
    if (this.open) this.find();
  }

  protected override updated(changed: PropertyValues): void {
    const { input } = this;
    // Never while someone types there; and what names no option stays as typed.
    if ((changed.has('model') || changed.has('busy')) && !this.focused && !(changed.has('busy') && this.dirty)) {
      const shown = this.shown();
      if (input.value !== shown) {
        input.value = shown;
        this.dirty = false;
      }
    }
    raise(this.querySelector<HTMLElement>('.combo-popup'), input, this.open);
    if (changed.has('active') && this.active >= 0) this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  /** What the input shows when nobody types: the name of the chosen option, else the text. */
  private shown(): string {
    const code = this.model.chosen?.[0];
    return (code === undefined ? undefined : this.options?.find(option => option.value === code)?.label) ?? this.model.text;
  }

  private async load(): Promise<void> {
    const { model } = this;
    if (this.options || model.listMissing || !model.loadOptions || this.asked === model.loadOptions) return;
    const asked = this.asked = model.loadOptions;
    this.busy = true;
    this.say();
    let late = false;
    try {
      const options = await asked();
      if (this.asked !== asked) return;
      this.options = options;
      // Asked again while someone types: the list is there after all.
      late = this.missing && this.dirty && this.focused;
      this.missing = false;
    } catch {
      if (this.asked !== asked) return;
      // Asked again at the next focus: the connection may be back.
      this.asked = undefined;
      this.missing = true;
      this.open = false;
    }
    this.busy = false;
    if (late) this.show(true);
    this.find();
    this.say();
    if (this.dirty && !this.focused) this.settle();
  }

  private find(): void {
    const found = this.options ? (this.query ? (this.model.search ?? search)(this.query, this.options, this.options.length) : this.options) : [];
    this.results = found;
    if (this.active >= Math.min(found.length, CAP)) this.active = -1;
  }

  show(open: boolean): void {
    if (open === this.open || (open && (this.free || this.model.disabled || this.model.readOnly))) return;
    this.used = true;
    this.open = open;
    this.active = -1;
    if (open) {
      void this.load();
      // What is chosen already is no query: opening shows the whole list, at the choice.
      this.query = this.dirty ? this.input.value.trim() : '';
      this.find();
      this.say();
    }
  }

  private emit(choice: { chosen: readonly string[] } | { text: string }): void {
    this.dispatchEvent(new CustomEvent<ComboboxChoice>('dvc-choose', { bubbles: true, detail: { id: this.model.id, ...choice } }));
  }

  choose(option: Option): void {
    const { dirty } = this;
    this.input.value = option.label;
    this.dirty = false;
    this.query = '';
    this.show(false);
    if (option.value !== this.model.chosen?.[0] || dirty) this.emit({ chosen: [option.value] });
  }

  /** On leaving: a text that names exactly one option is that option. */
  private settle(): void {
    const option = this.dirty && !this.free && this.options ? exactly(this.input.value, this.options) : undefined;
    if (option) this.choose(option);
  }

  typed(): void {
    if (this.composing) return;
    const text = this.input.value;
    this.dirty = true;
    this.emit(text.trim() ? { text } : { chosen: [] });
    this.query = text.trim();
    this.active = -1;
    if (this.open) this.find();
    else if (this.focused) this.show(true);
    void this.load();
    this.say();
  }

  readonly onInput = (event: Event): void => {
    // The form hears `dvc-choose`; the native event would tell it the same a second time.
    event.stopPropagation();
    if (event.type === 'input') this.typed();
  };
  readonly onCompose = (event: Event): void => {
    this.composing = event.type === 'compositionstart';
    // Chromium's last `input` comes before `compositionend`.
    if (!this.composing) this.typed();
  };

  readonly onFocus = (): void => {
    this.used = true;
    void this.load();
  };

  readonly onBlur = (): void => {
    this.composing = false;
    this.show(false);
    this.settle();
  };

  readonly onKey = (event: KeyboardEvent): void => { pressed(this, event); };

  readonly onPoint = (): void => { this.show(true); };
  readonly onToggle = (): void => {
    const open = !this.open;
    this.input.focus();
    this.show(open);
  };
  /** The input keeps the focus while an option is pressed. */
  readonly hold = (event: Event): void => { event.preventDefault(); };
  readonly onPick = (event: Event): void => {
    const at = (event.target as Element).closest('[role=option]')?.getAttribute('data-at');
    const option = at ? this.results[+at] : undefined;
    if (option) this.choose(option);
  };

  private say(): void {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => {
      const { words } = this;
      this.said = this.busy ? words.comboLoading : !this.open ? '' : this.results.length ? format(words.comboCount, { n: this.results.length }, words.lang) : words.comboNone;
    }, SAY_AFTER_MS);
  }

  protected override render(): TemplateResult { return comboTemplate(this); }
}

/** Two copies on one page never throw: the first one stays. */
export function defineCombobox(): void {
  if (!customElements.get('dvc-combobox')) customElements.define('dvc-combobox', DvcCombobox);
}
