// The expression language of SurveyJS, read into a tree; nothing in it is run.
import type { Json } from '@dvc/schema';

export type Expression =
  | { kind: 'name'; name: string }
  | { kind: 'value'; value: Json }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'op'; op: string; args: Expression[] };

/** Loosest first; `=` after `>=`, so that a sign is read whole. */
const LEVELS: readonly (readonly (readonly [sign: string, op: string])[])[] = [
  [['||', 'or'], ['or', 'or']],
  [['&&', 'and'], ['and', 'and']],
  [['<=', 'lte'], ['lessorequal', 'lte'], ['>=', 'gte'], ['greaterorequal', 'gte'], ['==', 'is'], ['equal', 'is'], ['=', 'is'], ['!=', 'isnt'], ['notequal', 'isnt'], ['<>', 'isnt'], ['<', 'lt'], ['less', 'lt'], ['>', 'gt'], ['greater', 'gt']],
  [['+', '+'], ['-', '-']],
  [['*', '*'], ['/', '/'], ['%', '%']],
  [['^', 'power'], ['power', 'power'], ['*=', 'has'], ['notcontains', 'hasnt'], ['notcontain', 'hasnt'], ['contains', 'has'], ['contain', 'has'], ['anyof', 'anyof'], ['allof', 'allof'], ['noneof', 'noneof']],
];
const MOST_DEPTH = 60;
const MOST_LENGTH = 5000;

class Unread extends Error {}

/** undefined: it cannot be read. */
export function parseExpression(text: string): Expression | undefined {
  if (text.length > MOST_LENGTH) return undefined;
  try {
    return read(text);
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}

function read(text: string): Expression {
  let at = 0;
  let depth = 0;
  const blank = (): void => { while (at < text.length && /\s/.test(text[at]!)) at++; };
  /** A sign; a word ends where its letters end, and is taken in either case. */
  const sign = (wanted: string): boolean => {
    blank();
    if (text.slice(at, at + wanted.length).toLowerCase() !== wanted) return false;
    if (/[a-z]$/.test(wanted) && /[a-z0-9_]/i.test(text[at + wanted.length] ?? '')) return false;
    // `*=` is no product, and `=` no second half of one.
    if (wanted === '*' && text[at + 1] === '=') return false;
    at += wanted.length;
    return true;
  };
  const need = (wanted: string): void => { if (!sign(wanted)) throw new Unread(); };

  const level = (i: number): Expression => {
    if (i === LEVELS.length) return unary();
    let left = level(i + 1);
    for (;;) {
      const before = at;
      const found = LEVELS[i]!.find(([each]) => sign(each));
      if (!found) { at = before; return left; }
      left = { kind: 'op', op: found[1], args: [left, level(i + 1)] };
    }
  };
  const unary = (): Expression => {
    if (sign('!') || sign('negate')) return { kind: 'op', op: 'not', args: [unary()] };
    const inner = atom();
    if (sign('notempty')) return { kind: 'op', op: 'filled', args: [inner] };
    if (sign('empty')) return { kind: 'op', op: 'blank', args: [inner] };
    return inner;
  };
  const list = (end: string): Expression[] => {
    const items: Expression[] = [];
    if (sign(end)) return items;
    do items.push(whole()); while (sign(','));
    need(end);
    return items;
  };
  const whole = (): Expression => {
    if (++depth > MOST_DEPTH) throw new Unread();
    const made = level(0);
    depth--;
    return made;
  };
  const atom = (): Expression => {
    blank();
    if (++depth > MOST_DEPTH) throw new Unread();
    const made = one();
    depth--;
    return made;
  };
  const one = (): Expression => {
    if (sign('(')) { const inner = whole(); need(')'); return inner; }
    if (sign('[')) return { kind: 'list', items: list(']') };
    if (sign('{')) {
      const end = text.indexOf('}', at);
      const name = text.slice(at, end < 0 ? at : end).trim();
      if (name === '' || name.includes('{')) throw new Unread();
      at = end + 1;
      return { kind: 'name', name };
    }
    const quote = text[at];
    if (quote === '\'' || quote === '"') return { kind: 'value', value: quoted(quote) };
    const number = /^-?(0x[0-9a-f]+|\d+(\.\d+)?)(?![a-z0-9_])/i.exec(text.slice(at));
    if (number) { at += number[0].length; return { kind: 'value', value: Number(number[0]) }; }
    const word = /^[a-z_][a-z0-9_]*/i.exec(text.slice(at))?.[0] ?? /^[0-9][a-z0-9_-]*/i.exec(text.slice(at))?.[0];
    if (word === undefined) throw new Unread();
    at += word.length;
    if (text[at] === '(') { at++; return { kind: 'call', name: word, args: list(')') }; }
    const known: Record<string, Json> = { true: true, false: false, undefined: null, null: null };
    return { kind: 'value', value: Object.hasOwn(known, word.toLowerCase()) ? known[word.toLowerCase()]! : word };
  };
  const quoted = (quote: string): string => {
    let made = '';
    for (at++; at < text.length; at++) {
      if (text[at] === '\\' && (text[at + 1] === '\'' || text[at + 1] === '"')) { made += text[++at]!; continue; }
      if (text[at] === quote) { at++; return made; }
      made += text[at]!;
    }
    throw new Unread();
  };

  const made = whole();
  blank();
  if (at < text.length) throw new Unread();
  return made;
}
