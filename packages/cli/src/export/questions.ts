// One question of ours as an element of SurveyJS.
import { join, type Json, type JsonSchemaObject } from '@dvc/schema';
import { followed, type Gathered } from './gather.js';
import type { Writer } from './writer.js';

type Element = Record<string, unknown>;
interface Choice { value: Json; text: unknown }

/** Words of the schema that a kind has said. */
export interface Made { element: Element; said: readonly string[] }

const noted = (schema: JsonSchemaObject): JsonSchemaObject => (schema['x-dvc'] ?? {}) as JsonSchemaObject;

function choicesOf(writer: Writer, schema: JsonSchemaObject, at: string): Choice[] {
  const list = (schema.oneOf ?? schema.anyOf) as { const?: Json; title?: string }[] | undefined;
  if (list) return list.map((each, i) => ({ value: each.const!, text: each.title === undefined ? String(each.const) : writer.text(each.title, join(at, schema.oneOf ? 'oneOf' : 'anyOf', i, 'title')) }));
  const labels = (noted(schema).enumLabels ?? {}) as Record<string, string>;
  return ((schema.enum ?? []) as Json[]).map((value) => ({ value, text: labels[String(value)] ?? String(value) }));
}
const plainChoices = (choices: readonly Choice[]): unknown[] => choices.map(({ value, text }) => (text === value && !(typeof value === 'string' && (value.includes('|') || value !== value.trim())) ? value : { value, text }));

export function elementOf(writer: Writer, of: Gathered): Made {
  const { schema, at, name } = of;
  const notes = noted(schema);
  const widget = String(notes.widget ?? '');
  const many = schema.type === 'array';
  const items = many ? followed(writer.root, (schema.items ?? {}) as JsonSchemaObject, join(at, 'items')) : undefined;
  const [holder, place] = items ?? [schema, at];
  const choices = choicesOf(writer, holder, place);
  const limits = many ? limitsOf(schema) : {};
  if (schema.type === 'object' || schema.properties !== undefined) return widget === 'matrix' ? matrix(writer, of) : boxes(writer, of);
  if (widget === 'ranking') {
    const some = schema.minItems !== undefined && Number(schema.minItems) >= choices.length ? {} : { selectToRankEnabled: true, ...limits };
    return { element: { type: 'ranking', choices: plainChoices(choices), ...some }, said: ['type', 'uniqueItems', 'items', 'minItems', 'maxItems', 'x-dvc.shuffle'] };
  }
  if (widget === 'images') {
    const images = (notes.images ?? {}) as Record<string, { src: string; alt: string }>;
    const listed = choices.map(({ value, text }) => ({ value, text, ...(images[String(value)] ? { imageLink: images[String(value)]!.src } : {}) }));
    return { element: { type: 'imagepicker', showLabel: true, ...(many ? { multiSelect: true, ...limits } : {}), choices: listed }, said: ['type', 'oneOf', 'uniqueItems', 'items', 'minItems', 'maxItems', 'x-dvc.images', 'x-dvc.shuffle'] };
  }
  if (widget === 'scale' || widget === 'faces' && choices.length > 0) return { element: { type: 'rating', rateValues: choices, ...(widget === 'faces' ? { rateType: 'smileys' } : {}), ...ends(writer, of) }, said: ['type', 'oneOf', 'x-dvc.ends'] };
  if (many) {
    const alone = new Set(((notes.exclusive ?? []) as string[]).map(String));
    const listed = plainChoices(choices).map((choice, i) => (alone.has(String(choices[i]!.value)) ? { ...(typeof choice === 'object' ? choice as object : { value: choice }), isExclusive: true } : choice));
    return { element: { type: 'checkbox', choices: listed, ...limits }, said: ['type', 'uniqueItems', 'items', 'minItems', 'maxItems', 'x-dvc.exclusive', 'x-dvc.shuffle'] };
  }
  if (choices.length > 0) return { element: { type: widget === 'select' || widget === 'combobox' ? 'dropdown' : 'radiogroup', choices: plainChoices(choices) }, said: ['type', 'oneOf', 'anyOf', 'enum', 'x-dvc.enumLabels', 'x-dvc.shuffle'] };
  if (schema.type === 'boolean') return { element: { type: 'boolean' }, said: ['type'] };
  if (['rating', 'stars', 'faces', 'nps'].includes(widget)) {
    const [least, most] = [Number(schema.minimum ?? 1), Number(schema.maximum ?? 5)];
    return { element: { type: 'rating', rateMin: least, rateMax: most, ...(widget === 'stars' ? { rateType: 'stars' } : widget === 'faces' ? { rateType: 'smileys' } : {}), ...(Number(schema.multipleOf ?? 1) === 1 ? {} : { rateStep: schema.multipleOf }), ...ends(writer, of) }, said: ['type', 'minimum', 'maximum', 'multipleOf', 'x-dvc.ends'] };
  }
  if (widget === 'slider') return { element: { type: 'slider', min: schema.minimum ?? 0, max: schema.maximum ?? 100, ...stepOf(schema) }, said: ['type', 'minimum', 'maximum', 'multipleOf'] };
  if (widget === 'file' || schema.format === 'file') return { element: { type: 'file' }, said: ['type', 'format'] };
  return words(writer, of, name);
}

const stepOf = (schema: JsonSchemaObject): Element => (schema.multipleOf !== undefined ? { step: schema.multipleOf } : schema.type === 'integer' ? { step: 1 } : {});
const limitsOf = ({ minItems, maxItems }: JsonSchemaObject): Element => ({ ...(Number(minItems ?? 0) > 0 ? { minSelectedChoices: minItems } : {}), ...(maxItems === undefined ? {} : { maxSelectedChoices: maxItems }) });

function ends(writer: Writer, { schema, at }: Gathered): Element {
  const [low, high] = (noted(schema).ends ?? []) as string[];
  return { ...(low === undefined ? {} : { minRateDescription: writer.text(low, join(at, 'x-dvc', 'ends', 0)) }), ...(high === undefined ? {} : { maxRateDescription: writer.text(high, join(at, 'x-dvc', 'ends', 1)) }) };
}

const INPUTS: Readonly<Record<string, string>> = { email: 'email', 'idn-email': 'email', phone: 'tel', date: 'date', uri: 'url', url: 'url' };

function words(writer: Writer, { schema }: Gathered, name: string): Made {
  const notes = noted(schema);
  const isNumber = schema.type === 'number' || schema.type === 'integer';
  const isLong = notes.widget === 'textarea';
  const said = ['type', 'maxLength', 'x-dvc.autocomplete'];
  const validators: Element[] = [];
  if (Number(schema.minLength ?? 0) > 1) validators.push({ type: 'text', minLength: schema.minLength });
  if (typeof schema.pattern === 'string') validators.push({ type: 'regex', regex: schema.pattern });
  const format = typeof schema.format === 'string' && Object.hasOwn(INPUTS, schema.format) ? INPUTS[schema.format] : undefined;
  if (format === 'email' && isLong) validators.push({ type: 'email' });
  if (format !== undefined && (!isLong || format === 'email')) said.push('format');
  if (isNumber) said.push('minimum', 'maximum', 'multipleOf');
  const element: Element = {
    type: isLong ? 'comment' : 'text', ...(isNumber ? { inputType: 'number', ...(schema.minimum === undefined ? {} : { min: schema.minimum }), ...(schema.maximum === undefined ? {} : { max: schema.maximum }), ...stepOf(schema) } : !isLong && format ? { inputType: format } : {}),
    ...(schema.maxLength === undefined || isNumber ? {} : { maxLength: schema.maxLength }), ...(typeof notes.autocomplete === 'string' && !isLong ? { autocomplete: notes.autocomplete } : {}), ...(validators.length > 0 ? { validators } : {}),
  };
  void name;
  return { element, said: [...said, 'minLength', 'pattern'] };
}

function matrix(writer: Writer, { schema, at }: Gathered): Made {
  const rows = Object.entries((schema.properties ?? {}) as Record<string, JsonSchemaObject>).map(([name, part]) => ({ name, ...rowOf(writer, part, join(at, 'properties', name)) }));
  const [first] = rows;
  const must = new Set((schema.required ?? []) as string[]);
  const alike = rows.every(({ columns }) => JSON.stringify(columns) === JSON.stringify(first!.columns));
  if (!alike) writer.lose(join(at, 'properties'), 'export-rows', JSON.stringify(rows.map(({ name }) => name)).slice(0, 80));
  if (must.size > 0 && must.size < rows.length) writer.lose(join(at, 'required'), 'export-rows', [...must].join(', '));
  return {
    element: { type: 'matrix', columns: first?.columns ?? [], rows: rows.map(({ name, text }) => ({ value: name, text })), ...(first?.many ? { cellType: 'checkbox' } : {}), ...(must.size === rows.length && must.size > 0 ? { eachRowRequired: true } : {}), ...(noted(schema).shuffle === true ? { rowOrder: 'random' } : {}) },
    said: ['type', 'properties', 'required', 'unevaluatedProperties', 'additionalProperties', 'minProperties', 'x-dvc.shuffle'],
  };
}

function rowOf(writer: Writer, given: JsonSchemaObject, at: string): { text: unknown; columns: unknown[]; many: boolean } {
  const [schema, place] = followed(writer.root, given, at);
  const many = schema.type === 'array';
  const [holder, there] = many ? followed(writer.root, (schema.items ?? {}) as JsonSchemaObject, join(place, 'items')) : [schema, place];
  return { text: typeof given.title === 'string' ? writer.text(given.title, join(at, 'title')) : typeof schema.title === 'string' ? writer.text(schema.title, join(place, 'title')) : at.split('/').at(-1)!, columns: plainChoices(choicesOf(writer, holder, there)), many };
}

/** A contact or an address: several boxes for words under one heading. */
function boxes(writer: Writer, { schema, at }: Gathered): Made {
  const must = new Set((schema.required ?? []) as string[]);
  writer.lose(at, 'export-boxes', String(noted(schema).widget ?? 'object'));
  const items = Object.entries((schema.properties ?? {}) as Record<string, JsonSchemaObject>).map(([name, given]) => {
    const place = join(at, 'properties', name);
    const [part] = followed(writer.root, given, place);
    const format = typeof part.format === 'string' && Object.hasOwn(INPUTS, part.format) ? INPUTS[part.format] : undefined;
    return { name, ...(typeof part.title === 'string' ? { title: writer.text(part.title, join(place, 'title')) } : {}), ...(format ? { inputType: format } : {}), ...(must.has(name) ? { isRequired: true } : {}), ...(part.maxLength === undefined ? {} : { maxLength: part.maxLength }) };
  });
  return { element: { type: 'multipletext', items }, said: ['type', 'properties', 'required', 'unevaluatedProperties', 'additionalProperties', 'minProperties'] };
}
