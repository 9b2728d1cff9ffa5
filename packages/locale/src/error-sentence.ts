import { bytes, fills, format } from './format.js';
import type { Params, Words } from './types.js';

/** What a sentence needs of an issue; `message` is the author's own and wins. */
export interface IssueLike { readonly code: string; readonly params: Params; readonly message?: string | undefined }
/** `control` as in the field's model, or `list` (rows), `paper`. */
export interface FieldLike { readonly label: string; readonly control?: string | undefined; readonly format?: string | undefined }

const choices = new Set(['radio', 'select', 'combobox', 'checkboxes']);
// One sentence serves both: a citizen does not care which keyword closed the object.
const same: Readonly<Record<string, string>> = {
  unevaluatedProperties: 'additionalProperties', propertyNames: 'additionalProperties', unevaluatedItems: 'maxItems',
  minProperties: 'properties', maxProperties: 'properties', minContains: 'contains', maxContains: 'contains', false: 'not',
  'paper-missing': 'required',
};

/**
 * The sentence for one issue: what is wrong and what to do, ending in a full stop. Takes the most exact
 * sentence whose parameters are all there, so a server may send an issue with fewer of them.
 */
export function errorSentence(issue: IssueLike, field: FieldLike, words: Words): string {
  if (issue.message) return issue.message;
  const { params } = issue;
  const code = Object.hasOwn(same, issue.code) ? same[issue.code] as string : issue.code;
  const control = issue.code === 'paper-missing' ? 'paper' : field.control ?? 'text';
  const kind = choices.has(control) ? 'choose' : control;
  const keys = [`${code}.${kind}`, code];
  if (code === 'required') keys[1] = 'required.type';
  else if (code === 'format') {
    const name = `format.${String(params['format'] ?? field.format)}`;
    keys.unshift(`${name}.${String(params['reason'])}`, name);
  } else if (code === 'type') keys.splice(1, 0, `type.${String(params['type'])}`);
  else if (code === 'multipleOf') keys.unshift(`multipleOf.${String(params['multipleOf'] ?? params['limit'])}`);
  else if (code === 'const' && params['allowedValue'] === false) keys.shift();
  keys.push('error');

  const Label = tidyLabel(field.label);
  // A question or a paragraph cannot stand inside another sentence.
  const bare = !Label || /[?!.;]/.test(Label) || Label.length > 70;
  const limit = params['limit'] ?? params['multipleOf'];
  const all: Params = {
    ...params, Label, label: inSentence(Label), multipleOf: limit,
    limit: code === 'paper-size' && typeof limit === 'number' ? bytes(limit, words.lang) : limit,
  };
  const own = (key: string) => Object.hasOwn(words, key) ? words[key as keyof Words] : undefined;
  for (const key of keys) {
    const sentence = (bare ? own(`${key}.bare`) : undefined) ?? own(key);
    if (sentence === undefined || (bare && /\{label\}/i.test(sentence)) || !fills(sentence, all)) continue;
    return format(sentence, all, words.lang);
  }
  return words['error.bare'];
}

/** `1. Họ tên:` → `Họ tên`. Paper forms number their items; a sentence does not want the number. */
export function tidyLabel(label: string): string {
  return label.normalize('NFC').trim().replace(/^(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s+/i, '').replace(/[\s:.*]+$/, '');
}

/** The label as it stands inside a sentence: `Ngày cấp` → `ngày cấp`, but `CCCD` and `Việt Nam` stay. */
export function inSentence(label: string): string {
  const [first = '', second = ''] = label.split(/[\s,/]+/, 2);
  const proper = /^I$|^.\P{Ll}*\p{Lu}|^.+\d/u.test(first) || /\p{Lu}/u.test(first.slice(1)) || /^\p{Lu}\p{Ll}/u.test(second);
  return proper ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
