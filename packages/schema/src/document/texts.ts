import { join } from '../pointer.js';
import type { Json, Path } from '../types.js';
import { checkKeywords } from './check-keywords.js';
import { isObject, listOf, own } from './report.js';

/** A text that a citizen reads, and where the document has it. */
export interface DocumentText { at: Path; text: string }

const LISTS: [Path, ...string[]][] = [
  ['/steps', 'title', 'hint'], ['/papers', 'title', 'hint', 'sourceDb'], ['/notices', 'text'], ['/rules/checks', 'message'], ['/procedure/cases', 'title'],
];

/** Every text of a document that a citizen can come to read, in the order of the document: what a translation has to cover. */
export function textsOf(document: unknown): DocumentText[] {
  const texts: DocumentText[] = [];
  const add = (holder: unknown, at: Path, ...names: string[]): void => {
    for (const name of names) {
      const text = own(holder, name);
      if (typeof text === 'string' && text !== '') texts.push({ at: join(at, name), text });
    }
  };
  const each = (holder: unknown, at: Path, visit: (item: unknown, at: Path) => void): void => listOf(holder).forEach((item, index) => visit(item, join(at, index)));
  const at = (path: Path): unknown => path.slice(1).split('/').reduce((value, name) => own(value, name), document);
  const fees = (holder: unknown, path: Path): void => each(holder, path, (fee, place) => {
    add(fee, place, 'title', 'unit', 'note');
    each(own(fee, 'reductions'), join(place, 'reductions'), (reduction, where) => add(reduction, where, 'title'));
  });

  add(document, '', 'title', 'description');
  add(own(document, 'procedure'), '/procedure', 'title');
  checkKeywords(own(document, 'schema'), '/schema', () => {}, (schema, path) => {
    add(schema, path, 'title', 'description');
    const annotations = own(schema, 'x-dvc');
    const place = join(path, 'x-dvc');
    add(annotations, place, 'hint', 'rowTitle', 'group');
    for (const name of ['messages', 'enumLabels']) {
      const map = own(annotations, name);
      if (isObject(map)) add(map, join(place, name), ...Object.keys(map));
    }
    for (const name of ['ends', 'titleParts']) add(own(annotations, name), join(place, name), ...listOf(own(annotations, name)).map((_, i) => String(i)));
    const images = own(annotations, 'images');
    for (const key of Object.keys(isObject(images) ? images : {})) add(own(images, key), join(place, 'images', key), 'alt');
  });
  for (const [path, ...names] of LISTS) each(at(path), path, (item, place) => add(item, place, ...names));
  add(own(document, 'survey'), '/survey', 'thanks');
  each(at('/survey/screenOut'), '/survey/screenOut', (item, place) => add(item, place, 'text'));
  each(at('/survey/indices'), '/survey/indices', (index, place) => {
    add(index, place, 'title');
    for (const name of ['parts', 'classes']) each(own(index, name), join(place, name), (item, where) => add(item, where, 'title'));
  });
  fees(at('/fees'), '/fees');
  each(at('/procedure/cases'), '/procedure/cases', (item, place) => fees(own(item, 'fees'), join(place, 'fees')));
  return texts;
}

/** Pointers of texts that `locale` has no translation for. */
export const untranslated = (document: unknown, locale: string): Path[] => {
  const made = own(own(document, 'translations'), locale) as Record<Path, Json> | undefined;
  return textsOf(document).map(({ at }) => at).filter((at) => own(made, at) === undefined);
};
