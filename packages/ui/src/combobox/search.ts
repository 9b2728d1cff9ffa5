import type { Option } from '../model.js';

/** Text as a search compares it: no marks, no case, `đ` as d, one space between words. */
export const fold = (text: string): string =>
  text.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

// A list of communes has 3,321 entries and is searched at every key: folding it once makes a key cheap.
const folded = new WeakMap<Option, readonly string[]>();
function namesOf(option: Option): readonly string[] {
  let names = folded.get(option);
  if (!names) folded.set(option, names = [option.label, ...option.aliases ?? []].map(fold));
  return names;
}

/** 0 = starts with the query … 2 = every word of the query starts a word of the name, 3 = same letters but for spaces; -1 = no. */
function rank(name: string, query: string, words: readonly string[]): number {
  if (name.startsWith(query)) return 0;
  const spaced = ` ${name}`;
  if (spaced.includes(` ${query}`)) return 1;
  if (words.every(word => spaced.includes(` ${word}`))) return 2;
  return query.length > 3 && name.replaceAll(' ', '').includes(query.replaceAll(' ', '')) ? 3 : -1;
}

/** The options that a citizen may mean by `query`, best first: own names before old ones, otherwise in the order of the list. */
export function search(query: string, options: readonly Option[], limit: number): readonly Option[] {
  const wanted = fold(query);
  if (!wanted) return options.slice(0, limit);
  const words = wanted.split(' ');
  const ranks: Option[][] = [];
  for (const option of options) {
    let best = -1;
    namesOf(option).forEach((name, i) => {
      const r = rank(name, wanted, words);
      const score = r < 0 || i === 0 ? r : r + 4;
      if (score >= 0 && (best < 0 || score < best)) best = score;
    });
    if (best >= 0) (ranks[best] ??= []).push(option);
  }
  return ranks.flat().slice(0, limit);
}

/** The old name that made `option` a result, when its own name would not have. */
export function formerName(option: Option, query: string): string | undefined {
  const wanted = fold(query);
  if (!wanted || !option.aliases) return undefined;
  const words = wanted.split(' ');
  const [own, ...old] = namesOf(option);
  if (rank(own ?? '', wanted, words) >= 0) return undefined;
  const at = old.findIndex(name => rank(name, wanted, words) >= 0);
  return option.aliases[at];
}

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase();

/** The one option that `text` names. Marks decide where two names differ only by them (`Tân Lập`, `Tân Lạp`). */
export function exactly(text: string, options: readonly Option[]): Option | undefined {
  for (const same of [plain, fold]) {
    const wanted = same(text);
    if (!wanted) return undefined;
    for (const names of [(o: Option) => [o.label], (o: Option) => o.aliases ?? []]) {
      const found = options.filter(option => names(option).some(name => same(name) === wanted));
      if (found.length === 1) return found[0];
      if (found.length > 1) break;
    }
  }
  return undefined;
}
