import { fills, format, list } from './format.js';
import { FINER, type Params, type Words } from './types.js';

/** What a sentence needs of an issue; `message` is the author's own and wins. The last name of `path` is that of the entry or row that is meant. */
export interface IssueLike { readonly code: string; readonly params: Params; readonly message?: string | undefined; readonly path?: string | undefined }
/** `control` as in the field's model, or `list` (rows), `tuple` (a row of different parts), `group` (an object), `map` (entries with names of their own), `paper`. */
export interface FieldLike {
  readonly label: string;
  readonly control?: string | undefined;
  readonly format?: string | undefined;
  /** How the control shows a value, if it offers values to choose from. */
  readonly option?: ((value: unknown) => string | undefined) | undefined;
  /** The label of the property with this name beside it. */
  readonly sibling?: ((name: string) => string | undefined) | undefined;
}

const parts = ['day', 'month', 'year'] as const;
const choices = /^(radio|select|combobox|checkboxes)$/;

/**
 * The sentence for one issue: what is wrong and what to do, ending in a full stop. Takes the most exact
 * sentence whose parameters are all there, so a server may send an issue with fewer of them.
 */
export function errorSentence(issue: IssueLike, field: FieldLike, words: Words): string {
  if (issue.message) return issue.message;
  const own = (name: string) => Object.hasOwn(issue.params, name) ? issue.params[name] : undefined;
  const { lang } = words;
  // One sentence serves both: a citizen does not care which keyword closed the object.
  const code = issue.code === 'unevaluatedProperties' ? 'additionalProperties' : issue.code;
  const control = field.control ?? 'text';
  const limit = own('limit') ?? own(code);
  const kind = choices.test(control) ? 'choose' : control;
  const keys = [`${code}.${kind}`, code, 'invalid'];
  if (code === 'required') keys[1] = 'required.type';
  else if (code === 'type') keys.splice(kind === 'money' || kind === 'choose' ? 1 : 0, 0, `type.${[own('expected') ?? own('type')].flat()[0]}`);
  else if (code === 'const' && own('value') === false) keys.shift();
  else if (code === 'format') keys.unshift(`format.${own('format') ?? field.format}.${own('reason')}`, `format.${own('format') ?? field.format}`);

  let Label = tidyLabel(field.label);
  let label = inSentence(Label);
  // A question or a paragraph cannot stand inside another sentence.
  const bare = !Label || /[?!.;]/.test(Label) || Label.length > 70;
  const finer = words[FINER]?.(issue, field, { code, kind, limit, own, words });
  if (bare) {
    label = finer?.these ?? words.thisItem;
    Label = label.charAt(0).toUpperCase() + label.slice(1);
  }
  const missing = own('missing');
  const params: Params = {
    ...issue.params, limit, ...finer?.params, Label, label,
    missing: (Array.isArray(missing) && list(parts.filter(part => missing.includes(part)).map(part => words[part].toLowerCase()), lang, 'conjunction')) || undefined,
  };
  for (let key of [...finer?.keys ?? [], ...keys]) {
    if (bare && Object.hasOwn(words, `${key}.bare`)) key += '.bare';
    if (!Object.hasOwn(words, key)) continue;
    let sentence: string = words[key as keyof Words] as string;
    // "ở mục {label}" would become "ở mục mục này"; but "mục đích" is another word.
    if (bare || /^(mục|phần) [^đlt]/i.test(Label)) sentence = sentence.replace(/(mục|phần) \{label\}/i, noun => /^[MP]/.test(noun) ? '{Label}' : '{label}');
    // What a button says is no sentence, whatever code a server makes up.
    if (sentence.endsWith('.') && fills(sentence, params)) return format(sentence, params, lang);
  }
  return format(words.invalid, params, lang);
}

/** `1. Họ tên:` → `Họ tên`. Paper forms number their items; a sentence does not want the number. */
export function tidyLabel(label: string): string {
  return label.normalize('NFC').trim().replace(/^(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s+/i, '').replace(/[\s:.*]+$/, '');
}

/** The label as it stands inside a sentence: `Ngày cấp` → `ngày cấp`, but `CCCD` and `Việt Nam` stay. */
export function inSentence(label: string): string {
  const [first = '', second = ''] = label.split(/[\s,/]+/, 2);
  const proper = first === 'I' || /[\p{Lu}\d]/u.test(first.slice(1)) || /^\p{Lu}\p{Ll}/u.test(second);
  return proper ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
