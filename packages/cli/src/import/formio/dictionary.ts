// Translations that a form carries: Vietnamese becomes the text of the form, every other language its translation.
import { join, type FormDocument, type Path, type Translation } from '@dvc/schema';
import type { Loss } from '../loss.js';
import { isLoose, textOf, wordsOf, type Loose } from './tracked.js';

export interface Dictionary {
  /** A text of the source in the language of the form. */
  say(text: string): string;
  translations(document: FormDocument): FormDocument['translations'];
}

const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export function dictionaryOf(form: Loose, losses: Loss[]): Dictionary {
  const places: [string, unknown][] = [['i18n', form.i18n], ['translations', form.translations], ['settings/i18n', isLoose(form.settings) ? form.settings.i18n : undefined]];
  const [at, held] = places.find(([, value]) => isLoose(value)) ?? ['i18n', {}];
  const languages = Object.entries(held as Loose).filter((entry): entry is [string, Loose] => LOCALE.test(entry[0]) && isLoose(entry[1]));
  const vietnamese = languages.find(([language]) => language === 'vi' || language.startsWith('vi-'));
  const sources = new Map<string, string>();
  const say = (text: string): string => {
    const found = textOf(vietnamese?.[1][text]);
    const said = found === '' ? text : wordsOf(found);
    if (text !== '') sources.set(said, text);
    return said;
  };
  const translations = (document: FormDocument): FormDocument['translations'] => {
    const made: Record<string, Record<Path, Translation>> = {};
    const others = languages.filter((each) => each !== vietnamese);
    // The language in which the form was written has no dictionary of its own.
    if (vietnamese && others.length === 0) others.push(['en', {}]);
    for (const [language, words] of others) {
      const used = new Set<string>();
      for (const [path, text] of textsOf(document)) {
        const source = sources.get(text) ?? text;
        const translated = wordsOf(textOf(words[source])) || (source === text ? '' : source);
        used.add(source);
        if (translated !== '') (made[language.replace('_', '-')] ??= {})[path] = { of: text, text: translated };
      }
      const left = Object.keys(words).filter((word) => !used.has(word));
      if (left.length > 0) losses.push({ path: `/${at}/${language}`, component: language, what: left.slice(0, 20).join('; '), reason: 'translation' });
    }
    if (vietnamese) {
      const left = Object.keys(vietnamese[1]).filter((word) => ![...sources.values()].includes(word));
      if (left.length > 0) losses.push({ path: `/${at}/${vietnamese[0]}`, component: vietnamese[0], what: left.slice(0, 20).join('; '), reason: 'translation' });
    }
    return Object.keys(made).length > 0 ? made : undefined;
  };
  return { say, translations };
}

const NAMES = new Set(['title', 'description', 'hint', 'text', 'rowTitle', 'group']);

/** Texts of a document that a citizen reads, each with its place. */
function* textsOf(value: unknown, at: Path = '', all = false): Generator<[Path, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    const path = join(at, name);
    // A question may be called `title`.
    const isName = at.endsWith('/properties') || at.endsWith('/$defs');
    if (typeof part === 'string' && (all || NAMES.has(name)) && !isName) yield [path, part];
    else if (name !== 'if' && name !== 'when') yield* textsOf(part, path, !isName && (name === 'messages' || name === 'enumLabels'));
  }
}
