// A restless hand: leaves, opens, presses and types everywhere. Runs in the page.
import type { Json } from '@dvc/schema';

/** What of the element is used here, as a page developer has it. */
export interface Form extends HTMLElement {
  document: unknown;
  data: Json | undefined;
  readonly updateComplete: Promise<unknown>;
  goTo(page: string): void;
  submit(): void;
  reportValidity(): boolean;
}

/** A turn of the event loop, and not the 4 ms of a nested timer: there are hundreds for each payload. */
const turn = () => new Promise<void>((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); done(); };
  port2.postMessage(0);
});

/** The form is drawn, and so is what waits for a promise. */
export async function settled(form: Form): Promise<void> {
  await form.updateComplete;
  await turn();
  await form.updateComplete;
}

/** Waits for something to be there, or gone; on a busy machine a file is read in seconds. What does not come is missed by whoever looks for it. */
export async function until(form: Form, is: (root: ShadowRoot) => boolean): Promise<void> {
  for (const end = performance.now() + 5000; performance.now() < end && !is(form.shadowRoot!);) await settled(form);
}
const idle = (root: ShadowRoot) => root.querySelector('[role=listbox][aria-busy=true]') === null;

const all = <T extends Element = HTMLElement>(form: Form, selector: string): T[] => [...form.shadowRoot!.querySelectorAll<T>(selector)];

/** One page: as it comes, everything opened, every error shown. */
export async function attackPage(form: Form, page: string, look: (stage: string) => void, payload: string): Promise<void> {
  form.goTo(page);
  await settled(form);
  look(`page ${page.slice(0, 20)}`);
  await openAll(form, look, payload);
  form.reportValidity();
  await settled(form);
  form.goTo(page);
  await settled(form);
  look('with errors');
}

/** Lists, rows, dialogs, popovers and details. Nothing is pressed that leads away from the page. */
export async function openAll(form: Form, look: (stage: string) => void, payload: string): Promise<void> {
  for (const action of ['add-row', 'row-down', 'remove-row', 'retry-file']) {
    for (const button of all<HTMLButtonElement>(form, `[data-action=${action}]`).slice(0, 3)) button.click();
    await settled(form);
    look(action);
  }
  for (const input of all<HTMLInputElement>(form, '[role=combobox]')) {
    input.focus();
    input.click();
    await settled(form);
    await until(form, idle);
    look('combobox opened');
    for (const query of [payload.slice(0, 6), 'former', '']) {
      input.value = query;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await settled(form);
      look('combobox searched');
    }
    input.blur();
  }
  for (const each of all<HTMLElement & { showModal?: () => void; open?: boolean }>(form, 'dialog, details, [popover]:not(.combo-popup)')) {
    if (each.showModal && !each.open) each.showModal();
    else if (each.popover !== null && !each.matches(':popover-open')) each.showPopover();
    else each.open = true;
  }
  for (const link of all<HTMLAnchorElement>(form, 'a[href]')) link.click();
  await settled(form);
  look('opened');
}
