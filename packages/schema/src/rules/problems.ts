import { join } from '../pointer.js';
import type { Json, Path, Problem } from '../types.js';
import { call, isOperator, lazy, overRows } from './evaluate.js';
import { functions } from './functions.js';

export const MOST_DEPTH = 32;
export const MOST_NODES = 2000;

/** Is it an expression, or plain data? */
export const isRule = (expr: Json | undefined): boolean => {
  const made = expr === undefined ? undefined : call(expr);
  return made !== undefined && isOperator(made[0]);
};

/**
 * The author's mistakes in a rule: unknown operators, wrong number of operands, names that are not text, depth over 32, over 2,000 nodes.
 * @param path where the rule stands in its document
 * @param rows false where there is no row to read from: a bare name is then a mistake
 */
export function problemsOfRule(expr: Json, path: Path, rows = true): Problem[] {
  const problems: Problem[] = [];
  let nodes = 0;

  function walk(at: Json, here: Path, depth: number, inRow: boolean): void {
    if (++nodes > MOST_NODES) return;
    if (depth > MOST_DEPTH) { problems.push({ path: here, code: 'rule-depth', expected: `at most ${MOST_DEPTH} levels`, got: 'more' }); return; }
    if (Array.isArray(at)) { at.forEach((item, i) => walk(item, join(here, i), depth + 1, inRow)); return; }
    const made = call(at);
    if (!made) return;
    const [name, args] = made;
    const inside = join(here, name);
    if (!isOperator(name)) {
      problems.push({ path: here, code: 'unknown-operator', expected: 'an operator of the rules', got: name });
      return;
    }
    const [least, most] = (Object.hasOwn(lazy, name) ? lazy[name] : functions[name]) as readonly [number, number];
    if (args.length < least || args.length > most) {
      problems.push({ path: inside, code: 'rule-arity', expected: least === most ? `${least} operand(s)` : `${least} to ${most} operands`, got: String(args.length) });
    }
    const bracketed = Array.isArray((at as Record<string, Json>)[name]);
    args.forEach((arg, i) => {
      const place = bracketed ? join(inside, i) : inside;
      if (name === 'var' && i === 0) checkName(arg, place, inRow);
      else walk(arg, place, depth + 1, inRow || (overRows.has(name) && i === 1));
    });
  }

  function checkName(name: Json, place: Path, inRow: boolean): void {
    const got = typeof name === 'string' ? name : JSON.stringify(name);
    if (typeof name !== 'string' || /~(?![01])/.test(name)) {
      problems.push({ path: place, code: 'rule-name', expected: 'a pointer such as "/child/name", or the name of a row\'s field, as plain text', got });
    } else if (!inRow && !name.startsWith('/')) {
      problems.push({ path: place, code: 'rule-name', expected: 'a pointer that starts with "/": there is no row here', got });
    }
  }

  walk(expr, path, 1, rows);
  if (nodes > MOST_NODES) problems.push({ path, code: 'rule-size', expected: `at most ${MOST_NODES} nodes`, got: 'more' });
  return problems;
}
