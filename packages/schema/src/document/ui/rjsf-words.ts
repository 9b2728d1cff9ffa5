import type { Annotations } from '../types.js';

type Widget = NonNullable<Annotations['widget']>;

export const CONTROL = 'the control that the schema asks for';

/** Their widgets, by name without `Widget`, and the values of `inputType`, in our words; and what is lost thereby. */
export const WIDGETS: Record<string, [widget: Widget | undefined, lost?: string]> = {
  text: ['text'], textarea: ['textarea'], email: ['email'], tel: ['tel'], radio: ['radio'], select: ['select'], checkbox: ['checkbox'], checkboxes: ['checkboxes'], hidden: ['hidden'],
  uri: ['text'], url: ['text'], updown: ['number'], number: ['number'],
  date: ['date'], 'alt-date': ['date'], altdate: ['date'], time: ['time'], file: ['file'], files: ['file'],
  datetime: ['date-time'], 'date-time': ['date-time'], 'datetime-local': ['date-time'], 'alt-datetime': ['date-time'], altdatetime: ['date-time'],
  password: ['text', 'a text field, whose content can be seen'], color: ['text', 'a text field'], range: ['number', 'a number field'], rating: ['number', 'a number field'],
};

/** True is what we do anyway. */
export const OURS = /^(label|addable|removable|orderable)$/;

const LOOK = 'the look of the form, which the page sets with tokens';
const ROWS = 'rows can be added, removed and moved as far as the schema lets them';

/** What is done instead of an option. */
export const INSTEAD: Record<string, string> = {
  field: CONTROL, fieldReplacesAnyOrOneOf: CONTROL,
  classNames: LOOK, style: LOOK, rows: 'a text area that grows with its text', inline: 'options one below another', optgroups: 'options without headings',
  label: 'the label: without it nobody knows what to enter', hideError: 'the error, beside its field', placeholder: 'a hint, if there is no other: a placeholder is gone when it is needed',
  addable: ROWS, removable: ROWS, orderable: ROWS, copyable: ROWS,
  enumDisabled: 'all values that the schema allows', enumOrder: 'the order of the schema',
  required: '"required" in the schema', initialValue: '"default" in the schema', emptyValue: 'an emptied answer is left out',
  title: 'the title of the schema', description: 'the description of the schema', help: 'the description of the schema',
  submitButtonOptions: 'the button of the form', rootFieldId: 'ids that the form makes itself', layoutGrid: 'one field below another',
  enableMarkdownInDescription: 'text as it stands', enableMarkdownInHelp: 'text as it stands', autofocus: 'the focus stays where it is',
};
