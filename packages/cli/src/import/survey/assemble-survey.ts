// From the questions to a survey document: conditions become `if`/`then`, pages list what they ask.
import type { FormDocument, JsonSchema, JsonSchemaObject, Step } from '@dvc/schema';
import { all, branchesOf, cutRings, schemaOf } from '../assemble.js';
import { lookup, sayGate } from '../conditions.js';
import { kebabCase, unique } from '../names.js';
import { pathOf, type Gate } from '../tree.js';
import type { PageDraft, SurveyDocument, SurveyDraft } from './draft.js';

export function assembleSurvey(draft: SurveyDraft): SurveyDocument {
  const { root, losses } = draft;
  const find = lookup(root);
  cutRings(root, find, losses);
  const branches = branchesOf(root, find, losses);
  const when = (gates: readonly Gate[], label: string): JsonSchema | undefined => {
    const parts = gates.flatMap((gate) => {
      const said = sayGate(gate, undefined, root, find);
      if ('if' in said) return [said.if];
      losses.push({ path: gate.path, component: label, what: gate.what, reason: 'condition', about: said.why });
      return [];
    });
    return parts.length > 0 ? all(parts) : undefined;
  };
  const taken = new Set<string>();
  const steps = draft.pages.map((page) => stepOf(page, when(page.questions.length > 0 ? [] : page.gates, page.title), taken));
  const screenOut = draft.screenOut.flatMap(({ gate, text }, i) => {
    const condition = when([gate], text);
    return condition === undefined ? [] : [{ id: `dung-${i + 1}`, when: condition, text }];
  });
  const survey = {
    mode: draft.mode, ...(draft.partial ? { partial: true } : {}), ...(draft.thanks ? { thanks: draft.thanks } : {}), ...(screenOut.length > 0 ? { screenOut } : {}),
  } as JsonSchemaObject;
  const document = {
    kind: 'survey', id: draft.id, version: '1.0.0', title: draft.title, ...(draft.description ? { description: draft.description } : {}),
    schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemaOf(root, branches, true) }, steps, survey,
  } as SurveyDocument;
  const translations = draft.translate?.(document as FormDocument);
  return translations ? { ...document, translations } : document;
}

function stepOf({ name, title, hint, questions, shuffle }: PageDraft, when: JsonSchema | undefined, taken: Set<string>): Step {
  return {
    id: unique(kebabCase(name ?? title, 'phan').slice(0, 60).replace(/-$/, ''), taken, '-'), title, ...(hint ? { hint } : {}),
    ...(questions.length > 0 ? { fields: questions.map(pathOf) } : {}), ...(shuffle ? { shuffle: true } : {}), ...(when === undefined ? {} : { when }),
  } as Step;
}
