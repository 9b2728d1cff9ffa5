import { html, nothing, type TemplateResult } from 'lit';

export interface Pressable {
  readonly action: string;
  readonly text: string;
  /** Its name for a screen reader, where the text alone does not say what it is about. */
  readonly label?: string;
  readonly id?: string;
  readonly primary?: boolean;
  readonly quiet?: boolean;
  /** An answer is awaited. It stays reachable: a button that is disabled under the finger loses the focus. */
  readonly busy?: boolean;
}

export const button = ({ action, text, label, id, primary, quiet, busy }: Pressable): TemplateResult => html`<button type="button" class=${primary ? 'primary' : quiet ? 'quiet' : ''} part=${primary ? 'button button-primary' : 'button'}
  data-action=${action} data-id=${id ?? nothing} aria-label=${label ?? nothing} aria-disabled=${busy ? 'true' : nothing}>${text}</button>`;
