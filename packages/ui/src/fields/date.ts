import { html, type TemplateResult } from 'lit';
import type { ControlChange, FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { write } from './composing.js';
import { attr, described, frame, make, other } from './frame.js';
import { keep, type Kept } from './keep.js';

const PARTS = ['day', 'month', 'year'] as const;

const boxes = (root: Element) => root.querySelectorAll<HTMLInputElement>('.date input[inputmode]');

function hintOf(m: FieldModel, words: FieldWords): string {
  const own = m.hint ? `${m.hint.trim()}${/[.!?…:]$/.test(m.hint.trim()) ? '' : '.'} ` : '';
  return `${own}${words.dateExample}${m.control === 'partial-date' ? `. ${words.partialDate}` : ''}`;
}

/** Day, month, year of `dd/mm/yyyy`; a tidied partial date has fewer parts, and the year is always the last: `1960`, `05/1960`. */
function partsOf(text: string): [string, string, string] {
  const parts = text.split('/');
  while (parts.length < 3) parts.unshift('');
  return parts as [string, string, string];
}

/** Which of the three boxes an error is about: those left empty or impossible by themselves; when no single one is, all. */
function wrong(m: FieldModel): boolean[] {
  if (!m.error) return [false, false, false];
  const [day, month, year] = partsOf(m.text);
  const partial = m.control === 'partial-date';
  const bad = [
    day ? !(+day >= 1 && +day <= 31) : !partial,
    month ? !(+month >= 1 && +month <= 12) : !partial || day !== '',
    !/^\d{4}$/.test(year),
  ];
  return bad.includes(true) ? bad : [true, true, true];
}

function box(m: FieldModel, words: FieldWords, i: number): HTMLElement {
  const part = PARTS[i]!;
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
  const cell = make('div');
  cell.append(caption, input);
  return cell;
}

// A birth date years back is three numbers to type; a calendar would ask for hundreds of presses.
const wantsPicker = (m: FieldModel) => m.control === 'date' && !m.autocomplete?.startsWith('bday') && 'showPicker' in HTMLInputElement.prototype;

function picker(words: FieldWords): HTMLElement {
  const cell = make('div', 'picker');
  const button = make('button', 'small', words.pickDate);
  button.type = 'button';
  button.dataset['action'] = 'pick-date';
  cell.append(button);
  return cell;
}

function date(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  const hint = hintOf(m, words);
  const wasHint = was && !kept.fresh ? hintOf(was, words) : undefined;
  frame(kept, m, words, was, hint, wasHint);
  const rebuilt = other(m, was) || m.control !== was?.control;
  if (rebuilt) kept.box.replaceChildren(...PARTS.map((_, i) => box(m, words, i)), ...(wantsPicker(m) ? [picker(words)] : []));
  else if (kept.fresh) {
    // Another language: the boxes stay, with what is half typed and the focus in them.
    kept.box.querySelectorAll('label').forEach((caption, i) => { caption.textContent = words[PARTS[i]!]; });
    kept.box.querySelector('button')?.replaceChildren(words.pickDate);
  }
  const withHint = { ...m, hint };
  attr(kept.root, 'aria-describedby', described(withHint), rebuilt || !was ? '' : described({ ...was, hint: wasHint ?? hint }));
  const bad = wrong(m);
  const text = partsOf(m.text);
  boxes(kept.root).forEach((input, i) => {
    // The error again on the box: group descriptions are not read on every move inside the group.
    attr(input, 'aria-describedby', m.error ? `${m.id}-error` : undefined, input.getAttribute('aria-describedby') ?? undefined);
    attr(input, 'aria-invalid', bad[i] ? 'true' : undefined, input.getAttribute('aria-invalid') ?? undefined);
    attr(input, 'aria-required', m.required && (m.control === 'date' || i === 2) ? 'true' : undefined, input.getAttribute('aria-required') ?? undefined);
    input.disabled = m.disabled;
    if (rebuilt || m.text !== was?.text) write(input, text[i] ?? '');
  });
  for (const button of kept.box.querySelectorAll('button')) button.disabled = m.disabled;
}

/** A whole or partial date in three boxes, named in words. */
export function dateView(model: FieldModel, words: FieldWords): TemplateResult {
  return html`<fieldset class="field" part="field" data-date ${keep(model, words, date)}><legend part="label"></legend><div class="date"></div></fieldset>`;
}

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

function spread(root: Element, parts: readonly string[] | undefined): boolean {
  if (parts) boxes(root).forEach((input, i) => { input.value = parts[i] ?? ''; });
  return !!parts;
}

/** Reads the three boxes as `d/m/y`; a whole date pasted, typed into one box or picked fills all three first. */
export function readDate(event: Event, root: HTMLElement): ControlChange | undefined {
  const target = event.composedPath()[0] as HTMLElement;
  const id = root.dataset['field']!;
  if (event.type === 'click') {
    if (target.dataset['action'] === 'pick-date') open(root);
    return undefined;
  }
  if (event.type === 'paste') {
    if (!spread(root, splitDate((event as ClipboardEvent).clipboardData?.getData('text') ?? ''))) return undefined;
    event.preventDefault();
  } else if (target instanceof HTMLInputElement) {
    if (target.type === 'date') {
      // Chromium sends `input` and `change` for one pick, and an empty value when it is cleared.
      if (event.type !== 'change' || !spread(root, splitDate(target.value))) return undefined;
    } else if (event.type === 'change' || event.type === 'focusout') spread(root, splitDate(target.value));
  }
  const text = [...boxes(root)].map(input => input.value.replace(/\//g, ' ')).join('/');
  return { id, text: text === '//' ? '' : text };
}

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
  const [day, month, year] = [...boxes(root)].map(input => input.value.trim());
  native.value = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
  // Refused in a frame of another origin: typing stays.
  try { native.showPicker(); } catch { boxes(root)[0]?.focus(); }
}
