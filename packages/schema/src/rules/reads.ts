import type { Json } from '../types.js';
import { call, overRows } from './evaluate.js';

/** What one row of a list is called: `/members` → `/members/*`; undefined when the list is itself a computed one. */
function rowOf(list: Json | undefined, scope: string | undefined): string | undefined {
  const made = list === undefined ? undefined : call(list);
  if (!made) return undefined;
  if (made[0] === 'filter') return rowOf(made[1][0], scope);
  const name = made[0] === 'var' ? named(made[1][0], scope) : undefined;
  return name === undefined ? undefined : `${name}/*`;
}

/** `scope`: '' outside of rows, `/members/*` in the rows of a list, undefined in rows that a rule made. */
function named(name: Json | undefined, scope: string | undefined): string | undefined {
  if (typeof name !== 'string' || name.startsWith('/') || scope === '') return typeof name === 'string' ? name : undefined;
  // The whole row and what is in it.
  return scope === undefined ? undefined : `${scope}/${name === '' ? '**' : name}`;
}

/**
 * What a rule reads, each name once and as written: `/child/birthDate`, or row-relative `birthDate`.
 * A name stands for the value and all below it. A list that is only gone through gives `/members/*` (which rows
 * there are) and `/members/*\/amount`, so that a total does not wait for names.
 */
export function readsOf(expr: Json): string[] {
  const found = new Set<string>();
  const add = (name: string | undefined) => { if (name !== undefined) found.add(name); };

  function walk(at: Json, scope: string | undefined, whole: boolean): void {
    if (Array.isArray(at)) { for (const item of at) walk(item, scope, true); return; }
    const made = call(at);
    if (!made) return;
    const [operator, args] = made;
    if (operator === 'var') {
      if (whole) add(named(args[0], scope));
      if (args[1] !== undefined) walk(args[1], scope, true);
      return;
    }
    if (!overRows.has(operator)) { for (const arg of args) walk(arg, scope, true); return; }
    const [list, each] = args;
    const row = rowOf(list, scope);
    add(row);
    // The rows themselves come out of `filter`, and are added up by `sum` without a second operand.
    const rowsOut = (operator === 'filter' && whole) || (operator === 'sum' && each === undefined);
    if (rowsOut && row !== undefined) add(`${row}/**`);
    if (list !== undefined) walk(list, scope, row === undefined);
    if (each !== undefined) walk(each, row, true);
  }

  walk(expr, '', true);
  return [...found];
}
