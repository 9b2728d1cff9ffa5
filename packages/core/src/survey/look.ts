// How a place looks now: what its schemas say of it while their conditions hold, the nearest word first.
import { join, type Json, type Path, type Text } from '@dvc/schema';
import { choiceKey, choicesOf, itemChoices, type Choice } from './choices.js';
import { listOf, objectOf } from './plain.js';
import type { Facet, Guard, SurveyNode } from './grow.js';
import type { SurveyPlan } from './plan.js';
import type { SurveyWidget } from './types.js';

export type Holds = (guard: Guard) => boolean;
interface Said { readonly value: Json; readonly at: Path }

/** A keyword of the schema. */
export function said(node: SurveyNode, holds: Holds, keyword: string): Said | undefined {
  for (const { guard, schema, at } of node.facets) {
    const value = schema[keyword];
    if (value !== undefined && holds(guard)) return { value, at: join(at, keyword) };
  }
  return undefined;
}

/** A word of `x-dvc`. */
export function noted(node: SurveyNode, holds: Holds, name: string): Said | undefined {
  for (const { guard, schema, at } of node.facets) {
    const value = objectOf(schema['x-dvc'])[name];
    if (value !== undefined && holds(guard)) return { value, at: join(at, 'x-dvc', name) };
  }
  return undefined;
}

export const numberOf = (found: Said | undefined): number | undefined => (typeof found?.value === 'number' ? found.value : undefined);
export const wordOf = (found: Said | undefined): string | undefined => (typeof found?.value === 'string' ? found.value : undefined);
export const textOf = (found: Said | undefined): Text | undefined => (typeof found?.value === 'string' && found.value !== '' ? { text: found.value, at: found.at } : undefined);

const choices = new WeakMap<Facet, readonly Choice[] | null>();
export function choicesAt(node: SurveyNode, holds: Holds, { document: { schema: root } }: SurveyPlan): readonly Choice[] {
  for (const facet of node.facets) {
    if (!holds(facet.guard)) continue;
    let found = choices.get(facet);
    if (found === undefined) {
      const { schema, at } = facet;
      choices.set(facet, found = (node.many ? itemChoices(schema, at, root) : choicesOf(schema, at)) ?? null);
    }
    if (found) return found;
  }
  return [];
}

/** What the controls of these answers carry. */
export const choiceKeysOf = (values: readonly Json[]): string[] => values.map(choiceKey);
export const exclusiveOf = (node: SurveyNode, holds: Holds): readonly string[] => listOf(noted(node, holds, 'exclusive')?.value).map(String);
export const messageOf = (node: SurveyNode, holds: Holds, code: string): string | undefined => {
  const message = objectOf(noted(node, holds, 'messages')?.value)[code];
  return typeof message === 'string' ? message : undefined;
};

const WIDGETS = /^(radio|checkboxes|yes-no|select|rating|stars|faces|scale|nps|matrix|ranking|images|slider|textarea|number|date|file|contact|consent|address|combobox)$/;
const MOST_RADIOS = 7;
const LONG_TEXT = 200;

/** The widget that the document names, or the one that the kind of answer asks for. */
export function widgetOf(node: SurveyNode, holds: Holds, plan: SurveyPlan): SurveyWidget {
  const named = wordOf(noted(node, holds, 'widget'));
  if (named !== undefined && WIDGETS.test(named)) return named as SurveyWidget;
  if (node.kind === 'object') return node.children.every((child) => child.kind === 'field' && choicesAt(child, holds, plan).length > 0) ? 'matrix' : 'contact';
  if (node.many) return 'checkboxes';
  const count = choicesAt(node, holds, plan).length;
  if (count > 0) return count <= MOST_RADIOS ? 'radio' : 'select';
  const type = wordOf(said(node, holds, 'type'));
  if (node.kind === 'list') return 'file';
  if (type === 'boolean') return 'yes-no';
  if (type === 'integer' || type === 'number') return 'number';
  if (noted(node, holds, 'codeList')) return 'combobox';
  if (wordOf(said(node, holds, 'format')) === 'date') return 'date';
  return (numberOf(said(node, holds, 'maxLength')) ?? 0) > LONG_TEXT ? 'textarea' : 'text';
}
