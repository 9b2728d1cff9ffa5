// A pattern whose time would double with every character, matched in time that grows with the text: all ways at once instead of one after the other.
// What looks around or back cannot be matched so, and is left out by name.

import { problemOfPattern } from '../document/safe-pattern.js';

/** What the evaluator asks of a pattern; a RegExp is one. */
export interface Pattern { test(text: string): boolean }

/** More states than this come of counts such as `{1,5000}`. */
const MOST_STATES = 4000;

type State =
  | { readonly kind: 'char'; readonly fits: (char: string) => boolean; next: State }
  | { readonly kind: 'both'; next: State; other: State }
  | { readonly kind: 'here'; readonly holds: (before: string, after: string) => boolean; next: State }
  | { readonly kind: 'end' };
type Char = Extract<State, { kind: 'char' }>;
/** Made from the end: what a part leads to is known when the part is made. */
type Part = (next: State) => State;

class Unsupported extends Error {}

const isWord = (char: string) => /^\w$/.test(char);
const ASSERTIONS: Record<string, (before: string, after: string) => boolean> = {
  '^': (before) => before === '', $: (_, after) => after === '',
  '\\b': (before, after) => isWord(before) !== isWord(after), '\\B': (before, after) => isWord(before) === isWord(after),
};

/** A class, a property, an escape, a count, the beginning of a group, or one character. */
const TOKEN = /\[(?:\\[^]|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}(?:\\u[\da-fA-F]{4})?|\\x[\da-fA-F]{2}|\\c[a-zA-Z]|\\k<[^>]*>|\\[^]|\(\?<?[=!]|\(\?<[^>]*>|\(\?[a-zA-Z-]*:|\{\d+(?:,\d*)?\}|[^]/gu;

/** Steps that the platform may take for one text. */
const MOST_STEPS = 1e7;

/** The platform's own where it ends in time, else ours; undefined when neither does. @throws SyntaxError for what is no pattern */
export function safePattern(source: string): Pattern | undefined {
  const platform = RegExp(source, 'u');
  if (problemOfPattern(source)) return linearPattern(source);
  const degree = degreeOf(source);
  if (degree < 2) return platform;
  const longest = MOST_STEPS ** (1 / degree);
  const ours = linearPattern(source);
  if (!ours) return degree < 3 ? platform : undefined;
  return { test: (text) => (text.length > longest ? ours : platform).test(text) };
}

/** At worst, the time of backtracking grows with this power of the text's length: every loop may try every length, from every place. */
function degreeOf(source: string): number {
  // What looks ahead is decided once.
  const parts = source.split(/\(\?<?[=!]/).map((part) => (part.match(TOKEN) ?? []).filter((token) => {
    const [least, most] = countOf(token) ?? [0, 0];
    return most - least > 9;
  }).length);
  return Math.max(...parts) + (/^\^[^|]*$/.test(source) ? 0 : 1);
}

/** The same language as `RegExp(source, 'u')`; undefined when it cannot be matched so. */
export function linearPattern(source: string): Pattern | undefined {
  try {
    RegExp(source, 'u');
    const start = automaton(source.match(TOKEN) ?? []);
    return { test: (text) => matches(start, text) };
  } catch {
    return undefined;
  }
}

function automaton(tokens: readonly string[]): State {
  let at = 0;
  let states = 0;
  const made = <S extends State>(state: S): S => {
    if ((states += 1) > MOST_STATES) throw new Unsupported();
    return state;
  };
  const either = (parts: readonly Part[]): Part => (next) => parts.map((part) => part(next)).reduceRight((other, first) => made({ kind: 'both', next: first, other }));
  const row = (parts: readonly Part[]): Part => (next) => parts.reduceRight((after, part) => part(after), next);

  function alternatives(): Part {
    const ways: Part[][] = [[]];
    for (; at < tokens.length && tokens[at] !== ')'; ) {
      if (tokens[at] === '|') {
        ways.push([]);
        at += 1;
      } else ways.at(-1)!.push(quantified(atom()));
    }
    return either(ways.map(row));
  }

  function atom(): Part {
    const token = tokens[at++]!;
    if (Object.hasOwn(ASSERTIONS, token)) return (next) => made({ kind: 'here', holds: ASSERTIONS[token]!, next });
    if (token === '(' || /^\(\?(:|<[^=!])/.test(token)) {
      const inside = alternatives();
      at += 1;
      return inside;
    }
    if (/^(\(|\\[1-9k])/.test(token)) throw new Unsupported();
    const one = RegExp(`^${token === '.' ? '[^\\n\\r\\u2028\\u2029]' : token}$`, 'u');
    const seen = new Map<string, boolean>();
    const fits = (char: string) => {
      let is = seen.get(char);
      if (is === undefined) seen.set(char, is = one.test(char));
      return is;
    };
    return (next) => made({ kind: 'char', fits, next });
  }

  /** As often as `{least,most}` says; without a most, as often as it likes. */
  function quantified(part: Part): Part {
    const [least, most] = countOf(tokens[at]) ?? [];
    if (least === undefined) return part;
    at += tokens[at + 1] === '?' ? 2 : 1;
    const once = Array.from({ length: least }, () => part);
    if (most !== Infinity) return row([...once, ...Array.from({ length: most! - least }, () => optional(part))]);
    return row([...once, (next) => {
      const loop = made<Extract<State, { kind: 'both' }>>({ kind: 'both', next, other: next });
      loop.next = part(loop);
      return loop;
    }]);
  }
  const optional = (part: Part): Part => (next) => made({ kind: 'both', next: part(next), other: next });

  return alternatives()({ kind: 'end' });
}

function countOf(token: string | undefined): [number, number] | undefined {
  if (token === '*') return [0, Infinity];
  if (token === '+') return [1, Infinity];
  if (token === '?') return [0, 1];
  const read = /^\{(\d+)(,?)(\d*)\}$/.exec(token ?? '');
  return read ? [Number(read[1]), read[3] ? Number(read[3]) : read[2] ? Infinity : Number(read[1])] : undefined;
}

/** Anywhere in the text: at every character one more way begins. */
function matches(start: State, text: string): boolean {
  const chars = [...text];
  let ways: Char[] = [];
  for (let i = 0; ; i++) {
    const before = chars[i - 1] ?? '';
    const after = chars[i] ?? '';
    const reached = new Set<State>();
    const now: Char[] = [];
    const waiting: State[] = [start, ...ways.map(({ next }) => next).reverse()];
    for (let state = waiting.pop(); state; state = waiting.pop()) {
      if (reached.has(state)) continue;
      reached.add(state);
      if (state.kind === 'end') return true;
      if (state.kind === 'char') {
        now.push(state);
      } else {
        if (state.kind === 'both') waiting.push(state.other);
        if (state.kind === 'both' || state.holds(before, after)) waiting.push(state.next);
      }
    }
    if (i >= chars.length) return false;
    ways = now.filter(({ fits }) => fits(after));
  }
}
