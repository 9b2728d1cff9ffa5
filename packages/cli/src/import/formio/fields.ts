// What each kind of input of Form.io is in the language: its schema without label and hint, which all have in common.
import type { Json, JsonSchemaObject } from '@dvc/schema';
import * as blocks from '../blocks.js';
import { choicesOf, remoteChoices } from './choices.js';
import { patternOfMask, wholePattern } from './masks.js';
import { isLoose, type Tracked } from './tracked.js';

export interface FieldContext { safe: ReadonlySet<string>; say(text: string): string }
type Field = (of: Tracked, context: FieldContext) => JsonSchemaObject;

const text = (more: JsonSchemaObject = {}): JsonSchemaObject => ({ type: 'string', ...more });

function textLimits(of: Tracked, { safe }: FieldContext): JsonSchemaObject {
  const made: JsonSchemaObject = {};
  const [least, most] = [of.count('validate.minLength'), of.count('validate.maxLength')];
  if (least) made.minLength = least;
  if (most) made.maxLength = most;
  const said = of.text('validate.pattern');
  const mask = of.text('inputMask') || of.text('displayMask');
  const masks = of.component.allowMultipleMasks === true ? [] : mask ? [mask] : [];
  for (const [name, pattern] of [['validate.pattern', said && wholePattern(said)], ...masks.map((each) => ['inputMask', patternOfMask(each)])] as [string, string | undefined][]) {
    if (pattern === undefined || pattern === '') { if (name === 'inputMask') of.lose('inputMask', 'pattern', mask); continue; }
    if (safe.has(pattern)) { if (made.pattern === undefined) made.pattern = pattern; else made.allOf = [{ pattern }]; }
    else of.say(`${name}: ${pattern}`, 'pattern', pattern);
  }
  for (const name of ['inputMasks', 'allowMultipleMasks']) of.lose(name, 'pattern', '…');
  for (const name of ['validate.minWords', 'validate.maxWords'] as const) of.lose(name, 'rule');
  of.lose('case', 'behaviour');
  return made;
}

function textField(of: Tracked, context: FieldContext): JsonSchemaObject {
  const widget = of.component.widget;
  if (isLoose(widget) && widget.type === 'calendar') return calendar(of, (name) => of.take(`widget.${name}`), of.text('widget.format'));
  return text(textLimits(of, context));
}

function numberField(of: Tracked): JsonSchemaObject {
  if (of.type === 'number') of.lose('currency', 'unit', of.text('currency'));
  const [minimum, maximum, step, decimals] = [of.number('validate.min'), of.number('validate.max'), of.number('validate.step'), of.number('decimalLimit')];
  const whole = of.on('validate.integer') || decimals === 0 || step === 1;
  if (decimals !== undefined && decimals > 0) of.lose('decimalLimit', 'rule');
  return { type: whole ? 'integer' : 'number', ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }), ...(step !== undefined && step > 0 && step !== 1 ? { multipleOf: step } : {}) };
}

function currency(of: Tracked): JsonSchemaObject {
  const unit = of.text('currency') || 'USD';
  const { type: _, ...limits } = numberField(of);
  if (/^(vnd|vnđ|đồng)$/i.test(unit)) return { ...blocks.money, ...limits };
  of.say(`currency: ${unit}`, 'unit', unit);
  return { type: 'number', ...limits };
}

/** A day, a time, or both, by what the calendar shows. */
function calendar(of: Tracked, take: (name: string) => unknown, format: string): JsonSchemaObject {
  const date = take('enableDate') !== false && take('noCalendar') !== true;
  const time = take('enableTime') !== false && !(format !== '' && !/[hH]/.test(format));
  for (const name of ['datePicker.minDate', 'datePicker.maxDate', 'widget.minDate', 'widget.maxDate', 'datePicker.disable', 'datePicker.disableWeekends', 'datePicker.disableWeekdays', 'datePicker.disableFunction', 'widget.disableFunction', 'widget.disabledDates', 'widget.disableWeekends', 'widget.disableWeekdays']) of.lose(name, /Function/.test(name) ? 'script' : 'rule');
  of.lose('defaultDate', 'default', of.text('defaultDate'));
  of.lose('timezone', 'behaviour');
  of.skip('format', 'widget.timezone');
  return date && time ? text({ format: 'date-time' }) : date ? { ...blocks.date } : text({ format: 'time' });
}

function day(of: Tracked): JsonSchemaObject {
  const hides = (part: string) => of.on(`fields.${part}.hide`);
  const partial = hides('day') || hides('month');
  for (const part of ['day', 'month', 'year']) { of.skip(`fields.${part}.required`); if (part !== 'year') of.skip(`fields.${part}.hide`); if (part === 'year') of.lose('fields.year.hide', 'rule'); for (const name of ['minYear', 'maxYear']) of.lose(`fields.${part}.${name}`, 'rule'); }
  for (const name of ['minDate', 'maxDate', 'minYear', 'maxYear', 'validate.minYear', 'validate.maxYear']) of.lose(name, 'rule');
  of.say('MM/DD/YYYY', 'data-shape', 'YYYY-MM-DD');
  return text({ format: partial ? 'partial-date' : 'date' });
}

function selectBoxes(of: Tracked, context: FieldContext): JsonSchemaObject {
  if (remoteChoices(of)) return text();
  const { choices, values } = choicesOf(of, 'values', context.say);
  if (choices.length === 0) { of.say('values', 'choices-missing'); return text(); }
  of.say('{"a": true}', 'data-shape', `["${String(values[0])}"]`);
  const [least, most] = [of.count('validate.minSelectedCount'), of.count('validate.maxSelectedCount')];
  of.lose('minSelectedCountMessage', 'custom-message');
  of.lose('maxSelectedCountMessage', 'custom-message');
  return { type: 'array', uniqueItems: true, ...(least ? { minItems: least } : {}), ...(most ? { maxItems: most } : {}), items: { type: 'string', oneOf: choices } };
}

function chosen(of: Tracked, list: string, context: FieldContext): JsonSchemaObject {
  if (remoteChoices(of)) return text();
  const { choices, type } = choicesOf(of, list, context.say);
  if (choices.length === 0) { of.say(list, 'choices-missing'); return text(); }
  return { ...(type ? { type } : {}), oneOf: choices };
}

function checkBox(of: Tracked): JsonSchemaObject {
  of.lose('name', 'behaviour');
  of.lose('value', 'behaviour');
  const must = of.on('validate.required');
  return { type: 'boolean', ...(must ? { const: true } : {}), 'x-dvc': { widget: 'checkbox' } };
}

function tagField(of: Tracked): JsonSchemaObject {
  if (of.text('storeas') !== 'array') of.say('a,b', 'data-shape', '["a", "b"]');
  of.skip('storeas');
  const most = of.count('maxTags');
  of.lose('delimeter', 'behaviour');
  return { type: 'array', maxItems: most && most > 0 ? most : 50, items: text({ title: of.name, minLength: 1, maxLength: 200 }) };
}

/** A date that a text field holds, or a number that a hidden one carries: by what it begins with. */
function hidden(of: Tracked): JsonSchemaObject {
  const value = of.component.defaultValue as Json;
  const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string';
  return { type, 'x-dvc': { widget: 'hidden' } };
}

const mailed: Field = (of, context) => { of.lose('kickbox.enabled', 'rule'); return { ...blocks.email, ...textLimits(of, context) }; };
const phoned: Field = (of) => {
  // The mask of North America is what Form.io has by itself.
  if (of.text('inputMask') !== '(999) 999-9999') of.lose('inputMask', 'type-near', 'số điện thoại Việt Nam');
  of.lose('inputMasks', 'pattern', '…');
  for (const name of ['validate.minLength', 'validate.maxLength', 'validate.pattern']) of.lose(name, 'rule');
  return { ...blocks.phone };
};

/** type → schema. What holds other components, and files, is the walk's. */
export const FIELDS: Readonly<Record<string, Field>> = {
  textfield: textField, textarea: (of, context) => { of.lose('as', 'behaviour'); return { ...text(textLimits(of, context)), 'x-dvc': { widget: 'textarea', width: 'full' } }; },
  number: numberField, currency, checkbox: checkBox, selectboxes: selectBoxes,
  password: (of, context) => { of.say('password', 'type-near', 'ô văn bản, đánh dấu nhạy cảm'); return { ...text(textLimits(of, context)), 'x-dvc': { privacy: 'sensitive' } }; },
  select: (of, context) => chosen(of, 'data.values', context), radio: (of, context) => { const made = chosen(of, 'values', context); return made.oneOf ? { ...made, 'x-dvc': { widget: 'radio' } } : made; },
  email: mailed, url: (of, context) => text({ format: 'uri', ...textLimits(of, context) }), phoneNumber: phoned, tags: tagField,
  datetime: (of) => calendar(of, of.take, of.text('format')), day, time: (of) => { of.lose('format', 'behaviour'); of.lose('dataFormat', 'data-shape', '08:30:00+07:00'); return text({ format: 'time' }); },
  hidden,
  resource: (of) => { of.say(`resource: ${of.text('resource')}`, 'choices-elsewhere', of.text('resource') || 'resource'); for (const name of ['project', 'valueProperty', 'filter', 'data.resource', 'dataSrc']) of.lose(name, 'choices-elsewhere', of.text('resource')); return text(); },
};

