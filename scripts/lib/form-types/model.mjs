// From the data schema of a form document to types, as plain data: what print.mjs writes down.
import { facetsOf, targetOf, wordsOf } from './facets.mjs';

/**
 * @typedef {{ kind: 'word', word: string } | { kind: 'literal', value: unknown } | { kind: 'named', name: string } | { kind: 'list', item: Type }
 *   | { kind: 'tuple', items: Type[], least: number, rest: Type } | { kind: 'object', members: Member[], rest?: Type }
 *   | { kind: 'union' | 'both', parts: Type[], notes?: (string | undefined)[] }} Type
 * @typedef {{ name: string, type: Type, optional: boolean, readOnly: boolean, doc: string }} Member
 * @typedef {{ name: string, type: Type, doc: string }} Declaration
 */

const word = (text) => ({ kind: 'word', word: text });
const UNKNOWN = word('unknown');
const NEVER = word('never');
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** One type of several, without repetition; `unknown` takes in all others. */
function union(parts, notes) {
  if (parts.some((part) => same(part, UNKNOWN))) return UNKNOWN;
  const kept = parts.map((part, at) => at).filter((at) => !same(parts[at], NEVER) && parts.findIndex((other) => same(other, parts[at])) === at);
  if (kept.length < 2) return kept.length ? parts[kept[0]] : NEVER;
  return { kind: 'union', parts: kept.map((at) => parts[at]), ...(notes?.some(Boolean) ? { notes: kept.map((at) => notes[at]) } : {}) };
}

function both(parts) {
  const kept = parts.filter((part) => !same(part, UNKNOWN));
  if (kept.some((part) => same(part, NEVER))) return NEVER;
  return kept.length > 1 ? { kind: 'both', parts: kept } : kept[0] ?? UNKNOWN;
}

/** Says something of the value's shape, and not only of how it is called, shown or closed. */
const shapes = (schema) => Object.keys(schema).some((key) => !['$ref', 'title', 'description', 'x-dvc', 'unevaluatedProperties', 'readOnly', 'deprecated', 'default', 'examples', '$comment'].includes(key));

/** What the words of a schema come to, in one line. */
function docOf({ title, description, format }) {
  return [title, description === title ? undefined : description].filter(Boolean).map((text) => (/[.!?…:]$/.test(text.trim()) ? text : `${text}.`)).concat(format ? `\`${format}\`` : []).join(' ');
}

/**
 * The types of the answers: the first is `FormData`, the others are the parts that are referred to.
 * @param {unknown} root the data schema
 * @returns {Declaration[]}
 */
export function typesOf(root) {
  const declarations = [];
  const named = new Map();
  const taken = new Set(['FormData', 'FormPath']);

  /** A part that is referred to gets a name once; so a form may refer to itself. */
  function nameOf(ref) {
    if (ref === '#') return 'FormData';
    const known = named.get(ref);
    if (known) return known;
    const bare = (decodeURIComponent(ref).split('/').at(-1) ?? '').replace(/[^\p{ID_Continue}]+(.?)/gu, (_, next) => next.toUpperCase()).replace(/^[^\p{ID_Start}]+/u, '') || 'Part';
    const stem = bare[0].toUpperCase() + bare.slice(1);
    let name = stem;
    for (let count = 2; taken.has(name); count += 1) name = `${stem}${count}`;
    taken.add(name);
    named.set(ref, name);
    declare(name, targetOf(root, ref));
    return name;
  }

  function declare(name, schema) {
    const declaration = { name, doc: docOf(wordsOf(root, [schema])) };
    declarations.push(declaration);
    declaration.type = typeOf(schema);
  }

  /** @returns {Type} */
  function typeOf(schema) {
    if (!isObject(schema)) return schema === false ? NEVER : UNKNOWN;
    if (typeof schema.$ref === 'string' && !shapes(schema)) {
      const target = targetOf(root, schema.$ref);
      return isObject(target) ? { kind: 'named', name: nameOf(schema.$ref) } : typeOf(target);
    }
    const facets = facetsOf(root, schema);
    if (facets.never) return NEVER;
    if (facets.literals.length) return literalsOf(facets);
    const choices = facets.alternatives.map((list) => choiceOf(list, facets));
    const plain = facets.alternatives.length && !facets.properties.size && !facets.items.length ? UNKNOWN : plainOf(facets);
    return both([plain, ...choices]);
  }

  /** What every enumeration allows. */
  function literalsOf({ literals: [first, ...others], types, labels }) {
    const fits = (value) => !types || types.includes(jsonType(value)) || (types.includes('number') && jsonType(value) === 'integer');
    const allowed = first.filter((value) => fits(value) && others.every((list) => list.some((other) => same(other, value))));
    return union(allowed.map(literal), allowed.map((value) => labels[String(value)]));
  }

  /** The alternatives of one `oneOf` or `anyOf`; a title says what a constant stands for. */
  function choiceOf(list, { types }) {
    const parts = list.map((each) => typeOf(isObject(each) && types && each.type === undefined && each.$ref === undefined ? { ...each, type: types } : each));
    return union(parts, list.map((each, at) => (parts[at].kind === 'literal' ? wordsOf(root, [each]).title : undefined)));
  }

  function plainOf(facets) {
    const types = facets.types ?? (facets.properties.size || facets.rest.length ? ['object'] : facets.items.length || facets.tuples.length ? ['array'] : undefined);
    return types ? union(types.map((type) => (type === 'object' ? objectOf(facets) : type === 'array' ? listOf(facets) : word(type === 'integer' ? 'number' : type)))) : UNKNOWN;
  }

  function listOf({ items, tuples, least }) {
    const rest = items.length ? both(items.map(typeOf)) : UNKNOWN;
    return tuples.length ? { kind: 'tuple', items: tuples[0].map(typeOf), least, rest } : { kind: 'list', item: rest };
  }

  function objectOf({ properties, required, rest }) {
    const members = [...properties].map(([name, { sure, late }]) => {
      const words = wordsOf(root, [...sure, ...late]);
      const type = sure.length > 1 ? typeOf({ allOf: sure }) : sure.length ? typeOf(sure[0]) : union(late.map(typeOf));
      return { name, type, optional: !required.has(name), readOnly: words.readOnly, doc: docOf(words) };
    });
    if (!rest.length) return { kind: 'object', members, ...(members.length ? {} : { rest: UNKNOWN }) };
    // TypeScript wants the declared properties to fit what any property may be.
    const known = members.flatMap(({ type, optional }) => (optional ? [type, word('undefined')] : [type]));
    return { kind: 'object', members, rest: union([...rest.map(typeOf), ...known]) };
  }

  declare('FormData', root);
  return declarations;
}

const jsonType = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value);

function literal(value) {
  if (Array.isArray(value)) return { kind: 'tuple', items: value.map(literal), least: value.length, rest: NEVER };
  if (isObject(value)) return { kind: 'object', members: Object.entries(value).map(([name, part]) => ({ name, type: literal(part), optional: false, readOnly: false, doc: '' })) };
  return { kind: 'literal', value };
}
