// Texts of SurveyJS: in one language or in several, with HTML in them, with answers piped into them.
import { join, type FormDocument, type Path, type Translation } from '@dvc/schema';
import * as blocks from '../blocks.js';
import { isHtml, isLoose, wordsOf } from '../formio/tracked.js';
import type { Loss } from '../loss.js';
import type { Source } from './ledger.js';

/** One text, and the same in other languages. `parts`: where it has answers in it. */
export interface Text { text: string; in: Readonly<Record<string, string>>; path: Path; label: string }

export const EMPTY: Text = { text: '', in: {}, path: '', label: '' };
export const plainText = (text: string): Text => ({ ...EMPTY, text });

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const PIPE = /\{([^{}]+)\}/g;
const GAP = '…';

export interface Words {
  /** The text of a property, in words alone. */
  read(of: Source, name: string): Text;
  /** The same, with `{name}` left in it. */
  raw(of: Source, name: string): Text;
  /** Writes it into the document, and remembers what it is in other languages. */
  keep(text: Text): string;
  translations(document: FormDocument): FormDocument['translations'];
}

export function wordsIn(locale: string, losses: Loss[]): Words {
  const kept = new Map<string, Text[]>();
  const raw = (of: Source, name: string): Text => {
    const value = of.has(name) ? of.child(name) : undefined;
    const path = of.pathOf(name);
    if (!value) return { text: clean(of, name, of.word(name)), in: {}, path, label: of.label };
    const said: Record<string, string> = {};
    for (const language of Object.keys(value.node)) {
      if (language !== 'default' && !LANGUAGE.test(language)) continue;
      const text = typeof value.node[language] === 'string' ? clean(value, language, value.word(language)) : '';
      if (text !== '') said[language] = text;
    }
    // `default` is the language of the survey; beside a text in that language it is English, or nobody knows.
    const own = LANGUAGE.test(locale) ? locale : '';
    const main = said.vi !== undefined ? 'vi' : own !== '' && said[own] !== undefined ? own : said.default !== undefined ? 'default' : Object.keys(said)[0] ?? 'default';
    if (main !== 'default' && said.default !== undefined) {
      const language = [own, 'en'].find((each) => each !== '' && said[each] === undefined);
      if (language !== undefined) said[language] = said.default;
      else if (!Object.entries(said).some(([each, text]) => each !== 'default' && text === said.default)) value.ledger.read.delete(value.pathOf('default'));
      delete said.default;
    }
    const { [main]: text = '', ...others } = said;
    return { text, in: others, path, label: of.label };
  };
  return {
    raw,
    read: (of, name) => unpiped(of, raw(of, name)),
    keep(text) {
      if (Object.keys(text.in).length > 0) kept.set(text.text, [...(kept.get(text.text) ?? []), text]);
      return text.text;
    },
    translations(document) {
      const made: Record<string, Record<Path, Translation>> = {};
      const used = new Set<Text>();
      for (const [path, text] of textsOf(document)) {
        // Of two texts that are alike, each is translated as it was.
        const found = kept.get(text)?.find((each) => !used.has(each)) ?? kept.get(text)?.[0];
        if (!found) continue;
        used.add(found);
        for (const [language, other] of Object.entries(found.in)) (made[language] ??= {})[path] = { of: text, text: other };
      }
      for (const text of [...kept.values()].flat()) if (!used.has(text) && !used.has(kept.get(text.text)![0]!)) losses.push({ path: text.path, component: text.label, what: blocks.short(Object.entries(text.in).map(([language, said]) => `${language}: ${said}`).join('; '), 120), reason: 'translation' });
      return Object.keys(made).length > 0 ? made : undefined;
    },
  };
}

function clean(of: Source, name: string, text: string): string {
  if (text === '') return '';
  const words = isHtml(text) ? wordsOf(text) : text;
  if (words !== text) of.say(`${name}: ${blocks.short(text.replace(/\s+/g, ' '), 80)}`, 'formatting', undefined, of.pathOf(name));
  if (words.length > blocks.MOST_TEXT - 100) of.say(`${name}: ${blocks.short(words, 80)}`, 'text-long', undefined, of.pathOf(name));
  return words.slice(0, blocks.MOST_TEXT - 100).replace(/[\uD800-\uDBFF]$/, '').trim();
}

/** Names of answers that a text has in it. */
export const pipesOf = (text: string): string[] => [...text.matchAll(PIPE)].map(([, name]) => name!.trim());

export const gapped = (text: Text): Text => ({ ...text, text: gap(text.text), in: Object.fromEntries(Object.entries(text.in).map(([language, said]) => [language, gap(said)])) });
const gap = (text: string): string => text.replace(PIPE, GAP);

/** A text at a place that takes no answers. */
export function unpiped(of: Source, text: Text): Text {
  const names = [text.text, ...Object.values(text.in)].flatMap(pipesOf);
  if (names.length === 0) return text;
  of.say(blocks.short(text.text, 80), 'piping', [...new Set(names)].map((name) => `{${name}}`).join(', '), text.path);
  return gapped(text);
}

/** The literal pieces and the names between them. */
export function splitPipes(text: string): (string | { name: string })[] {
  const parts: (string | { name: string })[] = [];
  let at = 0;
  for (const found of text.matchAll(PIPE)) {
    if (found.index > at) parts.push(text.slice(at, found.index));
    parts.push({ name: found[1]!.trim() });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** Several texts as one, in each language. */
export function joined(texts: readonly Text[], as: (parts: readonly string[]) => string): Text {
  const filled = texts.filter(({ text }) => text !== '');
  const [first] = filled;
  if (!first) return EMPTY;
  if (filled.length === 1) return { ...first, text: as([first.text]), in: Object.fromEntries(Object.entries(first.in).map(([language, said]) => [language, as([said])])) };
  const languages = new Set(filled.flatMap((each) => Object.keys(each.in)));
  return { ...first, text: as(filled.map(({ text }) => text)), in: Object.fromEntries([...languages].map((language) => [language, as(filled.map((each) => each.in[language] ?? each.text))])) };
}
export const asHint = (...texts: readonly Text[]): Text => joined(texts, (parts) => (blocks.sentences(...parts.map((part) => part.replace(/\s*\n\s*/g, ' '))) ?? '').slice(0, blocks.MOST_TEXT - 50));
export const withDash = (...texts: readonly Text[]): Text => joined(texts, (parts) => parts.join(' – ').slice(0, blocks.MOST_TEXT - 50));

const NAMES = new Set(['title', 'description', 'hint', 'text', 'thanks', 'rowTitle', 'group', 'alt']);

/** Texts of a document that people read, each with its place. */
function* textsOf(value: unknown, at: Path = '', all = false): Generator<[Path, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    const path = join(at, name);
    // A question may be called `title`.
    const isName = at.endsWith('/properties') || at.endsWith('/$defs');
    if (typeof part === 'string' && (all || NAMES.has(name)) && !isName) yield [path, part];
    else if (isLoose(part) || Array.isArray(part)) if (name !== 'if' && name !== 'when') yield* textsOf(part, path, !isName && (name === 'messages' || name === 'ends' || name === 'titleParts'));
  }
}
