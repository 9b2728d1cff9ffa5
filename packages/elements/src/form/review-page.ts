import { chosenKeys, fieldText, fieldValue, pagesOf, papersOf, slotsOf, stateAt, type NodeState } from '@dvc/core';
import { bytes, format } from '@dvc/locale';
import { review, type ReviewGroup, type ReviewItem } from '@dvc/ui/chrome/review.js';
import { answerText } from '@dvc/ui/fields/readonly.js';
import { html, nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { feesView } from './fees-view.js';
import { paperId, type FormScene } from './page.js';
import { inTheirOrder, isSeen } from './places.js';

// Drawn once for the same answers: a new promise would take the list away and with it the focus of who is reading it.
const drawn = new WeakMap<FormScene, { root: NodeState; uploads: unknown; view: Promise<TemplateResult> }>();

/** All answers in the citizen's words, to be read before they are sent. */
export function reviewView(scene: FormScene): TemplateResult {
  const { root, uploads } = scene.store.state;
  let known = drawn.get(scene);
  if (!known || known.root !== root || known.uploads !== uploads) {
    known = { root, uploads, view: sections(scene).then((all) => review(all, scene.models.texts.words)) };
    drawn.set(scene, known);
  }
  return html`${until(known.view, nothing)}${feesView(scene)}`;
}

async function sections(scene: FormScene) {
  const { store, plan } = scene;
  const { say } = scene.models.texts;
  const more = scene.parts.more!;
  const editable = !store.state.readOnly;
  return Promise.all(pagesOf(store.state).filter((page) => page.kind !== 'review').map(async (page) => {
    const step = plan.steps.find((each) => each.id === page.id);
    const title = page.kind === 'papers' ? more.papersTitle : say(step?.title);
    return {
      step: page.id, title, ...(editable ? { edit: format(more.editStep, { title }) } : {}),
      groups: page.kind === 'papers' ? [{ items: paperItems(scene) }] : await stepGroups(scene, step!.nodes.flatMap((each) => stateAt(store.state.root, each) ?? []), title),
    };
  }));
}

/** A part's own fields come before the parts inside it, so that none of them reads as belonging to the part before. */
async function stepGroups(scene: FormScene, nodes: readonly NodeState[], above: string): Promise<ReviewGroup[]> {
  const groups: { title: string; items: Promise<ReviewItem>[] }[] = [];
  const { words, say, label } = scene.models.texts;
  const walk = (title: string, inside: readonly NodeState[]): void => {
    const seen = inside.filter(isSeen);
    const items = seen.flatMap((node) => [
      ...(scene.parts.shapes?.chosenItems(scene, node) ?? []).map((item) => Promise.resolve(item)),
      ...(isAddress(node) ? [addressItem(scene, node, say(node.shape.title))] : node.shape.kind === 'field' && node.shape.control !== 'none' ? [itemOf(scene, node)] : []),
    ]);
    if (items.length > 0) groups.push({ title: title === above ? '' : title, items });
    for (const node of seen) {
      const { kind, slots } = node.shape;
      if (kind === 'object' && !isAddress(node)) walk(say(node.shape.title) || (node.plan.parent ? '' : above), inTheirOrder(node));
      if (kind === 'list' && slots > 0) walk(label(node), slotsOf(node).flatMap((slot) => slot ?? []));
      if (kind === 'nest' && node.nested) walk(label(node), partsOf(node.nested));
      if (node.rows && (kind === 'list' || kind === 'object')) rowsOf(node, node.rows);
    }
  };
  const rowsOf = (list: NodeState, rows: readonly NodeState[]): void => {
    const { item, entry } = list.plan;
    const made = item ?? entry;
    const title = say(list.shape.rowTitle ?? made?.rowTitle ?? made?.title) || (entry ? words.entry : label(list));
    for (const [i, row] of rows.entries()) walk(row.key ?? format(words.rowTitle, { title, n: i + 1 }, words.lang), row.shape.kind === 'nest' && row.nested ? partsOf(row.nested) : partsOf(row));
  };
  walk('', nodes);
  return Promise.all(groups.map(async ({ title, items }) => ({ ...(title ? { title } : {}), items: await Promise.all(items) })));
}

/** What stands directly in a row or in a form inside the form. */
const partsOf = (node: NodeState): readonly NodeState[] => (node.shape.kind === 'object' && node.plan.unions.length === 0 && !node.plan.entry ? inTheirOrder(node) : [node]);
const isAddress = (node: NodeState) => node.shape.widget === 'address';

/** An address is read as one line, from the house to the country. */
async function addressItem(scene: FormScene, node: NodeState, title: string): Promise<ReviewItem> {
  const parts = await Promise.all(inTheirOrder(node).filter((child) => isSeen(child) && child.shape.kind === 'field').map((child) => valueOf(scene, child)));
  return { label: title || scene.models.texts.label(node), value: parts.filter(Boolean).reverse().join(', '), ...(scene.store.state.readOnly ? {} : { id: scene.models.domId(node) }) };
}

async function itemOf(scene: FormScene, node: NodeState): Promise<ReviewItem> {
  return { label: scene.models.texts.label(node), value: await valueOf(scene, node), ...noted(scene, node), ...(node.shape.readOnly || scene.store.state.readOnly ? {} : { id: scene.models.domId(node) }) };
}

/** Where an answer is from stands beside it. */
function noted(scene: FormScene, node: NodeState): { note?: string } {
  const note = scene.company?.sourceOf(scene, node);
  return note ? { note } : {};
}

async function valueOf(scene: FormScene, node: NodeState): Promise<string> {
  const { words } = scene.models.texts;
  const model = scene.models.of(node);
  const value = fieldValue(node);
  // A box that nobody ticked says no; "nothing entered" would look like a fault.
  if (value === undefined) return node.shape.control === 'checkbox' ? words.no : '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (node.shape.codeList && typeof value === 'string') {
    return scene.lists!.nameOf(node.shape.codeList, value, node.shape.codeList.within === undefined ? undefined : withinOf(scene, node));
  }
  if (model.options) return chosenKeys(node).map((key) => model.options!.find((option) => option.value === key)?.label ?? key).join('\n');
  // As tidied, even when the page was left before the field was.
  return answerText({ ...model, text: fieldText({ ...node, text: undefined }) }, words);
}

function withinOf(scene: FormScene, node: NodeState): string | undefined {
  const parent = node.plan.parent!;
  const name = node.shape.codeList!.within!;
  const holder = findParent(scene.store.state.root, node.id);
  const value = holder?.children?.[parent.positions.get(name) ?? -1];
  const code = value && fieldValue(value);
  return typeof code === 'string' ? code : undefined;
}

function findParent(root: NodeState, id: string): NodeState | undefined {
  if (root.children?.some((child) => child.id === id)) return root;
  return root.children?.filter((child) => id.startsWith(`${child.id}/`)).map((child) => findParent(child, id)).find(Boolean);
}

function paperItems(scene: FormScene): ReviewItem[] {
  const { words, say } = scene.models.texts;
  const { state } = scene.store;
  return papersOf(state).map((paper) => ({
    label: say(paper.plan.title), value: (state.uploads[paper.key] ?? []).map((file) => `${file.name} (${bytes(file.size, words.lang)})`).join('\n'), ...(state.readOnly ? {} : { id: paperId(paper.key) }),
  }));
}
