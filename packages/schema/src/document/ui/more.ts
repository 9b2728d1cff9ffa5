import type { Json } from '../../types.js';
import { choiceKey } from '../../plan/choices.js';
import { isObject, own, type Loose } from '../report.js';
import type { More, Put } from './apply.js';

/**
 * Reads all hints: besides the plain ones `ui:keywords` (stand beside the schema's own), `ui:notes` (for `x-dvc`), `ui:names` (of an enum's values, by index or by value), `ui:help` (stands after the
 * description), `ui:example` (stands in for it); `items` of a tuple (a list) with `additionalItems`, `additionalProperties`, and `anyOf`/`oneOf` (lists).
 */
export const allHints: More = {
  annotate(schema, hints) {
    const { 'ui:keywords': keywords, 'ui:notes': notes, 'ui:names': names, 'ui:help': help, 'ui:example': example } = hints;
    const made = { ...schema, ...keywords as Loose };
    const about = own(notes, 'hint') ?? made.description;
    const hint = help ? [about, help].filter(Boolean).join(' ') : own(notes, 'hint') ?? (about || made.enum ? undefined : example);
    const labels = names && Array.isArray(made.enum)
      && { enumLabels: Object.fromEntries(made.enum.map((value: Json, i) => [choiceKey(value), textOf(own(names, Array.isArray(names) ? String(i) : choiceKey(value))) ?? choiceKey(value)])) };
    return [made, notes, hint && { hint }, labels];
  },

  deeper(made, hints, put) {
    const { items, additionalItems, 'ui:names': names } = hints;
    if (Array.isArray(made.prefixItems)) {
      if (Array.isArray(items)) made.prefixItems = made.prefixItems.map((part, i) => put(part, items[i]));
      replace(made, 'items', additionalItems, put);
    } else if (names && !made.enum) replace(made, 'items', { 'ui:names': names }, put); // what a list of checkboxes offers is named at the list
    replace(made, 'additionalProperties', hints.additionalProperties, put);
    for (const keyword of ['anyOf', 'oneOf']) {
      const [parts, branches] = [made[keyword], own(hints, keyword)];
      if (Array.isArray(parts) && Array.isArray(branches)) made[keyword] = parts.map((part, i) => put(part, branches[i]));
    }
  },
};

const textOf = (value: unknown) => (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? String(value) : undefined);

function replace(made: Loose, keyword: string, hints: unknown, put: Put): void {
  if (isObject(made[keyword]) && isObject(hints)) made[keyword] = put(made[keyword], hints);
}
