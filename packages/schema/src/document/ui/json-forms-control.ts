import { isObject, own, type Loose } from '../report.js';
import type { Annotations } from '../types.js';
import type { Hints } from './apply.js';
import { FORMATS, INSTEAD, OURS } from './json-forms-words.js';

/** What a Control says about its field. `drop` is told of the rest, by its names inside the element. */
export function controlHints(given: Loose, drop: (names: string[], instead: string) => void, { group, label, width }: { group: string | undefined; label: string | undefined; width: Annotations['width'] }): Hints {
  const keywords: Loose = {};
  const notes: Annotations = {};
  const help = label === undefined ? [] : [label];
  const made: Hints = {};

  const title = isObject(given.label) ? own(given.label, 'text') : given.label;
  if (typeof title === 'string' && title.trim() !== '') keywords.title = title;
  if (title === false || title === '' || own(given.label, 'show') === false) drop(['label'], INSTEAD.label!);

  const options = isObject(given.options) ? given.options : {};
  for (const [name, value] of Object.entries(options)) {
    const text = typeof value === 'string' ? value : undefined;
    const names = ['options', name];
    if (OURS.test(name) || value === false && /^(multi|readonly|readOnly|slider|toggle|trim|restrict|hideRequiredAsterisk)$/.test(name)) continue;
    else if (name === 'multi') made['ui:widget'] ??= 'textarea';
    else if (/^readonly$/i.test(name)) keywords.readOnly = true;
    else if (name === 'format' && text !== undefined && Object.hasOwn(FORMATS, text)) made['ui:widget'] = FORMATS[text];
    else if (name === 'autocomplete' && typeof value === 'boolean') made['ui:widget'] ??= value ? 'combobox' : 'select';
    else if (name === 'help' && text) help.push(text);
    else if (name === 'detail' && (isObject(value) || /^(DEFAULT|GENERATED|GENERATE|INLINED)$/i.test(String(text)))) continue;
    else {
      if (name === 'placeholder' && text) made['ui:example'] = text;
      drop(names, Object.hasOwn(INSTEAD, name) ? INSTEAD[name]! : 'the control without it');
    }
  }
  if (group !== undefined) notes.group = group;
  if (width !== undefined && made['ui:widget'] !== 'textarea') notes.width = width;
  return {
    ...made,
    ...Object.keys(keywords).length > 0 ? { 'ui:keywords': keywords } : {}, ...Object.keys(notes).length > 0 ? { 'ui:notes': notes } : {},
    ...help.length > 0 ? { 'ui:help': help.join(' ') } : {},
  };
}
