import { locate } from '@dvc/core';
import { focusField, type Action as Press } from '@dvc/ui/read-control.js';
import { format, inSentence } from '@dvc/locale';
import type { DvcForm } from './form.js';
import type { FormScene } from './page.js';
import type { Uploading } from './uploading.js';

/** What a press on the form's own buttons and links does. */
export function press(form: DvcForm, scene: FormScene, uploading: Uploading, { action, id, row, step, element }: Press, ids: ReadonlyMap<string, string>): void {
  const { store } = scene;
  const place = ids.get(id ?? '');
  switch (action) {
    case 'next': store.dispatch({ type: 'next' }); return;
    case 'back': store.dispatch({ type: 'back' }); return;
    case 'submit': form.submit(); return;
    case 'step': if (step) form.goTo(step); return;
    case 'edit': if (step) store.dispatch({ type: 'editing', page: step }); if (id) void form.reveal(id); return;
    case 'goto': if (id) void form.reveal(id); return;
    case 'add-row': case 'remove-row': case 'row-up': case 'row-down': if (place !== undefined) moveRows(form, scene, action, place, row); return;
    case 'remove-file': case 'retry-file': fileAction(form, scene, uploading, action, element.dataset['file']); return;
    case 'copy': if (id) void navigator.clipboard?.writeText(id).catch(() => undefined); return;
    case 'print': print(); return;
    case 'new-dossier':
      form.reset();
      void form.updateComplete.then(() => form.renderRoot.querySelector<HTMLElement>('#dvc-step-title, [part~=control]')?.focus());
      return;
  }
}

/** After a row came, went or moved, the focus stays where the person works, and what happened is said. */
function moveRows(form: DvcForm, { store, models }: FormScene, action: string, list: string, row: string | undefined): void {
  const at = locate(store.state.root, list)?.node.children?.findIndex((each) => each.id === `${list}/${row}`) ?? -1;
  if (action === 'add-row') store.dispatch({ type: 'row-added', id: list });
  else if (action === 'remove-row') store.dispatch({ type: 'row-removed', id: `${list}/${row}` });
  else store.dispatch({ type: 'row-moved', id: `${list}/${row}`, by: action === 'row-up' ? -1 : 1 });
  form.answered(list);
  const node = locate(store.state.root, list)?.node;
  if (!node) return;
  const rows = node.children ?? [];
  const domId = models.domId(node);
  const focus = action === 'add-row' ? rows.at(-1)?.id : action === 'remove-row' ? rows[Math.min(at, rows.length - 1)]?.id : `${list}/${row}`;
  const heading = focus === undefined ? `${domId}-title` : `${domId}-${focus.slice(focus.lastIndexOf('/') + 1)}-title`;
  void form.updateComplete.then(() => form.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(heading)}`)?.focus());
  const { words, say } = models.texts;
  const title = inSentence(say(node.plan.rowTitle ?? node.plan.item?.rowTitle ?? node.plan.item?.title) || words.row);
  const said = action === 'add-row' ? words.rowAdded : action === 'remove-row' ? words.rowRemoved : words.rowMoved;
  form.say(format(said, { title, n: action === 'add-row' ? rows.length : action === 'remove-row' ? at + 1 : at + (action === 'row-up' ? 0 : 2) }, words.lang));
}

function fileAction(form: DvcForm, { models, parts }: FormScene, uploading: Uploading, action: string, key: string | undefined): void {
  const found = uploading.find(key);
  if (!found) return;
  if (action === 'retry-file') uploading.retry(found.file.key);
  else {
    uploading.remove(found.paper, found.file.key);
    form.say(format(parts.more!.fileRemoved, { name: found.file.name }, models.texts.words.lang));
  }
  // The button that was pressed is gone.
  void form.updateComplete.then(() => focusField(form.renderRoot, `paper-${found.paper.replace('/', '-')}`));
}
