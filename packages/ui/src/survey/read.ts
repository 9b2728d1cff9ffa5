import type { AnswerChange } from './model.js';

/** The question that an event belongs to: the innermost, so that the box of "khác" is not its question. */
export function questionOf(event: Event): HTMLElement | undefined {
  // composedPath, not target: a listener outside the root would see the host.
  for (const node of event.composedPath()) {
    if (node instanceof ShadowRoot) return undefined;
    if (node instanceof HTMLElement && node.dataset['field']) return node;
  }
  return undefined;
}

type Reader = (event: Event, field: HTMLElement) => AnswerChange | undefined;
/** How a question of several boxes is read, by its `data-reader`; known once its view is. */
export const readers: Record<string, Reader | undefined> = {};

/** What a person just did, from `input`, `change`, and `dvc-answer` or `dvc-choose` of the controls that have a life of their own. Undefined: nothing changed. */
export function readAnswer(event: Event): AnswerChange | undefined {
  if (event.type === 'dvc-answer' || event.type === 'dvc-choose') {
    const { id, text, keys, chosen } = (event as CustomEvent<AnswerChange & { chosen?: readonly string[] }>).detail;
    return { id, ...(text === undefined ? {} : { text }), ...(keys ?? chosen ? { keys: keys ?? chosen } : {}) } as AnswerChange;
  }
  const field = questionOf(event);
  const id = field?.dataset['field'];
  const box = event.composedPath()[0];
  if (!field || !id) return undefined;
  const reader = field.dataset['reader'];
  if (reader) return readers[reader]?.(event, field);
  if (event.type !== 'input' && event.type !== 'change') return undefined;
  if (box instanceof HTMLSelectElement) return { id, keys: box.value ? [box.value] : [] };
  if (box instanceof HTMLTextAreaElement) return { id, text: box.value };
  if (!(box instanceof HTMLInputElement) || box.getAttribute('role') === 'combobox') return undefined;
  if (box.type === 'radio') return { id, keys: [box.value] };
  if (box.type !== 'checkbox') return { id, text: box.value };
  return { id, keys: takenIn(field, box) };
}

/** What is ticked now: a choice that stands alone drives out the others, and they drive it out. */
function takenIn(field: HTMLElement, box: HTMLInputElement): string[] {
  const alone = (each: HTMLInputElement) => each.dataset['alone'] !== undefined;
  return [...field.querySelectorAll<HTMLInputElement>('input[type=checkbox]:checked')]
    .filter((each) => each.closest('[data-field]') === field && (each === box || !box.checked || (!alone(box) && !alone(each)))).map(({ value }) => value);
}

/** Brings a question into sight and gives its control the focus: the box that is wrong, the choice that is taken, else the first. */
export function focusQuestion(root: ParentNode, id: string): boolean {
  const field = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"]`);
  if (!field) return false;
  const control = field.querySelector<HTMLElement>('input:checked') ?? field.querySelector<HTMLElement>('input:not(:disabled):not([tabindex="-1"]), select, textarea, [tabindex="0"]') ?? field;
  if (control === field) field.tabIndex = -1;
  field.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
  return true;
}
