// The UI schema of JSON Forms, read into hints, and into steps where it has pages.
import { join, split } from '../../pointer.js';
import type { JsonSchemaObject, Path } from '../../types.js';
import { schemasAt } from '../declared.js';
import { isObject, listOf, own, type Loose } from '../report.js';
import type { Step } from '../types.js';
import type { Hints } from './apply.js';
import { allHints } from './more.js';
import { controlHints } from './json-forms-control.js';
import { CONDITION, INSTEAD, OURS, WIDTHS } from './json-forms-words.js';
import type { Apply, Drop, Laid, UiSchema } from './types.js';

/** Names on the way to a place in the answers; `*` is any row. */
type Place = readonly string[];
/** What an element finds around it. */
interface Around { readonly base: Place; readonly group?: string | undefined; readonly beside?: number; readonly label?: string | undefined }

const DEEPEST = 32;
const MOST_ELEMENTS = 5000;
const at = (place: Place): Path => join('', ...place);

/** See `UiSchema`. What the layout does not mention is shown at the end: it may be required. `drop` is told of everything that the annotations cannot say. */
export function fromJsonForms(schema: JsonSchemaObject, uiSchema: UiSchema, drop: Drop, apply: Apply): Laid {
  const reader = new Reader(schema, drop);
  const pages = pagesOf(uiSchema);
  const steps: Step[] = [];
  if (!pages) reader.element(uiSchema, '', { base: [] }, 0);
  listOf(pages?.element.elements).forEach((page, i) => {
    const path = join(pages!.path, 'elements', i);
    reader.about(page, path);
    const fields = reader.inside(page, path, { base: [] }, 0).map(at);
    if (fields.length === 0) return drop(path, 'no step: nothing is asked in it', `${String(own(page, 'type'))} ${titleOf(page)}`);
    steps.push({ id: `step-${steps.length + 1}`, title: titleOf(page) || String(steps.length + 1), fields });
  });
  if (pages) reader.about(pages.element, pages.path);
  const rest = reader.finish();
  if (rest.length > 0) drop('', `shown at the end: ${rest.slice(0, 10).map(at).join(' ')}${rest.length > 10 ? ' …' : ''}`, `fields that the layout does not mention: ${rest.length}`);
  steps.at(-1)?.fields!.push(...rest.filter((place) => !place.includes('*')).map(at));
  return { schema: apply(schema, reader.hints, new Set(), allHints), ...steps.length > 0 ? { steps } : {} };
}

/** The Categorization that the whole layout is, and where. */
function pagesOf(element: unknown, path: Path = ''): { element: Loose; path: Path } | undefined {
  if (!isObject(element)) return undefined;
  if (element.type === 'Categorization') return { element, path };
  const inner = listOf(element.elements);
  return inner.length === 1 && element.rule === undefined && path.length < 200 ? pagesOf(inner[0], join(path, 'elements', 0)) : undefined;
}

const titleOf = (element: unknown): string => [own(element, 'label'), own(element, 'i18n')].find((text): text is string => typeof text === 'string' && text.trim() !== '') ?? '';

class Reader {
  readonly hints: Hints = {};
  readonly #schema: JsonSchemaObject;
  readonly #drop: Drop;
  /** Every place that has a control, in order. */
  readonly #shown = new Map<Path, Place>();
  /** What these lie in. */
  readonly #above = new Set<Path>();
  readonly #names = new Map<Path, string[]>();
  /** The places whose own fields are laid out: the answers, and the rows of lists with a layout of their own. */
  readonly #bases = new Map<Path, Place>([['', []]]);
  #left = MOST_ELEMENTS;
  constructor(schema: JsonSchemaObject, drop: Drop) {
    this.#schema = schema;
    this.#drop = drop;
  }

  /** Reads one element and what is in it. Returns the places that it shows. */
  element(given: unknown, path: Path, around: Around, depth: number): Place[] {
    if (!isObject(given) || depth > DEEPEST || this.#left-- <= 0) {
      this.#drop(path, 'nothing', isObject(given) ? 'an element too many' : 'not an element');
      return [];
    }
    const type = String(given.type);
    if (typeof given.scope === 'string') return this.#control(given, given.scope, type, path, around, depth);
    this.about(given, path);
    if (type === 'Label') this.#drop(path, 'nothing: a text belongs into the "description" of a field', `Label: ${String(given.text ?? titleOf(given))}`);
    else if (!Array.isArray(given.elements)) this.#drop(path, 'nothing', type);
    else if (type === 'HorizontalLayout') {
      if (given.elements.length > 1) this.#drop(path, 'one below another, and narrower', type);
      return this.inside(given, path, { ...around, beside: given.elements.length }, depth);
    } else if (/^(Group|Category)$/.test(type)) return this.#group(given, path, around, depth);
    else {
      if (!/^(VerticalLayout|Categorization)$/.test(type)) this.#drop(path, 'one below another', type);
      return this.inside(given, path, around, depth);
    }
    return [];
  }

  /** The elements of a layout, one after another; a Label goes with the control after it. */
  inside(layout: unknown, path: Path, around: Around, depth: number): Place[] {
    const elements = listOf(own(layout, 'elements'));
    return elements.flatMap((element, i) => {
      const isLabel = (each: unknown) => own(each, 'type') === 'Label' && typeof (own(each, 'text') ?? own(each, 'label')) === 'string';
      if (isLabel(element) && typeof own(elements[i + 1], 'scope') === 'string') return [];
      const before = elements[i - 1];
      return this.element(element, join(path, 'elements', i), { ...around, label: isLabel(before) ? String(own(before, 'text') ?? own(before, 'label')) : undefined }, depth + 1);
    });
  }

  /** What no layout can carry over. */
  about(element: unknown, path: Path): void {
    if (own(element, 'rule') !== undefined) this.#drop(join(path, 'rule'), CONDITION, `rule ${String(own(own(element, 'rule'), 'effect'))}`);
    if (own(element, 'i18n') !== undefined) this.#drop(join(path, 'i18n'), INSTEAD.i18n!, `i18n ${String(own(element, 'i18n'))}`);
    const options = own(element, 'options');
    if (own(element, 'scope') === undefined && isObject(options)) for (const name of Object.keys(options)) if (!OURS.test(name)) this.#drop(join(path, 'options', name), 'the layout without it', name);
  }

  #control(given: Loose, scope: string, type: string, path: Path, around: Around, depth: number): Place[] {
    this.about(given, path);
    const inner = placeOf(scope);
    const place = inner && [...around.base, ...inner];
    if (!place || inner!.includes('*') || (place.length > 0 && schemasAt(this.#schema, at(place))?.size === 0)) {
      this.#drop(join(path, 'scope'), 'nothing: the schema has no such place', scope);
      return [];
    }
    const above = place.slice(around.base.length + 1).some((_, i) => this.#shown.has(at(place.slice(0, around.base.length + 1 + i))));
    if (above || this.#shown.has(at(place)) || this.#above.has(at(place))) {
      this.#drop(path, 'shown once, where it comes first', scope);
      return [];
    }
    if (!/^(Control|ListWithDetail)$/.test(type)) this.#drop(join(path, 'type'), 'the control that the schema asks for', type);
    const detail = own(own(given, 'options'), 'detail');
    if (type === 'ListWithDetail') this.#drop(path, 'rows one below another', type);
    this.#shown.set(at(place), place);
    place.forEach((_, depth) => this.#above.add(at(place.slice(0, depth))));
    const width = around.beside ? WIDTHS[Math.min(around.beside, 4)] : undefined;
    this.#hint(place, controlHints(given, (name, instead) => this.#drop(join(path, ...name), instead, `${name.at(-1)}: ${JSON.stringify(name.reduce<unknown>(own, given))}`), { group: around.group, label: around.label, width }));
    if (isObject(detail)) {
      // Of a list, the layout is that of its rows.
      const base = schemasAt(this.#schema, at([...place, '*']))?.size ? [...place, '*'] : place;
      this.#bases.set(at(base), base);
      this.element(detail, join(path, 'options', 'detail'), { base }, depth + 1);
    }
    return [place];
  }

  /** A heading: the title of the object that is all in it, else the group of each field. */
  #group(given: Loose, path: Path, around: Around, depth: number): Place[] {
    const label = titleOf(given) || undefined;
    if (label && around.group) this.#drop(path, 'one level of headings: the inner one', `${String(given.type)} ${around.group}`);
    const places = this.inside(given, path, { ...around, group: label ?? around.group }, depth);
    const parent = places[0]?.slice(0, -1) ?? [];
    const names = this.#namesAt(parent);
    const whole = parent.length > around.base.length && places.length > 0 && places.every((place) => at(place.slice(0, -1)) === at(parent)) && names.length === places.length;
    if (!whole) return places;
    for (const place of places) {
      const notes = this.#nodeAt(place)['ui:notes'] as Loose | undefined;
      if (notes?.group === label) delete notes?.group;
    }
    if (label) this.#hint(parent, { 'ui:keywords': { title: label }, ...around.group ? { 'ui:notes': { group: around.group } } : {} });
    return [parent];
  }

  /** Gives every layout its order. Returns what no layout mentions, first the answers' own. */
  finish(): Place[] {
    const orders = new Map<Path, Set<string>>();
    for (const place of this.#shown.values()) {
      for (const [depth, name] of place.entries()) {
        const parent = at(place.slice(0, depth));
        if (name !== '*') orders.set(parent, (orders.get(parent) ?? new Set<string>()).add(name));
      }
    }
    for (const [path, order] of orders) this.#nodeAt(split(path))['ui:order'] = [...order];
    return [...this.#bases.values()].flatMap((base) => this.#missing(base));
  }

  /** What has no control although it lies in a place that is laid out field by field. */
  #missing(parent: Place): Place[] {
    if (this.#shown.has(at(parent)) && (parent.length === 0 || !this.#bases.has(at(parent)))) return [];
    return this.#namesAt(parent).map((name) => [...parent, name]).flatMap((place) => {
      if (this.#shown.has(at(place))) return [];
      return this.#above.has(at(place)) ? this.#missing(place) : [place];
    });
  }

  /** The properties that the schema declares there, under whatever condition. */
  #namesAt(place: Place): string[] {
    const path = at(place);
    let names = this.#names.get(path);
    if (!names) this.#names.set(path, names = [...new Set([...schemasAt(this.#schema, path) ?? []].flatMap((schema) => Object.keys(own(schema, 'properties') ?? {})))]);
    return names;
  }

  #nodeAt(place: Place): Hints {
    return place.reduce<Hints>((node, name) => {
      const key = name === '*' ? 'items' : name;
      if (!Object.hasOwn(node, key)) node[key] = {};
      return node[key] as Hints;
    }, this.hints);
  }

  #hint(place: Place, hints: Hints): void {
    for (const [name, value] of Object.entries(hints)) {
      const node = this.#nodeAt(place);
      node[name] = isObject(value) ? { ...node[name] as Loose, ...value } : value;
    }
  }
}

/** `#/properties/a/items/properties/b` leads to `b` of any row of `a`; undefined when it leads nowhere. */
function placeOf(scope: string): Place | undefined {
  if (!/^#(\/|$)/.test(scope)) return undefined;
  const place: string[] = [];
  const tokens = split(scope.replace(/^#\/?$/, '#').slice(1));
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i] === 'properties' && tokens[i + 1] !== undefined) place.push(tokens[++i]!);
    else if (tokens[i] === 'items') place.push('*');
    else if (/^(all|any|one)Of$/.test(tokens[i]!)) i++;
    else if (!/^(then|else)$/.test(tokens[i]!)) return undefined;
  }
  return place;
}
