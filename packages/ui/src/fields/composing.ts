// Telex and VNI compose: a value written between compositionstart and compositionend tears the word apart.
const composing = new WeakSet<EventTarget>();

/** Remembers, from `compositionstart` and `compositionend`, which control an input method is working in. */
export function noteComposition(event: Event, target: EventTarget): void {
  if (event.type === 'compositionstart') composing.add(target);
  // A blur without compositionend happens on some Android keyboards.
  else if (event.type === 'compositionend' || event.type === 'focusout') composing.delete(target);
}

/** Puts text into a control when it differs; never while an input method composes there. */
export function write(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  if (control.value !== text && !composing.has(control)) control.value = text;
}
