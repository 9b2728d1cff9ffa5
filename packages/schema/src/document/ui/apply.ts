// Puts layout hints into a schema. Both dialects are read into the same tree of hints, which goes along with the data.
import { resolve } from '../../plan/local-ref.js';
import type { JsonSchemaObject } from '../../types.js';
import { isObject, listOf, own, type Loose } from '../report.js';

/**
 * The names of properties and `items` lead on to more hints. At the place itself: `ui:widget`, `ui:order` (names, `*` for the rest), and what `More` reads.
 * A plain uiSchema of react-jsonschema-form is such a tree as it is.
 */
export type Hints = Loose;
/** Puts hints into a part of a schema. */
export type Put = (part: unknown, hints: unknown) => unknown;

/** What the readers of a dialect bring along. */
export interface More {
  /** A copy of the schema of one place with what else the hints say of it, and what they say for its `x-dvc`. */
  annotate(schema: Loose, hints: Hints): readonly [made: Loose, ...notes: unknown[]];
  /** Goes on to the parts of `made`, a copy already, that plain hints do not reach. */
  deeper(made: Loose, hints: Hints, put: Put): void;
}

/** More places, and deeper ones, than any form has: a schema whose references multiply must not be written out. */
const MOST_PLACES = 20_000;
const DEEPEST = 64;
/** What stands beside a reference and says nothing of what is valid. Other keywords may mean another thing beside those of the target. */
const BESIDE = /^(title|description|default|examples|readOnly|x-dvc|\$(defs|schema))$/;

/** A copy of `schema` with the hints as `x-dvc` annotations; the schema's own annotations win. `used` receives every hint that found its place. */
export function applyHints(schema: JsonSchemaObject, hints: Hints, used: Set<unknown>, more?: More): JsonSchemaObject {
  let left = MOST_PLACES;

  function put(given: unknown, hints: unknown, depth = 0, refs: unknown[] = []): unknown {
    if (!isObject(hints) || left-- < 0 || depth > DEEPEST) return given;
    if (given === true) given = {};
    if (!isObject(given)) return given;
    const { $ref, ...rest } = given;
    if ($ref && !refs.includes($ref)) {
      const target = resolve(schema, String($ref))?.schema;
      // What a reference brings cannot be annotated where it is defined: other places use it too.
      if (isObject(target) && !target.$id && !target.$anchor && Object.keys(rest).every((name) => BESIDE.test(name))) {
        return put({ ...target, ...rest, ...noted(target['x-dvc'], rest['x-dvc']) }, hints, depth, [...refs, $ref]);
      }
    }
    const { 'ui:widget': widget, items } = hints;
    const order = new Map(listOf(hints['ui:order']).map((name, i) => [name, i]));
    const [made, ...notes] = more ? more.annotate(given, hints) : [{ ...given }];
    Object.assign(made, noted(widget && { widget }, ...notes, made['x-dvc']));
    const deeper = (part: unknown, hint: unknown) => {
      if (hint) used.add(hint);
      return put(part, hint, depth + 1);
    };
    // What describes the same value is hinted at by the same names; its own `ui:…` has been used.
    const beside = (part: unknown) => put(part, Object.fromEntries(Object.entries(hints).filter(([name, hint]) => name === 'ui:order' || !/^ui:/.test(name) && !Array.isArray(hint))), depth + 1, refs);
    for (const [keyword, value] of Object.entries(given)) {
      if (keyword === 'properties') made[keyword] = each(value, (part, name) => ordered(deeper(part, own(hints, name)), name, order));
      else if (/^(then|else)$/.test(keyword)) made[keyword] = beside(value);
      else if (/^((all|any|one)Of|dependentSchemas)$/.test(keyword)) made[keyword] = each(value, beside);
      else if (keyword === (given.prefixItems ? 'prefixItems' : 'items')) made[keyword] = keyword === 'items' ? deeper(value, items) : each(value, (part) => deeper(part, items));
    }
    more?.deeper(made, hints, deeper);
    return made;
  }

  used.add(hints);
  return put(schema, hints) as JsonSchemaObject;
}

/** A list or an object with every member changed. */
const each = (value: unknown, change: (part: unknown, name: string) => unknown): unknown =>
  Array.isArray(value) ? value.map((part) => change(part, '')) : isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part, name)])) : value;

function ordered(schema: unknown, name: string, order: ReadonlyMap<unknown, number>): unknown {
  if (!order.size || !isObject(schema)) return schema;
  return { ...schema, ...noted({ order: order.get(name) ?? order.get('*') ?? order.size }, schema['x-dvc']) };
}

/** `x-dvc` of these notes, the later ones first; nothing when there are none. */
function noted(...notes: unknown[]): Loose {
  const made: Loose = Object.assign({}, ...notes);
  return Object.keys(made).length ? { 'x-dvc': made } : {};
}
