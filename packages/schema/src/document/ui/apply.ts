// Puts layout hints into a schema. Both dialects are read into the same tree of hints, which goes along with the data.
import type { JsonSchemaObject } from '../../types.js';
import { follow } from '../count.js';
import { isObject, listOf, own, type Loose } from '../report.js';

/**
 * The names of properties, and `items` (of a tuple: a list), `additionalItems`, `additionalProperties`, `anyOf`/`oneOf` (lists) lead on to more hints. At the place itself:
 * `ui:widget`, `ui:order` (names, `*` for the rest), `ui:keywords` (beside the schema's own), `ui:notes` (for `x-dvc`), `ui:names` (of an enum's values, by index or by value),
 * `ui:help` (stands after the description), `ui:example` (stands in for it).
 * A plain uiSchema of react-jsonschema-form is such a tree as it is.
 */
export type Hints = Loose;

/** More places, and deeper ones, than any form has: a schema whose references multiply must not be written out. */
const MOST_PLACES = 20_000;
const DEEPEST = 64;
const SAME = /^(then|else|(all|any|one)Of|dependentSchemas)$/;
/** What may stand beside a reference and in its target: the nearer one counts. */
const BESIDE = /^(title|description|default|examples|deprecated|readOnly|writeOnly|\$comment|\$defs|x-dvc)$/;

/** A copy of `schema` with the hints as `x-dvc` annotations; the schema's own annotations win. `used` receives every hint that found its place. */
export function applyHints(schema: JsonSchemaObject, hints: Hints, used = new Set<unknown>()): JsonSchemaObject {
  let left = MOST_PLACES;

  function put(given: unknown, hints: unknown, depth: number, refs: readonly unknown[] = []): unknown {
    if (!isObject(given) || !isObject(hints) || left-- < 0 || depth > DEEPEST) return given;
    used.add(hints);
    const { $ref, ...rest } = given;
    const target = !refs.includes($ref) && Object.keys(hints).some((name) => !/^ui:(?!names)/.test(name)) && follow(schema, $ref);
    // What a reference brings cannot be annotated where it is defined: other places use it too.
    if (isObject(target) && !own(target, '$id') && !own(target, '$anchor') && Object.keys(rest).every((name) => BESIDE.test(name) || !own(target, name))) {
      return put({ ...target, ...rest, ...notesOf({ ...target['x-dvc'] as Loose, ...rest['x-dvc'] as Loose }) }, hints, depth, [...refs, $ref]);
    }

    const made = annotated(given, hints);
    const same = Object.fromEntries(Object.entries(hints).filter(([name]) => !/^ui:(?!order)/.test(name)));
    for (const [keyword, value] of Object.entries(given)) {
      const hint = own(hints, keyword === 'items' && given.prefixItems ? 'additionalItems' : keyword === 'prefixItems' ? 'items' : keyword);
      const deeper = (part: unknown, hint: unknown) => put(part, hint, depth + 1);
      if (keyword === 'properties') made[keyword] = each(value, (part, name) => ordered(deeper(part, own(hints, name)), name, listOf(hints['ui:order'])));
      else if (SAME.test(keyword)) {
        const beside = (part: unknown, more?: unknown) => put(part, { ...same, ...more as Hints }, depth + 1, refs);
        made[keyword] = Array.isArray(value) || keyword[0] === 'd' ? each(value, (part, i) => (used.add(own(hint, i)), beside(part, own(hint, i)))) : beside(value);
      } else if (keyword === 'prefixItems') made[keyword] = each(value, (part, i) => deeper(part, Array.isArray(hint) ? hint[Number(i)] : hint));
      else if (/^(items|additionalProperties)$/.test(keyword)) {
        used.add(hint);
        // The names of what a list of checkboxes offers stand at the list.
        made[keyword] = deeper(value, keyword === 'items' && hints['ui:names'] ? { 'ui:names': hints['ui:names'], ...hint as Hints } : hint);
      }
    }
    return made;
  }

  return put(schema, hints, 0) as JsonSchemaObject;
}

/** A list or an object with every member changed. */
const each = (value: unknown, change: (part: unknown, name: string) => unknown): unknown =>
  Array.isArray(value) ? value.map((part, i) => change(part, String(i))) : isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part, name)])) : value;

function ordered(schema: unknown, name: string, order: unknown[]): unknown {
  if (!order.length || !isObject(schema)) return schema;
  const at = order.indexOf(name), rest = order.indexOf('*');
  return { ...schema, ...notesOf({ order: at >= 0 ? at : rest >= 0 ? rest : order.length, ...schema['x-dvc'] as Loose }) };
}

const notesOf = (notes: Loose): Loose => (Object.keys(notes).length ? { 'x-dvc': notes } : {});

function annotated(schema: Loose, hints: Hints): Loose {
  const { 'ui:widget': widget, 'ui:keywords': keywords, 'ui:notes': notes, 'ui:names': names, 'ui:help': help, 'ui:example': example } = hints;
  const made = { ...schema, ...keywords as Loose };
  const hint = help ? [own(notes, 'hint') ?? made.description, help].filter(Boolean).join(' ') : !made.description && !made.enum && example;
  const labels = names && Array.isArray(made.enum) && Object.fromEntries(made.enum.map((value, i) => [String(value), String(own(names, Array.isArray(names) ? String(i) : String(value)) ?? value)]));
  return {
    ...made,
    ...notesOf({ ...widget ? { widget } : {}, ...hint ? { hint } : {}, ...notes as Loose, ...help ? { hint } : {}, ...labels ? { enumLabels: labels } : {}, ...made['x-dvc'] as Loose }),
  };
}
