// Comparisons as SurveyJS makes them: letters in either case, `5` and "5" alike, lists in any order, an empty list is no answer.
import type { Json, JsonSchema, JsonSchemaObject } from '@dvc/schema';
import { pathOf, within, type Question } from './tree.js';

const MOST_PATTERN = 450;

/** What holds of an answer; or, as a text, why it cannot be said. */
export function sayLoose(asked: Question, op: 'is' | 'has' | 'among' | 'blank' | 'truthy', value: Json, way: readonly string[]): JsonSchema | string {
  const there = within(way, filledOf(asked));
  if (op === 'blank' || ((op === 'is' || op === 'has') && isBlank(value))) return op === 'has' ? why(asked, op, value) : { not: there as JsonSchemaObject };
  const { type } = asked.schema;
  if (op === 'truthy') return type === 'boolean' ? within(way, { const: true }) : isNumeric(asked) ? within(way, { not: { const: 0 } }) : there;
  // `anyof` looks into a list, and at one answer as a whole.
  const inner = op === 'is' || (op === 'among' && type !== 'array') ? equals(asked, value) : contains(asked, value);
  return inner === undefined ? why(asked, op, value) : within(way, inner);
}

const why = (asked: Question, op: string, value: Json): string => `${pathOf(asked)} ${op} ${JSON.stringify(value)}`;
const isBlank = (value: Json): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);
const isNumeric = ({ schema }: Question): boolean => schema.type === 'number' || schema.type === 'integer';

function filledOf({ schema, kind }: Question): JsonSchema {
  if (kind === 'object' || schema.type === 'object') return { minProperties: 1 };
  return schema.type === 'array' ? { minItems: 1 } : true;
}

function equals(asked: Question, value: Json): JsonSchemaObject | undefined {
  const { schema, kind } = asked;
  if (kind !== 'field' || schema.type === 'object') return undefined;
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return undefined;
    const each = value.map((one) => choiceOf(schema.items as JsonSchemaObject, one));
    return { allOf: each.map((one) => ({ contains: { const: one } })), minItems: each.length, maxItems: each.length };
  }
  if (typeof value === 'object') return undefined;
  if (schema.type === 'boolean') return /^(true|false)$/i.test(String(value)) ? { const: /^true$/i.test(String(value)) } : undefined;
  if (isNumeric(asked)) return Number.isFinite(Number(value)) && String(value).trim() !== '' ? { const: Number(value) } : undefined;
  if (schema.oneOf) return { const: choiceOf(schema, value) };
  return schema.format === undefined ? text(String(value), '^', '$') : { const: String(value) };
}

function contains(asked: Question, value: Json): JsonSchemaObject | undefined {
  const { schema, kind } = asked;
  if (kind !== 'field' || schema.type === 'object') return undefined;
  if (Array.isArray(value)) {
    const each = value.map((one) => contains(asked, one));
    return schema.type === 'array' && each.every((one) => one !== undefined) ? { allOf: each } : undefined;
  }
  if (typeof value === 'object') return undefined;
  if (schema.type === 'array') return { contains: { const: choiceOf(schema.items as JsonSchemaObject, value) } };
  if (schema.type === 'boolean' || isNumeric(asked)) return undefined;
  if (schema.oneOf) {
    const found = constsOf(schema).filter((one) => typeof one === 'string' && one.toLowerCase().includes(String(value).toLowerCase()));
    return found.length > 0 ? { enum: found } : undefined;
  }
  return text(String(value), '', '');
}

const constsOf = (schema: JsonSchemaObject): Json[] => ((schema.oneOf ?? []) as { const?: Json }[]).flatMap((each) => (each.const === undefined ? [] : [each.const]));
const same = (a: Json, b: Json): boolean => String(a).trim().toLowerCase() === String(b).trim().toLowerCase();
/** The choice that is meant, as its question has it. */
const choiceOf = (schema: JsonSchemaObject, value: Json): Json => constsOf(schema).find((one) => one === value) ?? constsOf(schema).find((one) => same(one, value)) ?? (typeof value === 'object' ? value : String(value));

/** A text in either case. */
function text(value: string, before: string, after: string): JsonSchemaObject | undefined {
  const each = [...value.trim()].map((sign) => {
    const [low, high] = [sign.toLowerCase(), sign.toUpperCase()];
    return low !== high && [...low].length === 1 && [...high].length === 1 ? `[${low}${high}]` : sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  }).join('');
  if (each === '' || each.length > MOST_PATTERN) return undefined;
  return before !== '' && each === value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') ? { const: value.trim() } : { pattern: `${before}${each}${after}` };
}
