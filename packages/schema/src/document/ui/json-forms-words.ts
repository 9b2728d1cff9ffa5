import type { Annotations } from '../types.js';

type Widget = NonNullable<Annotations['widget']>;

/** `options.format`, in our words. */
export const FORMATS: Record<string, Widget> = { radio: 'radio', date: 'date', time: 'time', 'date-time': 'date-time' };

/** Options that ask for what we do anyway; `variant` is that of a Categorization. */
export const OURS = /^(showUnfocusedDescription|showSortButtons|showNavButtons|variant)$/;

/** How wide a control is beside how many others. */
export const WIDTHS: Record<number, Annotations['width']> = { 2: 'm', 3: 's', 4: 's' };

export const CONDITION = '"if" and "then" in the schema: a condition of the layout would hide what the schema may require';
const CONTROL = 'the control that the schema asks for';
const TITLE = 'the titles of the schema; rows are numbered';

/** What is done instead of an option or a part of an element. */
export const INSTEAD: Record<string, string> = {
  slider: 'a number field', toggle: 'a checkbox', format: CONTROL, trim: 'a width that suits the answer', restrict: 'an error when the text is too long',
  hideRequiredAsterisk: '“(required)” in words', detail: 'all fields of a row', suggestion: 'a text field without suggestions', placeholder: 'a hint, if there is no other: a placeholder is gone when it is needed',
  label: 'the label: without it nobody knows what to enter', i18n: 'the titles of the schema, and the translations of the document',
  elementLabelProp: TITLE, childLabelProp: TITLE, labelRef: TITLE, elementLabel: TITLE,
  dateFormat: 'dates as Vietnamese forms write them', timeFormat: 'times as Vietnamese forms write them', dateTimeFormat: 'dates as Vietnamese forms write them',
  dateSaveFormat: 'dates as JSON Schema keeps them', timeSaveFormat: 'times as JSON Schema keeps them', dateTimeSaveFormat: 'dates as JSON Schema keeps them',
};
