import { CODES } from './errors.js';
import { DvcForm } from './form.js';

/**
 * Registers `<dvc-form>`. A second copy or version on the page changes nothing: the first one wins, with one warning.
 */
export function defineDvcForm(tag = 'dvc-form'): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, DvcForm);
  else if (known !== DvcForm) console.warn(`[dvc-form] definition of <${tag}>: expected one copy of the SDK on the page, got another; the first one stays. See #${CODES['duplicate-definition']}`);
}

export { DvcForm };

declare global {
  interface HTMLElementTagNameMap { 'dvc-form': DvcForm }
}
