/** The same keys with one of them at another place. */
export function moved<T>(order: readonly T[], from: number, to: number): T[] {
  const next = [...order];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(Math.max(0, Math.min(to, next.length)), 0, one);
  return next;
}

/** Where a key leads in a list of `n`; undefined when it does not. */
export function placeByKey(key: string, at: number, n: number): number | undefined {
  const to = key === 'ArrowUp' || key === 'ArrowLeft' ? at - 1 : key === 'ArrowDown' || key === 'ArrowRight' ? at + 1 : key === 'Home' ? 0 : key === 'End' ? n - 1 : undefined;
  return to === undefined ? undefined : Math.max(0, Math.min(n - 1, to));
}

/** The place whose stretch holds `y`: the first whose lower half is not above it. */
export function placeAt(boxes: readonly { readonly top: number; readonly bottom: number }[], y: number): number {
  const at = boxes.findIndex(({ bottom }) => y < bottom);
  return at < 0 ? boxes.length - 1 : at;
}
