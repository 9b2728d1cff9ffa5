import { format } from '@dvc/locale';
import { focusField, type Action as Press } from '@dvc/ui/read-control.js';
import type { DvcForm } from './form.js';
import { paperId, type FormScene } from './page.js';
import { uploadingOf } from './uploading.js';

/** What a press on the buttons of steps, papers, review and acknowledgement does. */
export function press(form: DvcForm, scene: FormScene, { action, id, step, element }: Press): void {
  const { store } = scene;
  switch (action) {
    case 'next': store.dispatch({ type: 'next' }); return;
    case 'back': store.dispatch({ type: 'back' }); return;
    case 'step': if (step) form.goTo(step); return;
    case 'edit': if (step) store.dispatch({ type: 'editing', page: step }); if (id) void form.reveal(id); return;
    case 'remove-file': case 'retry-file': fileAction(form, scene, action, element.dataset['file']); return;
    case 'copy': if (id) void navigator.clipboard?.writeText(id).catch(() => undefined); return;
    case 'print': print(); return;
    case 'new-dossier':
      form.reset();
      void form.updateComplete.then(() => form.renderRoot.querySelector<HTMLElement>('#dvc-step-title, [part~=control]')?.focus());
      return;
  }
}

/** Files chosen in the box of a paper. */
export function chooseFiles(scene: FormScene, input: HTMLInputElement): void {
  uploadingOf(scene).choose(input.closest<HTMLElement>('[data-paper]')?.dataset['paper'] ?? '', [...(input.files ?? [])]);
  input.value = '';
}

function fileAction(form: DvcForm, scene: FormScene, action: string, key: string | undefined): void {
  const { models, parts } = scene;
  const uploading = uploadingOf(scene);
  const found = uploading.find(key);
  if (!found) return;
  if (action === 'retry-file') uploading.retry(found.file.key);
  else {
    uploading.remove(found.paper, found.file.key);
    form.say(format(parts.more!.fileRemoved, { name: found.file.name }, models.texts.words.lang));
  }
  // The button that was pressed is gone.
  void form.updateComplete.then(() => focusField(form.renderRoot, paperId(found.paper)));
}
