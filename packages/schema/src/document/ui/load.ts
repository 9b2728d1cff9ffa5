import type { JsonSchemaObject, Problem } from '../../types.js';
import { applyHints } from './apply.js';
import type { Laid } from './types.js';

/** What `applyHints` reads as it stands, and a button like ours; nearly every uiSchema has no more. */
const PLAIN = /"ui:(widget":"(radio|select|checkboxes|text|textarea)"|order":\[[^\]]*\]|submitButtonOptions":\{("norender":false)?\})/g;

/** As `layOut`, for a page: fetches the reading of a dialect only where something has to be read, or said. */
export async function loadLayOut(schema: JsonSchemaObject, uiSchema: unknown, problems: Problem[]): Promise<Laid> {
  try {
    const text = JSON.stringify(uiSchema, (_, value: unknown) => (typeof value === 'function' ? 0 : value));
    const names = text.replace(PLAIN, '');
    const used = new Set();
    if (!/:[^{]|"additional(Items|Properties)"/.test(names)) {
      const laid = applyHints(schema, JSON.parse(text), used);
      // Every object found its place.
      if (used.size === names.split('{').length - 1) return { schema: laid };
    }
  } catch { /* it never ends: said below */ }
  return (await import('./readers.js')).layOutWith(applyHints, schema, uiSchema, problems);
}
