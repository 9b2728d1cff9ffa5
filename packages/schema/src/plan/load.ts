import type { FormDocument } from '../document/types.js';
import { loadFormats } from '../formats/load.js';
import { plain } from '../json-schema/keywords.js';
import { NeedsMore } from '../json-schema/problems.js';
import { compilePlanWith, type PlanOptions } from './compile.js';
import type { Kit } from './kit.js';
import type { FormPlan } from './types.js';

/** Keywords that only the whole vocabulary has, as they stand in the text. A name that is not here costs a second compilation, no more. */
const RARE = /"(\$id|\$anchor|anyOf|not|contains|prefixItems|patternProperties|multipleOf|uniqueItems)":/;
/** What a plain schema is judged by besides. */
const RARE_PLAIN = /"(additionalProperties|unevaluatedProperties)":|"pattern":"[^"]*\(/;
const loadWhole = async () => {
  const [{ whole }, { more }] = await Promise.all([import('../json-schema/whole.js'), import('./more.js')]);
  return { vocabulary: whole, more };
};

/**
 * Fetches, all at once, the parts of the language that a document uses, and compiles it.
 * @param text the document as JSON.stringify writes it
 * @throws PlanError as `compilePlan`; rejects when a part cannot be fetched
 */
export async function loadPlan(document: FormDocument, text = JSON.stringify(document), options?: PlanOptions): Promise<FormPlan> {
  const { procedure, papers, fees, notices, rules } = document;
  const [formats, whole, engine, around] = await Promise.all([
    loadFormats([...text.matchAll(/"format":"([\w-]+)"/g)].map(([, name]) => name!)),
    RARE.test(text) || (options?.lenient && RARE_PLAIN.test(text)) ? loadWhole() : { vocabulary: plain },
    rules || /"fees":/.test(text) ? import('./engine.js') : undefined,
    procedure?.cases || papers || fees || notices ? import('./surroundings.js') : undefined,
  ]);
  const kit: Kit = { formats, ...whole, rules: engine?.rules, surroundings: around?.surroundings };
  try {
    return compilePlanWith(kit, document, options);
  } catch (error) {
    if (!(error instanceof NeedsMore)) throw error;
    return compilePlanWith({ ...kit, ...await loadWhole() }, document, options);
  }
}
