// One question as a page shows it, from the plan and the answers so far.
import type { Json, JsonObject } from '@dvc/schema';
import type { SurveyNode } from './grow.js';
import { choicesAt, exclusiveOf, noted, numberOf, said, textOf, widgetOf, wordOf, type Holds } from './look.js';
import { ordered } from './ordered.js';
import { isObject, listOf, objectOf } from './plain.js';
import { otherOf } from './plan.js';
import { LONGEST, readingOf } from './reading.js';
import { say, titleOf } from './say.js';
import type { SurveyState } from './state.js';
import type { SurveyChoice, SurveyQuestion } from './types.js';

/** An image lies beside the document: a page asks nobody else for anything. */
const BESIDE = /^(?![\\/]{2})[^:\\]+$/;

export function questionOf(state: SurveyState, node: SurveyNode): SurveyQuestion {
  const { plan } = state;
  const reading = readingOf(plan, state.answers);
  const { holds } = reading;
  const word = (name: string) => wordOf(noted(node, holds, name));
  const limit = (keyword: string) => numberOf(said(node, holds, keyword));
  const widget = widgetOf(node, holds, plan);
  const order = state.order[node.path];
  const rows = node.kind === 'object' ? ordered(node.children.filter((child) => reading.shown(child)), order, ({ key }) => key).map((child) => questionOf(state, child)) : [];
  const isGrid = widget === 'matrix' && rows.length > 0;
  return {
    path: node.path, widget, title: titleOf(state, node), rows,
    hint: say(state, textOf(noted(node, holds, 'hint')) ?? textOf(said(node, holds, 'description'))),
    required: reading.required(node), softRequired: noted(node, holds, 'softRequired')?.value === true,
    choices: isGrid ? rows[0]!.choices : ordered(choicesOf(state, node, holds), order, ({ key }) => key),
    many: isGrid ? rows[0]!.many : node.many,
    ends: endsOf(state, node, holds),
    minimum: limit('minimum'), maximum: limit('maximum'), step: limit('multipleOf'),
    minItems: limit('minItems') ?? 0, maxItems: limit('maxItems'),
    maxLength: wordOf(said(node, holds, 'type')) === 'string' ? limit('maxLength') ?? LONGEST : undefined,
    other: otherQuestion(state, node), exclusive: exclusiveOf(node, holds),
    format: wordOf(said(node, holds, 'format')), autocomplete: word('autocomplete'), codeList: codeListOf(noted(node, holds, 'codeList')?.value),
  };
}

function choicesOf(state: SurveyState, node: SurveyNode, holds: Holds): SurveyChoice[] {
  const images = noted(node, holds, 'images');
  const scores = objectOf(noted(node, holds, 'scores')?.value);
  return choicesAt(node, holds, state.plan).map(({ key, value, title, hint }) => {
    const { src, alt } = objectOf(objectOf(images?.value)[key]);
    const image = images && typeof src === 'string' && BESIDE.test(src)
      ? { src, alt: say(state, textOf({ value: alt as Json, at: `${images.at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}/alt` })) ?? '' } : undefined;
    const score = Object.hasOwn(scores, key) ? scores[key] : undefined;
    return { key, value, title: say(state, title) ?? key, hint: say(state, hint), image, ...(typeof score === 'number' ? { score } : {}) };
  });
}

function endsOf(state: SurveyState, node: SurveyNode, holds: Holds): SurveyQuestion['ends'] {
  const found = noted(node, holds, 'ends');
  const [low, high] = listOf(found?.value).map((text, i) => say(state, textOf({ value: text, at: `${found!.at}/${i}` })));
  return low !== undefined && high !== undefined ? [low, high] : undefined;
}

function otherQuestion(state: SurveyState, node: SurveyNode): SurveyQuestion['other'] {
  const other = otherOf(node);
  const field = other && node.parent!.children.find(({ key }) => key === other.field);
  return field && field !== node && state.plan.insideOf.get(field) === node ? { choice: other.choice, question: questionOf(state, field) } : undefined;
}

function codeListOf(found: Json | undefined): SurveyQuestion['codeList'] {
  if (!isObject(found) || typeof found.id !== 'string') return undefined;
  const { id, version, within } = found as JsonObject;
  return { id: id as string, ...(typeof version === 'string' ? { version } : {}), ...(typeof within === 'string' ? { within } : {}) };
}
