// What a form says of its errors once the rarer sentences are there: for each issue more exact ones, and the words that they need.
import { amount } from './amount.js';
import type { FieldLike, IssueLike } from './error-sentence.js';
import { list, number } from './format.js';
import { wordsOfPattern } from './pattern-words.js';
import type { About, Finer, Params, Words } from './types.js';

interface Finding { readonly keys: readonly string[]; readonly params?: Params }
type Find = (issue: IssueLike, field: FieldLike, about: About & { readonly whole: boolean }) => Finding;

const NONE: Finding = { keys: [] };
const CONTAINERS = /^(list|tuple|group|map)$/;
/** More than this is not read in a sentence. */
const MOST_VALUES = 8;
const LONGEST = 80;
const TYPES: Record<string, keyof Words & string> = {
  string: 'kindText', number: 'kindNumber', integer: 'kindNumber', boolean: 'kindYesNo', array: 'kindList', object: 'kindGroup',
};

/** A name that a page, not a person, gave: `soNha` → `so nha`. */
const readable = (name: string) => short(name.replace(/[_-]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').trim().toLowerCase() || name);
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
const nameAt = (path: string | undefined): string | undefined => {
  const last = path?.split('/').slice(1).pop()?.replace(/~1/g, '/').replace(/~0/g, '~');
  return last === undefined ? undefined : short(last);
};
/** The number of the row that a path ends in, as people count. */
const rowAt = (path: string | undefined): number | undefined => {
  const row = /\/(\d{1,9})$/.exec(path ?? '')?.[1];
  return row === undefined ? undefined : Number(row) + 1;
};

/** A scalar as the form shows it; undefined for what no sentence can hold. */
function shown(value: unknown, field: FieldLike, words: Words): string | undefined {
  const option = field.option?.(value);
  if (option !== undefined) return option;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return number(value, words.lang);
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST ? value : undefined;
}

/** `part`: these answers do not go together. */
const combination: Find = (_, __, { whole, kind }) => ({ keys: [whole ? 'not.part' : `not.${kind}`, 'not'] });
/** Nothing may stand here: in a list the row is one too many, elsewhere the answer. */
const nothing: Find = ({ path, code }, _, { whole }) => {
  const row = /^(false|properties|patternProperties|\$ref)$/.test(code) ? undefined : rowAt(path);
  return { keys: [...row === undefined ? [] : ['unevaluatedItems.row'], code.endsWith('tems') ? 'unevaluatedItems' : whole ? 'false.part' : 'false'], params: { row } };
};
const entry: Find = ({ path, code }, field, { kind }) => {
  const name = field.control === 'entry' ? undefined : nameAt(path);
  return name === undefined || name === '' ? NONE : { keys: [`${code === 'propertyNames' ? code : 'additionalProperties'}.${kind === 'map' ? 'map' : 'name'}`], params: { name } };
};
const branch: Find = (_, __, { code, whole, own }) => {
  const many = code === 'oneOf' && Number(own('matched')) > 1;
  return { keys: [`${code}${whole ? '.part' : ''}${many ? '.many' : ''}`] };
};

const FINDS: Record<string, Find> = {
  required: (_, __, { kind }) => ({ keys: kind === 'tuple' ? ['required.group'] : kind === 'map' ? ['required.list'] : kind === 'file' ? ['required.paper'] : [] }),
  'paper-missing': () => ({ keys: ['required.paper'] }),

  type(_, __, { kind, own, words }) {
    const types = [own('expected') ?? own('type')].flat().filter((type): type is string => typeof type === 'string' && Object.hasOwn(TYPES, type));
    const kinds = [...new Set(types.map((type) => TYPES[type]!))].map((key) => (words[key] as string).toLowerCase());
    if (kind === 'choose' || kind === 'money') return NONE;
    if (kinds.length > 1) return { keys: ['type.several'], params: { types: list(kinds, words.lang, 'disjunction') } };
    const [type] = types.length > 0 ? types : [own('expected') ?? own('type')].flat();
    return { keys: [...kind === 'checkbox' ? ['type.checkbox'] : [], `type.${type}`] };
  },

  enum(_, field, { kind, own, words }) {
    const values = own('values');
    const texts = Array.isArray(values) && values.length <= MOST_VALUES ? values.filter((value) => value !== null).map((value) => shown(value, field, words)) : [];
    const offered = kind === 'choose' || texts.length === 0 || texts.includes(undefined);
    return offered ? { keys: field.control === 'radio' ? ['enum.radio'] : [] }
      : { keys: ['enum.values'], params: { values: list(texts.map((text) => quoted(text!)), words.lang, 'disjunction') } };
  },

  const(_, field, { kind, own, whole, words }) {
    const value = own('value');
    if (value === undefined) return NONE;
    if (kind === 'checkbox') return { keys: value === false ? ['const.unticked'] : [] };
    if (value === null || value === '') return { keys: ['type.null'] };
    if (whole || typeof value === 'object') return { keys: ['const.part'] };
    // A code that stands for a label means nothing to who reads labels.
    if (kind === 'choose' && typeof value !== 'boolean' && field.option?.(value) === undefined) return NONE;
    const text = shown(value, field, words);
    return text === undefined ? NONE : { keys: [kind === 'choose' || typeof value === 'boolean' ? 'const.option' : 'const.value'], params: { value: quoted(text, typeof value === 'number' && kind !== 'choose') } };
  },

  minLength: (_, __, { limit }) => ({ keys: limit === 1 ? ['required.type'] : [] }),
  minItems: (_, __, { limit, kind }) => ({ keys: limit === 1 && kind !== 'choose' ? ['required.list'] : [] }),
  maxItems: (_, __, { limit }) => ({ keys: limit === 0 ? ['false.part'] : [] }),

  pattern(_, __, { own, words }) {
    const example = own('example');
    const found = wordsOfPattern(String(own('pattern') ?? ''), words);
    const shape = found && { keys: [found.key], params: { shape: found.shape, values: found.shape } };
    return { keys: [...shape?.keys ?? [], ...typeof example === 'string' ? ['pattern.example'] : []], params: { ...shape?.params, example: typeof example === 'string' ? short(example) : undefined } };
  },

  format(_, field, { own }) {
    const name = String(own('format') ?? field.format);
    // A date that may lack its day, or has a time, is wrong in the same ways as one that may not or has none.
    return { keys: [`format.${name.replace(/^(partial-|iso-)?date(-time)?$/, 'date')}.${own('reason')}`] };
  },

  multipleOf(_, __, { kind, limit, words }) {
    if (typeof limit !== 'number') return NONE;
    if (limit === 1) return { keys: ['multipleOf.1'] };
    const digits = Number(/^1e-(\d+)$/.exec(limit.toExponential())?.[1]);
    if (digits) return { keys: ['multipleOf.digits'], params: { digits } };
    const write = (value: number) => (kind === 'money' ? amount(value, words.lang) : number(value, words.lang));
    return { keys: [`multipleOf.${kind}`, 'multipleOf'], params: { multipleOf: write(limit), first: write(limit), second: write(2 * limit) } };
  },

  minContains: () => ({ keys: ['minContains', 'contains'] }),
  maxContains: (_, __, { limit }) => ({ keys: [limit === 0 ? 'maxContains.0' : 'maxContains', 'maxContains.0'] }),
  uniqueItems: (_, __, { kind }) => ({ keys: kind === 'choose' ? [] : ['uniqueItems.rows'] }),

  dependentRequired(_, { sibling }, { own }) {
    const property = own('property');
    return typeof property === 'string' ? { keys: ['dependentRequired.other'], params: { other: short(sibling?.(property) ?? readable(property)) } } : NONE;
  },

  additionalProperties: entry, propertyNames: entry,
  'unsafe-name': entry,
  unevaluatedItems: nothing, items: nothing, prefixItems: nothing, properties: nothing, patternProperties: nothing, false: nothing, $ref: nothing,
  not: combination, allOf: combination, then: combination, else: combination, dependentSchemas: combination,
  oneOf: branch, anyOf: branch,
  readOnly: () => ({ keys: ['const.given'] }),
};

const quoted = (text: string, plain = false) => (plain ? text : `“${text}”`);

/** See `Finer`. Money is written with its groups, whatever might be a year elsewhere. */
export const finer: Finer = (issue, field, about) => {
  const { code, kind, limit, words } = about;
  const whole = CONTAINERS.test(field.control ?? '');
  const found = Object.hasOwn(FINDS, code) ? FINDS[code]!(issue, field, { ...about, whole }) : NONE;
  return {
    keys: found.keys,
    params: { ...kind === 'money' && typeof limit === 'number' ? { limit: amount(limit, words.lang) } : {}, ...found.params },
    ...whole ? { these: words.thisPart } : {},
  };
};

