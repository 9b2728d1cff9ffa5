// For Node: the rarer shapes are at hand.
import type { FormPlan } from '@dvc/schema';
import { rare } from './rare.js';
import { bringRarer } from './rarer.js';
import { beginForm, type StartOptions } from './start.js';
import type { FormState } from './state.js';

/** The first state of a form: given data, then identity, then defaults; everything reckoned once. */
export function startForm(plan: FormPlan, options: StartOptions): FormState {
  bringRarer(rare);
  return beginForm(plan, options);
}
