import { html, type TemplateResult } from 'lit';
import type { ControlChange, FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { write } from './composing.js';
import { attr, described, frame, hintOf, make, other } from './frame.js';
import { keep, type Kept } from './keep.js';

/** What is its own of a field of several boxes, of which the first three are day, month and year. */
export interface Boxes {
  /** The caption of each box, and what its id ends in. */
  readonly parts: readonly ('day' | 'month' | 'year' | 'clock')[];
  /** What is said after the author's hint. */
  readonly example: 'dateExample' | 'dateTimeExample';
  /** The model's text, divided among the boxes. */
  partsOf(text: string): readonly string[];
  /** What was written in one go into one box or pasted, divided among the boxes from the first on. */
  split(text: string): readonly string[] | undefined;
  /** Which of these parts an error is about; when no single one is, all. */
  wrong(parts: readonly string[], m: FieldModel): readonly boolean[];
}

const boxesIn = (root: Element) => [...root.querySelectorAll<HTMLInputElement>('.date input[inputmode]')];
const isPartial = (m: FieldModel) => m.control === 'partial-date';

function box(m: FieldModel, words: FieldWords, part: Boxes['parts'][number], i: number): HTMLElement {
  const input = make('input');
  // The first box is the control that links and labels lead to.
  input.id = i ? `${m.id}-${part}` : m.id;
  input.name = input.id;
  input.inputMode = 'numeric';
  // The password manager's and the browser's own memory of single numbers would cover the next box.
  input.autocomplete = (m.autocomplete === 'bday' ? `bday-${part}` : 'off') as AutoFill;
  input.setAttribute('part', 'control');
  const caption = make('label', '', words[part]);
  caption.htmlFor = input.id;
  const cell = make('div', part);
  cell.append(caption, input);
  return cell;
}

// A birth date years back is three numbers to type; a calendar would ask for hundreds of presses.
const wantsPicker = (m: FieldModel) => !isPartial(m) && !m.autocomplete?.startsWith('bday') && 'showPicker' in HTMLInputElement.prototype;

function picker(words: FieldWords): HTMLElement {
  const cell = make('div', 'picker');
  const button = make('button', 'small', words.pickDate);
  button.type = 'button';
  button.dataset['action'] = 'pick-date';
  cell.append(button);
  return cell;
}

/** What stands in the boxes, as `d/m/y` and a fourth part after a space; empty when they all are. */
const join = (root: Element): string =>
  boxesIn(root).map(({ value }, i) => (i < 3 ? `${i ? '/' : ''}${value.replace(/\//g, ' ')}` : value && ` ${value}`)).join('').replace(/^\/\/$/, '');

function update(kind: Boxes, kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  const ours = `${words[kind.example]}${isPartial(m) ? `. ${words.partialDate}` : ''}`;
  const hint = hintOf(m, ours);
  const wasHint = was && !kept.fresh && was.control === m.control ? hintOf(was, ours) : undefined;
  frame(kept, m, words, was, hint, wasHint);
  const rebuilt = other(m, was) || m.control !== was?.control;
  if (rebuilt) kept.box.replaceChildren(...kind.parts.map((part, i) => box(m, words, part, i)), ...(wantsPicker(m) ? [picker(words)] : []));
  else if (kept.fresh) {
    // Another language: the boxes stay, with what is half typed and the focus in them.
    kept.box.querySelectorAll('label').forEach((caption, i) => { caption.textContent = words[kind.parts[i]!]; });
    kept.box.querySelector('button')?.replaceChildren(words.pickDate);
  }
  const withHint = { ...m, hint };
  attr(kept.root, 'aria-describedby', described(withHint), rebuilt || !was ? '' : described({ ...was, hint: wasHint ?? hint }));
  const text = kind.partsOf(m.text);
  const bad = kind.wrong(text, m);
  // What reads as the model's text already stays as it is typed: `1/9/1990` in one box.
  const stale = rebuilt || (m.text !== was?.text && m.text !== join(kept.root));
  boxesIn(kept.root).forEach((input, i) => {
    // The error again on the box: group descriptions are not read on every move inside the group.
    attr(input, 'aria-describedby', m.error ? `${m.id}-error` : undefined, input.getAttribute('aria-describedby') ?? undefined);
    attr(input, 'aria-invalid', m.error && (bad[i] || !bad.includes(true)) ? 'true' : undefined, input.getAttribute('aria-invalid') ?? undefined);
    attr(input, 'aria-required', m.required && (!isPartial(m) || i === 2) ? 'true' : undefined, input.getAttribute('aria-required') ?? undefined);
    input.disabled = m.disabled;
    if (stale) write(input, text[i] ?? '');
  });
  for (const button of kept.box.querySelectorAll('button')) button.disabled = m.disabled;
}

/** A field of several boxes. */
export function boxesView(kind: Boxes): (model: FieldModel, words: FieldWords) => TemplateResult {
  const updater = update.bind(undefined, kind);
  return (model, words) => html`<fieldset class="field" part="field" data-reader=${model.control} ${keep(model, words, updater)}><legend part="label"></legend><div class="date"></div></fieldset>`;
}

function spread(root: Element, parts: readonly string[] | undefined): boolean {
  if (parts) boxesIn(root).forEach((input, i) => { input.value = parts[i] ?? (i < 3 ? '' : input.value); });
  return !!parts;
}

/** Reads the boxes as one text; a whole date pasted, typed into one box or picked fills them first. */
export const boxesReader = (kind: Boxes) => (event: Event, root: HTMLElement): ControlChange | undefined => {
  const target = event.composedPath()[0] as HTMLElement;
  if (event.type === 'click') {
    if (target.dataset['action'] === 'pick-date') open(root);
    return undefined;
  }
  if (event.type === 'paste') {
    if (!spread(root, kind.split((event as ClipboardEvent).clipboardData?.getData('text') ?? ''))) return undefined;
    event.preventDefault();
  } else if (target instanceof HTMLInputElement) {
    if (target.type === 'date') {
      // Chromium sends `input` and `change` for one pick, and an empty value when it is cleared.
      if (event.type !== 'change' || !spread(root, kind.split(target.value))) return undefined;
    } else if (event.type === 'change' || event.type === 'focusout') spread(root, kind.split(target.value));
  }
  return { id: root.dataset['field']!, text: join(root) };
};

function open(root: Element): void {
  const cell = root.querySelector('.picker');
  if (!cell) return;
  let native = cell.querySelector('input');
  if (!native) {
    // Made when first needed: 1,000 of them cost as much as 3,000 text boxes. It lies behind the button, where the calendar opens.
    native = make('input');
    native.type = 'date';
    native.tabIndex = -1;
    native.setAttribute('aria-hidden', 'true');
    cell.prepend(native);
  }
  const [day, month, year] = boxesIn(root).map(input => input.value.trim());
  native.value = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
  // Refused in a frame of another origin: typing stays.
  try { native.showPicker(); } catch { boxesIn(root)[0]?.focus(); }
}

/** Day, month, year of `dd/mm/yyyy`; a tidied partial date has fewer parts, and the year is always the last: `1960`, `05/1960`. */
function partsOf(text: string): string[] {
  const parts = text.split('/');
  while (parts.length < 3) parts.unshift('');
  return parts;
}

/** Which boxes of a date are empty or impossible by themselves. */
export const wrongParts = ([day, month, year]: readonly string[], m: FieldModel): boolean[] => [
  day ? !(+day >= 1 && +day <= 31) : !isPartial(m),
  month ? !(+month >= 1 && +month <= 12) : !isPartial(m) || !!day,
  !/^\d{4}$/.test(year!),
];

/**
 * Day, month and year of a date written in one go: `01/09/1990`, `1-9-1990`, `01091990`, `1990-09-01`, `09/1990`,
 * `ngày 1 tháng 9 năm 1990`. Undefined when it is not a date but, say, a lone number.
 */
export function splitDate(text: string): [string, string, string] | undefined {
  const t = text.normalize('NFC').trim().toLowerCase().replace(/ngày|tháng|năm/g, ' ').trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t.*)?$/.exec(t);
  if (iso) return [iso[3]!, iso[2]!, iso[1]!];
  const whole = /^(\d{1,2})[\s/.,-]+(\d{1,2})[\s/.,-]+(\d{4})$/.exec(t) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(t);
  if (whole) return [whole[1]!, whole[2]!, whole[3]!];
  const month = /^(\d{1,2})[\s/.,-]+(\d{4})$/.exec(t);
  return month ? ['', month[1]!, month[2]!] : undefined;
}

const date: Boxes = { parts: ['day', 'month', 'year'], example: 'dateExample', partsOf, split: splitDate, wrong: wrongParts };

const view = boxesView(date);
/** A whole or partial date in three boxes, named in words. */
export const views = { date: view, 'partial-date': view };
export const read = boxesReader(date);
