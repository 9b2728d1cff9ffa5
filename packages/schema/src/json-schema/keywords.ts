// What each asserting keyword compiles to. Which keywords are declared, and what they hold, is said in document/keywords.
import type { Json } from '../types.js';
import * as arrays from './arrays.js';
import * as logic from './logic.js';
import type { Keyword } from './node.js';
import * as objects from './objects.js';
import * as scalars from './scalars.js';
import { own } from './values.js';

const definitions: Keyword = (given: Record<string, Json>, site, name) => {
  for (const key of Object.keys(given)) site.sub(given[key], name, key);
  return undefined;
};
/** A part of `if`; looked at for problems even where there is none. */
const part: Keyword = (given: Json, site, name) => {
  if (own(site.schema, 'if') === undefined) site.sub(given, name);
  return undefined;
};

export const KEYWORDS = new Map<string, Keyword>(Object.entries({
  ...arrays, ...objects, $ref: logic.$ref, allOf: logic.allOf, anyOf: logic.anyOf, oneOf: logic.oneOf, not: logic.not, if: logic.conditional, then: part, else: part,
  $defs: definitions, type: scalars.type, enum: scalars.enumeration, const: scalars.constant, pattern: scalars.pattern, format: scalars.format,
  multipleOf: scalars.multipleOf, maximum: scalars.maximum, exclusiveMaximum: scalars.exclusiveMaximum, minimum: scalars.minimum, exclusiveMinimum: scalars.exclusiveMinimum,
  maxLength: scalars.maxLength, minLength: scalars.minLength, maxItems: scalars.maxItems, minItems: scalars.minItems, uniqueItems: scalars.uniqueItems,
  maxProperties: scalars.maxProperties, minProperties: scalars.minProperties,
}));
