const MAX_PATTERN = 500;
/** A class, a property, an escape, a quantifier with braces, or one character. */
const TOKEN = /\\[pPu]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\{[\d,]+\}|[^]/gu;
const VARIES = /^[*+?{]/;

/** `((?!x).)*` walks one character at a time, whatever `x` is. */
const TEMPERED = /\((?:\?:)?\(\?![^()*+{]*\)\.\)/g;

/**
 * Backtracking that doubles with every character needs a repeated group whose rounds can be told apart in more than one way. This check is
 * conservative and needs no engine, so that a page may run the pattern of an agency that it does not fully trust: inside a repeated group nothing
 * varies, unless each round starts or ends with a character that nothing else in the group can match, as in `( \p{L}+)*` or `(\d{1,3}\.)+`.
 * What is slow without doubling is for `recheck` to find, at publish.
 * @returns `[code, expected]` when the pattern must not run, else undefined
 */
export function problemOfPattern(pattern: string): [code: string, expected: string] | undefined {
  try {
    RegExp(pattern, 'u');
  } catch {
    return ['bad-regex', 'a RegExp with flag u'];
  }
  const tokens = pattern.replace(TEMPERED, '.').match(TOKEN) ?? [];
  const open: number[] = [];
  const unsafe = tokens.some((token, index) => {
    if (token === '(') open.push(index);
    if (token !== ')') return /^\\([1-9]|k)/.test(token); // a reference back to a group
    const start = open.pop()! + 1;
    const quantifier = tokens[index + 1] ?? '';
    if (!VARIES.test(quantifier) || quantifier === '?') return false;
    const body = tokens.slice(tokens[start] === '?' ? start + 2 : start, index);
    if (!body.some((part) => /^[|(]/.test(part) || VARIES.test(part))) return false;
    // At most four rounds of parts with a largest length: slow at worst, never endless.
    if (/^\{[1-4](,[1-4])?\}$/.test(quantifier) && !body.some((part) => /^[*+]|,\}$/.test(part))) return false;
    return (VARIES.test(body[1] ?? '') || !isMarked(body)) && !isMarked(body.reverse());
  });
  return unsafe || pattern.length > MAX_PATTERN ? ['unsafe-regex', `no nested loop, at most ${MAX_PATTERN}`] : undefined;
}

/** Is the first (or last) token a digit or a plain sign that appears once in every round and that no other token matches? */
function isMarked([first = '', ...others]: string[]): boolean {
  const marks = first === '\\d' ? '0123456789' : /^\\?([^\w\\[\](){}|.*+?^$]|(?<=\\)[.+*?])$/u.exec(first)?.[1];
  return marks !== undefined && others.every((token) => token !== '|' && (/^[(){*+?^$]/.test(token) || ![...marks].some((mark) => RegExp(token, 'u').test(mark))));
}
