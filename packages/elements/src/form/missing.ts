import type { Problem } from '@dvc/schema';
import { FormError, sentenceOf } from './errors.js';

/** The rest of the form is there: said to the page's developer, and no failure. */
export function tellMissing(form: EventTarget, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  for (const problem of problems) console.warn(sentenceOf(problem, 'part-missing'));
  const { code, message } = new FormError('part-missing', `schema: expected parts that can be drawn, got ${problems.length} that cannot`, problems);
  form.dispatchEvent(new CustomEvent('dvc-error', { detail: { code, message, problems }, bubbles: true, composed: true }));
}
