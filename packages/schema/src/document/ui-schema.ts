import type { Json, JsonSchemaObject } from '../types.js';
import { isObject, listOf, own, type Loose } from './report.js';
import type { Annotations } from './types.js';

/** The presentation object of react-jsonschema-form: the tree of the data, with `ui:…` at each place. */
export interface UiSchema { [name: string]: Json | UiSchema }

/** Their widgets in our words. One that is not here keeps the control that the schema asks for. */
const WIDGETS: Record<string, NonNullable<Annotations['widget']>> = {
  radio: 'radio', select: 'select', textarea: 'textarea', checkbox: 'checkbox', checkboxes: 'checkboxes',
  text: 'text', email: 'email', tel: 'tel', updown: 'number', date: 'date', 'alt-date': 'date',
};

/** A copy of `schema` with what `uiSchema` says in its `x-dvc` annotations; the schema's own annotations win. */
export function withUiSchema(schema: JsonSchemaObject, uiSchema: UiSchema): JsonSchemaObject {
  return merge(schema, uiSchema, schema, 0) as JsonSchemaObject;
}

function merge(schema: unknown, ui: unknown, root: unknown, depth: number): unknown {
  if (!isObject(schema) || !isObject(ui) || depth > 32) return schema;
  const made: Loose = { ...schema };
  // What a reference brings cannot be annotated where it is defined: other places use it too.
  const target = typeof schema.$ref === 'string' ? resolve(root, schema.$ref) : undefined;
  const option = (name: string) => own(ui, `ui:${name}`) ?? own(own(ui, 'ui:options'), name);

  annotate(made, option);
  const order = listOf(option('order')).filter((name) => typeof name === 'string');
  for (const keyword of ['properties', 'then', 'else', 'allOf', 'anyOf', 'oneOf', 'dependentSchemas'] as const) {
    const value = own(made, keyword);
    if (keyword === 'properties' && isObject(value)) made.properties = properties(value, ui, order, root, depth);
    else if (Array.isArray(value)) made[keyword] = value.map((child) => merge(child, below(ui), root, depth + 1));
    else if (keyword === 'dependentSchemas' && isObject(value)) made[keyword] = Object.fromEntries(Object.entries(value).map(([name, child]) => [name, merge(child, below(ui), root, depth + 1)]));
    else if (isObject(value)) made[keyword] = merge(value, below(ui), root, depth + 1);
  }
  const items = own(ui, 'items');
  if (isObject(items) && isObject(made.items)) made.items = merge(made.items, items, root, depth + 1);
  if (target && isObject(own(target, 'properties')) && Object.keys(ui).some((name) => !name.startsWith('ui:'))) {
    made.properties = { ...properties(own(target, 'properties') as Loose, ui, order, root, depth), ...(made.properties as Loose | undefined) };
  }
  return made;
}

/** Applicators describe the same value: its own `ui:…` has been used, its properties' have not. */
const below = (ui: Loose): Loose => Object.fromEntries(Object.entries(ui).filter(([name]) => !name.startsWith('ui:') || name === 'ui:order'));

function properties(value: Loose, ui: Loose, order: unknown[], root: unknown, depth: number): Loose {
  const rest = order.indexOf('*');
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => {
      const merged = merge(child, own(ui, name), root, depth + 1);
      if (order.length === 0 || !isObject(merged)) return [name, merged];
      const at = order.includes(name) ? order.indexOf(name) : rest < 0 ? order.length : rest;
      return [name, { ...merged, 'x-dvc': { order: at, ...(own(merged, 'x-dvc') as Loose | undefined) } }];
    }),
  );
}

function annotate(made: Loose, option: (name: string) => unknown): void {
  const said: Loose = {};
  const widget = option('widget');
  if (typeof widget === 'string' && Object.hasOwn(WIDGETS, widget)) said.widget = WIDGETS[widget];
  if (option('inputType') === 'tel' || option('inputType') === 'email') said.widget ??= option('inputType');
  const help = option('help') ?? option('description');
  if (typeof help === 'string' && help !== '') said.hint = help;
  const autocomplete = option('autocomplete');
  if (typeof autocomplete === 'string') said.autocomplete = autocomplete;
  const title = option('title');
  if (typeof title === 'string' && title !== '') made.title = title;
  if (option('readonly') === true || option('disabled') === true) made.readOnly = true;
  const names = option('enumNames');
  if (Array.isArray(names) && Array.isArray(made.enum)) {
    said.enumLabels = Object.fromEntries(made.enum.map((value, index) => [String(value), String(names[index] ?? value)]));
  }
  if (Object.keys(said).length > 0) made['x-dvc'] = { ...said, ...(own(made, 'x-dvc') as Loose | undefined) };
}

function resolve(root: unknown, ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined;
  return ref.slice(2).split('/').reduce<unknown>((at, token) => own(at, token.replace(/~1/g, '/').replace(/~0/g, '~')), root);
}
