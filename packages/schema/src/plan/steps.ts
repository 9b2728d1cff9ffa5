import type { FormDocument } from '../document/types.js';
import type { CompiledSchema } from '../json-schema/types.js';
import { join } from '../pointer.js';
import type { JsonSchema } from '../types.js';
import { findPlace } from './places.js';
import type { NodePlan, StepPlan } from './types.js';

export function stepsOf(document: FormDocument, root: NodePlan, when: (when: JsonSchema) => CompiledSchema): StepPlan[] {
  if (!document.steps?.length) {
    return [{ id: 'form', title: { text: document.title, at: '/title' }, nodes: [root] }];
  }
  return document.steps.map((step, i) => ({
    id: step.id,
    title: { text: step.title, at: join('/steps', i, 'title') },
    ...(step.hint === undefined ? {} : { hint: { text: step.hint, at: join('/steps', i, 'hint') } }),
    nodes: (step.fields ?? []).map((path) => findPlace(root, path)).filter((node) => node !== undefined),
    ...(step.when === undefined ? {} : { when: when(step.when) }),
  }));
}

/** `x-dvc.order` first, then the order of the document. */
export const inOrder = (nodes: readonly NodePlan[]): NodePlan[] =>
  nodes.some((node) => node.order !== undefined) ? [...nodes].sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || a.index - b.index) : [...nodes];
