// The chunk of a schema with rarer shapes.
import { merge } from './facets.js';
import type { Growth } from './grow.js';
import type { More } from './kit.js';
import { growEntries, growSlots } from './maps.js';
import type { Guard, NodePlan, Shape } from './types.js';
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
        // Until a branch is chosen, the chooser alone stands there.
        if (isOpen && shape.kind === 'field' && !shape.types?.length && !shape.choices) shape.control = 'none';
        made.set(key, shape);
      }
      return shape;
    };
  },
};

const isUnchosen = (node: NodePlan, holds: (guard: Guard) => boolean): boolean => node.unions.some((union) => holds(union.guard) && !node.conditions.some((condition) => condition.branch?.union === union && holds([{ condition, holds: true }])));
