import { join } from '../pointer.js';
import type { Path, Problem } from '../types.js';
import { expectedOf, keywords } from './keywords.js';
import { isObject, type Loose, type Report } from './report.js';

/**
 * A copy of a draft-04 to 2020-12 schema in the keywords of 2020-12. What has no counterpart is left out with a warning.
 * `definitions` becomes `$defs`, and local references are rewritten where a keyword on their way got another name.
 */
export function modernise(schema: unknown, report: Report, problems: Problem[], path: Path = ''): unknown {
  if (!isObject(schema)) return typeof schema === 'boolean' ? schema : {};
  const made: Loose = {};
  const sub = (value: unknown, at: Path) => modernise(value, report, problems, at);
  const map = (value: unknown, at: Path): Loose =>
    Object.fromEntries(isObject(value) ? Object.entries(value).filter(([name]) => name !== '__proto__').map(([name, child]) => [name, sub(child, join(at, name))]) : []);

  for (const [name, value] of Object.entries(schema)) {
    const at = join(path, name);
    const kind = keywords.get(name);
    if (name === '$schema' && path === '') {
      made.$schema = 'https://json-schema.org/draft/2020-12/schema';
    } else if (name === '$id' || name === 'id') {
      if (typeof value === 'string') made[/^#./.test(value) ? '$anchor' : '$id'] = value.replace(/^#(?=.)/, '');
    } else if (name === '$ref' && typeof value === 'string') {
      made.$ref = modernReference(value);
    } else if (name === 'definitions') {
      made.$defs = { ...map(value, at), ...(made.$defs as Loose | undefined) };
    } else if (name === 'dependencies' && isObject(value)) {
      splitDependencies(value, made, sub, at);
    } else if (name === 'items' && Array.isArray(value)) {
      made.prefixItems = value.map((child, index) => sub(child, join(at, index)));
      if (schema.additionalItems !== undefined) made.items = sub(schema.additionalItems, join(path, 'additionalItems'));
    } else if (name === 'additionalItems' || name === 'enumNames') {
      continue; // read beside `items` and `enum`
    } else if (/^exclusiveM/.test(name) && typeof value === 'boolean') {
      const limit = name === 'exclusiveMinimum' ? 'minimum' : 'maximum';
      if (value && schema[limit] !== undefined) made[name] = schema[limit];
    } else if (/^m(in|ax)imum$/.test(name) && schema[name === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum'] === true) {
      continue; // became the exclusive one
    } else if (name === 'required' && (typeof value === 'boolean' || made.required)) {
      continue; // draft-03's habit, still common: the object that holds the property says it (`hoistRequired`)
    } else if (name === 'nullable' && typeof schema.type === 'string') {
      if (value === true) made.type = [schema.type, 'null'];
    } else if (name === 'example') {
      made.examples ??= [structuredCopy(value)];
    } else if (name === 'errorMessage' && isObject(value)) {
      const messages = Object.entries(value).filter(([, sentence]) => typeof sentence === 'string');
      made['x-dvc'] = { messages: Object.fromEntries(messages), ...(made['x-dvc'] as Loose | undefined) };
    } else if (kind === undefined || expectedOf(name, value) !== undefined) {
      report(at, kind ? 'bad-keyword-value' : 'unknown-keyword', expectedOf(name, value) ?? 'a keyword of JSON Schema 2020-12', kind ? value : name);
      problems.at(-1)!.level = 'warning';
    } else if (kind === 'schema') {
      made[name] = sub(value, at);
    } else if (kind === 'schemas') {
      made[name] = (value as unknown[]).map((child, index) => sub(child, join(at, index)));
    } else if (kind === 'schemaMap') {
      made[name] = { ...(made[name] as Loose | undefined), ...map(value, at) };
      if (name === 'properties') hoistRequired(value, schema, made);
    } else if (name === 'x-dvc') {
      made[name] = { ...(made[name] as Loose | undefined), ...(structuredCopy(value) as Loose) };
    } else if (!(name === 'type' && Array.isArray(made.type))) {
      made[name] = structuredCopy(value);
    }
  }
  enumLabels(schema, made);
  return made;
}

/** `{ a: ['b'] }` and `{ a: {…} }` have had keywords of their own since 2019. */
function splitDependencies(value: Loose, made: Loose, sub: (value: unknown, at: Path) => unknown, at: Path): void {
  for (const [name, needs] of Object.entries(value)) {
    const list = Array.isArray(needs) || typeof needs === 'string';
    const keyword = list ? 'dependentRequired' : 'dependentSchemas';
    made[keyword] = { ...(made[keyword] as Loose | undefined), [name]: list ? [needs].flat() : sub(needs, join(at, name)) };
  }
}

function hoistRequired(properties: unknown, schema: Loose, made: Loose): void {
  if (!isObject(properties)) return;
  const names = Object.keys(properties).filter((name) => isObject(properties[name]) && (properties[name] as Loose).required === true);
  if (names.length > 0) made.required = [...new Set([...(Array.isArray(schema.required) ? schema.required : []), ...names])];
}

/** `enumNames` of react-jsonschema-form: labels beside the values. */
function enumLabels(schema: Loose, made: Loose): void {
  if (!Array.isArray(schema.enum) || !Array.isArray(schema.enumNames)) return;
  const names = schema.enumNames as unknown[];
  const labels = schema.enum.map((value, index) => [String(value), String(names[index] ?? value)]);
  made['x-dvc'] = { ...(made['x-dvc'] as Loose | undefined), enumLabels: Object.fromEntries(labels) };
}

const structuredCopy = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** `#/definitions/a/items/0` is `#/$defs/a/prefixItems/0`; names of properties and definitions on the way stay as they are. */
function modernReference(ref: string): string {
  const [base = '', pointer] = ref.split('#');
  if (pointer?.[0] !== '/') return ref;
  const tokens = pointer.split('/');
  let inside = ''; // what the token before holds
  const made = tokens.map((token, index) => {
    if (index === 0 || /^schema./.test(inside)) {
      inside = '';
      return token;
    }
    const next = tokens[index + 1] ?? '';
    const modern = token === 'definitions' ? '$defs' : token === 'dependencies' ? 'dependentSchemas' : token === 'additionalItems' ? 'items' : token === 'items' && /^\d+$/.test(next) ? 'prefixItems' : token;
    inside = keywords.get(modern) ?? '';
    return modern;
  });
  return `${base}#${made.join('/')}`;
}
