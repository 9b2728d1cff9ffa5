// Backtracking that doubles with every character needs a repeated group whose rounds can be told apart in more than one way.
// This check is conservative and needs no engine, so that a browser may run a pattern of an agency that it does not fully trust;
// at publish `recheck` looks for the polynomial cases too.

interface Atom { source: string; min: number; max: number; group?: Atom[][]; opaque?: boolean }

const MAX_PATTERN = 500;
const TOKEN = /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\c[a-z]|\\k<[^>]*>|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:<[=!]|[:=!]|<[^>]*>))?|[)|]|[\s\S]/giuy;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;

/** @returns why `pattern` must not run in a page, or undefined: `bad-pattern` (no pattern of ECMAScript with the `u` flag) or `unsafe-pattern` */
export function problemOfPattern(pattern: string): { code: string; expected: string } | undefined {
  if (pattern.length > MAX_PATTERN) return { code: 'unsafe-pattern', expected: `at most ${MAX_PATTERN} characters` };
  try {
    new RegExp(pattern, 'u');
  } catch {
    return { code: 'bad-pattern', expected: 'a regular expression of ECMAScript with the u flag' };
  }
  if (/(^|[^\\])(\\\\)*\\([1-9]|k<)/.test(pattern)) return { code: 'unsafe-pattern', expected: 'no reference back to a group' };
  const probe = [...new Set([...pattern, ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))])];
  return parse(pattern).every((branch) => branch.every((atom) => isSafe(atom, probe)))
    ? undefined
    : { code: 'unsafe-pattern', expected: 'no repetition inside a repetition' };
}

/** Alternatives of atoms. The pattern has compiled, so brackets match. */
function parse(pattern: string): Atom[][] {
  const root: Atom[][] = [[]];
  const open: Atom[][][] = [root];
  TOKEN.lastIndex = 0;
  for (let token; TOKEN.lastIndex < pattern.length && (token = TOKEN.exec(pattern)?.[0]); ) {
    const here = open.at(-1)!;
    let atom: Atom;
    if (token[0] === '(') {
      atom = { source: token, min: 1, max: 1, group: [[]], opaque: /[=!]$/.test(token) };
      here.at(-1)!.push(atom);
      open.push(atom.group!);
      continue;
    }
    if (token === '|') {
      here.push([]);
      continue;
    }
    if (token === ')') {
      open.pop();
      atom = open.at(-1)!.at(-1)!.at(-1)!;
    } else {
      if (/^([\^$]|\\[bB])$/.test(token)) continue; // matches a place, not a character
      atom = { source: token, min: 1, max: 1 };
      here.at(-1)!.push(atom);
    }
    QUANTIFIER.lastIndex = TOKEN.lastIndex;
    const found = QUANTIFIER.exec(pattern);
    if (found) {
      TOKEN.lastIndex = QUANTIFIER.lastIndex;
      const [, sign, least, comma, most] = found;
      atom.min = sign ? (sign === '+' ? 1 : 0) : Number(least);
      atom.max = sign ? (sign === '?' ? 1 : Infinity) : most ? Number(most) : comma ? Infinity : atom.min;
    }
  }
  return root;
}

const leaves = (atom: Atom): Atom[] => (atom.group ? atom.group.flat().flatMap(leaves) : [atom]);
const groups = (atom: Atom): Atom[] => (atom.group ? [atom, ...atom.group.flat().flatMap(groups)] : []);

function isSafe(atom: Atom, probe: readonly string[]): boolean {
  if (!atom.group) return true;
  const inner = atom.group.flat();
  if (!inner.every((child) => isSafe(child, probe))) return false;
  if (atom.max < 2) return true;
  const parts = [...leaves(atom), ...inner.flatMap(groups)];
  if (parts.some((part) => part.opaque)) return false;
  // Few rounds of parts that cannot grow: at most a constant number of ways.
  if (atom.max < 10 && parts.every((part) => part.max < Infinity)) return true;
  const varies = parts.some((part) => part.min !== part.max);
  const branches = atom.group;
  if (branches.length > 1) {
    const firsts = branches.map((branch) => branch[0]);
    return !varies && firsts.every((first, index) => isOne(first) && firsts.every((other, at) => at === index || disjoint(first!, other!, probe))) && inner.every((child) => !child.group || child.group.length < 2);
  }
  if (!varies && parts.every((part) => !part.group || part.group.length < 2)) return true;
  // Each round starts (or ends) with a character that nothing else in it can match: `( \p{L}+)*`.
  const branch = branches[0]!;
  return [branch[0], branch.at(-1)].some((mark) => isOne(mark) && leaves(atom).every((other) => other === mark || disjoint(mark!, other, probe)));
}

const isOne = (atom: Atom | undefined) => atom !== undefined && !atom.group && atom.min === 1 && atom.max === 1;

function disjoint(one: Atom, other: Atom, probe: readonly string[]): boolean {
  // Characters written as numbers or properties may meet outside the probe.
  const unclear = /\\[pPxuc]/;
  if (unclear.test(one.source) && (unclear.test(other.source) || /^\[\^|^\.$|\\[SDW]/.test(other.source))) return false;
  if (unclear.test(other.source) && /^\[\^|^\.$|\\[SDW]/.test(one.source)) return false;
  const [a, b] = [one, other].map((atom) => RegExp(`^${atom.source}$`, 'u')) as [RegExp, RegExp];
  return !probe.some((character) => a.test(character) && b.test(character));
}
