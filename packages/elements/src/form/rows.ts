import { nodeIssues, type NodeState } from '@dvc/core';
import { format, inSentence } from '@dvc/locale';
import { rows } from '@dvc/ui/chrome/rows.js';
import { pages } from '@dvc/ui/pages.styles.js';
import { placeView, type Scene } from './places.js';

export const rowSheets = [pages.styleSheet!];

/** A repeat group: each row a card, with its own buttons, keyed by its stable id. */
export function rowsView(scene: Scene, node: NodeState, level: number): unknown {
  const { models, store } = scene;
  const { words, say, sentence } = models.texts;
  const { plan } = node;
  const children = node.children ?? [];
  const item = say(plan.rowTitle ?? plan.item!.rowTitle ?? plan.item!.title) || words.row;
  const inside = inSentence(item);
  const fixed = store.state.readOnly;
  const issue = node.touched || store.state.attempted ? nodeIssues(node)[0] : undefined;
  const named = (action: string, n: number) => format(words.rowAction, { action, title: inside, n }, words.lang);
  return rows({
    id: models.domId(node), title: models.texts.label(node), level,
    ...(plan.hint ? { hint: say(plan.hint) } : {}),
    ...(issue ? { error: sentence(issue, node) } : {}),
    rows: children.map((row, i) => ({
      id: row.id.slice(row.id.lastIndexOf('/') + 1), title: format(words.rowTitle, { title: item, n: i + 1 }, words.lang),
      ...(fixed ? {} : { remove: named(words.remove, i + 1) }),
      ...(fixed || i === 0 ? {} : { up: named(words.moveUp, i + 1) }),
      ...(fixed || i === children.length - 1 ? {} : { down: named(words.moveDown, i + 1) }),
    })),
    empty: format(words.rowsEmpty, { title: inside }, words.lang),
    ...(fixed || children.length >= plan.maxItems ? {} : { add: format(words.addRow, { title: inside }, words.lang) }),
  }, words, (row) => {
    const state = children.find((each) => each.id.endsWith(`/${row.id}`))!;
    return state.plan.kind === 'object' ? objectRow(scene, state, level + 2) : placeView(scene, state, level + 2);
  });
}

const objectRow = (scene: Scene, row: NodeState, level: number) => (row.children ?? []).map((child) => placeView(scene, child, level));
