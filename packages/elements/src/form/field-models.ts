import { chosenKeys, fieldText, nodeIssues, warningOf, type NodeState, type Store } from '@dvc/core';
import type { NodePlan } from '@dvc/schema';
import type { FieldModel, Option } from '@dvc/ui/model.js';
import type { CodeLists } from './code-lists.js';
import type { Texts } from './texts.js';

/**
 * Makes the plain models that views draw, and remembers them: the same state gives the same object, so a view that has
 * not changed costs one comparison.
 */
export class FieldModels {
  readonly #models = new WeakMap<NodeState, FieldModel>();
  readonly #options = new WeakMap<NodePlan, readonly Option[]>();
  readonly #ids: Map<string, string>;
  readonly texts: Texts;
  readonly #store: Store;
  readonly #lists: CodeLists | undefined;

  constructor(store: Store, texts: Texts, lists: CodeLists | undefined, ids: Map<string, string>) {
    this.#store = store;
    this.texts = texts;
    this.#lists = lists;
    this.#ids = ids;
  }

  /** The id of a place in the page: short, safe, stable while rows move. */
  domId(node: NodeState): string {
    const rows = node.plan.lists.length > 0 ? rowsOf(node) : '';
    const id = `f${node.plan.index}${rows}`;
    this.#ids.set(id, node.id);
    return id;
  }

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
    const { plan } = node;
    const { texts } = this;
    const state = this.#store.state;
    const readOnly = plan.readOnly || state.readOnly;
    const model: { -readonly [K in keyof FieldModel]: FieldModel[K] } = {
      id: this.domId(node), control: plan.control === 'none' ? 'text' : plan.control, label: texts.label(node), text: fieldText(node), required: node.required, readOnly, disabled: false,
    };
    if (plan.hint) model.hint = texts.say(plan.hint);
    if (plan.choices || /^(checkbox|radio|combobox)$/.test(plan.control)) model.chosen = chosenKeys(node);
    if (plan.choices) model.options = this.#optionsOf(plan);
    else if (plan.control === 'radio') model.options = yesNo(texts);
    if (plan.autocomplete && !readOnly) model.autocomplete = plan.autocomplete;
    if (plan.formatter?.inputMode) model.inputMode = plan.formatter.inputMode;
    if (plan.mediaType) model.accept = plan.mediaType;
    if (plan.width) model.width = plan.width as NonNullable<FieldModel['width']>;
    const shown = node.touched || state.attempted;
    const issue = shown && nodeIssues(node)[0];
    if (issue) model.error = texts.sentence(issue, node);
    const warning = (shown && warningOf(node)) || Object.values(node.flags ?? {}).find((flag) => flag.level === 'warning');
    if (warning) model.warning = texts.sentence(warning, node);
    return model;
  }

  #optionsOf(plan: NodePlan): readonly Option[] {
    let options = this.#options.get(plan);
    if (!options) {
      options = plan.choices!.map((choice) => ({ value: choice.key, label: this.texts.say(choice.title), ...(choice.hint ? { hint: this.texts.say(choice.hint) } : {}) }));
      this.#options.set(plan, options);
    }
    return options;
  }
}

const yesNo = (texts: Texts): readonly Option[] => [{ value: 'true', label: texts.words.yes }, { value: 'false', label: texts.words.no }];

/** `/members/r2/name` with the list at `/members` gives `-r2`. */
function rowsOf(node: NodeState): string {
  const tokens = node.id.split('/');
  return node.plan.path.split('/').map((token, i) => (token === '*' ? `-${tokens[i]}` : '')).join('');
}
