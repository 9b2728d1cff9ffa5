import { format, list } from './format.js';
import { shapeOf, type Chars, type Count, type Part, type Shape } from './pattern-shape.js';
import type { Words } from './types.js';

const MOST_PARTS = 5;
const MOST_SIDES = 4;
const MOST_CHARS = 5;
const LONGEST = 160;

/** The sentence that says what a pattern wants, and the words for it; undefined when only the pattern itself could say it. */
export function wordsOfPattern(pattern: string, words: Words): { key: string; shape: string } | undefined {
  if (/^(\^?(\.[*+])?\\S(\.[*+])?\$?|\^?\(\?!\\s\*\$\)\.\+\$?|\^?\.\+\$?|\[\^\\s\])$/.test(pattern)) return { key: 'required.type', shape: '' };
  if (/^\^\\S[*+]\$$/.test(pattern)) return { key: 'pattern.closed', shape: '' };
  const shape = shapeOf(pattern);
  if (!shape || shape.either.length > MOST_SIDES || shape.either.some((parts) => parts.length > MOST_PARTS || parts.some(isTooMuch))) return undefined;
  const said = few(shape, words) ?? only(shape, words) ?? { key: keyOf(shape), shape: list(shape.either.map((parts) => sequence(parts, words)), words.lang, 'disjunction') };
  return said.shape.length > LONGEST ? undefined : said;
}

/** `^[MF]$`, `^(A|B)$`: the answers can be named. */
function few({ start, end, either }: Shape, words: Words) {
  const [part] = either[0]!;
  if (!start || !end || either.length > 1 || either[0]!.length > 1 || !part) return undefined;
  const named = 'texts' in part || ('chars' in part && part.counts.join() === '1,1' && part.chars.every((each) => each.length === 1));
  return named ? { key: 'enum.values', shape: list(('texts' in part ? part.texts : part.chars).map((text) => `“${text}”`), words.lang, 'disjunction') } : undefined;
}

const keyOf = ({ start, end }: Shape) => (start ? (end ? 'pattern.shape' : 'pattern.start') : end ? 'pattern.end' : 'pattern.has');

const isTooMuch = (part: Part): boolean => 'chars' in part ? part.chars.length > MOST_CHARS : 'texts' in part ? part.texts.length > MOST_CHARS : part.maybe.some(isTooMuch);

/** `^[A-Za-z ]+$`: any number, of these characters alone. */
function only({ start, end, either }: Shape, words: Words) {
  const [part] = either[0]!;
  if (!start || !end || either.length > 1 || either[0]!.length > 1 || !part || !('chars' in part) || part.counts.length > 1) return undefined;
  const [min, max] = part.counts[0]!;
  return min < 2 && max === Infinity && part.chars[0] !== 'any' ? { key: 'pattern.only', shape: charsOf(part.chars, 2, words, 'conjunction') } : undefined;
}

function sequence(parts: readonly Part[], words: Words, together = false): string {
  const [first, second] = parts;
  if (parts.length === 2 && 'chars' in second! && second.chars.join() === 'digit' && second.counts.length === 1) {
    const [[min, max]] = second.counts as [Count];
    // `0\d{9}`: ten digits, of which the first is known.
    if ('texts' in first! && first.texts.length === 1 && /^\d+$/.test(first.texts[0]!) && min === max) {
      const [text] = first.texts as [string];
      return format(words.shapeStarting, { shape: run(second.chars, [[text.length + min, text.length + min]], words), text }, words.lang);
    }
    if ('chars' in first! && first.chars.join() === '1-9' && first.counts.join() === '1,1') {
      return format(words.shapeNotZero, { shape: run(second.chars, [[min + 1, max + 1]], words) }, words.lang);
    }
  }
  const said = parts.map((part) => partWords(part, words));
  if (together) return list(said, words.lang, 'conjunction');
  const last = said.pop()!;
  return said.length > 0 ? format(words.shapeThen, { first: said.join(', '), last }, words.lang) : last;
}

function partWords(part: Part, words: Words): string {
  if ('texts' in part) return list(part.texts.map((text) => sign(text, words)), words.lang, 'disjunction');
  if ('maybe' in part) return format(words.shapeMaybe, { shape: sequence(part.maybe, words, true) }, words.lang);
  const [[min, max]] = part.counts as [Count];
  // "0 or more" is "if any".
  return part.counts.length === 1 && min === 0 && (max === 1 || max === Infinity) ? format(words.shapeMaybe, { shape: run(part.chars, [[max === 1 ? 1 : 0, max]], words) }, words.lang) : run(part.chars, part.counts, words);
}

/** `12 chữ số`, `từ 2 đến 4 chữ số`, `9 hoặc 12 chữ số`. */
function run(chars: Chars, counts: readonly Count[], words: Words): string {
  const { lang } = words;
  const [[min, max]] = counts as [Count];
  const most = counts.length > 1 ? 2 : max === Infinity ? min : max;
  const noun = charsOf(chars, most, words, 'disjunction');
  // One of a few: they are named, not counted.
  if (max === 1 && counts.length === 1 && chars.every((each) => each.length === 1)) return noun;
  if (counts.length > 1) {
    return list(counts.map((count) => amountOf(count, words)), lang, 'disjunction') + ` ${noun}`;
  }
  return min === 0 && max === Infinity ? noun : `${amountOf([min, max], words)} ${noun}`;
}

const amountOf = ([min, max]: Count, words: Words): string =>
  min === max ? String(min) : format(max === Infinity ? words.countLeast : min === 0 ? words.countMost : words.countRange, { min, max }, words.lang);

function charsOf(chars: Chars, n: number, words: Words, type: 'conjunction' | 'disjunction'): string {
  const names: Record<string, string> = {
    digit: words.charDigit, capital: words.charCapital, small: words.charSmall, latin: words.charLatin, letter: words.charLetter, any: words.charAny, space: words.charSpace,
  };
  return list(chars.map((each) => {
    if (Object.hasOwn(names, each)) return format(names[each]!, { n }, words.lang);
    if (each.length !== 3) return sign(each, words);
    const [from, , to] = each;
    return format(/\d/.test(each) ? words.charDigits : words.charLetters, { n, from, to }, words.lang);
  }), words.lang, type);
}

/** A text as it must stand; a single sign is called one, so that a lonely “-” is seen. */
const sign = (text: string, words: Words): string => (text === ' ' ? format(words.charSpace, { n: 1 }, words.lang) : format(/^[^\p{L}\d]$/u.test(text) ? words.charSign : '“{text}”', { text }, words.lang));
