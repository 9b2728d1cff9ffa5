// What a view needs to know of one question: plain data, no machine. `elements` makes it from the state.
export type QuestionWidget =
  | 'radio' | 'checkboxes' | 'yes-no' | 'select' | 'rating' | 'stars' | 'faces' | 'scale' | 'nps' | 'matrix' | 'ranking' | 'images' | 'slider'
  | 'text' | 'textarea' | 'number' | 'date' | 'file' | 'contact' | 'consent' | 'address' | 'combobox';

export interface ChoiceModel { /** unique in the question */ readonly key: string; readonly title: string; readonly hint?: string; readonly image?: { readonly src: string; readonly alt: string }; /** of a scale: what the choice is worth */ readonly score?: number }
/** As a combobox wants it; the same shape as a form's. */
export interface ListOption { value: string; label: string; hint?: string; aliases?: readonly string[]; formerly?: readonly string[] }

export interface QuestionModel {
  /** Unique in the shadow root and safe in an id attribute. */
  readonly id: string;
  readonly widget: QuestionWidget;
  readonly title: string;
  readonly hint?: string;
  /** The sentence shown; undefined = none. */
  readonly error?: string;
  /** Asked once more: a sentence that is no error. */
  readonly warning?: string;
  readonly required: boolean;
  /** In the order in which they are shown. A rating without choices has one for each number. */
  readonly choices: readonly ChoiceModel[];
  readonly many: boolean;
  /** Keys of what is chosen; of a ranking, in their order. */
  readonly chosen: readonly string[];
  /** What stands in a box, as typed. */
  readonly text: string;
  /** The rows of a matrix, the boxes of a contact block or of an address. */
  readonly rows: readonly QuestionModel[];
  readonly ends?: readonly [string, string];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly step?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  /** The box of "khác", shown while that choice is taken. */
  readonly other?: { readonly choice: string; readonly question: QuestionModel };
  /** Choices that stand alone. */
  readonly exclusive: readonly string[];
  readonly autocomplete?: string;
  /** `email` and `tel` choose the input's type too. */
  readonly inputMode?: string;
  /** Of a list that is looked up. The same function as long as it is the same list. */
  readonly loadOptions?: () => Promise<readonly ListOption[]>;
  /** The list could not be had: typed freely. */
  readonly listMissing?: boolean;
  readonly disabled?: boolean;
  /** Kinds of files, as in an input's `accept`. */
  readonly accept?: string;
}

/** What a person did to a question, read from an event by `readAnswer`. */
export interface AnswerChange { readonly id: string; /** boxes */ readonly text?: string; /** choices: all keys that are taken now */ readonly keys?: readonly string[] }
