// What every question has: name, title, hint, conditions, whether it must be answered, its messages, its first value, its place.
import { compileSchema, type Json, type JsonSchemaObject } from '@dvc/schema';
import * as blocks from '../blocks.js';
import { keepName, unique } from '../names.js';
import { add, question, type Gate, type Question } from '../tree.js';
import { renamed, testOf } from './gates.js';
import type { Source } from './ledger.js';
import type { Asked, Place, Scope, Walk } from './place.js';
import { asHint, EMPTY, gapped, pipesOf, plainText, withDash, type Text } from './words.js';

/** Names of one copy → of all. */
export const scoped = (name: string, scope: Scope | undefined): string => {
  if (!scope) return name;
  if (/^panel\./i.test(name)) return `${scope.panel}.${name.slice(6)}`;
  return /^row\./i.test(name) ? `${scope.row}.${name.slice(4)}` : name;
};

/** A condition of the source as a gate; a part that cannot be said is reported. */
export function gateOf(of: Source, name: string, reason: 'condition' | 'required-condition', scope: Scope | undefined): Gate | undefined | 'lost' {
  const text = of.word(name);
  if (text === '') return undefined;
  const what = `${name}: ${blocks.short(text, 120)}`;
  const test = testOf(text);
  if (typeof test === 'string') { of.say(what, reason, blocks.short(test, 120), of.pathOf(name)); return 'lost'; }
  return { test: renamed(test, (key) => scoped(key, scope))!, path: of.pathOf(name), what };
}

/** The conditions under which an element is shown. */
export function gatesOf(walk: Walk, of: Source, place: Place): { gates: Gate[]; loose: boolean } {
  const gates = [...place.gates];
  const own = gateOf(of, 'visibleIf', 'condition', place.scope);
  if (own !== undefined && own !== 'lost') gates.push(own);
  gates.push(...walk.shownBy.get(of.word('name').toLowerCase()) ?? []);
  of.word('visible');
  of.on('visible');
  return { gates, loose: place.loose || own === 'lost' };
}

export interface Settled { title: Text; hint: Text; key: string }

/** Title and hint; the name stands for a title that is not there, as it does in SurveyJS. */
export function settle(walk: Walk, of: Source, place: Place): Settled {
  const key = of.word('name') || of.word('valueName');
  const given = walk.words.raw(of, 'title');
  const own = given.text === '' ? { ...plainText(key || '?'), path: of.path, label: of.label } : given;
  const title = place.scope ? withDash(place.scope.title, own) : own;
  const placeholder = walk.words.read(of, 'placeholder');
  const description = walk.words.read(of, 'description');
  const waiting = place.flow.waiting.splice(0);
  for (const { text, of: html } of waiting) html.say(`html: ${blocks.short(text.text.replace(/\s+/g, ' '), 80)}`, 'statement-moved', `“${blocks.short(title.text, 60)}”`);
  const example = description.text === '' && placeholder.text !== '' ? placeholder : EMPTY;
  if (placeholder.text !== '' && example === EMPTY) of.say(`placeholder: ${blocks.short(placeholder.text, 80)}`, 'placeholder', undefined, of.pathOf('placeholder'));
  return { title, hint: asHint(...waiting.map(({ text }) => text), description, example), key };
}

/** Puts a question into the survey and onto its page. */
export function ask(walk: Walk, of: Source, place: Place, asked: Asked): Question {
  const { gates, loose } = gatesOf(walk, of, place);
  const name = unique(keepName(inScope(place.scope, asked.name || 'cauHoi')), walk.taken);
  const piped = pipesOf(asked.title.text).length > 0;
  const title = piped ? gapped(asked.title) : { ...asked.title, in: gapped(asked.title).in };
  const { 'x-dvc': notes, ...rest } = asked.schema;
  const hint = asked.hint && asked.hint.text !== '' ? { hint: walk.words.keep(asked.hint) } : {};
  const schema: JsonSchemaObject = { title: walk.words.keep(title) || name, ...rest };
  const must = required(walk, of, place, schema, asked, loose);
  const first = defaultOf(of, schema);
  if (first !== undefined) schema.default = first;
  const messages = must.message === '' ? {} : { messages: { ...(notes as { messages?: JsonSchemaObject } | undefined)?.messages, required: must.message } };
  const made = question({ name, key: keyOf(walk), label: asked.title.text || name, path: of.path, gates, required: must.required, ...(must.gate ? { mustIf: [must.gate] } : {}), schema: { ...schema, 'x-dvc': { ...(notes as JsonSchemaObject | undefined), ...hint, ...messages } as JsonSchemaObject }, kind: asked.children ? 'object' : 'field' });
  add(walk.root, made);
  for (const child of asked.children ?? []) add(made, child);
  for (const key of [asked.key, ...asked.aliases ?? []]) know(walk, key, made, place.scope);
  if (asked.key === '') of.say('name', 'no-name', name);
  else if (name !== asked.key && !place.scope) of.say(`name: ${asked.key}`, 'renamed', name, of.pathOf('name'));
  if (piped) walk.piped.push({ question: made, text: scopedText(asked.title, place.scope), of });
  place.flow.page.questions.push(made);
  return made;
}

const scopedText = (text: Text, scope: Scope | undefined): Text => ({ ...text, text: text.text.replace(/\{([^{}]+)\}/g, (_, name: string) => `{${scoped(name.trim(), scope)}}`) });

/** What a condition of ours calls a question; no name of a source is like it. */
export const keyOf = (walk: Walk): string => `\u0001${walk.taken.size}`;

/** The name of a question within a copy of a panel. */
export const inScope = (scope: Scope | undefined, name: string): string => (scope && scope.name !== '' ? `${scope.name}_${name}` : name);

/** What conditions call it; within a copy of a panel, that copy's. */
export function know(walk: Walk, name: string, asked: Question, scope: Scope | undefined): void {
  const key = scope && scope.panel !== '' && name !== '' ? `${scope.panel}.${name}` : name;
  if (key !== '' && !walk.known.has(key.toLowerCase())) walk.known.set(key.toLowerCase(), asked);
}

function required(walk: Walk, of: Source, place: Place, schema: JsonSchemaObject, asked: Asked, loose: boolean): { required: boolean; gate?: Gate; message: string } {
  const gate = gateOf(of, 'requiredIf', 'required-condition', place.scope);
  // A condition for it stands over a plain "required", as it does in SurveyJS.
  const wanted = of.on('isRequired') || asked.required;
  const mustBe = wanted && !loose && gate === undefined;
  if (wanted && gate !== undefined) of.say('isRequired', 'required-over', undefined, of.pathOf('isRequired'));
  const later = gate !== undefined && gate !== 'lost' && !loose ? gate : undefined;
  if (!mustBe && !later) return { required: false, message: '' };
  if (schema.type === 'string' && schema.format === undefined && schema.oneOf === undefined && schema.minLength === undefined && schema.pattern === undefined) schema.minLength = 1;
  if (schema.type === 'array' && schema.minItems === undefined) schema.minItems = 1;
  if (asked.children && asked.children.every((child) => !child.required)) schema.minProperties = 1;
  const message = walk.words.read(of, 'requiredErrorText');
  return { required: mustBe, ...(later ? { gate: later } : {}), message: message.text === '' ? '' : walk.words.keep(sentence(message)) };
}

export const sentence = (text: Text): Text => asHint(text);

/** The first value, where it is one of this question. */
function defaultOf(of: Source, schema: JsonSchemaObject): Json | undefined {
  if (!of.has('defaultValue')) return undefined;
  const value = of.take('defaultValue') as Json;
  if (value === 'indeterminate' || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  const made = shaped(value, schema);
  if (made !== undefined && fits(schema, made)) return made;
  of.say(`defaultValue: ${blocks.short(JSON.stringify(value), 80)}`, 'default', blocks.short(JSON.stringify(value), 80), of.pathOf('defaultValue'));
  return undefined;
}

function shaped(value: Json, schema: JsonSchemaObject): Json | undefined {
  if (schema.type === 'array') return Array.isArray(value) ? value : [value];
  if ((schema.type === 'number' || schema.type === 'integer') && typeof value === 'string') return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
  if (schema.type === 'boolean' && typeof value === 'string') return value === 'true' ? true : value === 'false' ? false : undefined;
  const choice = (schema.oneOf as { const?: Json }[] | undefined)?.find((each) => String(each.const) === String(value))?.const;
  return choice ?? (schema.type === 'string' && typeof value === 'number' ? String(value) : value);
}

function fits(schema: JsonSchemaObject, value: Json): boolean {
  if (schema.type === 'object' || (schema.type === undefined && schema.oneOf === undefined)) return false;
  const { 'x-dvc': _, title: __, ...rest } = schema;
  return compileSchema(rest, rest).test(value);
}

/** A box for further words, below a question. */
export function commentOf(walk: Walk, of: Source, place: Place, { key, title }: Settled, isOn = of.on('showCommentArea')): void {
  const label = walk.words.read(of, 'commentText');
  const hint = walk.words.read(of, 'commentPlaceholder');
  if (!isOn) return;
  const { gates, loose } = gatesOf(walk, of, place);
  const made = question({ name: unique(keepName(inScope(place.scope, `${key}Comment`)), walk.taken), key: keyOf(walk), label: title.text, path: of.path, gates: loose ? place.gates : gates, schema: {} });
  const asked = label.text === '' ? withDash(gapped(title), plainText('Ý kiến thêm')) : withDash(gapped(title), label);
  made.schema = { title: walk.words.keep(asked), type: 'string', maxLength: 2000, 'x-dvc': { widget: 'textarea', ...(hint.text === '' ? {} : { hint: walk.words.keep(asHint(hint)) }) } };
  add(walk.root, made);
  know(walk, `${key}-Comment`, made, place.scope);
  place.flow.page.questions.push(made);
}
