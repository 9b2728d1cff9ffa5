// What a view needs to know of one field: plain data, no engine. `elements` makes it from the state.
export type Control =
  | 'text' | 'textarea' | 'number' | 'money' | 'checkbox'
  | 'radio' | 'select' | 'checkboxes' | 'combobox'
  | 'date' | 'partial-date' | 'time' | 'date-time' | 'file';

export interface Option { /** as a string, unique in the list */ value: string; label: string; hint?: string; /** further words to find it by */ aliases?: readonly string[]; /** names that are no longer in force: found, and shown as such */ formerly?: readonly string[] }

export interface FieldModel {
  /** Unique in the shadow root and safe in an id attribute. The control is `#id`, hint `id-hint`, error `id-error`. */
  readonly id: string;
  readonly control: Control;
  readonly label: string;
  readonly hint?: string;
  /** As typed, or tidied after leaving. A date is `dd/mm/yyyy` with empty parts allowed: `5//1990`; a date with a time has it after a space. A file is its data URL or its base64. */
  readonly text: string;
  /** The chosen option(s) of a choice, as option values. */
  readonly chosen?: readonly string[];
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly disabled: boolean;
  /** The sentence shown; undefined = none. */
  readonly error?: string;
  readonly warning?: string;
  readonly options?: readonly Option[];
  /** A combobox asks for its options when first opened or focused. The same function as long as it is the same list: another one drops the options. */
  readonly loadOptions?: () => Promise<readonly Option[]>;
  /** Best first, at most `limit`. Without it a combobox has a plain search of its own (no marks, no case, starts of words). */
  readonly search?: (query: string, options: readonly Option[], limit: number) => readonly Option[];
  /** A combobox whose list could not be had: typed freely and marked. */
  readonly listMissing?: boolean;
  readonly autocomplete?: string;
  /** `tel` and `email` also choose the input's type. */
  readonly inputMode?: string;
  /** What the keyboard may do: a name gets capitals offered and no red wave, a code neither. */
  readonly spelling?: 'name' | 'code';
  readonly width?: 'xs' | 's' | 'm' | 'l' | 'full';
  readonly maxLength?: number;
  /** Kinds of files that are taken, as in an input's `accept`; all of them, if left out. */
  readonly accept?: string;
}

/** What a person did to a control, read from a native event by `readControl`. */
export interface ControlChange { id: string; /** text controls and dates */ text?: string; /** choices: option values now chosen; a checkbox: ['true'] or [] */ chosen?: readonly string[] }
