import type { PlacedIssue } from '@dvc/core';
import type { NodePlan } from '@dvc/schema';
import { format } from '@dvc/locale';
import { sentenceOf, type FormScene } from './page.js';

/** The lines of a summary in which sentences may not tell which place they mean. */
export function linesOf(scene: FormScene, placed: readonly PlacedIssue[]): string[] {
  const twins = twinsOf(scene, placed);
  return placed.map((issue) => lineOf(scene, issue, twins));
}

/** Labels and sentences that stand at several places: mother's and father's ID. */
function twinsOf(scene: FormScene, placed: readonly PlacedIssue[]): ReadonlySet<string> {
  const first = new Map<string, NodePlan>();
  const twins = new Set<string>();
  for (const issue of placed) {
    for (const text of [scene.models.texts.label(issue.node), sentenceOf(scene, issue)]) {
      if (!first.has(text)) first.set(text, issue.node.plan);
      else if (first.get(text) !== issue.node.plan) twins.add(text);
    }
  }
  return twins;
}

/** An issue's line: the row, as every row has the same labels, and the groups where the line alone would not tell. */
function lineOf(scene: FormScene, issue: PlacedIssue, twins: ReadonlySet<string>): string {
  const { words, say, label } = scene.models.texts;
  const text = sentenceOf(scene, issue);
  const twin = twins.has(text) || twins.has(label(issue.node));
  const { plan } = issue.node;
  const where: string[] = [];
  for (let up = plan; up.parent; up = up.parent) {
    const list = up.parent;
    if (list.item === up) {
      const title = say(list.rowTitle ?? up.rowTitle ?? up.title) || words.row;
      where.unshift(format(words.rowTitle, { title, n: Number(issue.path.split('/')[list.path.split('/').length]) + 1 }, words.lang));
    } else if (twin && up !== plan && up.kind === 'object' && up.title?.text) where.unshift(say(up.title));
  }
  return where.length > 0 ? `${where.join(', ')}: ${text}` : text;
}
