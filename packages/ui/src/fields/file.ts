import { bytes, fileTypes, format } from '@dvc/locale';
import { html, type TemplateResult } from 'lit';
import { adopt } from '../combobox/place.js';
import type { ControlChange, FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { fileStyles } from './file.styles.js';
import { attr, frame, make, other, wire } from './frame.js';
import { heldFile, MOST_BYTES } from './held-file.js';
import { keep, type Kept } from './keep.js';

export { MOST_BYTES } from './held-file.js';

/** What an author calls any bytes at all restricts nothing. */
const accepted = (m: FieldModel | undefined) => (m?.accept === 'application/octet-stream' ? undefined : m?.accept);

function limits(m: FieldModel, words: FieldWords): string {
  const accept = accepted(m);
  const size = bytes(MOST_BYTES, words.lang);
  return accept ? format(words.fileLimitOf, { types: fileTypes(accept.split(','), words.lang), size }) : format(words.fileLimit, { size });
}

/** What stands under the label: the file that is held, what is taken, what became of the last choice, and the input with its button. */
function inside(): HTMLElement[] {
  const what = make('p'), line = make('div', 'file-held'), clear = make('button', 'quiet'), trouble = make('p', 'error'), busy = make('p'), input = make('input', 'sr');
  what.append(make('strong'), ' ', make('span'));
  clear.type = 'button';
  // No data-action: nobody but the field's own reader hears it.
  clear.dataset['clear'] = '';
  line.append(what, clear);
  trouble.setAttribute('role', 'alert');
  busy.setAttribute('role', 'status');
  input.type = 'file';
  input.setAttribute('part', 'control');
  return [line, make('p', 'hint'), trouble, busy, input, make('label')];
}

/** Name, size and the way to be rid of it; out of sight when no file is held. */
function held(line: HTMLElement, m: FieldModel, words: FieldWords): void {
  const file = heldFile(m.text);
  const button = line.querySelector('button')!;
  line.hidden = !file;
  line.querySelector('strong')!.textContent = file ? file.name || words.fileHeld : '';
  line.querySelector('span')!.textContent = file ? bytes(file.size, words.lang) : '';
  button.textContent = words.remove;
  button.ariaLabel = format(words.fileClear, { label: m.label });
  button.disabled = m.disabled;
}

function file(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  frame(kept, m, words, was);
  const { root, box } = kept;
  if (!was) box.append(...inside());
  const find = <T extends HTMLElement>(selector: string) => box.querySelector<T>(selector)!;
  const [input, choose, limit] = [find<HTMLInputElement>('input'), find<HTMLLabelElement>('label'), find('.hint')];
  // In the page only once Lit has put it there.
  if (!was) queueMicrotask(() => adopt(root, fileStyles));
  if (other(m, was)) {
    (kept.caption as HTMLLabelElement).htmlFor = choose.htmlFor = input.id = input.name = m.id;
    find('.file-held p').id = `${m.id}-held`;
    limit.id = `${m.id}-limits`;
    find('[role=alert]').id = `${m.id}-trouble`;
  }
  wire(input, m, was, `limits ${m.id}-trouble ${m.id}-held`);
  attr(input, 'accept', accepted(m), accepted(was));
  input.disabled = m.disabled;
  limit.textContent = limits(m, words);
  choose.textContent = m.text ? words.fileChooseOther : words.fileChoose;
  held(find('.file-held'), m, words);
  if (m.text !== was?.text || other(m, was)) tellFile(root, {});
}

/** One file inside the answers, as `data:…;base64,…` or bare base64. Reading it is for packages/elements/src/form/file-fields.ts, at the input's native `change`. */
export function fileView(model: FieldModel, words: FieldWords): TemplateResult {
  return html`<div class="field" part="field" data-reader="file" ${keep(model, words, file)}><label part="label"></label><div class="file-box"></div></div>`;
}

export const views = { file: fileView };

/** Says in a file's field what its model does not know: that a file is being read, or why it was not taken. */
export function tellFile(field: Element, { trouble = '', busy = '' }: { trouble?: string; busy?: string }): void {
  const box = field.querySelector('.file-box')!;
  box.querySelector('[role=alert]')!.textContent = trouble;
  box.querySelector('[role=status]')!.textContent = busy;
  attr(box, 'aria-busy', busy ? 'true' : undefined, box.getAttribute('aria-busy') ?? undefined);
}

/** Reads the one thing that a file's field tells at once: that there is to be no file. */
export function read(event: Event, root: HTMLElement): ControlChange | undefined {
  const target = event.composedPath()[0];
  if (event.type !== 'click' || !(target instanceof HTMLElement) || target.dataset['clear'] === undefined) return undefined;
  // The button goes with the file.
  root.querySelector('input')!.focus();
  return { id: root.dataset['field']!, text: '' };
}
