// A condition in JSON Schema, said in the expressions of SurveyJS; undefined when they have no word for it.
import type { Json, JsonSchema, JsonSchemaObject } from '@dvc/schema';
import { followed, type Guard } from './gather.js';

const LITERAL = /^[^'\\]*$/;

/** One of the guards holds. */
export function anyOfGuards(root: JsonSchemaObject, guards: readonly Guard[]): string | undefined {
  const parts = guards.map((guard) => all(guard.map(({ schema, not }) => { const made = whole(root, schema, []); return made && not ? `!(${made})` : made; })));
  return any(parts);
}

const all = (parts: readonly (string | undefined)[]): string | undefined => joinWith(parts, ' and ');
const any = (parts: readonly (string | undefined)[]): string | undefined => joinWith(parts, ' or ');
function joinWith(parts: readonly (string | undefined)[], sign: string): string | undefined {
  if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined;
  const different = [...new Set(parts as string[])];
  return different.length === 1 ? different[0]! : different.map((part) => (/ (and|or) /.test(part) ? `(${part})` : part)).join(sign);
}

/** What an object must be like; `way` leads to it. */
export function whole(root: JsonSchemaObject, given: JsonSchema, way: readonly string[], depth = 0): string | undefined {
  if (typeof given === 'boolean' || depth > 20) return undefined;
  const [schema] = followed(root, given, '');
  const parts: (string | undefined)[] = [];
  const needed = new Set((schema.required ?? []) as string[]);
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  for (const name of new Set([...needed, ...Object.keys(properties)])) {
    const said = answer(root, properties[name] ?? true, [...way, name], depth);
    parts.push(needed.has(name) || said === undefined ? said : any([`${nameOf([...way, name])} empty`, said]));
  }
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'allOf') parts.push(...(value as JsonSchema[]).map((part) => whole(root, part, way, depth + 1)));
    else if (keyword === 'anyOf') parts.push(any((value as JsonSchema[]).map((part) => whole(root, part, way, depth + 1))));
    else if (keyword === 'not') parts.push(negated(whole(root, value as JsonSchema, way, depth + 1)));
    else if (!['required', 'properties', 'type', 'title', 'description', '$comment'].includes(keyword)) return undefined;
  }
  return all(parts);
}

const negated = (said: string | undefined): string | undefined => (said === undefined ? undefined : /^\{[^}]*\} notempty$/.test(said) ? said.replace('notempty', 'empty') : `!(${said})`);
const nameOf = (way: readonly string[]): string => `{${way.join('.')}}`;

/** What an answer that is there must be like. */
function answer(root: JsonSchemaObject, given: JsonSchema, way: readonly string[], depth: number): string | undefined {
  const name = nameOf(way);
  if (way.some((part) => /[{}]/.test(part))) return undefined;
  if (given === true) return `${name} notempty`;
  if (given === false || depth > 20) return undefined;
  const [schema] = followed(root, given, '');
  if (schema.properties !== undefined || schema.required !== undefined) return whole(root, schema, way, depth + 1);
  const parts = Object.entries(schema).flatMap(([keyword, value]): (string | undefined)[] => {
    switch (keyword) {
      case 'type': case 'title': case '$comment': return [];
      case 'const': { const text = literal(value as Json); return [text && `${name} = ${text}`]; }
      case 'enum': { const text = literal(value as Json); return [text && `${name} anyof ${text}`]; }
      case 'minimum': return [`${name} >= ${String(value)}`];
      case 'maximum': return [`${name} <= ${String(value)}`];
      case 'exclusiveMinimum': return [`${name} > ${String(value)}`];
      case 'exclusiveMaximum': return [`${name} < ${String(value)}`];
      case 'contains': return [containing(value as JsonSchema, name)];
      case 'minItems': return [value === 1 || exact(schema) ? `${name} notempty` : undefined];
      case 'maxItems': return exact(schema) ? [] : [undefined];
      case 'minProperties': return [value === 1 ? `${name} notempty` : undefined];
      // It is there, and is not so: to SurveyJS what is empty is not so either.
      case 'not': return [`${name} notempty`, negated(answer(root, value as JsonSchema, way, depth + 1))];
      case 'pattern': return [patterned(String(value), name)];
      case 'allOf': return exact(schema) ? [`${name} = ${literal(exact(schema)!)!}`] : (value as JsonSchema[]).map((part) => answer(root, part, way, depth + 1));
      case 'anyOf': return [any((value as JsonSchema[]).map((part) => answer(root, part, way, depth + 1)))];
      default: return [undefined];
    }
  });
  return parts.length === 0 ? `${name} notempty` : all(parts);
}

/** A list of exactly these, in any order: as an import writes it. */
function exact(schema: JsonSchemaObject): Json[] | undefined {
  const parts = schema.allOf as { contains?: { const?: Json } }[] | undefined;
  if (!parts || schema.minItems !== parts.length || schema.maxItems !== parts.length) return undefined;
  const values = parts.map((part) => part.contains?.const);
  return values.every((value) => value !== undefined) && literal(values as Json[]) !== undefined ? values as Json[] : undefined;
}

function containing(schema: JsonSchema, name: string): string | undefined {
  if (typeof schema === 'boolean') return undefined;
  const { const: only, enum: some, ...rest } = schema as { const?: Json; enum?: Json[] };
  if (Object.keys(rest).length > 0) return undefined;
  const text = literal(only ?? some ?? null);
  return text === undefined || (only === undefined && some === undefined) ? undefined : `${name} ${only === undefined ? 'anyof' : 'contains'} ${text}`;
}

function literal(value: Json): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return LITERAL.test(value) && value !== '' ? `'${value}'` : undefined;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const parts = value.map((each) => (Array.isArray(each) ? undefined : literal(each)));
  return parts.every((part) => part !== undefined) ? `[${parts.join(', ')}]` : undefined;
}

/** A text in either case, as an import writes it. */
function patterned(pattern: string, name: string): string | undefined {
  const inner = pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  const [starts, ends] = [pattern.startsWith('^'), /(?<!\\)\$$/.test(pattern)];
  let text = '';
  for (const [piece, low, high, escaped, plain] of inner.matchAll(/\[(\p{L})(\p{L})\]|\\([\\^$.*+?()[\]{}|/])|([^\\^$.*+?()[\]{}|])|[\s\S]/gu)) {
    if (low !== undefined && low.toUpperCase() === high) text += low;
    else if (escaped !== undefined || plain !== undefined) text += escaped ?? plain;
    else return void piece;
  }
  const said = literal(text);
  return said === undefined || starts !== ends ? undefined : `${name} ${starts ? '=' : 'contains'} ${said}`;
}
