import { lazy } from './evaluate.js';
import { functions } from './functions.js';
import { descriptions } from './descriptions.js';
import type { Json } from '../types.js';
import type { Operator } from './types.js';

/** The closed list, with its descriptions, for editors and documentation. Not needed to evaluate. */
export const operators: Readonly<Record<string, Operator>> = /* @__PURE__ */ (() => {
  const made = Object.create(null) as Record<string, Operator>;
  for (const [name, [vi, en]] of Object.entries(descriptions)) {
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    const [least, most] = (known ?? lazy[name]) as readonly [number, number];
    made[name] = {
      name, arity: [least, most], description: { vi, en },
    };
    if (known) made[name] = { ...made[name] as Operator, apply: (args, context) => (args.includes(undefined) ? undefined : known[2](args as Json[], context)) };
  }
  return Object.freeze(made);
})();
