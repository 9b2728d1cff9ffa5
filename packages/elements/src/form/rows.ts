import { locate, nodeIssues, type NodeState } from '@dvc/core';
import { format, inSentence } from '@dvc/locale';
import { rows } from '@dvc/ui/chrome/rows.js';
import { pages } from '@dvc/ui/pages.styles.js';
import { nothing } from 'lit';
import type { DvcForm } from './form.js';
import type { FormScene } from './page.js';
import { insideView, placeView, type Scene } from './places.js';

export { reduceRows as reduce } from '@dvc/core';

export const rowSheets = [pages.styleSheet!];

/** A repeat group: each row a card, with its own buttons, keyed by its stable id. */
export function rowsView(scene: Scene, node: NodeState, level: number): unknown {
  const { models, store } = scene;
  const { words, say, sentence } = models.texts;
  const { plan, shape } = node;
  if (!plan.item) return scene.parts.shapes?.slotsView(scene, node, level, nothing);
  const children = node.rows ?? [];
  const item = say(shape.rowTitle ?? plan.item.rowTitle ?? plan.item.title) || words.row;
  const inside = inSentence(item);
  const fixed = store.state.readOnly;
  const wrong = node.value !== undefined ? scene.parts.shapes?.wrongKindView(scene, node) : nothing;
  const issue = node.touched || store.state.attempted || node.value !== undefined ? nodeIssues(node)[0] : undefined;
  const named = (action: string, n: number) => format(words.rowAction, { action, title: inside, n }, words.lang);
  const id = models.domId(node);
  // After slots, the list itself has spoken.
  const isAfter = shape.slots > 0;
  const view = rows({
    id: isAfter ? `${id}-rows` : id, list: id, title: isAfter ? words.entries : models.texts.label(node), level: isAfter ? level + 1 : level,
    ...(shape.hint && !isAfter ? { hint: say(shape.hint) } : {}),
    ...(issue && !isAfter ? { error: sentence(issue, node) } : {}),
    rows: children.map((row, i) => ({
      id: row.id.slice(row.id.lastIndexOf('/') + 1), title: format(words.rowTitle, { title: item, n: i + 1 }, words.lang),
      ...(fixed ? {} : { remove: named(words.remove, i + 1) }),
      ...(fixed || i === 0 ? {} : { up: named(words.moveUp, i + 1) }),
      ...(fixed || i === children.length - 1 ? {} : { down: named(words.moveDown, i + 1) }),
    })),
    empty: format(words.rowsEmpty, { title: inside }, words.lang),
    ...(fixed || children.length + shape.slots >= shape.maxItems ? {} : { add: format(words.addRow, { title: inside }, words.lang) }),
  }, words, (row) => {
    const state = children.find((each) => each.id.endsWith(`/${row.id}`))!;
    return state.shape.kind === 'object' && !state.plan.shaper ? insideView(scene, state, level + 2) : placeView(scene, state, level + 2);
  });
  return isAfter ? scene.parts.shapes?.slotsView(scene, node, level, view) : [wrong, view];
}

/** The box for a name opens where the heading is. */
function rename(form: DvcForm, models: FormScene['models'], store: FormScene['store'], entry: string): void {
  const node = locate(store.dispatch({ type: 'naming', id: entry }).root, entry)?.node;
  if (node) void form.updateComplete.then(() => form.reveal(models.handleId(node, 'key')));
}

/** After a row came, went or moved, the focus stays where the person works, and what happened is said. */
export function moveRows(form: DvcForm, { store, models }: FormScene, action: string, list: string, row: string | undefined): void {
  if (action === 'rename-row') return rename(form, models, store, `${list}/${row}`);
  const at = locate(store.state.root, list)?.node.rows?.findIndex((each) => each.id === `${list}/${row}`) ?? -1;
  if (action === 'add-row') store.dispatch({ type: 'row-added', id: list });
  else if (action === 'remove-row') store.dispatch({ type: 'row-removed', id: `${list}/${row}` });
  else store.dispatch({ type: 'row-moved', id: `${list}/${row}`, by: action === 'row-up' ? -1 : 1 });
  form.answered(list);
  const node = locate(store.state.root, list)?.node;
  if (!node) return;
  const rows = node.rows ?? [];
  const domId = `${models.domId(node)}${node.shape.kind === 'object' && (node.plan.children.length > 0 || node.plan.unions.length > 0) ? '-entries' : node.shape.slots > 0 ? '-rows' : ''}`;
  const focus = action === 'add-row' ? rows.at(-1)?.id : action === 'remove-row' ? rows[Math.min(at, rows.length - 1)]?.id : `${list}/${row}`;
  const heading = focus === undefined ? `${domId}-title` : `${domId}-${focus.slice(focus.lastIndexOf('/') + 1)}-title`;
  void form.updateComplete.then(() => form.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(heading)}`)?.focus());
  const { words, say } = models.texts;
  const made = node.plan.item ?? node.plan.entry;
  const title = inSentence(say(node.shape.rowTitle ?? made?.rowTitle ?? made?.title) || words.row);
  const said = action === 'add-row' ? words.rowAdded : action === 'remove-row' ? words.rowRemoved : words.rowMoved;
  form.say(format(said, { title, n: action === 'add-row' ? rows.length : action === 'remove-row' ? at + 1 : at + (action === 'row-up' ? 0 : 2) }, words.lang));
}
