import { chosenKeys, fieldText, fieldValue, locate, nodeIssues, warningOf, type NodeState, type Store } from '@dvc/core';
import { join, type NodePlan } from '@dvc/schema';
import { errorSentence } from '@dvc/locale';
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
  readonly #lists: CodeLists;

  constructor(store: Store, texts: Texts, lists: CodeLists, ids: Map<string, string>) {
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
    const narrowing = this.#narrowing(node);
    if (narrowing !== undefined) return this.#make(node, narrowing.value);
    let model = this.#models.get(node);
    if (!model) this.#models.set(node, model = this.#make(node));
    return model;
  }

  /** The place whose answer narrows this one's list; it must be watched too. */
  narrowedBy(node: NodeState): string[] {
    const name = node.plan.codeList?.within;
    return name === undefined ? [] : [join(node.id.slice(0, node.id.lastIndexOf('/')), name)];
  }

  #narrowing(node: NodeState): { value: string | undefined } | undefined {
    const [id] = this.narrowedBy(node);
    if (id === undefined) return undefined;
    const sibling = locate(this.#store.state.root, id)?.node;
    const value = sibling && fieldValue(sibling);
    return { value: typeof value === 'string' ? value : undefined };
  }

  #make(node: NodeState, within?: string): FieldModel {
    const { plan } = node;
    const { texts } = this;
    const state = this.#store.state;
    const shown = node.touched || state.attempted;
    const issue = shown ? nodeIssues(node)[0] : undefined;
    const odd = warningOf(node);
    const warning = Object.values(node.flags ?? {}).find((flag) => flag.level === 'warning');
    const readOnly = plan.readOnly || state.readOnly;
    const isChoice = plan.choices !== undefined || plan.control === 'checkbox' || plan.control === 'radio' || plan.control === 'combobox';
    return {
      id: this.domId(node), control: plan.control === 'none' ? 'text' : plan.control, label: texts.label(node), text: fieldText(node), required: node.required, readOnly,
      disabled: plan.codeList?.within !== undefined && within === undefined && fieldValue(node) === undefined,
      ...(plan.hint ? { hint: texts.say(plan.hint) } : {}),
      ...(isChoice ? { chosen: chosenKeys(node) } : {}),
      ...(plan.choices ? { options: this.#optionsOf(plan) } : plan.control === 'radio' ? { options: yesNo(texts) } : {}),
      ...(plan.codeList ? this.#lists.model(plan.codeList, within) : {}),
      ...(issue ? { error: texts.sentence(issue, node) } : {}),
      ...(odd && shown ? { warning: errorSentence({ code: odd.code, params: { format: plan.format ?? '', reason: odd.reason } }, { label: texts.label(node), format: plan.format }, texts.words) }
        : warning ? { warning: texts.sentence(warning, node) } : {}),
      ...(plan.autocomplete && !readOnly ? { autocomplete: plan.autocomplete } : {}),
      ...(plan.formatter?.inputMode ? { inputMode: plan.formatter.inputMode } : {}),
      ...(plan.width ? { width: plan.width as NonNullable<FieldModel['width']> } : {}),
    };
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
