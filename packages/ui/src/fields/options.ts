import type { FieldModel, Option } from '../model.js';
import { described, make, other } from './frame.js';
import type { Kept } from './keep.js';

function option({ id }: FieldModel, { value }: Option, i: number, type: 'radio' | 'checkbox'): HTMLElement {
  const card = make('div', 'option');
  const input = make('input');
  input.type = type;
  input.id = `${id}-${i}`;
  // Radios exclude each other by name within one tree; rows of a list have ids of their own.
  input.name = id;
  input.value = value;
  input.setAttribute('part', 'control');
  const caption = make('label');
  caption.htmlFor = input.id;
  card.append(input, caption);
  return card;
}

function name(caption: HTMLLabelElement, { label, hint }: Option): void {
  caption.textContent = label;
  if (!hint) return;
  const note = make('span', 'hint', hint);
  note.id = `${caption.htmlFor}-hint`;
  caption.append(note);
}

/** Another language has the same options: built anew, the one with the focus would lose it. */
const sameValues = (now: readonly Option[], was: readonly Option[]) => now.length === was.length && now.every(({ value }, i) => value === was[i]!.value);

/** Builds the cards when the list changed, and ticks what is chosen. */
export function fill(kept: Kept, m: FieldModel, was: FieldModel | undefined, type: 'radio' | 'checkbox'): void {
  const rebuilt = other(m, was) || m.options !== was?.options;
  if (rebuilt) {
    const { options = [] } = m;
    if (other(m, was) || !sameValues(options, was?.options ?? [])) kept.box.replaceChildren(...options.map((each, i) => option(m, each, i, type)));
    kept.box.querySelectorAll('label').forEach((caption, i) => name(caption, options[i]!));
  }
  if (!rebuilt && m.chosen === was?.chosen && m.disabled === was?.disabled && !m.error === !was?.error && described(m) === described(was)) return;
  for (const input of kept.box.querySelectorAll('input')) {
    const on = m.chosen?.includes(input.value) ?? false;
    if (input.checked !== on) input.checked = on;
    input.disabled = m.disabled;
    // A radio is not valid or invalid by itself: its group is.
    if (type === 'checkbox') {
      if (m.error) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    }
  }
}
