// The elements that stand inside of a status page now and then. They are never in its own graph: a page that has them has them once, and the entry of the SDK says where they are.

export type Neighbour = 'dvc-form' | 'dvc-payment';

/** How to register each, if nobody has; set by the entries of the SDK. */
export const neighbours: { -readonly [K in Neighbour]?: () => Promise<unknown> } = {};

/** A new element of the tag, or undefined when there is no way to get it. */
export async function bring<T extends Neighbour>(tag: T): Promise<HTMLElementTagNameMap[T] | undefined> {
  if (!customElements.get(tag)) await neighbours[tag]?.().catch(() => undefined);
  return customElements.get(tag) ? document.createElement(tag) : undefined;
}
