import { STATUS_CODES } from './errors.js';
import { DvcStatus } from './status.js';

/**
 * Registers `<dvc-status>`. A second copy or version on the page changes nothing: the first one wins, with one warning.
 */
export function defineDvcStatus(tag = 'dvc-status'): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, DvcStatus);
  else if (known !== DvcStatus) console.warn(`[dvc-status] definition of <${tag}>: expected one copy of the SDK on the page, got another; the first one stays. See #${STATUS_CODES['duplicate-definition']}`);
}

export { DvcStatus };

declare global {
  interface HTMLElementTagNameMap { 'dvc-status': DvcStatus }
}
