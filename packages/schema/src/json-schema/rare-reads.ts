import { join } from '../pointer.js';
import type { JsonSchemaObject } from '../types.js';
import type { Rest } from './node.js';
import { isObject } from './values.js';

const ALL = new Set(['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'minProperties', 'maxProperties', 'propertyNames', 'patternProperties', 'uniqueItems']);

/** What the rarer keywords read. */
export const reads: Rest['reads'] = (keyword, given, out, from) => {
  const names = isObject(given) ? Object.keys(given) : [];
  switch (keyword) {
    case 'dependentRequired': for (const name of names) for (const n of [name, ...(given as Record<string, string[]>)[name]!]) out.add(join('', n)); break;
    case 'dependentSchemas': for (const name of names) { out.add(join('', name)); from((given as JsonSchemaObject)[name]!); } break;
    case 'items': from(given, '/*'); break;
    case 'contains': out.add('/*'); from(given, '/*'); break;
    case 'prefixItems': (given as JsonSchemaObject[]).forEach((sub, i) => from(sub, `/${i}`)); break;
    case 'anyOf': for (const sub of given as JsonSchemaObject[]) from(sub); break;
    case 'not': from(given); break;
    default:
      if (!ALL.has(keyword)) return false;
      // `uniqueItems: false` and `additionalProperties: true` ask for nothing.
      if (given !== (keyword !== 'uniqueItems')) out.add('/**');
  }
  return true;
};
