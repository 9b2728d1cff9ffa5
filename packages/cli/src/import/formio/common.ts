// What every input has: label, hint, whether it must be answered, its messages, its first value.
import { compileSchema, type Json, type JsonSchemaObject } from '@dvc/schema';
import * as blocks from '../blocks.js';
import { isTrivial } from './meaning.js';
import { isHtml, isLoose, textOf, wordsOf, type Tracked } from './tracked.js';

export interface Settled { schema: JsonSchemaObject; required: boolean }

/** `validate.min` of Form.io → the keyword that says it here. */
const KEYWORDS: Record<string, string> = {
  required: 'required', pattern: 'pattern', minLength: 'minLength', maxLength: 'maxLength', min: 'minimum', max: 'maximum', minSelectedCount: 'minItems', maxSelectedCount: 'maxItems', invalid_email: 'format', invalid_url: 'format', invalid_date: 'format', mask: 'pattern', step: 'multipleOf',
};

export function settle(of: Tracked, own: JsonSchemaObject, { say }: { say(text: string): string }): Settled {
  const title = labelOf(of, say);
  const notes: JsonSchemaObject = { ...(own['x-dvc'] as JsonSchemaObject | undefined) };
  const hint = hintOf(of, say);
  if (hint) notes.hint = blocks.sentences(notes.hint as string | undefined, hint)!;
  const required = of.on('validate.required');
  if (of.on('protected') || of.on('encrypted')) notes.privacy = 'sensitive';
  for (const name of ['protected', 'encrypted']) of.lose(name, 'privacy');
  const token = of.text('autocomplete');
  if (/^[a-z-]{3,30}$/.test(token) && token !== 'off' && own.type === 'string') notes.autocomplete ??= token;
  else of.lose('autocomplete', 'behaviour');

  const affix = [of.text('prefix'), of.text('suffix')].map(wordsOf).filter(Boolean).join(' ');
  const { 'x-dvc': _, ...rest } = own;
  const schema: JsonSchemaObject = { ...(title ? { title: affix ? `${title} (${affix})` : title } : {}), ...rest };
  const first = defaultOf(of, schema);
  const kept: { value?: Json } = first === undefined ? {} : { value: first };
  if (kept.value !== undefined) schema.default = kept.value;

  let must = required;
  if (of.on('hidden')) {
    of.lose('hidden', 'hidden');
    if (own.type !== undefined && own.type !== 'array') notes.widget = 'hidden';
    of.lose('validate.required', 'hidden');
    must = false;
    if (schema.const === true) delete schema.const;
  }
  for (const name of ['disabled', 'readOnly']) {
    if (!of.on(name)) continue;
    if (kept.value !== undefined) schema.readOnly = true;
    else of.lose(name, 'read-only');
  }
  of.skip('disabled', 'multiple');
  // Text of blanks alone is no answer.
  if (must && schema.type === 'string' && schema.format === undefined && schema.oneOf === undefined && schema.minLength === undefined && schema.pattern === undefined) schema.minLength = 1;
  const messages = messagesOf(of, { ...schema, ...(must ? { required: [] } : {}) }, say);
  if (messages) notes.messages = messages;
  return { schema: { ...schema, ...(Object.keys(notes).length > 0 ? { 'x-dvc': notes } : {}) }, required: must };
}

function labelOf(of: Tracked, say: (text: string) => string): string {
  const label = of.text('label') || of.text('title') || of.text('legend');
  of.skip('title', 'legend');
  const words = wordsOf(label);
  if (label !== '' && isHtml(label)) of.say(`label: ${blocks.short(label, 80)}`, 'formatting');
  if (words !== '') return say(words).replace(/\s*\*+\s*$/, '') || words;
  const other = wordsOf(of.text('placeholder')) || of.key || of.type;
  of.say('label', 'label-missing', other);
  return other;
}

function hintOf(of: Tracked, say: (text: string) => string): string | undefined {
  const parts = ['description', 'tooltip'].map((name) => {
    const html = of.text(name);
    if (isHtml(html)) of.say(`${name}: ${blocks.short(html, 80)}`, 'formatting');
    return say(wordsOf(html)).replace(/\n/g, ' ');
  }).filter(Boolean);
  const placeholder = of.text('placeholder');
  if (placeholder !== '' && of.component.label) {
    if (parts.length === 0) parts.push(placeholderHint(say(wordsOf(placeholder))));
    else of.lose('placeholder', 'placeholder');
  }
  return blocks.sentences(...parts.filter((part, i) => parts.indexOf(part) === i))?.slice(0, blocks.MOST_TEXT);
}

/** "0912345678" is an example, "Nhập số điện thoại" is a sentence. */
const placeholderHint = (text: string): string => (/^(nhập|chọn|vui lòng|ghi|điền|ví dụ|vd|enter|select|please|e\.g|type)/i.test(text) || text.split(' ').length > 4 ? text : `Ví dụ: ${text}`);

/** The first value, where it is one of this question. */
function defaultOf(of: Tracked, schema: JsonSchemaObject): Json | undefined {
  const value = of.component.defaultValue as Json | undefined;
  const nothing = value === undefined || (of.type === 'day' && value === '00/00/0000') || (isTrivial(value) && value !== false) || (value === false && schema.type !== 'boolean');
  of.skip('defaultValue');
  if (nothing || (value === false && schema.type === 'boolean')) return undefined;
  const made = shaped(value!, schema, of.on('multiple'));
  const item = of.on('multiple') && schema.type !== 'array';
  const fits = made !== undefined && schema.type !== undefined && (schema.type !== 'array' || schema.items !== undefined) && (item ? [made].flat() : [made]).every((each) => accepts(schema, each as Json));
  if (!fits) { of.say(`defaultValue: ${blocks.short(textOf(value) || JSON.stringify(value), 80)}`, 'default', blocks.short(JSON.stringify(value), 80)); return undefined; }
  return made;
}

function shaped(value: Json, schema: JsonSchemaObject, isMany: boolean): Json | undefined {
  if (isLoose(value) && 'value' in value && schema.oneOf) return shaped(value.value as Json, schema, isMany);
  if (schema.type === 'array' && isLoose(value)) return Object.keys(value).filter((key) => value[key] === true);
  if (schema.type === 'array' && typeof value === 'string') return value.split(',').map((part) => part.trim());
  if (isMany && Array.isArray(value)) return value as Json;
  if ((schema.type === 'number' || schema.type === 'integer') && typeof value === 'string') return Number.isFinite(Number(value)) ? Number(value) : undefined;
  if (schema.type === 'boolean') return value === true || value === 'true';
  if (schema.format === 'date' && typeof value === 'string') return /^\d{4}-\d\d-\d\d(T|$)/.test(value) ? value.slice(0, 10) : undefined;
  const choice = (schema.oneOf as { const?: Json }[] | undefined)?.find((each) => String(each.const) === String(value))?.const;
  return choice ?? (schema.type === 'string' && typeof value === 'number' ? String(value) : value);
}

function accepts(schema: JsonSchemaObject, value: Json): boolean {
  const { 'x-dvc': _, default: __, ...rest } = schema;
  return compileSchema(rest, rest).test(value);
}

/** The author's own sentences, by the rule that they speak of. */
function messagesOf(of: Tracked, schema: JsonSchemaObject, say: (text: string) => string): JsonSchemaObject | undefined {
  const made: Record<string, string> = {};
  const sentence = (text: string) => { const words = say(wordsOf(text)); return /[.!?]$/.test(words) ? words : `${words}.`; };
  const general = of.text('validate.customMessage');
  if (general !== '') {
    if (!/\{\{/.test(general)) for (const keyword of new Set(Object.values(KEYWORDS))) if (schema[keyword] !== undefined && blocks.sayable(keyword, sentence(general))) made[keyword] = sentence(general);
    if (Object.keys(made).length === 0) of.lose('validate.customMessage', 'custom-message');
  }
  for (const [name, text] of Object.entries(isLoose(of.component.errors) ? of.component.errors : {})) {
    const keyword = Object.hasOwn(KEYWORDS, name) ? KEYWORDS[name]! : undefined;
    const words = textOf(of.take(`errors.${name}`));
    if (words === '') continue;
    if (keyword !== undefined && schema[keyword] !== undefined && !/\{\{/.test(words) && blocks.sayable(keyword, sentence(words))) made[keyword] = sentence(words);
    else of.lose(`errors.${name}`, 'custom-message');
    void text;
  }
  return Object.keys(made).length > 0 ? made : undefined;
}
