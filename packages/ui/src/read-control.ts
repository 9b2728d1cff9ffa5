import { noteComposition } from './fields/composing.js';
import { readField } from './fields/index.js';
import type { ControlChange } from './model.js';

/** The field that an event, or an element in the root, belongs to. */
export function fieldOf(event: Event): HTMLElement | undefined {
  // composedPath, not target: a listener outside the root would see the host.
  for (const node of event.composedPath()) {
    if (node instanceof ShadowRoot) return undefined;
    if (node instanceof HTMLElement && node.dataset['field']) return node;
  }
  return undefined;
}

/**
 * What a person just did to a control, from `input`, `change`, `focusout`, `click`, `paste`, `compositionstart`,
 * `compositionend` or the combobox's `dvc-choose`, all delegated to one listener. Undefined: nothing changed.
 * On `focusout` the answer is read once more; the form then knows that the field was left.
 */
export function readControl(event: Event): ControlChange | undefined {
  const { type } = event;
  if (type === 'dvc-choose') return (event as CustomEvent<ControlChange>).detail;
  const root = fieldOf(event);
  const target = event.composedPath()[0] as HTMLElement;
  const id = root?.dataset['field'];
  if (!root || !id) return undefined;
  if (type.startsWith('composition') || type === 'focusout') noteComposition(event, target);
  if (type === 'compositionstart' || target.getAttribute('role') === 'combobox') return undefined;
  const { reader } = root.dataset;
  if (reader) return readField(event, root, reader);
  if (type === 'paste' || type === 'click') return undefined;
  if (target instanceof HTMLSelectElement) return { id, chosen: target.value ? [target.value] : [] };
  if (target instanceof HTMLTextAreaElement) return { id, text: target.value };
  if (!(target instanceof HTMLInputElement)) return undefined;
  if (target.type !== 'checkbox' && target.type !== 'radio') return { id, text: target.value };
  return { id, chosen: [...root.querySelectorAll<HTMLInputElement>('.option input:checked')].map(({ value }) => value) };
}

/** Did the focus leave the whole field, not only one of its boxes? For `focusout`. */
export function leftField(event: FocusEvent): boolean {
  const root = fieldOf(event);
  return !!root && !(event.relatedTarget instanceof Node && root.contains(event.relatedTarget));
}

/**
 * Brings a field into sight and gives its control the focus: the box that is wrong, the option that is chosen, else the first.
 * No fragment in the address: in a shadow root it would change the host's URL and find nothing. False if there is no such field.
 */
export function focusField(root: ParentNode, id: string): boolean {
  const field = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"]`);
  if (!field) return false;
  const control = field.querySelector<HTMLElement>(':is(input, textarea)[aria-invalid=true]:not([type=checkbox])')
    ?? field.querySelector<HTMLElement>('.option input:checked')
    ?? field.querySelector<HTMLElement>('input:not(:disabled), select, textarea, [tabindex], button') ?? field;
  if (control === field) field.tabIndex = -1;
  // Twice: with content-visibility the first scroll lays out what stood in for by a guess, and the field moves.
  const show = () => field.scrollIntoView({ block: 'center' });
  show();
  control.focus({ preventScroll: true });
  requestAnimationFrame(show);
  return true;
}

export { readAction, type Action } from './actions.js';
