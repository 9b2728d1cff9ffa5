// What a schema and everything that holds beside it say of one value: references and `allOf` merged, conditions apart.

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);
const values = (map) => (isObject(map) ? Object.values(map) : []);

/** The schema that a local reference names; `true`, which says nothing, when it is none of this document. */
export function targetOf(root, ref) {
  if (ref === '#') return root;
  if (typeof ref !== 'string' || !ref.startsWith('#/')) return true;
  let at = root;
  for (const token of decodeURIComponent(ref.slice(2)).split('/')) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    at = Array.isArray(at) ? at[Number(name)] : own(at, name);
  }
  return isObject(at) || at === false ? at : true;
}

/**
 * `sure` are the schemas that hold for a property whatever is answered, `late` those that hold under a condition.
 * @typedef {{ sure: unknown[], late: unknown[] }} Property
 * @typedef {object} Facets
 * @property {string[] | undefined} types of JSON; undefined = any
 * @property {unknown[][]} literals each a list of the values allowed
 * @property {unknown[][]} alternatives the `oneOf` and `anyOf`
 * @property {Map<string, Property>} properties
 * @property {Set<string>} required
 * @property {unknown[]} items
 * @property {unknown[][]} tuples
 * @property {number} least of a list
 * @property {Record<string, string>} labels of an enumeration
 * @property {unknown[]} rest of the properties: what others than the declared may be
 * @property {boolean} never nothing fits
 */

/** @returns {Facets} */
export function facetsOf(root, schema) {
  const facets = { types: undefined, literals: [], alternatives: [], properties: new Map(), required: new Set(), items: [], tuples: [], least: 0, labels: {}, rest: [], never: false };
  const seen = new Set();

  function add(part, sure) {
    if (part === false && sure) facets.never = true;
    if (!isObject(part) || seen.has(part)) return;
    seen.add(part);
    if (Object.hasOwn(part, '$ref')) add(targetOf(root, part.$ref), sure);
    for (const [name, property] of Object.entries(own(part, 'properties') ?? {})) {
      const known = facets.properties.get(name) ?? { sure: [], late: [] };
      facets.properties.set(name, known);
      known[sure ? 'sure' : 'late'].push(property);
    }
    for (const each of own(part, 'allOf') ?? []) add(each, sure);
    for (const branch of [own(part, 'then'), own(part, 'else'), ...values(own(part, 'dependentSchemas'))]) add(branch, false);
    if (sure) addSure(part);
    else for (const each of [...(own(part, 'oneOf') ?? []), ...(own(part, 'anyOf') ?? [])]) add(each, false);
  }

  function addSure(part) {
    const { type } = part;
    if (type !== undefined) facets.types = narrowed(facets.types, [type].flat());
    if (Object.hasOwn(part, 'const')) facets.literals.push([part.const]);
    if (Array.isArray(part.enum)) facets.literals.push(part.enum);
    for (const list of [part.oneOf, part.anyOf]) if (Array.isArray(list)) facets.alternatives.push(list);
    for (const name of part.required ?? []) facets.required.add(name);
    if (part.items !== undefined) facets.items.push(part.items);
    facets.least = Math.max(facets.least, part.minItems ?? 0);
    Object.assign(facets.labels, own(part['x-dvc'], 'enumLabels'));
    if (part.prefixItems) facets.tuples.push(part.prefixItems);
    if (isObject(part.additionalProperties)) facets.rest.push(part.additionalProperties);
    facets.rest.push(...values(part.patternProperties));
  }

  add(schema, true);
  return facets;
}

/** `integer` is a `number` that is narrower. */
function narrowed(before, types) {
  if (!before) return types;
  const within = (type, others) => others.includes(type) || (type === 'integer' && others.includes('number'));
  return [...new Set([...before.filter((type) => within(type, types)), ...types.filter((type) => within(type, before))])];
}

/** The words of a schema for people, its own before those of what it refers to. */
export function wordsOf(root, schemas) {
  const queue = [...schemas];
  const words = { title: undefined, description: undefined, format: undefined, readOnly: false };
  for (let at = 0; at < queue.length && at < 100; at += 1) {
    const schema = queue[at];
    if (!isObject(schema)) continue;
    for (const key of ['title', 'description', 'format']) if (typeof schema[key] === 'string') words[key] ??= schema[key];
    words.readOnly ||= schema.readOnly === true;
    if (schema.$ref !== undefined) queue.push(targetOf(root, schema.$ref));
  }
  return words;
}
