// What compile makes of a document: frozen, built once, shared by every form on the page.
import type { Expression, FormDocument } from '../document/types.js';
import type { Format } from '../formats/types.js';
import type { CompiledSchema } from '../json-schema/types.js';
import type { Issue, Json, Path, Pattern, Problem } from '../types.js';
import type { RuleEngine } from './kit.js';

/** A text and where the document has it, so that a translation can be found. */
export interface Text { readonly text: string; readonly at: Path }

/** All of these must hold; an empty guard always holds. */
export type Guard = readonly Literal[];
export interface Literal { readonly condition: Condition; readonly holds: boolean }

/**
 * An `if`, the presence that a `dependent…` keyword asks about, the chosen branch of a union, or the name of a map's entry.
 * Its result is kept in the state of `at`, in `slot`.
 */
export interface Condition {
  readonly id: number;
  readonly at: NodePlan;
  readonly slot: number;
  readonly source: Path;
  /** Decided by the answers … */
  readonly schema?: CompiledSchema;
  /** … by the person, who chose this branch … */
  readonly branch?: { readonly union: UnionPlan; readonly index: number };
  /** … or by the name of the entry that `at` is. */
  readonly named?: (key: string) => boolean;
  /** It tells the branches of a union apart. */
  readonly fork?: true;
}

export type Control =
  | 'text' | 'textarea' | 'number' | 'money' | 'checkbox' | 'radio' | 'select' | 'checkboxes' | 'combobox'
  | 'date' | 'partial-date' | 'time' | 'date-time' | 'file' | 'none';

export interface Choice { /** what a control carries: a string, unique in the list */ readonly key: string; readonly value: Json; readonly title: Text; readonly hint?: Text }

export interface Assertion {
  readonly guard: Guard; readonly schema: CompiledSchema; readonly whole: boolean;
  /** Beside another branch that allows it, `null` is not judged by this one. */
  readonly unlessNull?: true;
}

/**
 * A `oneOf`/`anyOf` of which no answer tells the branches apart: a person chooses. (Where an answer does, its value is the condition of each branch.)
 * Also a list of types that no single control can show.
 */
export interface UnionPlan {
  readonly at: NodePlan;
  readonly slot: number;
  readonly guard: Guard;
  readonly source: Path;
  readonly branches: readonly BranchPlan[];
}
export interface BranchPlan {
  readonly title: Text | undefined;
  /** For a name where the schema gives none. */
  readonly types: readonly string[] | undefined;
  readonly schema: CompiledSchema;
  /** The properties that it declares, to find the branch that given data mean. */
  readonly keys: ReadonlySet<string>;
}
/** A union of whichever kind, as a whole: it speaks only when no branch that is shown can say what is wrong. */
export interface UnionCheck { /** `answer`: a field of its own tells the branches apart */ readonly by: 'answer' | 'choice' | 'null'; readonly guard: Guard; readonly schema: CompiledSchema; readonly keyword: string; readonly branches: readonly { guard: Guard; schema: CompiledSchema }[] }

/** In a route: the row of a list, the entry of a map. */
export const ROW = -1;
export const ENTRY = -2;

/** How a place looks now. Most places have one shape for ever: their plan is it. */
export interface Shape {
  /** `nest`: a form of its own, opened on demand, because its schema has no end. */
  kind: 'object' | 'list' | 'field' | 'nest';
  types: readonly string[] | undefined;
  /** `null` is an answer: the one that emptying gives, where something must stand. */
  nullable: boolean;
  title: Text | undefined;
  hint: Text | undefined;
  example: Text | undefined;
  control: Control;
  format: string | undefined;
  /** How the format reads and writes; undefined when the language has no such format. */
  formatter: Format | undefined;
  choices: readonly Choice[] | undefined;
  /** The choices are for the items of a list: any number of them. */
  many: boolean;
  /** `contentEncoding` and `contentMediaType`: of a file that is written as text. */
  encoding: string | undefined;
  mediaType: string | undefined;
  codeList: { id: string; version?: string; within?: string } | undefined;
  defaultValue: Json | undefined;
  readOnly: boolean;
  writeOnly: boolean;
  deprecated: boolean;
  widget: string | undefined;
  autocomplete: string | undefined;
  width: string | undefined;
  order: number | undefined;
  group: string | undefined;
  privacy: string | undefined;
  prefill: string | undefined;
  rowTitle: Text | undefined;
  messages: Readonly<Record<string, Text>> | undefined;
  maxLength: number | undefined;
  minItems: number;
  maxItems: number;
  /** Items that a list has before its rows, each with a meaning of its own. */
  slots: number;
  /** Entries can be added. */
  open: boolean;
  nest: Nest | undefined;
}
/** A form inside the form. Compiled when first needed; the same schema is the same nest. */
export interface Nest { readonly plan: FormPlan }

/** One place in the answers. `path` has `*` for "any row". Mutable only while compile runs. */
export interface NodePlan extends Shape {
  readonly index: number;
  readonly key: string;
  readonly path: Pattern;
  readonly parent: NodePlan | undefined;
  /** Positions from the root: a child's place in its object, ROW or ENTRY. */
  readonly route: readonly number[];
  /** lists and maps that this place is inside, outermost first */
  readonly lists: readonly NodePlan[];
  /** Properties of an object, slots of a list. */
  children: readonly NodePlan[];
  positions: ReadonlyMap<string, number>;
  /** What each row of a list is. */
  item: NodePlan | undefined;
  /** What each entry of a map is. */
  entry: NodePlan | undefined;
  /** Finds the shape for what holds now, where that changes it. */
  shaper: ((holds: (guard: Guard) => boolean) => Shape) | undefined;
  unions: readonly UnionPlan[];
  unionChecks: readonly UnionCheck[];
  /** Of a plain schema: what was given here stays, even if it is empty or foreign. */
  readonly lenient: boolean;
  /** It exists when one of these holds. */
  declared: readonly Guard[];
  required: readonly Guard[];
  assertions: readonly Assertion[];
  /** Objects that allow nothing undeclared, while the guard holds. In a plain schema what is foreign is shown, not pruned, so there are none. */
  closed: readonly Guard[];
  conditions: readonly Condition[];
  computed: ComputePlan | undefined;
  /** Jobs that read this place's pruned value. */
  readers: readonly Reader[];
  /** The same for everything below: run when the place appears or goes. */
  readersBelow: readonly Reader[];
  /** What must run when this place is new: every job whose scope is here or below (rows only). */
  rowJobs: readonly Job[];
  validate: Job | undefined;
  /** Jobs that read one of the conditions of this place, by slot. */
  conditionReaders: readonly (readonly Job[])[];
}

export interface Reader {
  readonly job: Job;
  /** How many of the job's rows are those of the changed place; deeper rows are all run. */
  readonly shared: number;
}

export interface ComputePlan { readonly target: NodePlan; readonly value: Expression; readonly source: Path; readonly reads: readonly Reading[] }
export interface CheckPlan {
  readonly index: number; readonly that: Expression; readonly at: NodePlan; readonly message: Text;
  readonly level: 'warning' | undefined; readonly source: Path; readonly scope: NodePlan; readonly reads: readonly Reading[];
}
/** A read of a rule: `name` as written, the place, and how many rows it shares with the rule. */
export interface Reading { readonly name: string; readonly node: NodePlan; readonly deep: boolean; readonly shared: number }

/** Something that is evaluated again when what it reads has changed. Jobs run in the order of `rank`. */
export type Job =
  | { readonly kind: 'condition'; readonly id: number; rank: number; readonly scope: NodePlan; readonly condition: Condition }
  | { readonly kind: 'relevance'; readonly id: number; rank: number; readonly scope: NodePlan }
  | { readonly kind: 'shape'; readonly id: number; rank: number; readonly scope: NodePlan }
  | { readonly kind: 'compute'; readonly id: number; rank: number; readonly scope: NodePlan; readonly compute: ComputePlan }
  | { readonly kind: 'presence'; readonly id: number; rank: number; readonly scope: NodePlan }
  | { readonly kind: 'validate'; readonly id: number; rank: number; readonly scope: NodePlan }
  | { readonly kind: 'check'; readonly id: number; rank: number; readonly scope: NodePlan; readonly check: CheckPlan };

export interface StepPlan { readonly id: string; readonly title: Text; readonly hint?: Text; readonly nodes: readonly NodePlan[]; readonly when?: CompiledSchema }
export interface PaperPlan {
  readonly id: string; readonly title: Text; readonly hint?: Text; readonly when?: CompiledSchema; readonly required: boolean | CompiledSchema;
  readonly types: readonly string[]; /** bytes */ readonly maxBytes: number; readonly maxFiles: number; readonly sourceDb?: Text; readonly each?: NodePlan;
}
export interface FeePlan {
  readonly id: string; readonly kind: 'fee' | 'charge' | 'service' | 'postage'; readonly title: Text; readonly amount: Expression; readonly when?: CompiledSchema;
  /** So many of `unit`, `amount` each. */
  readonly quantity?: Expression; readonly unit?: Text;
  readonly channel?: 'online' | 'counter'; readonly unverified: boolean; readonly note?: Text;
  readonly reductions: readonly { id: string; title: Text; when: CompiledSchema; amount?: Expression; percent?: number }[];
}
export interface CasePlan { readonly id: string; readonly title: Text; readonly when: CompiledSchema; readonly code?: string; readonly fees: readonly FeePlan[]; readonly source: Path }
export interface NoticePlan { readonly id: string; readonly text: Text; readonly at: 'start' | 'review'; readonly when?: CompiledSchema }

export interface FormPlan {
  readonly document: FormDocument;
  readonly title: Text;
  readonly root: NodePlan;
  readonly nodes: readonly NodePlan[];
  readonly jobs: readonly Job[];
  readonly checks: readonly CheckPlan[];
  readonly steps: readonly StepPlan[];
  readonly papers: readonly PaperPlan[];
  readonly fees: readonly FeePlan[];
  readonly cases: readonly CasePlan[];
  readonly notices: readonly NoticePlan[];
  /** Made of the plain keywords alone. */
  readonly plain: boolean;
  /** Made of a plain schema: nothing given is pruned, and this judges the whole in the end. */
  readonly whole: CompiledSchema | undefined;
  /** What of a plain schema could not be followed; a document with such a thing is refused. */
  readonly problems: readonly Problem[];
  /** Reckons rules and fees; only where the document has some. */
  readonly rules: RuleEngine | undefined;
  /** the place at a pattern, `/members/*\/sex` */
  find(path: Pattern): NodePlan | undefined;
}

export type { Issue };
