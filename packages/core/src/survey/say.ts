import type { Text } from '@dvc/schema';
import type { SurveyNode } from './grow.js';
import { noted, said, textOf } from './look.js';
import { listOf } from './plain.js';
import { readingOf } from './reading.js';
import type { SurveyState } from './state.js';

/** A text of the document in the person's language. A translation counts only while it repeats the text that it translates. */
export function say({ plan, locale }: Pick<SurveyState, 'plan' | 'locale'>, text: Text | undefined): string | undefined {
  if (!text) return undefined;
  const translations = plan.document.translations ?? {};
  const made = Object.hasOwn(translations, locale) ? translations[locale]! : {};
  const found = Object.hasOwn(made, text.at) ? made[text.at]! : undefined;
  return found?.of === text.text ? found.text : text.text;
}

/** The title of a question, with the answers that its author put into it; where one of them is absent, the plain title. */
export function titleOf(state: SurveyState, node: SurveyNode): string {
  const { holds } = readingOf(state.plan, state.answers);
  const parts = noted(node, holds, 'titleParts');
  return (parts && state.plan.kit.more!.piped(state, listOf(parts.value), parts.at)) ?? say(state, textOf(said(node, holds, 'title'))) ?? node.key;
}
