// The chunk of a schema with rarer shapes.
import type { Json, JsonSchemaObject } from '../types.js';
import { merge } from './facets.js';
import { isMixed, isSchemaObject, type Growth } from './grow.js';
import type { More } from './kit.js';
import { resolve, type Resolved } from './local-ref.js';
import { growEntries, growSlots } from './maps.js';
import type { FormPlan, Guard, Nest, NodePlan, Shape } from './types.js';
import { growTypes, growUnion } from './unions.js';

/** Beyond this, what a reference leads to is opened on demand: schemas that refer to each other can be written out to millions of places. */
const MOST_NODES = 1500;

export const more: More = {
  grow(growth, node, schema, guard, at, way) {
    growTypes(growth, node, schema, guard, at);
    return [
      ...growSlots(growth, node, schema, guard, at),
      ...growEntries(growth, node, schema, guard, at),
      ...(['oneOf', 'anyOf'] as const).filter((keyword) => growUnion(growth, node, schema, keyword, guard, at, way)),
    ];
  },
  links(schema, vocabulary, planOf) {
    const named = vocabulary.rest?.resources(schema);
    const nests = new Map<JsonSchemaObject, Nest>();
    return {
      resolve: (ref, from) => resolve(schema, ref) ?? namedSchema(named, ref, from),
      nests: () => nests.values(),
      nestOf(target, at) {
        let nest = nests.get(target);
        if (!nest) {
          let plan: FormPlan | undefined;
          nests.set(target, nest = { get plan() { return (plan ??= planOf(target, at)); } });
        }
        return nest;
      },
    };
  },
  /** A place may always look as it looks without conditions; in a plain schema it may also always be asked. */
  weakest: (ring, lenient) => ring.find(({ kind }) => kind === 'shape') ?? (lenient ? ring.find(({ kind }) => kind === 'relevance') : undefined),
  isTooMuch: ({ nodes }: Growth) => nodes.length > MOST_NODES,
  shaper(base, facets, node, finish) {
    const made = new Map<string, Shape>();
    return (holds: (guard: Guard) => boolean) => {
      const which = facets.map(({ guard }) => holds(guard));
      const isOpen = isUnchosen(node, holds);
      const key = `${which.map(Number).join('')}${isOpen ? '?' : ''}`;
      let shape = made.get(key);
      if (!shape) {
        shape = { ...base };
        facets.forEach(({ notes }, i) => { if (which[i]) merge(shape!, notes); });
        finish(shape);
        // Until a branch is chosen, the chooser alone stands there, and what all branches share.
        if (isOpen && (isMixed(shape.types as string[]) || (shape.kind === 'field' && !shape.types?.length && !shape.choices))) Object.assign(shape, { kind: 'field', control: 'none' });
        made.set(key, shape);
      }
      return shape;
    };
  },
};

const isUnchosen = (node: NodePlan, holds: (guard: Guard) => boolean): boolean => node.unions.some((union) => holds(union.guard) && !node.conditions.some((condition) => condition.branch?.union === union && holds([{ condition, holds: true }])));

function namedSchema(named: ((ref: string, from: Json) => Json | undefined) | undefined, ref: string, from: Json): Resolved | undefined {
  try {
    const schema = named?.(ref, from);
    return schema === undefined || (typeof schema !== 'boolean' && !isSchemaObject(schema)) ? undefined : { schema, at: '' };
  } catch {
    return undefined; // not a URL, or a stray `%`
  }
}
