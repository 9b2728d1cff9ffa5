import type { FormDocument } from '../document/types.js';
import { formats } from '../formats/index.js';
import { whole } from '../json-schema/whole.js';
import { compilePlanWith, type PlanOptions } from './compile.js';
import { rules } from './engine.js';
import type { Kit } from './kit.js';
import { more } from './more.js';
import { surroundings } from './surroundings.js';
import type { FormPlan } from './types.js';

const kit: Kit = { vocabulary: whole, formats, rules, surroundings, more };

/**
 * Compiles a parsed document with the whole language at hand. A page that counts bytes uses `loadPlan`.
 * @throws PlanError for an unresolvable reference, an unknown keyword, or a cycle, each by name.
 */
export const compilePlan = (document: FormDocument, options?: PlanOptions): FormPlan => compilePlanWith(kit, document, options);
