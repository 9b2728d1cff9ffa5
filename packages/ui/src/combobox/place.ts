import type { CSSResult } from 'lit';

/** Gives the shadow root that `element` stands in a sheet of its own, once: a lazy part brings its styles along. */
export function adopt(element: Element, { styleSheet }: CSSResult): void {
  const root = element.getRootNode();
  if (styleSheet && root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}

const popovers = 'popover' in HTMLElement.prototype;
const anchors = globalThis.CSS?.supports?.('anchor-name: --a') ?? false;

/** Opens or closes the popup under `input`, in the top layer where the browser has one. */
export function raise(popup: HTMLElement | null, input: HTMLElement, open: boolean): void {
  if (!popup || !popovers || popup.matches(':popover-open') === open) return;
  if (!open) {
    popup.hidePopover();
    return;
  }
  // Safari before 26 and Firefox before 147 know popovers but no anchors; the page scrolls with an absolute box, so once is enough.
  if (!anchors) {
    const box = input.getBoundingClientRect();
    popup.style.inset = `${box.bottom + scrollY}px auto auto ${box.left + scrollX}px`;
    popup.style.width = `${box.width}px`;
  }
  popup.showPopover();
}
