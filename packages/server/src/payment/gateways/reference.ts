// The word by which a bank transfer is known again. A citizen may type it, a bank may shorten, shout or space it out.
import { randomInt } from 'node:crypto';

/** What a reader knows it by; the part that banks cut first, and nothing is lost with it. */
const prefix = 'DVC';
/** Begins every code and stands nowhere else in one, so that no code can begin inside another. */
const first = 'K';
/** One of each group of look-alikes at most (no 0 O, 1 I L, 2 Z, 5 S, 8 B, no U beside V); 23 letters, a prime, which the check needs. */
const letters = '34679ACDEFGHJMNPRTVWXYQ';
const bodyLength = 9;
const codeLength = 1 + bodyLength + 1;
/** of the whole reference */
export const referenceLength = prefix.length + codeLength;

/** Weights 1…9 and a prime: any one wrong letter and any two exchanged letters are noticed. */
function checkOf(body: string): string | undefined {
  let sum = 0;
  for (let at = 0; at < body.length; at++) {
    const value = letters.indexOf(body[at]!);
    if (value < 0) return undefined;
    sum += value * (at + 1);
  }
  // The check itself weighs 10: sum + 10·check = 0 (mod 23), and 16 is the inverse of −10.
  return letters[(sum * 16) % letters.length];
}

const isCode = (code: string) => code.length === codeLength && code[0] === first && checkOf(code.slice(1, -1)) === code.at(-1);

/** Whether it is a reference as we write them. */
export const isReference = (text: string): boolean => text.startsWith(prefix) && isCode(text.slice(prefix.length));

/**
 * A new reference: `DVCK` + 9 letters + check. One of 1.8 · 10¹² by chance, so that nobody guesses one that is open; the caller keeps it unique.
 * @param pick a number from 0 up to, without, its argument
 */
export function makeReference(pick: (below: number) => number = (below) => randomInt(below)): string {
  const body = Array.from({ length: bodyLength }, () => letters[pick(letters.length)]!).join('');
  return prefix + first + body + checkOf(body)!;
}

/** Every reference that a statement line can be read as, in our spelling: without spaces, accents, case and punctuation, with or without its prefix. */
export function referencesIn(line: string): string[] {
  const text = line.normalize('NFKD').replace(/[đĐ]/g, 'D').toUpperCase().replace(/[^A-Z0-9]/g, '');
  const found = new Set<string>();
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const code = text.slice(at, at + codeLength);
    if (isCode(code)) found.add(prefix + code);
  }
  return [...found];
}

/**
 * The reference that a statement line pays; undefined when it names none that is open, or two: then a person decides.
 * Nothing is corrected: a letter that is wrong or missing means no match, never the neighbour's.
 * @param isOpen whether an intent waits under this reference
 */
export function matchReference(line: string, isOpen: (reference: string) => boolean): string | undefined {
  const open = referencesIn(line).filter(isOpen);
  return open.length === 1 ? open[0] : undefined;
}
