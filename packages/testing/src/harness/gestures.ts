// What a browser tells a page when a person types, presses and leaves, in its order. For pages that have no driver.

type Box = HTMLInputElement | HTMLTextAreaElement;
const told = { bubbles: true, composed: true, cancelable: true };

/** Key by key into a box that then keeps the focus. A key whose `keydown` is prevented writes nothing, as in a browser. */
export function keyIn(box: Box, text: string, replace = false): void {
  box.focus();
  if (replace && text === '') {
    box.dispatchEvent(new InputEvent('input', { ...told, inputType: 'deleteContentBackward' }));
    return;
  }
  for (const key of text) {
    if (box.dispatchEvent(new KeyboardEvent('keydown', { ...told, key }))) {
      box.value += key;
      box.dispatchEvent(new InputEvent('input', { ...told, inputType: 'insertText', data: key }));
    }
    box.dispatchEvent(new KeyboardEvent('keyup', { ...told, key }));
  }
}

/** A whole press with a pointer: the focus moves between down and up, and the click comes last. `keeps`: what holds the focus through it. */
export function pressOn(target: HTMLElement, keeps?: HTMLElement): void {
  target.dispatchEvent(new PointerEvent('pointerdown', told));
  if (target.dispatchEvent(new MouseEvent('mousedown', told)) && !keeps) target.focus();
  target.dispatchEvent(new PointerEvent('pointerup', told));
  target.dispatchEvent(new MouseEvent('mouseup', told));
  target.click();
}

/** Out of the form, with the `change` that a browser sends for what was typed. */
export function blur(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  if (element.matches('textarea, input:not([type=radio], [type=checkbox], [type=file])')) element.dispatchEvent(new Event('change', { bubbles: true }));
  element.blur();
}

/** Telex or VNI: the word grows in the box and is told as a composition; nothing is final before the end. */
export function compose(box: Box, ...stages: readonly string[]): { readonly end: () => void } {
  const before = box.value;
  box.focus();
  box.dispatchEvent(new CompositionEvent('compositionstart', told));
  for (const stage of stages) {
    box.dispatchEvent(new CompositionEvent('compositionupdate', { ...told, data: stage }));
    box.value = before + stage;
    box.dispatchEvent(new InputEvent('input', { ...told, inputType: 'insertCompositionText', data: stage, isComposing: true }));
  }
  return { end: () => { box.dispatchEvent(new CompositionEvent('compositionend', { ...told, data: stages.at(-1) ?? '' })); } };
}

export function chooseFiles(input: HTMLInputElement, files: readonly File[]): void {
  const all = new DataTransfer();
  for (const file of files) all.items.add(file);
  input.files = all.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Text from the clipboard; what the page does not take goes into the box. */
export function paste(box: Box, text: string): void {
  box.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  if (!box.dispatchEvent(new ClipboardEvent('paste', { ...told, clipboardData }))) return;
  box.value += text;
  box.dispatchEvent(new InputEvent('input', { ...told, inputType: 'insertFromPaste' }));
}
