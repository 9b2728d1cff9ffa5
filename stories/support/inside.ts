import { within } from 'storybook/test';
import type { LitElement } from 'lit';

/** The first element of ours in the story, once it has drawn itself. */
export async function elementIn(canvas: HTMLElement): Promise<LitElement> {
  const element = [...canvas.querySelectorAll<LitElement>('*')].find((each) => each.localName.startsWith('dvc-'));
  if (!element) throw new Error('the story has no element of ours');
  await element.updateComplete;
  return element;
}

/** Queries by role and label inside the shadow root. */
export async function inside(canvas: HTMLElement) {
  const element = await elementIn(canvas);
  const root = element.shadowRoot!;
  // Not the root itself: Testing Library can search a shadow root, but not print it when it finds nothing.
  return { element, root, view: within(root.querySelector<HTMLElement>('.dvc')!) };
}

/** What a screen reader is told after the name: the texts that aria-describedby points to. */
export function descriptionOf(control: Element): string {
  const root = control.getRootNode() as ShadowRoot;
  return (control.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean)
    .map((id) => {
      const found = root.getElementById(id);
      if (!found) throw new Error(`aria-describedby points to ${id}, which is not there`);
      return found.textContent?.trim().replace(/\s+/g, ' ') ?? '';
    }).join(' ');
}

