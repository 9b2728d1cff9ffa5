// The form language, version 1. The authority is schemas/form-document.schema.json; this file is derived from it.
import type { Json, JsonSchema, JsonSchemaObject, Path } from '../types.js';

/** JSONLogic-shaped: `{ "+": [{ "var": "/a" }, 1] }`. Recursive, so hand-written; `rules` holds the closed list of operators. */
export type Expression = Json;

export type Confidence = 'high' | 'medium' | 'low';

/** Where a fact comes from. An unverified fact is shown as such and is never presented as law. */
export interface Sourced { sources?: string[]; confidence?: Confidence; lastChecked?: string; note?: string }

export interface LegalBasis { title: string; effectiveFrom?: string; effectiveTo?: string; url?: string; confidence?: Confidence }
export interface TimeLimit extends Sourced {
  channel?: 'online' | 'counter';
  value: number;
  unit: 'workingDay' | 'day' | 'workingHour';
  /** `15:00`: a dossier received later counts from the next working day. */
  receivedBefore?: string;
}
export interface ProcedureCase extends Sourced {
  id: string; title: string; when: JsonSchema;
  code?: string; timeLimits?: TimeLimit[]; fees?: Fee[];
}
export interface Procedure extends Sourced {
  code: string;
  title?: string;
  /** toàn trình = full, một phần = partial, only information = information */
  serviceLevel?: 'full' | 'partial' | 'information';
  agency?: { level?: 'commune' | 'province' | 'ministry'; title?: string; codeList?: string; field?: Path };
  legalBasis?: LegalBasis[];
  timeLimits?: TimeLimit[];
  cases?: ProcedureCase[];
}
export interface Step {
  id: string; title: string; hint?: string;
  fields?: Path[];
  /** Only for a step without fields. */
  when?: JsonSchema;
  /** Surveys only: the questions in an order of chance, which is recorded. */
  shuffle?: boolean;
}
/** One part of a sum of points: one of `index`, `of` and `given`. */
export interface IndexPart {
  id: string; title: string; max: number;
  /** id of a share: max × share / 100 */
  index?: string;
  /** the mean score of this question */
  of?: Path;
  /** the host's own figure */
  given?: boolean;
}
export interface SurveyIndex extends Sourced {
  id: string; title: string; kind: 'share' | 'mean' | 'nps' | 'points';
  /** questions, or rows of a matrix */
  of?: Path[];
  /** of a share: the answers that count */
  values?: (string | number | boolean)[];
  parts?: IndexPart[];
  /** Each from its `min` on to the next. */
  classes?: { title: string; min: number }[];
}
/** What only a survey has. */
export interface Survey {
  /** Responses are kept apart from dossiers, with nothing that joins them. */
  anonymous?: boolean;
  mode?: 'pages' | 'one';
  /** first and last day on which it is answered */
  opens?: string;
  closes?: string;
  thanks?: string;
  /** Looked at on leaving a page. */
  screenOut?: { id: string; when: JsonSchema; text: string }[];
  /** What was answered so far is sent on leaving a page. */
  partial?: boolean;
  /** Nothing is told of fewer responses; default 5. */
  minSample?: number;
  eligibility?: 'open' | 'token' | 'dossier';
  indices?: SurveyIndex[];
}
export interface Compute { to: Path; value: Expression; each?: Path }
export interface Check { id?: string; that: Expression; at: Path; message: string; each?: Path; level?: 'warning' }
export interface Paper extends Sourced {
  id: string; title: string; hint?: string;
  /** Shown when it holds; absent = always. */
  when?: JsonSchema;
  /** `true`, or a condition over the answers. */
  required?: boolean | JsonSchema;
  types?: string[];
  /** bytes, of one file */
  maxBytes?: number;
  maxFiles?: number;
  /** Where the State has it already: said to the citizen. */
  sourceDb?: string;
  each?: Path;
}
/** What is due with the dossier. A tax or a land obligation is no fee of a form: an agency asks for it after acceptance, by a notice, so it is a line of a payment alone. */
export interface Fee extends Sourced {
  id: string;
  /** fee = phí, charge = lệ phí */
  kind: 'fee' | 'charge' | 'service' | 'postage';
  title: string;
  /** integer đồng; of one unit, where there is a quantity */
  amount: Expression;
  /** integer, 0 or more: so many units are due */
  quantity?: Expression;
  /** What the quantity counts: `bản`. */
  unit?: string;
  when?: JsonSchema;
  channel?: 'online' | 'counter';
  /** The first that holds. `amount`: paid in place of the fee's own, also for one unit; `percent`: off the whole, rounded half up. Neither ever raises it. */
  reductions?: { id: string; title: string; when: JsonSchema; amount?: Expression; percent?: number }[];
}
/** A host's own amounts for one form, over the document's. */
export interface FeeTable extends Sourced {
  $schema?: string;
  id: string;
  version: string;
  title?: string;
  /** id of the form */
  for: string;
  /** In place of the document's fees of the same id, or beside them. */
  fees?: Fee[];
  /** The same, by the id of a case. */
  cases?: Record<string, Fee[]>;
  /** ids of fees that are not due here, of the document or of its cases */
  remove?: string[];
  /** As in a document; pointers into this table: `/fees/0/title`, `/cases/late/0/title`. */
  translations?: Record<string, Record<Path, Translation>>;
}
export interface Delivery { methods: ('electronic' | 'counter' | 'post')[]; field?: Path }
export interface Notice { id: string; text: string; at?: 'start' | 'review'; when?: JsonSchema }
export interface Parties { owner?: Path; submitter?: Path; relation?: Path }
/** A translation repeats the text that it translates, so that an insertion cannot shift it silently. */
export interface Translation { of: string; text: string }

/** `x-dvc` on a property of the data schema. */
export interface Annotations {
  widget?: 'text' | 'textarea' | 'radio' | 'select' | 'combobox' | 'checkbox' | 'checkboxes' | 'money' | 'number' | 'date' | 'time' | 'date-time' | 'person-name' | 'address' | 'tel' | 'email'
    | 'file' | 'hidden'
    | 'yes-no' | 'rating' | 'stars' | 'faces' | 'scale' | 'nps' | 'matrix' | 'ranking' | 'images' | 'slider' | 'contact' | 'consent';
  hint?: string;
  /** A token of the HTML standard, e.g. `name`, `bday`, `tel`, `email`. */
  autocomplete?: string;
  width?: 'xs' | 's' | 'm' | 'l' | 'full';
  order?: number;
  /** A heading over this field and the ones beside it that name the same group. A document's `steps` win. */
  group?: string;
  privacy?: 'public' | 'personal' | 'sensitive';
  /** `within` names the sibling property that narrows the list (commune within province). */
  codeList?: { id: string; version?: string; within?: string };
  /** keyword → the author's sentence */
  messages?: Record<string, string>;
  /** labels of an `enum`, by value */
  enumLabels?: Record<string, string>;
  /** Where the answer comes from when the host knows the citizen: a name of `.identity`. */
  prefill?: string;
  /** The title of one row, e.g. "Thành viên". */
  rowTitle?: string;
  // Surveys only:
  /** words at the low and the high end of a scale */
  ends?: string[];
  /** choice → what it is worth */
  scores?: Record<string, number>;
  /** `field`: name of the sibling, declared by a `then`, that takes the words */
  other?: { choice: string; field: string };
  /** choices that stand alone: "không có" */
  exclusive?: string[];
  /** Left empty, it is asked once more and then let pass. */
  softRequired?: boolean;
  /** The choices (of a matrix: the rows) in an order of chance, which is recorded. */
  shuffle?: boolean;
  /** choice → an image beside the document */
  images?: Record<string, { src: string; alt: string }>;
  /** Texts and earlier answers, as text; `title` stands where one of them is absent. */
  titleParts?: (string | { var: Path })[];
}

export interface FormDocument {
  $schema?: string;
  kind: 'form' | 'survey';
  id: string;
  version: string;
  title: string;
  description?: string;
  procedure?: Procedure;
  schema: JsonSchemaObject;
  steps?: Step[];
  survey?: Survey;
  rules?: { compute?: Compute[]; checks?: Check[] };
  papers?: Paper[];
  fees?: Fee[];
  /** Which tables of a host were applied: written by `withFeeTable`. */
  feeTables?: { id: string; version: string }[];
  delivery?: Delivery;
  parties?: Parties;
  notices?: Notice[];
  /** locale → pointer to the text → translation */
  translations?: Record<string, Record<Path, Translation>>;
}
