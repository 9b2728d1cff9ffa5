import { chosenKeys, fieldText, fieldValue, handleOf, NESTED, nodeIssues, sameJson, textFromValue, warningOf, type NodeState, type Store } from '@dvc/core';
import { format } from '@dvc/locale';
import type { Choice, Json, Shape } from '@dvc/schema';
import type { FieldModel, Option } from '@dvc/ui/model.js';
import type { Company } from './beside/company.js';
import type { CodeLists } from './code-lists.js';
import type { Texts } from './texts.js';

/**
 * Makes the plain models that views draw, and remembers them: the same state gives the same object, so a view that has
 * not changed costs one comparison.
 */
export class FieldModels {
  readonly #models = new WeakMap<NodeState, FieldModel>();
  readonly #options = new WeakMap<Shape, readonly Option[]>();
  readonly #nested = new Map<string, string>();
  readonly #ids: Map<string, string>;
  readonly texts: Texts;
  readonly #store: Store;
  readonly #lists: CodeLists | undefined;
  readonly #company: Company | undefined;

  constructor(store: Store, texts: Texts, lists: CodeLists | undefined, ids: Map<string, string>, company: Company | undefined) {
    this.#store = store;
    this.texts = texts;
    this.#lists = lists;
    this.#ids = ids;
    this.#company = company;
  }

  /** The id of a place in the page: short, safe, stable while rows move. */
  domId(node: NodeState): string {
    const id = node.id.includes(`/${NESTED}`) ? this.#nestedId(node.id) : `f${node.plan.index}${node.plan.lists.length > 0 ? rowsOf(node) : ''}`;
    this.#ids.set(id, node.id);
    return id;
  }

  /** A place of a form inside the form: its plan's number is one of another plan. */
  #nestedId(id: string): string {
    let known = this.#nested.get(id);
    if (!known) this.#nested.set(id, known = `n${this.#nested.size}`);
    return known;
  }

  /** The id of a control that is no place: a chooser, the name of an entry. */
  handleId(node: NodeState, what: number | 'key'): string {
    const id = `${this.domId(node)}-${what === 'key' ? 'key' : `u${what}`}`;
    this.#ids.set(id, handleOf(node.id, what));
    return id;
  }

  /** The place of an id in the page. */
  placeOf(domId: string): string | undefined { return this.#ids.get(domId); }

  of(node: NodeState): FieldModel {
    // What its list offers depends on more than its own state.
    if (node.plan.codeList && this.#lists) return { ...this.#make(node), ...this.#lists.of(node) };
    let model = this.#models.get(node);
    if (!model) this.#models.set(node, model = this.#make(node));
    return model;
  }

  /** The place whose answer narrows this one's list; it must be watched too. */
  narrowedBy(node: NodeState): string | undefined { return this.#lists?.narrowedBy(node); }

  #make(node: NodeState): FieldModel {
    const { shape } = node;
    const { texts } = this;
    const state = this.#store.state;
    const readOnly = shape.readOnly || node.plan.computed !== undefined || state.readOnly || state.provenance[node.id]?.lock === 'locked' || isSettled(node);
    const model: { -readonly [K in keyof FieldModel]: FieldModel[K] } = {
      id: this.domId(node), control: shape.control === 'none' ? 'text' : shape.control, label: texts.label(node), text: fieldText(node), required: isAskedFor(node), readOnly, disabled: false,
    };
    const hint = hintOf(shape, texts);
    if (hint) model.hint = hint;
    if (shape.choices || /^(checkbox|radio|combobox)$/.test(shape.control)) model.chosen = chosenKeys(node);
    if (shape.choices) model.options = this.#withForeign(node, this.#optionsOf(shape));
    else if (shape.control === 'radio') model.options = yesNo(texts);
    if (shape.autocomplete && !readOnly) model.autocomplete = shape.autocomplete;
    if (shape.formatter?.inputMode) model.inputMode = shape.formatter.inputMode;
    if (shape.mediaType) model.accept = shape.mediaType;
    if (shape.width) model.width = shape.width as NonNullable<FieldModel['width']>;
    this.#company?.dress(model, node);
    const shown = node.touched || state.attempted;
    const issue = shown && nodeIssues(node).find(({ code }) => !code.startsWith('entry-'));
    if (issue) model.error = texts.sentence(issue, node);
    const warning = (shown && warningOf(node)) || Object.values(node.flags ?? {}).find((flag) => flag.level === 'warning');
    if (warning) model.warning = texts.sentence(warning, node);
    // A box to tick cannot show what is neither yes nor no.
    const value = fieldValue(node);
    if (shape.control === 'checkbox' && value !== undefined && value !== null && typeof value !== 'boolean') model.warning = format(texts.words.wrongKind, { value: shownValue(value) }, texts.words.lang);
    return model;
  }

  #optionsOf(shape: Shape): readonly Option[] {
    let options = this.#options.get(shape);
    if (!options) {
      options = shape.choices!.map((choice) => ({ value: choice.key, label: this.#titleOf(choice), ...(choice.hint ? { hint: this.texts.say(choice.hint) } : {}) }));
      this.#options.set(shape, options);
    }
    return options;
  }

  #titleOf({ title, value }: Choice): string {
    const { words, say } = this.texts;
    if (title.at !== '') return say(title);
    return value === true ? words.yes : value === false ? words.no : value === null ? words.kindNothing : value === '' ? words.empty : say(title);
  }

  /** A given answer that is none of the choices is shown among them, until another is chosen. */
  #withForeign(node: NodeState, options: readonly Option[]): readonly Option[] {
    const foreign = chosenKeys(node).filter((key) => !options.some(({ value }) => value === key));
    return foreign.length > 0 ? [...options, ...foreign.map((key) => ({ value: key, label: shownValue(key) }))] : options;
  }
}

/** A value as it came, for somebody to recognise it; long ones by their beginning. */
export function shownValue(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** The one answer that is possible stands there already: there is nothing to choose. */
const isSettled = (node: NodeState): boolean => node.required && node.shape.choices?.length === 1 && !node.shape.many && sameJson(fieldValue(node), node.shape.choices[0]!.value);

/** Where nothing is null, nobody need enter anything. */
const isAskedFor = ({ required, shape }: NodeState): boolean => required && !(shape.nullable && shape.defaultValue === null);

function hintOf(shape: Shape, { words, say }: Texts): string {
  const { hint, example, deprecated, format: name, control } = shape;
  const parts = [say(hint), example && !hint ? format(words.example, { example: textFromValue(shape, say(example)) }, words.lang) : name === 'date' && control === 'text' ? words.dateExample : '', deprecated ? words.deprecated : ''];
  return parts.filter(Boolean).join(' ');
}

const yesNo = (texts: Texts): readonly Option[] => [{ value: 'true', label: texts.words.yes }, { value: 'false', label: texts.words.no }];

/** `/members/r2/name` with the list at `/members` gives `-r2`. */
function rowsOf(node: NodeState): string {
  const tokens = node.id.split('/');
  return node.plan.path.split('/').map((token, i) => (token === '*' ? `-${tokens[i]!.replace('~', '')}` : '')).join('');
}
