import type { FormDocument } from '../document/types.js';
import type { Format } from '../formats/types.js';
import type { Vocabulary } from '../json-schema/node.js';
import type { CompiledSchema } from '../json-schema/types.js';
import type { evaluateRule } from '../rules/evaluate.js';
import type { JsonSchema, JsonSchemaObject, Path } from '../types.js';
import type { attachRules } from './attach-rules.js';
import type { Facet } from './facets.js';
import type { Growth, Way } from './grow.js';
import type { FormPlan, Guard, Job, Nest, NodePlan, Shape } from './types.js';

export interface RuleEngine { readonly evaluate: typeof evaluateRule; readonly attach: typeof attachRules }
/** Compiles what surrounds the answers. */
export type Surroundings = (document: FormDocument, root: NodePlan, when: (when: JsonSchema) => CompiledSchema) => Pick<FormPlan, 'papers' | 'fees' | 'cases' | 'notices'>;

/** Where references of a schema lead. */
export interface Links extends Pick<Growth, 'resolve' | 'nestOf'> { nests?(): Iterable<Nest> }

/** The rarer shapes: unions, maps, tuples, schemas without end, places whose look depends on the answers. */
export interface More {
  /** Takes its keywords of a schema apart; returns those that it has seen to. */
  grow(growth: Growth, node: NodePlan, schema: JsonSchemaObject, guard: Guard, at: Path, way: Way): readonly string[];
  /** So many places that references are better opened on demand. */
  isTooMuch(growth: Growth): boolean;
  /** References by any name, and those that never end. */
  links(schema: JsonSchemaObject, vocabulary: Vocabulary, planOf: (target: JsonSchemaObject, at: Path) => FormPlan): Links;
  /** Where a ring of jobs can be cut without asking the author. */
  weakest(ring: readonly Job[], lenient: boolean): Job | undefined;
  shaper(base: Shape, facets: readonly Facet[], node: NodePlan, finish: (shape: Shape) => Shape): NonNullable<NodePlan['shaper']>;
}

/** The parts of the language that a document uses: in Node all of them (`whole.ts`), in a page those that it needs (`load.ts`). */
export interface Kit {
  readonly vocabulary: Vocabulary;
  readonly formats: Readonly<Record<string, Format>>;
  readonly rules?: RuleEngine | undefined;
  readonly surroundings?: Surroundings | undefined;
  readonly more?: More | undefined;
}
