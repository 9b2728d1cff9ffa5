import { fold, foldTone } from '../formats/fold.js';
import type { CodeItem, CodeList, CodeMatch } from './types.js';

interface Name { text: string; folded: string; former: boolean; other: boolean }
const folded = new WeakMap<CodeItem, Name[]>();

function namesOf(item: CodeItem): Name[] {
  let names = folded.get(item);
  if (!names) {
    const made = (text: string, other: boolean, former: boolean): Name => ({ text, folded: fold(text), other, former });
    names = [
      made(item.name, false, false),
      ...(item.nameEn === undefined ? [] : [made(item.nameEn, true, false)]),
      ...(item.aliases ?? []).map((text) => made(text, true, false)),
      ...(item.formerly ?? []).map((text) => made(text, true, true)),
    ];
    folded.set(item, names);
  }
  return names;
}

/** 0 = no match. `query` and `name` are folded. */
function score(query: string, name: string): number {
  if (name === query) return 9;
  if (name.startsWith(query)) return 7;
  if (` ${name}`.includes(` ${query}`)) return 6;
  // Each word typed begins a word of the name, in order: "ho minh" for Hồ Chí Minh.
  const words = name.split(' ');
  let at = 0;
  const inOrder = query.split(' ').every((part) => {
    while (at < words.length && !(words[at] as string).startsWith(part)) at++;
    return at++ < words.length;
  });
  if (inOrder) return 4;
  // Typed without spaces: "hanoi".
  const joined = query.replace(/ /g, '');
  return joined.length > 3 && words.some((_, i) => words.slice(i).join('').startsWith(joined)) ? 3 : 0;
}

/**
 * How well an entry answers what was typed; undefined when it does not. Marks, case and tone placement are ignored, but right marks rank first.
 * @returns `rank` (higher is better) and, when not the name itself matched, the other name
 */
export function matches(query: string, item: CodeItem): (CodeMatch & { rank: number }) | undefined {
  const wanted = fold(query);
  if (!wanted) return { item, rank: 0 };
  const marked = foldTone(query);
  let best: (CodeMatch & { rank: number }) | undefined;
  for (const name of namesOf(item)) {
    const points = score(wanted, name.folded);
    // Where they fit equally well, a current name wins over a former one, then right marks over wrong ones.
    const rank = points * 4 + (name.former ? 0 : 2) + (foldTone(name.text).includes(marked) ? 1 : 0);
    if (points && (!best || rank > best.rank)) best = { item, rank, ...(name.other ? { via: name.text, former: name.former } : {}) };
  }
  return best;
}

/**
 * The entries that answer what was typed, best first, in the list's order where equal. Nothing typed: the list's beginning.
 * @param limit how many at most
 */
export function searchCodeList(list: CodeList, query: string, limit = 20): CodeMatch[] {
  if (!fold(query)) return list.items.slice(0, limit).map((item) => ({ item }));
  const found = list.items.flatMap((item) => matches(query, item) ?? []);
  return found.sort((a, b) => b.rank - a.rank).slice(0, limit).map(({ rank: _, ...match }) => match);
}
