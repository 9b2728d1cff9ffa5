// Reads the regular expressions that forms really use (`^\d{12}$`, `^[A-Z]{2}\d{7}$`, `^0\d{9}$` …), so that a sentence can say
// in words what they want. Whatever is not understood to the last character is not understood at all.

/** How often: from, to. */
export type Count = readonly [min: number, max: number];
/** `digit`, `capital`, `small`, `latin` (both), `letter` (any script), `any`, `space`, a range (`1-9`, `A-F`) or one character. */
export type Chars = readonly string[];
export type Part =
  | { readonly chars: Chars; readonly counts: readonly Count[] }
  | { readonly texts: readonly string[] }
  | { readonly maybe: readonly Part[] };
export interface Shape { readonly start: boolean; readonly end: boolean; readonly either: readonly (readonly Part[])[] }

const LONGEST = 200;
const ONCE: Count = [1, 1];
const ESCAPES: Record<string, Chars> = { d: ['digit'], w: ['latin', 'digit', '_'], s: ['space'] };
const PROPERTIES: Record<string, Chars> = { L: ['letter'], Letter: ['letter'], Alphabetic: ['letter'], Lu: ['capital'], Ll: ['small'], N: ['digit'], Nd: ['digit'], M: [] };

class Misread extends Error {}

/** The shape of what `pattern` lets through; undefined when it is not one of the common kinds. */
export function shapeOf(pattern: string): Shape | undefined {
  if (pattern.length > LONGEST) return undefined;
  try {
    return new Reader(pattern).shape();
  } catch (error) {
    if (error instanceof Misread) return undefined;
    throw error;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;
  constructor(text: string) { this.#text = text; }

  shape(): Shape {
    // `^a$|^b$` is said like `^(a|b)$`; `^a|b$` is another thing, and mostly a slip.
    const sides = this.#text.split(/(?<=\$)\|(?=\^)/).map((side) => /^(\^?)(\.\*)?([^]*?)(\.\*)?(?<!\\)(\$?)$/.exec(side) ?? fail());
    const either = sides.flatMap(([, , , body = '']) => {
      const reader = new Reader(body);
      const found = reader.#either();
      return reader.#at < body.length || found.length > 1 ? fail() : unwrap(found);
    });
    const start = sides.every(([, anchor, open]) => anchor && !open);
    const end = sides.every(([, , , , open, anchor]) => anchor && !open);
    if ((sides.length > 1 && !(start && end)) || either.some((parts) => parts.length === 0)) fail();
    return { start, end, either: mergeSides(either) };
  }

  #either(): Piece[][] {
    const sides = [this.#pieces()];
    while (this.#text[this.#at] === '|') {
      this.#at++;
      sides.push(this.#pieces());
    }
    return sides;
  }

  #pieces(): Piece[] {
    const made: Piece[] = [];
    while (this.#at < this.#text.length && !/[|)]/.test(this.#text[this.#at]!)) {
      const atom = this.#atom();
      made.push({ atom, count: this.#count() });
    }
    return made;
  }

  #atom(): Atom {
    const char = this.#next();
    if (char === '(') {
      if (this.#text[this.#at] === '?') {
        if (this.#text[this.#at + 1] !== ':') fail();
        this.#at += 2;
      }
      const sides = this.#either();
      if (this.#next() !== ')') fail();
      return { sides };
    }
    if (char === '[') return { chars: this.#class() };
    if (char === '.') return { chars: ['any'] };
    if (char === '\\') return this.#escape();
    if (/[\^$*+?{}]/.test(char)) fail();
    return { text: char };
  }

  #escape(): Atom {
    const char = this.#next();
    if (char === 'p') {
      const name = /^\{(?:L|General_Category|gc)?=?(\w+)\}/.exec(this.#text.slice(this.#at)) ?? fail();
      const given = /^\{(\w+)\}/.exec(name[0])?.[1] ?? name[1]!;
      this.#at += name[0].length;
      return { chars: (Object.hasOwn(PROPERTIES, given) ? PROPERTIES[given] : undefined) ?? fail() };
    }
    if (Object.hasOwn(ESCAPES, char)) return { chars: ESCAPES[char]! };
    return /[\w]/.test(char) ? fail() : { text: char };
  }

  #class(): Chars {
    const found: string[] = [];
    if (this.#text[this.#at] === '^') fail();
    while (this.#text[this.#at] !== ']') {
      const from = this.#member();
      if (this.#text[this.#at] === '-' && this.#text[this.#at + 1] !== ']') {
        this.#at++;
        const to = this.#member();
        if (typeof from !== 'string' || typeof to !== 'string') fail();
        found.push(rangeOf(from as string, to as string));
      } else found.push(...typeof from === 'string' ? [from === ' ' ? 'space' : from] : from);
    }
    this.#at++;
    return tidy(found);
  }

  #member(): string | Chars {
    const char = this.#next();
    if (char !== '\\') return char;
    const atom = this.#escape();
    return 'chars' in atom ? atom.chars : 'text' in atom ? atom.text : fail();
  }

  #count(): Count {
    const rest = this.#text.slice(this.#at);
    const [all, sign, min, comma, max] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(rest) ?? [];
    if (!all) return ONCE;
    this.#at += all.length;
    if (sign) return sign === '?' ? [0, 1] : [sign === '*' ? 0 : 1, Infinity];
    return [Number(min), comma ? (max ? Number(max) : Infinity) : Number(min)];
  }

  #next(): string {
    const char = this.#text[this.#at++];
    return char ?? fail();
  }
}

type Atom = { readonly chars: Chars } | { readonly text: string } | { readonly sides: readonly Piece[][] };
interface Piece { readonly atom: Atom; readonly count: Count }

function fail(): never { throw new Misread(); }

function rangeOf(from: string, to: string): string {
  const range = `${from}-${to}`;
  if (range === '0-9') return 'digit';
  if (range === 'A-Z') return 'capital';
  if (range === 'a-z') return 'small';
  if (/^(\d-\d|[A-Z]-[A-Z]|[a-z]-[a-z])$/.test(range)) return range;
  // Latin letters with marks, as lists of Vietnamese letters are written.
  return /^[^\0-\x7f]-[^\0-\x7f]$/u.test(range) && /^\p{L}-\p{L}$/u.test(range) ? 'letter' : fail();
}

/** Each kind once; what another kind contains is left out. */
function tidy(found: readonly string[]): Chars {
  const kind = found.some((each) => each.length > 1);
  const all = new Set(found.map((each) => (kind && /^[^\0-\x7f]$/.test(each) && /\p{L}/u.test(each) ? 'letter' : each)));
  if (all.has('letter')) for (const each of ['latin', 'capital', 'small']) all.delete(each);
  if (all.has('latin') || (all.has('capital') && all.has('small'))) {
    all.delete('capital');
    all.delete('small');
    all.add('latin');
  }
  const kinds = ['letter', 'latin', 'capital', 'small', 'digit', 'any'].filter((each) => all.delete(each));
  return [...kinds, ...all];
}

/** The sides of `(a|b)` when that is all there is. */
const unwrap = (found: readonly Piece[][]): (readonly Part[])[] => {
  const [only] = found;
  const piece = only?.length === 1 ? only[0] : undefined;
  return piece && 'sides' in piece.atom && piece.count === ONCE ? piece.atom.sides.map(partsOf) : found.map(partsOf);
};

function partsOf(pieces: readonly Piece[]): readonly Part[] {
  const made: Part[] = [];
  for (const { atom, count } of pieces) for (const part of partOf(atom, count)) add(made, part);
  return made;
}

function partOf(atom: Atom, count: Count): readonly Part[] {
  if ('chars' in atom) return [{ chars: atom.chars, counts: [count] }];
  if ('text' in atom) return count === ONCE ? [{ texts: [atom.text] }] : [{ chars: tidy([atom.text === ' ' ? 'space' : atom.text]), counts: [count] }];
  const sides = atom.sides.map(partsOf);
  const [first = []] = sides;
  const [part] = first;
  if (count === ONCE) {
    if (sides.length === 1) return first;
    const merged = mergeSides(sides);
    return merged.length === 1 ? merged[0]! : fail();
  }
  if (count[0] === 0 && count[1] === 1) return sides.length === 1 ? [{ maybe: first }] : fail();
  // `(\d{3}){2}`
  if (sides.length > 1 || first.length !== 1 || !part || !('chars' in part) || part.counts.length > 1 || part.counts[0]![0] !== part.counts[0]![1] || count[0] !== count[1]) fail();
  const each = (part as { counts: readonly Count[] }).counts[0]![0] * count[0];
  return [{ chars: (part as { chars: Chars }).chars, counts: [[each, each]] }];
}

const same = (a: Chars, b: Chars) => a.join() === b.join();

/** Joins what follows to what is there: `\d{3}\d{4}` is seven digits, `\d{9}(\d{4})?` nine or thirteen. */
function add(made: Part[], next: Part): void {
  const last = made.at(-1);
  if (last && 'texts' in last && 'texts' in next && (next.texts.length === 1 || last.texts.length === 1)) {
    made[made.length - 1] = { texts: last.texts.flatMap((before) => next.texts.map((after) => before + after)) };
  } else if (last && 'texts' in last && 'chars' in next && next.counts.join() === '0,1' && next.chars.length === 1 && next.chars[0]!.length === 1) {
    // `https?` is two texts.
    made[made.length - 1] = { texts: last.texts.flatMap((before) => [before, before + next.chars[0]!]) };
  } else if (last && 'chars' in last && 'chars' in next && same(last.chars, next.chars) && last.counts.length === 1) {
    const [[min, max]] = last.counts as [Count];
    made[made.length - 1] = { chars: last.chars, counts: next.counts.map(([least, most]): Count => [min + least, max + most]) };
  } else if (last && 'chars' in last && 'maybe' in next && next.maybe.length === 1 && last.counts.length === 1) {
    const [more] = next.maybe as [Part];
    if (!('chars' in more) || !same(last.chars, more.chars) || more.counts.length > 1) return void made.push(next);
    const [[min, max]] = last.counts as [Count];
    const [[least, most]] = more.counts as [Count];
    made[made.length - 1] = { chars: last.chars, counts: [[min, max], [min + least, max + most]] };
  } else made.push(next);
}

/** `\d{9}|\d{12}` is one run of 9 or 12, `0|84` one text of two. */
function mergeSides(sides: readonly (readonly Part[])[]): readonly (readonly Part[])[] {
  if (sides.length < 2) return sides;
  const [first] = sides.map((parts) => parts[0]);
  if (!first || sides.some((parts) => parts.length !== 1)) return sides;
  const parts = sides.map(([part]) => part!);
  if ('chars' in first && parts.every((part) => 'chars' in part && same(part.chars, first.chars))) {
    return [[{ chars: first.chars, counts: parts.flatMap((part) => ('chars' in part ? part.counts : [])) }]];
  }
  return parts.every((part) => 'texts' in part) ? [[{ texts: parts.flatMap((part) => ('texts' in part ? part.texts : [])) }]] : sides;
}
