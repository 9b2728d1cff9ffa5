import { describe, expect, test } from 'vitest';
import type { JsonSchemaObject, Problem } from '../../types.js';
import { parse } from '../parse.js';
import { wrap } from '../wrap.js';
import { layOut } from './index.js';

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
};
/** The schema that comes out, and what was dropped, as `path: got → expected`. */
function read(schema: object, ui: object): { schema: JsonSchemaObject; dropped: string[] } {
  const problems: Problem[] = [];
  const laid = layOut(freeze(schema) as JsonSchemaObject, freeze(ui), problems);
  expect(problems.every(({ code, level }) => code === 'ui-dropped' && level === 'warning')).toBe(true);
  expect(laid.steps).toBeUndefined();
  // What comes out is of the language.
  expect(parse({ ...wrap(laid), title: 'A' }).problems).toEqual([]);
  return { schema: laid.schema, dropped: problems.map(({ path, got, expected }) => `${path}: ${got} → ${expected}`) };
}
const one = (ui: object, schema: object = { type: 'string' }) => {
  const { schema: made, dropped } = read({ type: 'object', properties: { a: schema } }, { a: ui });
  return { made: (made.properties as Record<string, unknown>).a as JsonSchemaObject, dropped };
};

describe('widgets', () => {
  test.each([
    ['text', 'text'], ['TextWidget', 'text'], ['textarea', 'textarea'], ['email', 'email'], ['uri', 'text'], ['URLWidget', 'text'], ['radio', 'radio'], ['select', 'select'], ['checkbox', 'checkbox'],
    ['checkboxes', 'checkboxes'], ['CheckboxesWidget', 'checkboxes'], ['updown', 'number'], ['UpDownWidget', 'number'], ['hidden', 'hidden'], ['date', 'date'], ['alt-date', 'date'], ['AltDateWidget', 'date'],
    ['datetime', 'date-time'], ['alt-datetime', 'date-time'], ['time', 'time'], ['file', 'file'], ['files', 'file'],
  ])('%s is %s', (theirs, ours) => expect(one({ 'ui:widget': theirs })).toEqual({ made: { type: 'string', 'x-dvc': { widget: ours } }, dropped: [] }));

  test.each([['password', 'text', 'a text field, whose content can be seen'], ['color', 'text', 'a text field'], ['range', 'number', 'a number field']])('%s becomes %s, and that is said', (theirs, ours, instead) => {
    expect(one({ 'ui:widget': theirs })).toEqual({ made: { type: 'string', 'x-dvc': { widget: ours } }, dropped: [`/a/ui:widget: widget: ${theirs} → ${instead}`] });
  });

  test('a widget of their own, or none, leaves the control that the schema asks for', () => {
    for (const widget of ['StarsWidget', 'constructor', '', 5, null]) {
      expect(one({ 'ui:widget': widget })).toEqual({ made: { type: 'string' }, dropped: [expect.stringContaining('→ the control that the schema asks for')] });
    }
    expect(one({ 'ui:widget': function Stars() {}, 'ui:field': 'geo' }).dropped).toEqual(['/a/ui:widget: widget: Stars() → the control that the schema asks for', '/a/ui:field: field: geo → the control that the schema asks for']);
  });

  test('the kind of input counts where no widget is named', () => {
    expect(one({ 'ui:options': { inputType: 'tel' } }).made['x-dvc']).toEqual({ widget: 'tel' });
    expect(one({ 'ui:inputType': 'datetime-local' }).made['x-dvc']).toEqual({ widget: 'date-time' });
    expect(one({ 'ui:options': { inputType: 'email' }, 'ui:widget': 'textarea' }).made['x-dvc']).toEqual({ widget: 'textarea' });
  });
});

describe('options', () => {
  test('in either way of writing', () => {
    const made = { type: 'string', title: 'Lý do', readOnly: true, 'x-dvc': { widget: 'textarea', hint: 'Ngắn gọn.', autocomplete: 'off' } };
    expect(one({ 'ui:title': 'Lý do', 'ui:widget': 'textarea', 'ui:description': 'Ngắn gọn.', 'ui:autocomplete': 'off', 'ui:readonly': true })).toEqual({ made, dropped: [] });
    expect(one({ 'ui:options': { title: 'Lý do', widget: 'textarea', description: 'Ngắn gọn.', autocomplete: 'off', disabled: true } })).toEqual({ made, dropped: [] });
  });
  test('help stands after the description, a description instead of that of the schema; the annotations of the schema win', () => {
    const schema = { type: 'string', description: 'Số nhà.' };
    expect(one({ 'ui:help': 'Ví dụ 12.' }, schema).made['x-dvc']).toEqual({ hint: 'Số nhà. Ví dụ 12.' });
    expect(one({ 'ui:description': 'Số.' }, schema).made['x-dvc']).toEqual({ hint: 'Số.' });
    expect(one({ 'ui:description': 'Số.', 'ui:help': 'Ví dụ 12.' }, schema).made['x-dvc']).toEqual({ hint: 'Số. Ví dụ 12.' });
    expect(one({ 'ui:help': 'theirs', 'ui:widget': 'radio' }, { type: 'string', 'x-dvc': { hint: 'own' } }).made['x-dvc']).toEqual({ hint: 'own', widget: 'radio' });
  });
  test('a placeholder becomes the hint, if there is no other and nothing to choose from; and that is said', () => {
    const dropped = ['/a/ui:placeholder: placeholder: 0912 345 678 → a hint, if there is no other: a placeholder is gone when it is needed'];
    const placeholder = { 'ui:placeholder': '0912 345 678' };
    expect(one(placeholder)).toEqual({ made: { type: 'string', 'x-dvc': { hint: '0912 345 678' } }, dropped });
    expect(one({ ...placeholder, 'ui:help': 'Di động.' })).toEqual({ made: { type: 'string', 'x-dvc': { hint: 'Di động.' } }, dropped });
    expect(one(placeholder, { description: 'Di động.' })).toEqual({ made: { description: 'Di động.' }, dropped });
    expect(one(placeholder, { enum: ['a'] })).toEqual({ made: { enum: ['a'] }, dropped });
  });
  test('names of values: by index, by value, and those of a list of checkboxes', () => {
    expect(one({ 'ui:enumNames': ['Một', 'Hai'] }, { enum: [1, 2] }).made['x-dvc']).toEqual({ enumLabels: { 1: 'Một', 2: 'Hai' } });
    expect(one({ 'ui:enumNames': { 2: 'Hai' } }, { enum: [1, 2] }).made['x-dvc']).toEqual({ enumLabels: { 1: '1', 2: 'Hai' } });
    expect(one({ 'ui:widget': 'checkboxes', 'ui:enumNames': ['A'] }, { type: 'array', items: { enum: ['a'] } }).made).toEqual({ type: 'array', items: { enum: ['a'], 'x-dvc': { enumLabels: { a: 'A' } } }, 'x-dvc': { widget: 'checkboxes' } });
  });
  test('what is ours anyway needs no word', () => {
    expect(one({ 'ui:options': { label: true, addable: true, removable: true, orderable: true }, 'ui:readonly': false, 'ui:disabled': false }).dropped).toEqual([]);
    expect(read({ type: 'object' }, { 'ui:submitButtonOptions': { norender: false } }).dropped).toEqual([]);
  });
  test.each([
    ['classNames', 'big'], ['style', { color: 'red' }], ['rows', 5], ['label', false], ['addable', false], ['removable', false], ['orderable', false], ['copyable', true], ['inline', true], ['enumDisabled', ['a']],
    ['enumOrder', ['b', '*']], ['optgroups', { A: ['a'] }], ['required', true], ['initialValue', 'x'], ['emptyValue', ''], ['hideError', true], ['autofocus', true], ['autocapitalize', 'words'],
    ['enableMarkdownInDescription', true], ['rootFieldId', 'x'], ['fieldReplacesAnyOrOneOf', true], ['layoutGrid', {}], ['title', ''], ['help', 5], ['order', 'a'], ['something', 1],
  ])('%s is dropped, and that is said', (name, value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    for (const [ui, path] of [[{ [`ui:${name}`]: value }, `/a/ui:${name}`], [{ 'ui:options': { [name]: value } }, `/a/ui:options/${name}`]] as const) {
      expect(one(ui)).toEqual({ made: { type: 'string' }, dropped: [expect.stringMatching(`^${path.replace(/[$.]/g, '\\$&')}: ${name}: `)] });
      expect(one(ui).dropped[0]).toContain(text.slice(0, 40));
    }
  });
  test('class names of old, and what is no object', () => expect(one({ classNames: 'big', b: 'text' }).dropped).toEqual([
    '/a/classNames: classNames → the look of the form, which the page sets with tokens', '/a/b: b → the form without it',
  ]));
  test('for the whole form', () => {
    const { schema, dropped } = read({ type: 'object', properties: { a: {} } }, { 'ui:globalOptions': { readonly: true, copyable: true }, 'ui:submitButtonOptions': { norender: true } });
    expect(schema.readOnly).toBe(true);
    expect(dropped).toEqual([expect.stringMatching('^/ui:globalOptions/copyable: '), '/ui:submitButtonOptions: submitButtonOptions: {"norender":true} → the button of the form']);
  });
});

describe('where hints stand', () => {
  test('order, with a place for the rest; also for what is asked under a condition', () => {
    const { schema } = read(
      { type: 'object', properties: { a: {}, b: {}, c: true }, if: {}, then: { properties: { d: {} } } },
      { 'ui:order': ['c', '*', 'a'], a: { 'ui:order': ['x'] } },
    );
    expect(schema.properties).toEqual({ a: { 'x-dvc': { order: 2 } }, b: { 'x-dvc': { order: 1 } }, c: true });
    expect(schema.then).toEqual({ properties: { d: { 'x-dvc': { order: 1 } } } });
  });
  test('rows, tuples, further items, further members', () => {
    const widget = (name: string) => ({ 'ui:widget': name });
    const { schema, dropped } = read({
      type: 'object', properties: {
        rows: { type: 'array', items: { type: 'object', properties: { n: {} } } },
        pair: { type: 'array', prefixItems: [{}, {}], items: {} }, same: { type: 'array', prefixItems: [{}, {}] },
        map: { type: 'object', additionalProperties: {} }, items: { type: 'string' },
      },
    }, {
      rows: { items: { n: widget('updown') } }, pair: { items: [widget('textarea'), widget('select')], additionalItems: widget('updown') }, same: { items: widget('radio') },
      map: { additionalProperties: widget('textarea') }, items: widget('textarea'),
    });
    const x = (name: string) => ({ 'x-dvc': { widget: name } });
    expect(schema.properties).toEqual({
      rows: { type: 'array', items: { type: 'object', properties: { n: x('number') } } },
      pair: { type: 'array', prefixItems: [x('textarea'), x('select')], items: x('number') }, same: { type: 'array', prefixItems: [x('radio'), x('radio')] },
      map: { type: 'object', additionalProperties: x('textarea') }, items: { type: 'string', ...x('textarea') },
    });
    expect(dropped).toEqual([]);
  });
  test('branches: their own hints by index, those of shared names for all', () => {
    const { schema, dropped } = read(
      { type: 'object', oneOf: [{ title: 'A', properties: { name: {} } }, { properties: { name: {}, code: {} } }] },
      { name: { 'ui:title': 'Tên' }, oneOf: [{ 'ui:title': 'Cá nhân' }, { code: { 'ui:widget': 'updown' } }] },
    );
    expect(schema.oneOf).toEqual([{ title: 'Cá nhân', properties: { name: { title: 'Tên' } } }, { properties: { name: { title: 'Tên' }, code: { 'x-dvc': { widget: 'number' } } } }]);
    expect(dropped).toEqual([]);
  });
  test('a place that the schema has not is named', () => {
    const { dropped } = read({ type: 'object', properties: { a: { type: 'string' } } }, { b: { 'ui:widget': 'radio' }, a: { c: {} }, anyOf: [{ 'ui:title': 'x' }], constructor: {}, toString: {} });
    expect(dropped.map((line) => line.split(':')[0])).toEqual(['/b', '/a/c', '/anyOf/0', '/constructor', '/toString']);
    expect(dropped[0]).toBe('/b: b → nothing: the schema has no such place');
  });
});

describe('references', () => {
  const $defs = { person: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, boss: { $ref: '#/$defs/person' } } }, sex: { enum: ['m', 'f'] } };
  test('a use is annotated as a copy, its definition and the other uses stay', () => {
    const { schema, dropped } = read({ type: 'object', properties: { a: { $ref: '#/$defs/person', title: 'Cha' }, b: { $ref: '#/$defs/person' } }, $defs }, { a: { name: { 'ui:title': 'Tên cha' }, boss: { name: { 'ui:widget': 'textarea' } } } });
    expect(schema.properties).toEqual({
      a: {
        type: 'object', required: ['name'], title: 'Cha',
        properties: { name: { type: 'string', title: 'Tên cha' }, boss: { type: 'object', required: ['name'], properties: { name: { type: 'string', 'x-dvc': { widget: 'textarea' } }, boss: { $ref: '#/$defs/person' } } } },
      },
      b: { $ref: '#/$defs/person' },
    });
    expect([schema.$defs, dropped]).toEqual([$defs, []]);
  });
  test('names of values go with the values', () => {
    const { schema } = read({ type: 'object', properties: { a: { $ref: '#/$defs/person' }, sex: { $ref: '#/$defs/sex' } }, $defs }, { sex: { 'ui:enumNames': ['Nam', 'Nữ'], 'ui:widget': 'radio' } });
    expect(schema.properties).toEqual({ a: { $ref: '#/$defs/person' }, sex: { enum: ['m', 'f'], 'x-dvc': { enumLabels: { m: 'Nam', f: 'Nữ' }, widget: 'radio' } } });
  });
  test('the nearer word wins, and a definition that refers to itself ends', () => {
    const { schema } = read({ type: 'object', properties: { a: { $ref: '#/$defs/sex', title: 'Giới', 'x-dvc': { width: 's' } }, b: { $ref: '#/$defs/loop' } }, $defs: { sex: { title: 'Giới tính', enum: ['m'], 'x-dvc': { width: 'm', hint: 'H' } }, loop: { allOf: [{ $ref: '#/$defs/loop' }] } } }, { a: { 'ui:widget': 'radio' }, b: { 'ui:widget': 'radio' } });
    expect(schema.properties).toEqual({ a: { title: 'Giới', enum: ['m'], 'x-dvc': { width: 's', hint: 'H', widget: 'radio' } }, b: { allOf: [{ $ref: '#/$defs/loop' }], 'x-dvc': { widget: 'radio' } } });
  });
  test('where a copy would mean something else, the place alone is annotated, and the rest is said', () => {
    const { schema, dropped } = read({ type: 'object', properties: { a: { $ref: '#/$defs/person', required: ['boss'] } }, $defs }, { a: { 'ui:title': 'Mẹ', name: { 'ui:widget': 'textarea' } } });
    expect(schema.properties).toEqual({ a: { $ref: '#/$defs/person', required: ['boss'], title: 'Mẹ' } });
    expect(dropped).toEqual(['/a/name: name → nothing: the schema has no such place']);
  });
  test('hints for a definition hold for every use of it, also for one that refers to itself; a nearer hint wins', () => {
    const { schema, dropped } = read({ type: 'object', properties: { a: { $ref: '#/$defs/person' }, b: { $ref: '#/$defs/person' } }, $defs }, {
      'ui:definitions': { '#/definitions/person': { 'ui:order': ['boss', 'name'], name: { 'ui:widget': 'textarea' } }, '#/$defs/none': {} }, b: { name: { 'ui:widget': 'radio', 'ui:title': 'Tên' } },
    });
    expect(schema.$defs).toEqual({ ...$defs, person: { ...$defs.person, properties: { name: { type: 'string', 'x-dvc': { order: 1, widget: 'textarea' } }, boss: { $ref: '#/$defs/person', 'x-dvc': { order: 0 } } } } });
    expect((schema.properties as Record<string, JsonSchemaObject>).a).toEqual({ $ref: '#/$defs/person' });
    expect((schema.properties as Record<string, { properties: unknown }>).b!.properties).toMatchObject({ name: { title: 'Tên' } });
    expect(dropped).toEqual(['/ui:definitions/#~1$defs~1none: #/$defs/none → nothing: the schema has no such place']);
  });
});
