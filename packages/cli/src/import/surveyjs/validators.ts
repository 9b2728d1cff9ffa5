// What SurveyJS checks, as far as JSON Schema says it.
import type { JsonSchemaObject } from '@dvc/schema';
import * as blocks from '../blocks.js';
import { named, type Source } from './ledger.js';
import { sentence } from './ask.js';
import type { Walk } from './place.js';

/** How many choices may be taken. */
export function limitsOf(walk: Walk, of: Source, most: number): { limits: JsonSchemaObject; messages: JsonSchemaObject } {
  const made: JsonSchemaObject = {};
  const messages: Record<string, string> = {};
  const put = (least: number | undefined, at: number | undefined) => {
    if (least !== undefined && least > 0 && least <= most) made.minItems = Math.floor(least);
    if (at !== undefined && at > 0 && at >= (made.minItems as number | undefined ?? 0)) made.maxItems = Math.floor(at);
  };
  put(of.number('minSelectedChoices'), of.number('maxSelectedChoices'));
  for (const each of of.each('validators')) {
    if (!/^answercount(validator)?$/.test(each.word('type'))) continue;
    put(each.number('minCount'), each.number('maxCount'));
    const words = walk.words.read(each, 'text');
    if (words.text !== '') for (const name of ['minItems', 'maxItems']) if (made[name] !== undefined) messages[name] = walk.words.keep(sentence(words));
    if (Object.keys(messages).length === 0) each.lose('text', 'custom-message');
  }
  others(of, /^answercount(validator)?$/);
  return { limits: made, messages: Object.keys(messages).length > 0 ? { messages } : {} };
}

/** Limits of a text or a number. */
export function checksOf(walk: Walk, of: Source, schema: JsonSchemaObject): JsonSchemaObject {
  const made: JsonSchemaObject = { ...schema };
  const messages: Record<string, string> = {};
  for (const each of of.each('validators')) {
    const before = new Set(Object.keys(made));
    const type = each.word('type').replace(/validator$/, '');
    if (type === 'numeric') numeric(each, made);
    else if (type === 'text') lengths(each, made);
    else if (type === 'regex') pattern(walk, each, made);
    else if (type === 'email') { if (made.type === 'string' && made.format === undefined) made.format = 'email'; } else { rule(each); continue; }
    const words = walk.words.read(each, 'text');
    const added = Object.keys(made).filter((name) => !before.has(name) && name !== 'type');
    const speaks = (added.length > 0 ? added : type === 'numeric' ? ['type'] : type === 'email' && made.format === 'email' ? ['format'] : []).filter((name) => blocks.sayable(name, sentence(words).text));
    if (words.text === '') continue;
    if (speaks.length === 0) each.say(`text: ${blocks.short(words.text, 80)}`, 'custom-message', undefined, each.pathOf('text'));
    else for (const name of speaks) messages[name] = walk.words.keep(sentence(words));
  }
  if (Object.keys(messages).length > 0) made['x-dvc'] = { ...(made['x-dvc'] as JsonSchemaObject | undefined), messages };
  return made;
}

function numeric(of: Source, made: JsonSchemaObject): void {
  const [least, most] = [of.number('minValue'), of.number('maxValue')];
  if (made.type === 'string' && made.format === undefined && made.pattern === undefined && made.minLength === undefined) {
    made.type = 'number';
    delete made.maxLength;
    made['x-dvc'] = { ...(made['x-dvc'] as JsonSchemaObject | undefined), widget: 'number' };
  }
  if (made.type !== 'number' && made.type !== 'integer') { rule(of); return; }
  if (least !== undefined) made.minimum = Math.max(least, made.minimum as number | undefined ?? least);
  if (most !== undefined) made.maximum = Math.min(most, made.maximum as number | undefined ?? most);
}

function lengths(of: Source, made: JsonSchemaObject): void {
  const [least, most] = [of.number('minLength'), of.number('maxLength')];
  if (made.type !== 'string') { rule(of); return; }
  if (least !== undefined && least > 0) made.minLength = Math.floor(least);
  if (most !== undefined && most > 0) made.maxLength = Math.floor(most);
  if (of.has('allowDigits') && !of.on('allowDigits') && made.pattern === undefined) made.pattern = '^[^0-9]*$';
}

function pattern(walk: Walk, of: Source, made: JsonSchemaObject): void {
  const regex = of.word('regex');
  const text = patternOf(regex, of.on('caseInsensitive'));
  if (made.type !== 'string' || text === undefined || !walk.safe.has(text) || (made.pattern !== undefined)) { of.say(`regex: ${regex}`, 'pattern', regex, of.pathOf('regex')); return; }
  made.pattern = text;
}

/** In either case: each letter outside of a class as a class; a pattern with classes or escapes is left. */
export function patternOf(regex: string, insensitive: boolean): string | undefined {
  if (regex === '') return undefined;
  if (!insensitive) return regex;
  if (/[[\\]/.test(regex)) return /^[^a-zA-Z]*$/.test(regex.replace(/\\[a-zA-Z]/g, '')) ? regex : undefined;
  return regex.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

function rule(of: Source): void { of.say(`validator: ${blocks.short(JSON.stringify(of.node), 120)}`, 'rule'); of.ledger.read.add(of.path); }

/** Validators that do not fit this kind of question. */
export function others(of: Source, known: RegExp): void {
  for (const each of of.each('validators')) if (!known.test(each.word('type'))) rule(named(each, of.label));
}

/** Patterns of a source, in advance: whether they are safe is judged for all of them at once. */
export function* patternsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const { regex, caseInsensitive, insensitive } = value as Record<string, unknown>;
  if (typeof regex === 'string') { const made = patternOf(regex.trim(), caseInsensitive === true || insensitive === true); if (made !== undefined) yield made; }
  for (const part of Object.values(value)) yield* patternsIn(part);
}
