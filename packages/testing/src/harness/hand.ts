/**
 * A person at a form: speaks of labels, roles and what can be read, never of shadow roots or ids. `PageHand` acts inside
 * the page (tests, stories, or brought into one by an end-to-end test); its gestures are events, not a driver's keys.
 * Every method waits until the form has settled, and throws with what is there when it cannot find what is named.
 */
export interface FormHand {
  /** The same, but looking only inside the group, row or paper with this heading. */
  within(heading: string): FormHand;
  /** Types into a text box after what stands there, key by key, and stays in it. */
  type(label: string, text: string): Promise<void>;
  /** Empties a text box, types, and leaves it. */
  fill(label: string, text: string): Promise<void>;
  /** Types `d/m/yyyy` into the boxes of a date; parts may be empty (`//1960`). Leaves it. */
  date(label: string, text: string): Promise<void>;
  /** Takes an option of a radio group, a select or a group of checkboxes by its words. */
  choose(label: string, option: string): Promise<void>;
  /** Ticks or unticks a single statement. */
  tick(statement: string): Promise<void>;
  /** Types into a combobox and takes the option with these words. */
  pick(label: string, query: string, option: string): Promise<void>;
  /** Presses a button or a link by its name. */
  press(name: string): Promise<void>;
  /** Chooses files for the paper with this title. */
  attach(paper: string, ...files: readonly File[]): Promise<void>;
  /** Goes out of whatever has the focus. */
  leave(): Promise<void>;

  /** Is something with this label asked or shown? */
  shows(label: string): Promise<boolean>;
  /** What a control holds: text, the words of the chosen options (`, `), or what stands there read-only. */
  value(label: string): Promise<string>;
  /** The sentence beside a field; empty if there is none. */
  error(label: string): Promise<string>;
  /** The lines of the error summary; empty if there is none. */
  summary(): Promise<string[]>;
  /** The title of the step, or of the acknowledgement. */
  heading(): Promise<string>;
  /** All that can be read, white space collapsed. */
  text(): Promise<string>;
  /** The name of what has the focus: a label, a button, a heading. Empty if it is outside the form. */
  focus(): Promise<string>;
}

/** White space collapsed. */
export const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** `5/9/1990` → `['5', '9', '1990']`, three always. */
export function datePartsOf(text: string): [string, string, string] {
  const [day = '', month = '', year = ''] = text.split('/');
  return [day, month, year];
}
