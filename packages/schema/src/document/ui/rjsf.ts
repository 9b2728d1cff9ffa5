// The uiSchema of react-jsonschema-form, read into hints.
import { join, split } from '../../pointer.js';
import type { JsonSchemaObject, Path } from '../../types.js';
import { isObject, own, type Loose } from '../report.js';
import type { Annotations } from '../types.js';
import type { Hints } from './apply.js';
import { allHints } from './more.js';
import { CONTROL, INSTEAD, OURS, WIDGETS } from './rjsf-words.js';
import type { Apply, Drop, Laid, UiSchema } from './types.js';

/** See `UiSchema`. `schema` is 2020-12 already; `drop` is told of everything that the annotations cannot say. */
export function fromRjsf(schema: JsonSchemaObject, uiSchema: UiSchema, drop: Drop, apply: Apply): Laid {
  const reader = new Reader(drop);
  const { 'ui:definitions': definitions, 'ui:globalOptions': everywhere, ...rest } = uiSchema;
  const used = new Set<unknown>();
  let made = schema;
  // Where all uses of a definition look alike, it is annotated itself: the only way for one that refers to itself.
  for (const [ref, hints] of Object.entries(isObject(definitions) ? definitions : {})) {
    const tree = reader.node(hints, join('/ui:definitions', ref));
    const at = split(ref.replace(/^#/, '').replace(/^\/definitions\//, '/$defs/'));
    made = within(made, at, (target) => applyInside(apply, made, target, tree, used)) ?? made;
  }
  if (isObject(everywhere)) reader.options(everywhere, (name) => join('/ui:globalOptions', name), {});
  const tree = reader.node(everywhere && own(everywhere, 'readonly') === true ? { 'ui:readonly': true, ...rest } : rest, '');
  made = apply(made, tree, used, allHints);
  for (const [hint, path] of reader.places) if (!used.has(hint)) drop(path, 'nothing: the schema has no such place', split(path).at(-1) ?? '');
  return { schema: made };
}

/** Hints for a definition: its references lead into the whole schema. */
function applyInside(apply: Apply, root: JsonSchemaObject, target: Loose, hints: Hints, used: Set<unknown>): Loose {
  const { $defs: _, ...made } = apply({ ...target, $defs: root.$defs ?? {} } as JsonSchemaObject, hints, used, allHints);
  return target.$defs === undefined ? made : { ...made, $defs: target.$defs };
}

/** A copy of `value` in which `change` has made the object at `tokens` anew; undefined when there is none. */
function within(value: unknown, tokens: readonly string[], change: (target: Loose) => unknown): JsonSchemaObject | undefined {
  if (!isObject(value)) return undefined;
  const [name, ...deeper] = tokens;
  if (name === undefined) return change(value) as JsonSchemaObject;
  const made = within(own(value, name), deeper, change);
  return made && ({ ...value, [name]: made } as JsonSchemaObject);
}

const insteadOf = (name: string) => (Object.hasOwn(INSTEAD, name) ? INSTEAD[name]! : 'the form without it');

class Reader {
  /** Every hint that must find a place, and where the uiSchema has it. */
  readonly places = new Map<Hints, Path>();
  readonly #drop: Drop;
  constructor(drop: Drop) { this.#drop = drop; }

  node(given: unknown, path: Path): Hints {
    const made: Hints = {};
    if (path !== '') this.places.set(made, path);
    if (!isObject(given)) {
      this.#drop(path, 'nothing', 'not an object');
      return made;
    }
    const nested = isObject(given['ui:options']) ? given['ui:options'] : {};
    const options: Loose = {};
    const from: Record<string, Path> = {};
    for (const [name, value] of [...Object.entries(nested), ...Object.entries(given).filter(([name]) => name.startsWith('ui:') && name !== 'ui:options')]) {
      const short = name.replace(/^ui:/, '');
      options[short] = value;
      from[short] = short === name ? join(path, 'ui:options', name) : join(path, name);
    }
    this.options(options, (name) => from[name]!, made);
    for (const [name, value] of Object.entries(given)) {
      const at = join(path, name);
      if (name.startsWith('ui:')) continue;
      if (Array.isArray(value)) made[name] = value.map((part, i) => this.node(part, join(at, i)));
      else if (isObject(value)) made[name] = this.node(value, at);
      else this.#drop(at, insteadOf(name), name);
    }
    return made;
  }

  /** What `ui:…` and `ui:options` say of one place. */
  options(options: Loose, pathOf: (name: string) => Path, made: Hints): void {
    const keywords: Loose = {};
    const notes: Annotations = {};
    const drop = (name: string, instead = insteadOf(name)) => {
      const text = typeof options[name] === 'string' ? options[name] : JSON.stringify(options[name]);
      this.#drop(pathOf(name), instead, `${name}: ${text}`);
    };
    for (const [name, value] of Object.entries(options)) {
      const text = typeof value === 'string' && value.trim() !== '' ? value : undefined;
      if (OURS.test(name) && value === true) continue;
      else if (name === 'widget' || name === 'inputType') {
        const known = String(text).replace(/Widget$/, '').toLowerCase();
        const [widget, lost] = Object.hasOwn(WIDGETS, known) ? WIDGETS[known]! : [undefined, CONTROL];
        if (widget && (name === 'widget' || !made['ui:widget'])) made['ui:widget'] = widget;
        if (lost) drop(name, lost);
      } else if (name === 'title' && text) keywords.title = text;
      else if (name === 'description' && text) notes.hint = text;
      else if (name === 'help' && text) made['ui:help'] = text;
      else if (name === 'autocomplete' && text) notes.autocomplete = text;
      else if (name === 'placeholder' && text) {
        made['ui:example'] = text;
        drop(name);
      } else if (/^(readonly|disabled)$/.test(name) && typeof value === 'boolean') {
        if (value) keywords.readOnly = true;
      } else if (name === 'order' && Array.isArray(value)) made['ui:order'] = value.filter((each) => typeof each === 'string');
      else if (name === 'enumNames' && typeof value === 'object') made['ui:names'] = value;
      else if (name === 'submitButtonOptions') {
        if (isObject(value) && (value.norender === true || value.submitText !== undefined || value.props !== undefined)) drop(name);
      } else drop(name);
    }
    if (Object.keys(keywords).length > 0) made['ui:keywords'] = keywords;
    if (Object.keys(notes).length > 0) made['ui:notes'] = notes;
  }
}
