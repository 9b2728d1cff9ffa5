import type { FormDocument, Path } from '@dvc/schema';
import { Document, isMap, isPair, isScalar, visit, type Pair } from 'yaml';
import type { Lang } from '../lang.js';
import { reported, type Loss } from './loss.js';

/** The form as an officer goes on with it: YAML, with a comment wherever something wants a second look. */
export function writeYaml(form: FormDocument, losses: readonly Loss[], head: readonly string[], lang: Lang): string {
  const document = new Document(form, { aliasDuplicateObjects: false, version: '1.2' });
  document.commentBefore = head.map((line) => ` ${line}`).join('\n');
  const places = placesOf(document);
  const texts = new Map<Pair, string[]>();
  for (const loss of losses) {
    const pair = loss.at === undefined ? undefined : places.get(loss.at);
    if (!pair) continue;
    const { what, why, instead } = reported(loss, lang);
    texts.set(pair, [...(texts.get(pair) ?? []), `${lang === 'vi' ? 'XEM LẠI' : 'LOOK'}: ${what}. ${why} ${instead}`.replace(/\s+/g, ' ')]);
  }
  for (const [{ key }, lines] of texts) if (isScalar(key)) key.commentBefore = lines.map((line) => ` ${line}`).join('\n');
  return document.toString({ lineWidth: 0 });
}

/** Where each question is declared, by its path: under `properties`, wherever that stands. */
function placesOf(document: Document): Map<Path, Pair> {
  const found = new Map<Path, Pair>();
  visit(document, {
    Pair(_, pair, above) {
      const names: string[] = [];
      let isQuestion = false;
      const pairs = above.filter((each) => isPair(each)) as Pair[];
      const keys = [...pairs, pair].map(({ key }) => (isScalar(key) ? String(key.value) : ''));
      if (keys[0] !== 'schema' || keys.includes('if') || keys.includes('x-dvc')) return;
      for (let i = 1; i < keys.length; i++) {
        if (keys[i] === 'properties') { names.push(keys[++i] ?? ''); isQuestion = i === keys.length - 1 && names.at(-1) !== ''; } else if (keys[i] === 'items') names.push('*');
        else if (!['allOf', 'then', 'additionalProperties'].includes(keys[i]!)) return;
      }
      const path = names.map((name) => `/${name}`).join('');
      if (isQuestion && isMap(pair.value) && !found.has(path)) found.set(path, pair);
    },
  });
  return found;
}

