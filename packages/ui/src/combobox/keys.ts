import type { DvcCombobox } from './combobox.js';

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

/** What a key does in the text box. */
export function pressed(combo: DvcCombobox, event: KeyboardEvent): void {
  // An input method's own keys (229) are not ours: Enter there ends a word.
  if (event.isComposing || combo.composing || event.ctrlKey || event.metaKey) return;
  const { open, active, input, results, shownResults } = combo;
  const { key } = event;
  if (key === 'Enter' || key === 'Tab') {
    const option = !open ? undefined : results[active] ?? (combo.query && results.length === 1 ? results[0] : undefined);
    if (option) combo.choose(option);
    // Open, it takes Enter; closed, it still never submits a form of the host.
    if (key === 'Enter') event.preventDefault();
  } else if (key === 'Escape') {
    if (!open && !input.value) return;
    event.stopPropagation();
    event.preventDefault();
    if (!open) {
      input.value = '';
      combo.typed();
    }
    combo.show(false);
  } else if (key === 'ArrowDown' || key === 'ArrowUp') {
    event.preventDefault();
    combo.show(!open || !event.altKey || key === 'ArrowDown');
    if (event.altKey || !combo.open) return;
    const chosen = open ? -1 : combo.shownResults.findIndex(option => option.value === combo.model.chosen?.[0]);
    combo.active = chosen >= 0 ? chosen : moved(key, combo.active, combo.shownResults.length) ?? -1;
  } else if (open) {
    const to = moved(key, active, shownResults.length);
    if (to === undefined) return;
    event.preventDefault();
    combo.active = to;
  }
}
