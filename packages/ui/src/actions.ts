// Apart from the reading of controls, for elements that have buttons and no fields.
/** What a press on a button or link of the page furniture asks for: its `data-action` and further data. */
export interface Action { action: string; id?: string; row?: string; step?: string; element: HTMLElement }

/** The action under a click, or undefined. Links of ours never navigate. */
export function readAction(event: Event): Action | undefined {
  for (const node of event.composedPath()) {
    if (node instanceof ShadowRoot) return undefined;
    if (!(node instanceof HTMLElement) || !node.dataset['action']) continue;
    if (node instanceof HTMLAnchorElement) event.preventDefault();
    if (node.getAttribute('aria-disabled') === 'true') return undefined;
    const { action, id, row, step } = node.dataset;
    return { action: action!, ...(id && { id }), ...(row && { row }), ...(step && { step }), element: node };
  }
  return undefined;
}
