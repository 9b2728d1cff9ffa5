const PAGE = 8;

/** The option that becomes active when `key` is pressed in an open list of `count`; -1 = none is active yet; undefined = the key is the text box's. */
export function moved(key: string, active: number, count: number): number | undefined {
  if (!count) return undefined;
  switch (key) {
    case 'ArrowDown': return (active + 1) % count;
    case 'ArrowUp': return active > 0 ? active - 1 : count - 1;
    case 'PageDown': return Math.min(active + PAGE, count - 1);
    case 'PageUp': return Math.max(active - PAGE, 0);
    // With no option at hand they move the caret, as in any text box.
    case 'Home': return active < 0 ? undefined : 0;
    case 'End': return active < 0 ? undefined : count - 1;
    default: return undefined;
  }
}
