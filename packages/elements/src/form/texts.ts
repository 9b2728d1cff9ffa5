import type { FormPlan, Issue, Json, NodePlan, Text } from '@dvc/schema';
import { errorSentence, format, type Words } from '@dvc/locale';
import { sameJson, type NodeState } from '@dvc/core';

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
  const label = (node: NodeState) => say(node.shape.title) || (titleless(node.plan, words, say) ?? nameOf(node.plan.key));
  return {
    words, say, label,
    sentence: (issue, node) => nameSentence(issue, words) ?? errorSentence(
      issue.message === undefined ? issue : { ...issue, message: byText.get(issue.message) ?? issue.message },
      {
        label: label(node), control: kindOf(node), format: node.shape.format,
        option: (value) => say(node.shape.choices?.find((choice) => sameJson(choice.value, value as Json))?.title) || undefined,
        sibling: (name) => say((node.plan.children.find(({ key }) => key === name) ?? node.plan.parent?.children.find(({ key }) => key === name))?.title) || undefined,
      }, words,
    ),
  };
}

/** A name of an entry is no answer of the schema. */
const nameSentence = ({ code, params }: Issue, words: Words) => (code === 'entry-key' ? words.entryKeyEmpty : code === 'entry-taken' ? format(words.entryKeyTaken, params, words.lang) : undefined);

/** What a sentence calls it. */
const kindOf = ({ plan, shape: { kind, control, slots } }: NodeState) => (kind === 'field' ? control : kind === 'list' ? (slots > 0 ? 'tuple' : 'list') : plan.entry && plan.children.length === 0 ? 'map' : 'group');

/** What an author need not name: a slot has its number, a row the name of its list. */
function titleless(plan: NodePlan, words: Words, say: Texts['say']): string | undefined {
  const { parent } = plan;
  if (!parent) return words.answer;
  if (parent.entry === plan) return words.entryValue;
  if (parent.item === plan) return say(parent.title) || (titleless(parent, words, say) ?? nameOf(parent.key));
  return Number(plan.key) < parent.slots ? format(words.itemNo, { n: Number(plan.key) + 1 }, words.lang) : undefined;
}

/** A readable form of a property name, where the author gave no title: `hoTen` → `Ho ten`. */
export function nameOf(key: string): string {
  const words = key.replace(/[_-]+/g, ' ').replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2').trim().split(' ');
  // Capitals alone are an abbreviation: `CCCD`, `URL`.
  const text = words.map((word) => (word.length > 1 && word === word.toUpperCase() ? word : word.toLowerCase())).join(' ');
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : key;
}
