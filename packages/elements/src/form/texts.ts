import type { FormPlan, Issue, Text } from '@dvc/schema';
import { errorSentence, type Words } from '@dvc/locale';
import type { NodeState } from '@dvc/core';

/** The document's texts in one locale. A translation counts only while it repeats the text that it translates. */
export interface Texts {
  readonly words: Words;
  say(text: Text | undefined): string;
  /** The sentence of an issue of this place. */
  sentence(issue: Issue, node: NodeState): string;
  label(node: NodeState): string;
}

export function textsOf(plan: FormPlan, words: Words): Texts {
  const translations = Object.entries(plan.document.translations ?? {}).find(([locale]) => locale === words.lang)?.[1] ?? {};
  const byText = new Map(Object.values(translations).map(({ of, text }) => [of, text]));
  const say = (text: Text | undefined): string => {
    if (!text) return '';
    const found = Object.hasOwn(translations, text.at) ? translations[text.at] : undefined;
    return found?.of === text.text ? found.text : byText.get(text.text) ?? text.text;
  };
  const label = (node: NodeState) => say(node.plan.title) || nameOf(node.plan.key);
  return {
    words, say, label,
    sentence: (issue, node) => errorSentence(
      issue.message === undefined ? issue : { ...issue, message: byText.get(issue.message) ?? issue.message },
      { label: label(node), control: node.plan.kind === 'field' ? node.plan.control : 'list', format: node.plan.format }, words,
    ),
  };
}

/** A readable form of a property name, where the author gave no title: `hoTen` → `Ho ten`. */
function nameOf(key: string): string {
  const words = key.replace(/[_-]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
