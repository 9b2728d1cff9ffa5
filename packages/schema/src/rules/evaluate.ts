import { read } from '../pointer.js';
import type { Json, JsonObject } from '../types.js';
import { functions, truth } from './functions.js';
import type { RuleContext } from './types.js';

/** The rule costs more than its budget, or nests too deep: whoever called takes the value as absent. */
export class RuleBudgetError extends Error { override name = 'RuleBudgetError'; }

/** Own arity, because these decide themselves which operands are evaluated: [least, most]. */
export const lazy: Readonly<Record<string, readonly [number, number]>> = {
  var: [1, 2], if: [2, 64], and: [1, 64], or: [1, 64], present: [1, 1],
  count: [1, 2], sum: [1, 2], some: [2, 2], all: [2, 2], none: [2, 2], map: [2, 2], filter: [2, 2],
};
/** Operators whose second operand is evaluated for each row of the first. */
export const overRows: ReadonlySet<string> = new Set(['count', 'sum', 'some', 'all', 'none', 'map', 'filter']);
export const isOperator = (name: string): boolean => Object.hasOwn(lazy, name) || Object.hasOwn(functions, name);

/** `[name, operands]` of a one-key object, else undefined. A lone operand may stand without its brackets. */
export function call(expr: Json): [string, Json[]] | undefined {
  if (expr === null || typeof expr !== 'object' || Array.isArray(expr)) return undefined;
  const names = Object.keys(expr);
  const name = names[0] as string, operand = (expr as JsonObject)[name] as Json;
  return names.length === 1 ? [name, Array.isArray(operand) ? operand : [operand]] : undefined;
}

type Value = Json | undefined;
type Rows = readonly Json[];

class Run {
  left: number;
  context: RuleContext;
  constructor(context: RuleContext, budget: number) { this.context = context; this.left = budget; }

  spend(steps: number) { if ((this.left -= steps) < 0) throw new RuleBudgetError('budget'); }

  at(expr: Json, row: Value, inRow: boolean, depth: number): Value {
    this.spend(1);
    if (depth > 64) throw new RuleBudgetError('depth');
    const go = (next: Json | undefined, item = row, of = inRow): Value => (next === undefined ? undefined : this.at(next, item, of, depth + 1));
    if (Array.isArray(expr)) return expr.map((item) => go(item)).filter((item) => item !== undefined);
    const made = call(expr);
    if (!made) return expr;
    const [name, args] = made;
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (known) {
      if (args.length < known[0] || args.length > known[1]) return undefined;
      const values: Json[] = [];
      for (const arg of args) {
        const value = go(arg);
        // One absent operand makes the whole absent.
        if (value === undefined) return undefined;
        if (typeof value === 'string' || Array.isArray(value)) this.spend(value.length >> 4);
        values.push(value);
      }
      return known[2](values, this.context);
    }
    switch (name) {
      case 'var': {
        const value = this.read(args[0], row, inRow);
        return value === undefined ? go(args[1]) : value;
      }
      case 'present': {
        const value = go(args[0]);
        return value !== undefined && value !== null && value !== '';
      }
      case 'if':
        for (let i = 0; i + 1 < args.length; i += 2) {
          const held = truth(go(args[i]));
          if (held !== false) return held && go(args[i + 1]);
        }
        return args.length % 2 ? go(args[args.length - 1]) : undefined;
      case 'and': case 'or': return every(args, name === 'or', (arg) => truth(go(arg)));
    }
    if (!overRows.has(name)) return undefined;
    const list = go(args[0]);
    // No list, no rows: an optional list without rows is absent from the answers.
    if (list !== undefined && !Array.isArray(list)) return undefined;
    const rows: Rows = list ?? [];
    const each = (item: Json): Value => (args.length > 1 ? go(args[1], item, true) : item);
    this.spend(rows.length >> 4);
    switch (name) {
      case 'some': return every(rows, true, (item) => truth(each(item)));
      case 'all': return every(rows, false, (item) => truth(each(item)));
      case 'none': { const any = every(rows, true, (item) => truth(each(item))); return any === undefined ? any : !any; }
      case 'map': return rows.map(each).filter((item) => item !== undefined);
      case 'sum': {
        const values = rows.map(each);
        return values.includes(undefined) ? undefined : values.length ? functions['+']?.[2](values as Json[], this.context) : 0;
      }
      default: {
        const kept = args.length > 1 ? rows.filter((item) => truth(each(item))) : rows;
        return name === 'count' ? kept.length : [...kept];
      }
    }
  }

  read(name: Value, row: Value, inRow: boolean): Value {
    if (typeof name !== 'string') return undefined;
    return !inRow || name.startsWith('/') ? this.context.read(name) : read(row, name && `/${name}`);
  }
}

/** `and` over the items (`or` when `stop` is true): decided as early as it can be; absent when an absent item could still decide it. */
function every<T>(items: readonly T[], stop: boolean, test: (item: T) => boolean | undefined): boolean | undefined {
  let unknown = false;
  for (const item of items) {
    const held = test(item);
    if (held === stop) return stop;
    if (held === undefined) unknown = true;
  }
  return unknown ? undefined : !stop;
}

/**
 * The value of a rule; undefined when an operand that it needs is absent, of the wrong type, or not exact.
 * @param budget steps, about one for each operator, literal and row
 * @throws RuleBudgetError and nothing else
 */
export function evaluateRule(expr: Json, context: RuleContext, budget = 10_000): Json | undefined {
  return new Run(context, budget).at(expr, undefined, false, 0);
}
