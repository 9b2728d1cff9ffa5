import type { FormPlan, Issue, Json, JsonObject, NodePlan, Path, Shape } from '@dvc/schema';
import type { Acknowledgement, Change, UploadedFile } from '../ports.js';
import type { Sourced, Suggestion } from './sources.js';

/** Whose an answer is: the host's data, the schema's default, or a person's. */
export type Origin = 'given' | 'default' | 'person';

/** One place of the answers as it stands. Immutable; what did not change keeps its identity. */
export interface NodeState {
  readonly plan: NodePlan;
  /** How it looks now; the plan itself where that never changes. */
  readonly shape: Shape;
  /** Stable while rows move: `/members/r2/fullName`. */
  readonly id: string;
  /** A field's answer; for any other kind only a given value of the wrong type. */
  readonly value: Json | undefined;
  /** What a rule computed; wins over `value` in what is submitted. */
  readonly computed: Json | undefined;
  /** As typed; only until the field is left, or while it cannot be read. */
  readonly text: string | undefined;
  /** Properties or slots, in the order of the plan. */
  readonly children: readonly NodeState[] | undefined;
  /** Rows of a list, or entries of a map. */
  readonly rows: readonly NodeState[] | undefined;
  /** The name of an entry; undefined until it has one. */
  readonly key: string | undefined;
  /** Its name is being typed. */
  readonly naming: boolean;
  /** The form inside, once it is open. */
  readonly nested: NodeState | undefined;
  /** Which branch of each union was chosen, by slot. */
  readonly picks: readonly (number | undefined)[] | undefined;
  /** Properties that are not asked here, kept as they were given. */
  readonly extra: JsonObject | undefined;
  readonly origin: Origin | undefined;
  readonly relevant: boolean;
  readonly required: boolean;
  /** Something below has an answer. */
  readonly filled: boolean;
  readonly touched: boolean;
  readonly conditions: readonly boolean[] | undefined;
  /** Paths relative to this place. */
  readonly issues: readonly Issue[];
  /** From checks and from the back end, by source; paths relative. */
  readonly flags: Readonly<Record<string, Issue>> | undefined;
}

export type UploadStatus = 'checking' | 'uploading' | 'uploaded' | 'failed';
export interface Upload {
  readonly key: string; readonly name: string; /** bytes */ readonly size: number; readonly status: UploadStatus;
  /** 0…1 */ readonly part: number; readonly file?: UploadedFile; readonly error?: string;
}

/** Where the citizen and the dossier stand. */
export type Phase =
  | { readonly kind: 'editing' }
  | { readonly kind: 'submitting' }
  | { readonly kind: 'failed'; readonly reason: 'offline' | 'timeout' | 'busy' | 'server' | 'session' | 'unexpected' | 'key-conflict'; readonly retryAfterMs?: number; readonly incident?: string }
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  /** `earlier`: for what was sent first under this key; later changes are not in it. */
  | { readonly kind: 'acknowledged'; readonly acknowledgement: Acknowledgement; readonly earlier?: true };

export interface FormState {
  readonly plan: FormPlan;
  readonly root: NodeState;
  /** `YYYY-MM-DD` in Asia/Ho_Chi_Minh, from the back end's clock */
  readonly today: string;
  readonly context: FormContext;
  readonly nextRow: number;
  /** The page shown: a step's id, `papers` or `review`. */
  readonly page: string;
  readonly visited: readonly string[];
  /** "Sửa" on the review page leads back there. */
  readonly returning: boolean;
  /** A submission was tried: every error is shown. */
  readonly attempted: boolean;
  /** Grows each time the error summary should take focus. */
  readonly summons: number;
  /** What the summary lists: the page that was tried, or everything. */
  readonly summary: 'none' | 'page' | 'all';
  readonly phase: Phase;
  readonly uploads: Readonly<Record<string, readonly Upload[]>>;
  readonly paperIssues: readonly Issue[];
  /** Where prefilled answers came from, by id. */
  readonly provenance: Readonly<Record<string, Sourced>>;
  /** What sources offer and nobody has taken yet, by id. */
  readonly suggestions?: Readonly<Record<string, Suggestion>>;
  /** Code list id → version shown. */
  readonly codeLists: Readonly<Record<string, string>>;
  /** Made with the draft; every retry carries it. */
  readonly idempotencyKey: string;
  readonly readOnly: boolean;
  /** How many jobs the last action ran: what a key costs, counted. */
  readonly evaluations: number;
}

/** What rules may know besides the answers. */
export interface FormContext {
  readonly calendar?: { daysOff: readonly string[]; workingSaturdays: readonly string[] };
  /** When given (on a server), codes are checked against the lists. */
  readonly codeLists?: (id: string, within?: string) => { items: readonly { code: string }[] } | undefined;
}

export type Row = readonly number[];
export type { Path };
