// One part of a name such as `tiếng-việt.vn`: IDNA 2008 (RFC 5890-5893) as far as the engine's own Unicode properties carry it.
// Not checked, because it would take tables of 100 KB: the code points that later versions of Unicode changed, joining types
// (a zero-width non-joiner passes between any two letters of a joining script), and Bidi classes beyond letters, digits and marks.
import { decodePunycode, encodePunycode } from './punycode.js';

/** Letters, marks and digits of any script, and the exceptions of RFC 5892 that are allowed, some of them only beside others. */
const ALLOWED = /^[-\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}\u06fd\u06fe\u0f0b\u3007\u00b7\u0375\u05f3\u05f4\u30fb\u200c\u200d]+$/u;
/** Exceptions that are not, old Hangul, and what is never seen. Both joiners are seen to below. */
const REFUSED = /\u302e|\u302f|[\u0640\u07fa\u3031-\u3035\u303b\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]|(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/u;
/** Signs that are right only beside others. */
const MISPLACED = [
  /(?<!l)\u00b7|\u00b7(?!l)/u, /\u0375(?!\p{Script=Greek})/u, /(?<!\p{Script=Hebrew})[\u05f3\u05f4]/u, /[\u0660-\u0669].*[\u06f0-\u06f9]|[\u06f0-\u06f9].*[\u0660-\u0669]/u,
];
const VIRAMA = '\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua8c4\ua953\ua9c0\uaaf6\uabed';
const JOINING = '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mongolian}\\p{Script=Mandaic}';
const LOOSE_JOINER = new RegExp(`(?<![${VIRAMA}])\\u200d|(?<![${VIRAMA}])(?:(?<![${JOINING}]\\p{Mn}*)\\u200c|\\u200c(?!\\p{Mn}*[${JOINING}]))`, 'u');

const ARABIC_DIGIT = '\\u0660-\\u0669';
/** Hebrew, Arabic and their neighbours, written from right to left. */
const RIGHT = '\\u0590-\\u065f\\u066a-\\u06ef\\u06fa-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
const FROM_RIGHT = new RegExp(`(?!\\p{Mn})[${RIGHT}${ARABIC_DIGIT}]`, 'u');
const RIGHT_TO_LEFT = new RegExp(`^(?!\\p{Mn})[${RIGHT}][-\\d${RIGHT}${ARABIC_DIGIT}\\u06f0-\\u06f9\\u200c\\u200d\\p{Mn}]*(?<!-\\p{Mn}*)$`, 'u');
const LEFT_TO_RIGHT = new RegExp(`^(?![\\d\\u06f0-\\u06f9\\p{Mn}-])[^${RIGHT}${ARABIC_DIGIT}]+$`, 'u');

/** RFC 5893, for every label of a name in which one is written from right to left. */
const readsBothWays = (label: string): boolean =>
  (FROM_RIGHT.test(label) ? RIGHT_TO_LEFT.test(label) && !(/[\d\u06f0-\u06f9]/.test(label) && /[\u0660-\u0669]/.test(label)) : LEFT_TO_RIGHT.test(label));

/** Letters, digits and inner hyphens of ASCII, at most 63. */
export const isPlainLabel = (label: string): boolean => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(label);

/** Is a label with letters beyond ASCII one that could be registered? It stands as it would be written in lower case, NFC. */
function isUnicodeLabel(label: string): boolean {
  return ALLOWED.test(label) && !REFUSED.test(label) && !/^[\p{M}-]|^..--|-$/u.test(label)
    && !MISPLACED.some((rule) => rule.test(label)) && !LOOSE_JOINER.test(label)
    && (!label.includes('\u30fb') || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(label.replaceAll('\u30fb', '')))
    && [...label].every((char) => char.normalize('NFKC').toLowerCase().normalize('NFKC') === char)
    && encodePunycode(label).length <= 59;
}

/** `xn--…` in lower case → the label that it stands for; undefined when no registry can have issued it. */
function fromAscii(label: string): string | undefined {
  const decoded = decodePunycode(label.slice(4));
  return decoded !== undefined && /[^\0-\x7f]/.test(decoded) && encodePunycode(decoded) === label.slice(4) && decoded.normalize('NFC') === decoded && isUnicodeLabel(decoded) ? decoded : undefined;
}

/** A label as people read it, in lower case; undefined when it is none. */
function readLabel(label: string): string | undefined {
  // Whole names have 253 characters: what is longer is not looked at letter by letter.
  if (label.length > 253) return undefined;
  const plain = label.normalize('NFC').toLowerCase();
  if (/[^\0-\x7f]/.test(plain)) return isUnicodeLabel(plain) ? plain : undefined;
  if (!isPlainLabel(plain)) return undefined;
  return plain.startsWith('xn--') ? fromAscii(plain) : plain;
}

/** Do these labels make a name? */
export function isName(labels: readonly string[]): boolean {
  const read = labels.map(readLabel);
  return read.every((label) => label !== undefined) && (!read.some((label) => FROM_RIGHT.test(label!)) || read.every((label) => readsBothWays(label!)))
    && read.reduce((length, label) => length + 1 + (/[^\0-\x7f]/.test(label!) ? 4 + encodePunycode(label!).length : label!.length), -1) <= 253;
}
