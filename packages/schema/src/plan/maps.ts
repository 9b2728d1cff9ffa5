import { safePattern, type Pattern } from '../json-schema/linear-pattern.js';
import { join } from '../pointer.js';
import type { JsonSchema, JsonSchemaObject, Path } from '../types.js';
import { list, object } from './facets.js';
import { addCondition, declare, defer, grow, isSchemaObject, newNode, say, type Growth } from './grow.js';
import { ENTRY, type Guard, type Literal, type NodePlan } from './types.js';

/** Items before the rows, each with a meaning of its own. */
export function growSlots(growth: Growth, node: NodePlan, schema: JsonSchemaObject, guard: Guard, at: Path): string[] {
  const slots = list(schema.prefixItems);
  if (slots.length === 0) return [];
  say(growth, node, guard, { slots: slots.length });
  slots.forEach((slot, i) => declare(growth, node, String(i), slot as JsonSchema, guard, join(at, 'prefixItems', i)));
  return ['prefixItems'];
}

interface Source { readonly schema: JsonSchema; readonly at: Path; readonly pattern?: Pattern }

/**
 * Entries whose names are typed. Where several patterns each ask for something else, what an entry is hangs on its name;
 * a declared property that a pattern fits must hold to both.
 */
export function growEntries(growth: Growth, node: NodePlan, schema: JsonSchemaObject, guard: Guard, at: Path): string[] {
  const patterns = Object.entries(object(schema.patternProperties)).flatMap(([source, part]): Source[] => {
    const pattern = regexOf(source);
    return pattern ? [{ schema: part as JsonSchema, at: join(at, 'patternProperties', source), pattern }] : [];
  });
  const rest = schema.additionalProperties;
  const isFree = isSchemaObject(rest) || (rest === true && schema.properties === undefined);
  if (patterns.length === 0 && !isFree) return [];
  defer(growth, () => {
    for (const { pattern, schema: part, at: place } of patterns) for (const child of node.children) if (pattern!.test(child.key)) grow(growth, child, part, guard, place);
  });
  say(growth, node, guard, { open: true });
  node.entry ??= newNode(growth, '*', `${node.path}/*`, node, [...node.lists, node], ENTRY);
  const { entry } = node;
  entry.declared = [[]];
  const sources: Source[] = [...patterns, ...(isFree ? [{ schema: rest as JsonSchema, at: join(at, 'additionalProperties') }] : [])];
  // One meaning for all names needs no look at the name; a name that it does not fit is refused by the schema.
  if (sources.length === 1) {
    grow(growth, entry, sources[0]!.schema, guard, sources[0]!.at);
    return patterns.length > 0 ? ['patternProperties'] : ['additionalProperties'];
  }
  const fits = patterns.map(({ pattern, at: place }): Literal => ({ condition: addCondition(growth, entry, place, { named: (key) => pattern!.test(key) }), holds: true }));
  sources.forEach((source, i) => {
    grow(growth, entry, source.schema, [...guard, ...(source.pattern ? [fits[i]!] : fits.map(({ condition }) => ({ condition, holds: false })))], source.at);
  });
  return ['patternProperties', ...(isFree ? ['additionalProperties'] : [])];
}

function regexOf(source: string): Pattern | undefined {
  try {
    return safePattern(source);
  } catch {
    return undefined; // said by the evaluator
  }
}
