import type { FormDocument } from '../document/types.js';
import type { Format } from '../formats/types.js';
import type { Vocabulary } from '../json-schema/node.js';
import type { CompiledSchema } from '../json-schema/types.js';
import type { evaluateRule } from '../rules/evaluate.js';
import type { JsonSchema } from '../types.js';
import type { attachRules } from './attach-rules.js';
import type { FormPlan, NodePlan } from './types.js';

export interface RuleEngine { readonly evaluate: typeof evaluateRule; readonly attach: typeof attachRules }
/** Compiles what surrounds the answers. */
export type Surroundings = (document: FormDocument, root: NodePlan, when: (when: JsonSchema) => CompiledSchema) => Pick<FormPlan, 'papers' | 'fees' | 'cases' | 'notices'>;

/** The parts of the language that a document uses: in Node all of them (`whole.ts`), in a page those that it needs (`load.ts`). */
export interface Kit {
  readonly vocabulary: Vocabulary;
  readonly formats: Readonly<Record<string, Format>>;
  readonly rules?: RuleEngine | undefined;
  readonly surroundings?: Surroundings | undefined;
}
