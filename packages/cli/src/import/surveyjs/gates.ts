// Conditions of SurveyJS in the words of the tree, as far as JSON Schema reaches.
import type { Json } from '@dvc/schema';
import type { Operator, Test } from '../tree.js';
import { parseExpression, type Expression } from './expression.js';

/** A condition; or, as a text, the part of it that cannot be said. */
export function testOf(text: string): Test | string {
  const read = parseExpression(text);
  return read === undefined ? text : turn(read);
}

const isName = (of: Expression): of is Expression & { kind: 'name' } => of.kind === 'name';

/** Of a whole condition SurveyJS wants `true` itself; within one, whatever JavaScript takes for true is enough. */
function turn(of: Expression, strictly = true): Test | string {
  if (of.kind === 'name') return strictly ? { key: of.name, op: 'is', value: true } : { key: of.name, op: 'truthy' };
  if (of.kind === 'call') return `${of.name}()`;
  if (of.kind !== 'op') return said(of);
  const [left, right] = of.args as [Expression, Expression];
  switch (of.op) {
    case 'and': { const parts = flat(of, 'and'); return joined('all', parts.map((part, i) => turn(part, strictly && i === parts.length - 1))); }
    case 'or': return strictly ? either(flat(of, 'or')) : joined('any', flat(of, 'or').map((part) => turn(part, false)));
    case 'not': return negated(turn(left, false));
    case 'blank': case 'filled': {
      if (!isName(left)) return said(of);
      const test: Test = { key: left.name, op: 'blank' };
      return of.op === 'blank' ? test : { not: test };
    }
    case 'isnt': return negated(compare('is', left, right, of));
    case 'hasnt': return negated(has(left, right, of));
    case 'has': case 'allof': return has(left, right, of);
    case 'anyof': return anyOf(left, right, of);
    case 'noneof': return negated(anyOf(left, right, of));
    case 'is': case 'gt': case 'gte': case 'lt': case 'lte': return compare(of.op, left, right, of);
    default: return said(of);
  }
}

/** `or` comes to its first part that JavaScript takes for true, and that must be `true`. */
function either(parts: readonly Expression[]): Test | string {
  const [first, ...rest] = parts as [Expression, ...Expression[]];
  const [own, loose] = [turn(first), turn(first, false)];
  if (rest.length === 0) return own;
  const others = either(rest);
  if (typeof own === 'string' || typeof loose === 'string' || typeof others === 'string') return [own, loose, others].find((each) => typeof each === 'string')!;
  if (JSON.stringify(own) === JSON.stringify(loose)) return { any: [own, ...('any' in others ? others.any : [others])] };
  return { any: [own, { all: [{ not: loose }, others] }] };
}

const flat = (of: Expression, op: string): Expression[] => (of.kind === 'op' && of.op === op ? of.args.flatMap((each) => flat(each, op)) : [of]);
const negated = (test: Test | string): Test | string => (typeof test === 'string' ? test : 'not' in test ? test.not : { not: test });

function joined(as: 'all' | 'any', parts: readonly (Test | string)[]): Test | string {
  const lost = parts.find((part) => typeof part === 'string');
  if (lost !== undefined) return lost;
  return as === 'all' ? { all: parts as Test[] } : { any: parts as Test[] };
}

const FLIPPED: Readonly<Record<string, Operator>> = { is: 'is', gt: 'lt', gte: 'lte', lt: 'gt', lte: 'gte' };

function compare(op: Operator, left: Expression, right: Expression, whole: Expression): Test | string {
  const value = constantOf(isName(left) ? right : left);
  const name = isName(left) ? left : right;
  if (value === undefined || !isName(name)) return said(whole);
  return { key: name.name, op: isName(left) ? op : FLIPPED[op]!, value };
}

function has(left: Expression, right: Expression, whole: Expression): Test | string {
  const value = constantOf(right);
  if (isName(left) && value !== undefined) return { key: left.name, op: 'has', value };
  // `['a', 'b'] contains {x}`
  const list = constantOf(left);
  return isName(right) && Array.isArray(list) ? { any: list.map((each): Test => ({ key: right.name, op: 'is', value: each })) } : said(whole);
}

function anyOf(left: Expression, right: Expression, whole: Expression): Test | string {
  const value = constantOf(right);
  if (!isName(left) || value === undefined) return said(whole);
  const values = Array.isArray(value) ? value : [value];
  if (values.length === 0) return said(whole);
  return { any: values.map((each): Test => ({ key: left.name, op: 'among', value: each })) };
}

function constantOf(of: Expression): Json | undefined {
  if (of.kind === 'value') return of.value;
  if (of.kind !== 'list') return undefined;
  const items = of.items.map(constantOf);
  return items.every((each) => each !== undefined) ? items as Json[] : undefined;
}

/** As its author would write it, shortly. */
function said(of: Expression): string {
  if (of.kind === 'name') return `{${of.name}}`;
  if (of.kind === 'value') return JSON.stringify(of.value);
  if (of.kind === 'list') return `[${of.items.map(said).join(', ')}]`;
  if (of.kind === 'call') return `${of.name}(${of.args.map(said).join(', ')})`;
  return of.args.length === 1 ? `${of.op} ${said(of.args[0]!)}` : `${said(of.args[0]!)} ${of.op} ${said(of.args[1]!)}`;
}

/** The questions that a condition reads, each under the name that `rename` gives it; undefined when one has none. */
export function renamed(test: Test, rename: (key: string) => string | undefined): Test | undefined {
  if ('key' in test) { const key = rename(test.key); return key === undefined ? undefined : { ...test, key }; }
  if ('not' in test) { const inner = renamed(test.not, rename); return inner && { not: inner }; }
  const parts = ('all' in test ? test.all : test.any).map((each) => renamed(each, rename));
  if (parts.some((each) => each === undefined)) return undefined;
  return 'all' in test ? { all: parts as Test[] } : { any: parts as Test[] };
}
