import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import type { Kept } from './keep.js';

/** Sets or removes an attribute when it differs from what the last model asked for; the page itself is never read. */
export function attr(element: Element, name: string, now: string | undefined, was: string | undefined): void {
  if (now === was) return;
  if (now === undefined) element.removeAttribute(name);
  else element.setAttribute(name, now);
}

/** A new element with a class and a text. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className?: string, text?: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

type Note = 'hint' | 'error' | 'warning';

function note(kept: Kept, kind: Note, id: string, text: string | undefined, before: Element | null, lead = ''): void {
  const old = kept[kind];
  if (!text) {
    old?.remove();
    delete kept[kind];
    return;
  }
  const p = old ?? make('p', kind);
  p.id = `${id}-${kind}`;
  // An error is red for the eye; "Lỗi:" is for the ear.
  p.replaceChildren(...(kind === 'error' ? [make('span', 'sr', `${lead} `)] : []), kind === 'warning' ? `${lead} ${text}` : text);
  if (old) return;
  p.setAttribute('part', kind);
  kept.root.insertBefore(p, before);
  kept[kind] = p;
}

/** ids of the notes that exist, for `aria-describedby`. */
export function described(m: FieldModel | undefined, extra?: string): string | undefined {
  if (!m) return undefined;
  let ids = m.hint ? `${m.id}-hint` : '';
  if (m.error) ids += ` ${m.id}-error`;
  if (m.warning) ids += ` ${m.id}-warning`;
  if (extra) ids += ` ${m.id}-${extra}`;
  return ids.trim() || undefined;
}

/** The author's hint and ours, one after the other. */
export const hintOf = ({ hint }: FieldModel, ours: string): string => (hint ? `${hint.trim().replace(/[^.!?…:]$/, '$&.')} ${ours}` : ours);

/**
 * What every field has: id, label with "(bắt buộc)" in words, then hint, error and warning between label and control.
 * `hint` replaces the model's hint where a control adds to it.
 */
export function frame(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined, hint = m.hint, wasHint = was?.hint): void {
  const { root, caption, box, fresh } = kept;
  const { id } = m;
  const moved = fresh || id !== was?.id;
  if (moved) root.dataset['field'] = id;
  if (moved || m.label !== was?.label || m.required !== was.required) {
    caption.textContent = m.label;
    if (m.required) caption.append(' ', make('span', 'need', words.required));
  }
  if (!was?.error !== !m.error) root.classList.toggle('invalid', !!m.error);
  // Last first: each stands before the one that is there already.
  if (m.warning !== was?.warning || (m.warning && moved)) note(kept, 'warning', id, m.warning, box, words.warning);
  if (m.error !== was?.error || (m.error && moved)) note(kept, 'error', id, m.error, kept.warning ?? box, words.error);
  if (hint !== wasHint || (hint && moved)) note(kept, 'hint', id, hint, kept.error ?? kept.warning ?? box);
}

const yes = (is: boolean | undefined) => (is ? 'true' : undefined);

/** The attributes that say to everyone, screen readers included, what a control is and how it stands. */
export function wire(control: Element, m: FieldModel, was: FieldModel | undefined, extra?: string): void {
  attr(control, 'aria-describedby', described(m, extra), described(was, extra));
  attr(control, 'aria-invalid', yes(!!m.error), yes(!!was?.error));
  // aria-required, not required: the native one brings bubbles in the browser's language, and red before anyone typed.
  attr(control, 'aria-required', yes(m.required), yes(was?.required));
}

/** Is this the first time that something is put in, or the element of another field that is used again? */
export const other = (m: FieldModel, was: FieldModel | undefined): boolean => m.id !== was?.id;
