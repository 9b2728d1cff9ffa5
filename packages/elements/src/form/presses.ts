import type { Action as Press } from '@dvc/ui/read-control.js';
import type { DvcForm } from './form.js';
import type { FormScene } from './page.js';

/** What a press on the form's own buttons and links does. Each part knows the buttons that it has drawn. */
export function press(form: DvcForm, scene: FormScene, pressed: Press, place: string | undefined): void {
  const { action, id, row } = pressed;
  if (scene.company?.press(pressed, scene)) return;
  if (action === 'submit') form.submit();
  else if (action === 'login') form.login();
  else if (action === 'goto') void form.reveal(id!);
  else if (place !== undefined && /row/.test(action)) scene.parts.rows?.moveRows(form, scene, action, place, row);
  else if (place === undefined || !scene.parts.shapes?.press(form, scene, pressed, place)) scene.parts.pages?.press(form, scene, pressed);
}
