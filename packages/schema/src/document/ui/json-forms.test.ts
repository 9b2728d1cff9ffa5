import { describe, expect, test } from 'vitest';
import { compilePlan } from '../../plan/index.js';
import type { JsonSchemaObject, Problem } from '../../types.js';
import { parse } from '../parse.js';
import { checkSteps } from '../references.js';
import { wrap } from '../wrap.js';
import { layOut } from './index.js';

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
};
/** What comes out, and what was dropped, as `path: got → expected`. */
function read(schema: object, ui: object) {
  const problems: Problem[] = [];
  const laid = layOut(freeze(schema) as JsonSchemaObject, freeze(ui), problems);
  expect(problems.every(({ code, level }) => code === 'ui-dropped' && level === 'warning')).toBe(true);
  const document = { ...wrap(laid), title: 'A' };
  expect(parse(document).problems).toEqual([]);
  // Every field of a step exists, and no required answer is on no step.
  const plan = compilePlan(document);
  expect((laid.steps ?? []).flatMap(({ fields }) => fields ?? []).filter((path) => !plan.find(path))).toEqual([]);
  const wrong: Problem[] = [];
  checkSteps(document, (path, code, expected, got) => wrong.push({ path, code, expected, got: String(got) }));
  expect(wrong).toEqual([]);
  return { ...laid, properties: laid.schema.properties as Record<string, JsonSchemaObject>, dropped: problems.map(({ path, got, expected }) => `${path}: ${got} → ${expected}`) };
}
const text = { type: 'string' };
const control = (name: string, more: object = {}) => ({ type: 'Control', scope: `#/properties/${name}`, ...more });
const vertical = (...elements: object[]) => ({ type: 'VerticalLayout', elements });
const person = {
  type: 'object', required: ['name'],
  properties: { name: text, born: { type: 'string', description: 'Theo giấy khai sinh.' }, note: text, address: { type: 'object', properties: { street: text, town: text } }, rows: { type: 'array', items: { type: 'object', properties: { n: text, m: text } } } },
};
const one = (more: object) => {
  const { properties, dropped } = read({ type: 'object', properties: { a: text } }, { ...control('a'), ...more });
  const { 'x-dvc': { order, ...notes }, ...made } = properties.a as { 'x-dvc': Record<string, unknown> };
  expect(order).toBe(0);
  return { made: { ...made, ...Object.keys(notes).length > 0 ? { 'x-dvc': notes } : {} }, dropped };
};

describe('a control', () => {
  test.each<[object, object]>([
    [{}, text], [{ label: 'Tên' }, { ...text, title: 'Tên' }], [{ label: { text: 'Tên' } }, { ...text, title: 'Tên' }], [{ label: true }, text],
    [{ options: { multi: true } }, { ...text, 'x-dvc': { widget: 'textarea' } }], [{ options: { format: 'radio' } }, { ...text, 'x-dvc': { widget: 'radio' } }],
    [{ options: { format: 'date-time' } }, { ...text, 'x-dvc': { widget: 'date-time' } }], [{ options: { readonly: true } }, { ...text, readOnly: true }], [{ options: { readOnly: true } }, { ...text, readOnly: true }],
    [{ options: { autocomplete: true } }, { ...text, 'x-dvc': { widget: 'combobox' } }], [{ options: { autocomplete: false } }, { ...text, 'x-dvc': { widget: 'select' } }],
    [{ options: { help: 'Như trên thẻ.' } }, { ...text, 'x-dvc': { hint: 'Như trên thẻ.' } }],
    [{ options: { multi: false, readonly: false, slider: false, showUnfocusedDescription: true, showSortButtons: true, detail: 'DEFAULT' } }, text],
  ])('%j', (more, made) => expect(one(more)).toEqual({ made, dropped: [] }));

  test.each([
    [{ label: false }, '/label: label: false → the label: without it nobody knows what to enter'], [{ label: { text: '', show: false } }, '/label: label: {"text":"","show":false} → the label: without it nobody knows what to enter'],
    [{ options: { slider: true } }, '/options/slider: slider: true → a number field'], [{ options: { toggle: true } }, '/options/toggle: toggle: true → a checkbox'], [{ options: { format: 'own' } }, '/options/format: format: "own" → the control that the schema asks for'],
    [{ options: { trim: true } }, '/options/trim: trim: true → a width that suits the answer'], [{ options: { restrict: true } }, '/options/restrict: restrict: true → an error when the text is too long'],
    [{ options: { hideRequiredAsterisk: true } }, '/options/hideRequiredAsterisk: hideRequiredAsterisk: true → “(required)” in words'], [{ options: { detail: 'REGISTERED' } }, '/options/detail: detail: "REGISTERED" → all fields of a row'],
    [{ options: { elementLabelProp: 'n' } }, '/options/elementLabelProp: elementLabelProp: "n" → the titles of the schema; rows are numbered'], [{ options: { constructor: 1 } }, '/options/constructor: constructor: 1 → the control without it'],
    [{ i18n: 'name' }, '/i18n: i18n name → the titles of the schema, and the translations of the document'],
    [{ rule: { effect: 'HIDE', condition: { scope: '#/properties/a', schema: { const: 'x' } } } }, '/rule: rule HIDE → "if" and "then" in the schema: a condition of the layout would hide what the schema may require'],
  ])('%j is dropped, and that is said', (more, line) => expect(one(more)).toEqual({ made: text, dropped: [line] }));

  test('a placeholder becomes the hint, and that is said', () => expect(one({ options: { placeholder: 'AB-12' } })).toEqual({ made: { ...text, 'x-dvc': { hint: 'AB-12' } }, dropped: [expect.stringMatching('^/options/placeholder: ')] }));
  test('a place that the schema has not, a control twice, one inside what is shown already, an element of their own', () => {
    const { dropped } = read(person, vertical(control('none'), { type: 'Control', scope: 'name' }, { type: 'Control', scope: '#/properties/rows/items/properties/n' }, control('name'), control('name'), control('address'), control('address/properties/street'), { ...control('note'), type: 'Stars' }, { type: 'Own' }, 5 as never, control('born'), control('rows')));
    expect(dropped).toEqual([
      '/elements/0/scope: #/properties/none → nothing: the schema has no such place', '/elements/1/scope: name → nothing: the schema has no such place', '/elements/2/scope: #/properties/rows/items/properties/n → nothing: the schema has no such place',
      '/elements/4: #/properties/name → shown once, where it comes first', '/elements/6: #/properties/address/properties/street → shown once, where it comes first',
      '/elements/7/type: Stars → the control that the schema asks for', '/elements/8: Own → nothing', '/elements/9: not an element → nothing',
    ]);
  });
  test('of the whole', () => expect(read(person, { type: 'Control', scope: '#/' })).toMatchObject({ schema: person, dropped: [] }));
});

describe('layouts', () => {
  test('give the order; what they do not mention comes last, and that is said once', () => {
    const { properties, dropped } = read(person, vertical(control('note'), control('name')));
    expect(Object.fromEntries(Object.entries(properties).map(([name, { 'x-dvc': notes }]) => [name, (notes as { order: number }).order]))).toEqual({ name: 1, born: 2, note: 0, address: 2, rows: 2 });
    expect(dropped).toEqual([': fields that the layout does not mention: 3 → shown at the end: /born /address /rows']);
  });
  test('beside each other: narrower, and that is said', () => {
    const { properties, dropped } = read({ type: 'object', properties: { a: text, b: text, c: text } }, vertical({ type: 'HorizontalLayout', elements: [vertical(control('a')), control('b', { options: { multi: true } })] }, { type: 'HorizontalLayout', elements: [control('c')] }));
    expect(properties.a!['x-dvc']).toEqual({ order: 0, width: 'm' });
    expect(properties.b!['x-dvc']).toEqual({ order: 1, widget: 'textarea' });
    expect(properties.c!['x-dvc']).toEqual({ order: 2 });
    expect(dropped).toEqual(['/elements/0: HorizontalLayout → one below another, and narrower']);
  });
  test('a group is the heading of its fields; of all fields of an object, it is the title of that', () => {
    const { properties, dropped } = read(person, vertical(
      { type: 'Group', label: 'Người nộp', elements: [control('name'), control('born')] },
      { type: 'Group', elements: [control('note')] },
      { type: 'Group', label: 'Nơi ở', elements: [control('address/properties/town'), control('address/properties/street')] },
      control('rows'),
    ));
    expect(properties.name!['x-dvc']).toEqual({ order: 0, group: 'Người nộp' });
    expect(properties.note!['x-dvc']).toEqual({ order: 2 });
    expect(properties.address).toEqual({ type: 'object', title: 'Nơi ở', properties: { street: { ...text, 'x-dvc': { order: 1 } }, town: { ...text, 'x-dvc': { order: 0 } } }, 'x-dvc': { order: 3 } });
    expect(dropped).toEqual([]);
  });
  test('a group of some fields of an object leaves the others where they are; in groups within groups the inner one counts', () => {
    const { properties, dropped } = read(person, vertical({ type: 'Group', label: 'Ngoài', elements: [{ type: 'Group', label: 'Nơi ở', elements: [control('address/properties/town')] }, control('name')] }));
    expect(properties.name!['x-dvc']).toMatchObject({ group: 'Ngoài' });
    expect((properties.address!.properties as Record<string, unknown>)).toEqual({ street: { ...text, 'x-dvc': { order: 1 } }, town: { ...text, 'x-dvc': { order: 0, group: 'Nơi ở' } } });
    expect(dropped).toEqual(['/elements/0/elements/0: Group Ngoài → one level of headings: the inner one', ': fields that the layout does not mention: 4 → shown at the end: /born /note /address/street /rows']);
  });
  test('a text goes with the control after it; else it is said', () => {
    const { properties, dropped } = read(person, vertical({ type: 'Label', text: 'Ghi rõ.' }, control('born'), { type: 'Label', text: 'Hết.' }, control('name'), control('note'), control('address'), control('rows'), { type: 'Label', text: 'Cảm ơn.' }));
    expect(properties.born!['x-dvc']).toEqual({ order: 0, hint: 'Theo giấy khai sinh. Ghi rõ.' });
    expect(properties.name!['x-dvc']).toEqual({ order: 1, hint: 'Hết.' });
    expect(dropped).toEqual(['/elements/7: Label: Cảm ơn. → nothing: a text belongs into the "description" of a field']);
  });
  test('rows have a layout of their own, and so may an object', () => {
    const detail = vertical(control('m'), control('n', { label: 'Số' }));
    const { properties, dropped } = read(person, vertical(
      control('name'), control('born'), control('note'), control('address', { options: { detail: vertical(control('town'), control('street')) } }), control('rows', { options: { detail } }),
    ));
    expect(properties.rows!.items).toEqual({ type: 'object', properties: { n: { ...text, title: 'Số', 'x-dvc': { order: 1 } }, m: { ...text, 'x-dvc': { order: 0 } } } });
    expect(properties.address!.properties).toEqual({ street: { ...text, 'x-dvc': { order: 1 } }, town: { ...text, 'x-dvc': { order: 0 } } });
    expect(dropped).toEqual([]);
    const list = read({ type: 'object', properties: { rows: person.properties.rows } }, { type: 'ListWithDetail', scope: '#/properties/rows', options: { labelRef: '#/items/properties/n', detail: vertical(control('m')) } });
    expect((list.properties.rows!.items as JsonSchemaObject).properties).toEqual({ n: { ...text, 'x-dvc': { order: 1 } }, m: { ...text, 'x-dvc': { order: 0 } } });
    expect(list.dropped).toEqual([
      ': ListWithDetail → rows one below another', '/options/labelRef: labelRef: "#/items/properties/n" → the titles of the schema; rows are numbered', ': fields that the layout does not mention: 1 → shown at the end: /rows/*/n',
    ]);
  });
  test('through references, and for what is declared under a condition', () => {
    const { properties, schema, dropped } = read(
      { type: 'object', properties: { home: { $ref: '#/$defs/home' }, work: { $ref: '#/$defs/home' } }, if: { required: ['home'] }, then: { properties: { why: text } }, $defs: { home: person.properties.address } },
      vertical(control('why'), control('home/properties/town', { label: 'Xã' }), control('home/properties/street'), control('work')),
    );
    expect(properties.home).toEqual({ type: 'object', properties: { street: { ...text, 'x-dvc': { order: 1 } }, town: { ...text, title: 'Xã', 'x-dvc': { order: 0 } } }, 'x-dvc': { order: 1 } });
    expect(properties.work).toEqual({ $ref: '#/$defs/home', 'x-dvc': { order: 2 } });
    expect(schema.then).toEqual({ properties: { why: { ...text, 'x-dvc': { order: 0 } } } });
    expect(dropped).toEqual([]);
  });
});

describe('pages', () => {
  const category = (label: string | undefined, ...elements: object[]) => ({ type: 'Category', ...label === undefined ? {} : { label }, elements });
  test('become steps; what is on none comes last', () => {
    const { steps, dropped } = read(person, { type: 'Categorization', options: { variant: 'stepper', showNavButtons: true }, elements: [
      category('Người nộp', control('note'), { type: 'Group', label: 'Nơi ở', elements: [control('address/properties/town'), control('address/properties/street')] }),
      category(undefined, control('born')), category('Trống'), { ...category('Khác', control('rows')), rule: { effect: 'SHOW' }, options: { icon: 'x' } },
    ] });
    expect(steps).toEqual([
      { id: 'step-1', title: 'Người nộp', fields: ['/note', '/address'] }, { id: 'step-2', title: '2', fields: ['/born'] }, { id: 'step-3', title: 'Khác', fields: ['/rows', '/name'] },
    ]);
    expect(dropped).toEqual([
      '/elements/2: Category Trống → no step: nothing is asked in it', expect.stringMatching('^/elements/3/rule: rule SHOW'), '/elements/3/options/icon: icon → the layout without it',
      ': fields that the layout does not mention: 1 → shown at the end: /name',
    ]);
  });
  test('also inside a layout that holds nothing else; pages of pages are headings', () => {
    const { steps, properties } = read(person, vertical({ type: 'Categorization', elements: [
      { type: 'Categorization', label: 'Một', elements: [category('Tên', control('name')), category('Sinh', control('born'))] }, category('Hai', control('note'), control('address/properties/street'), control('rows')),
    ] }));
    expect(steps).toEqual([{ id: 'step-1', title: 'Một', fields: ['/name', '/born'] }, { id: 'step-2', title: 'Hai', fields: ['/note', '/address/street', '/rows', '/address/town'] }]);
    expect(properties.born!['x-dvc']).toMatchObject({ group: 'Sinh' });
  });
  test('in the middle of a layout they are headings', () => {
    const { steps, properties } = read(person, vertical(control('name'), { type: 'Categorization', elements: [category('Sinh', control('born'))] }));
    expect(steps).toBeUndefined();
    expect(properties.born!['x-dvc']).toEqual({ order: 1, group: 'Sinh' });
  });
  test('what only a condition declares is on the last one', () => {
    const { steps } = read({ ...person, if: { required: ['note'] }, then: { required: ['why'], properties: { why: text } } }, { type: 'Categorization', elements: [category('A', ...Object.keys(person.properties).map((name) => control(name)))] });
    expect(steps![0]!.fields).toContain('/why');
  });
});
