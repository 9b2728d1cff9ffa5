import type { Option } from '../model.js';

/** Text as a search compares it: no marks, no case, `đ` as d, one space between words. */
export const fold = (text: string): string =>
  text.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

// Half of all places begin with the same word: "tha" means Thái Nguyên before Thành phố Huế. This only orders and recognises;
// the lists are data.
const kind = /^(?:thanh pho|tinh|phuong|xa|dac khu|quan|huyen|thi xa|thi tran|dan toc) (?=\S)/;

// A list of communes has 3,321 entries and is searched at every key: folding it once makes a key cheap.
const folded = new WeakMap<Option, readonly string[]>();
/** The label, then former names, then the aliases. */
function namesOf(option: Option): readonly string[] {
  let names = folded.get(option);
  if (!names) folded.set(option, names = [option.label, ...option.formerly ?? [], ...option.aliases ?? []].map(fold));
  return names;
}

/** 0 = starts with the query, 1 = a word does, 2 = every word of the query starts a word, 3 = the same letters but for spaces; -1 = no. */
function rank(name: string, query: string, words: readonly string[]): number {
  if (name.startsWith(query)) return 0;
  const spaced = ` ${name}`;
  if (spaced.includes(` ${query}`)) return 1;
  if (words.every(word => spaced.includes(` ${word}`))) return 2;
  return query.length > 3 && name.replaceAll(' ', '').includes(query.replaceAll(' ', '')) ? 3 : -1;
}

/** How well, and by which of its names, an option answers: own name without its kind, old name without its kind, then with it. */
function best(option: Option, query: string, words: readonly string[]): { score: number; name: number } | undefined {
  let found: { score: number; name: number } | undefined;
  namesOf(option).forEach((full, name) => {
    const later = name ? 4 : 0;
    const core = rank(full.replace(kind, ''), query, words);
    const whole = core < 0 ? rank(full, query, words) : -1;
    const score = core >= 0 ? core + later : whole >= 0 ? whole + later + 8 : -1;
    if (score >= 0 && (!found || score < found.score)) found = { score, name };
  });
  return found;
}

/** The options that a citizen may mean by `query`, best first, otherwise in the order of the list. */
export function search(query: string, options: readonly Option[], limit: number): readonly Option[] {
  const wanted = fold(query);
  if (!wanted) return options.slice(0, limit);
  const words = wanted.split(' ');
  const ranks: Option[][] = [];
  for (const option of options) {
    const found = best(option, wanted, words);
    if (found) (ranks[found.score] ??= []).push(option);
  }
  return ranks.flat().slice(0, limit);
}

/** The old name that made `option` a result, when its own name did not. */
export function formerName(option: Option, query: string): string | undefined {
  const wanted = fold(query);
  const found = wanted && option.formerly ? best(option, wanted, wanted.split(' ')) : undefined;
  return found?.name ? option.formerly?.[found.name - 1] : undefined;
}

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase();
const core = (text: string) => fold(text).replace(kind, '');

/** The one option that `text` names. Marks decide where two names differ only by them (`Tân Lập`, `Tân Lạp`). */
export function exactly(text: string, options: readonly Option[]): Option | undefined {
  for (const same of [plain, fold, core]) {
    const wanted = same(text);
    if (!wanted) return undefined;
    for (const names of [(o: Option) => [o.label], (o: Option) => [...o.formerly ?? [], ...o.aliases ?? []]]) {
      const found = options.filter(option => names(option).some(name => same(name) === wanted));
      if (found.length === 1) return found[0];
      if (found.length > 1) return undefined;
    }
  }
  return undefined;
}
