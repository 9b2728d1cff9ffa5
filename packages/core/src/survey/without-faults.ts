import { read, split, type Issue, type Json, type JsonObject } from '@dvc/schema';
import { isEmpty, withAnswer } from './answers.js';
import type { SurveyPlan } from './plan.js';
import { readingOf } from './reading.js';

/** A fault of what is not answered yet; a rule about all answers together waits for all of them. */
export const isOpen = (answers: JsonObject, { path, code }: Issue): boolean => path === '' || code === 'required' || isEmpty(read(answers, path));

/** What is sent on the way: an answer that is only begun, and would be refused, is left out. */
export function withoutFaults(plan: SurveyPlan, answers: Readonly<Record<string, Json>>): JsonObject {
  let left = answers;
  // Taking one out can close the question that another one opened; each round takes out at least one.
  for (;;) {
    const reading = readingOf(plan, left);
    const wrong = reading.issues.flatMap(({ path, code }) => {
      if (code === 'required') return [];
      for (let tokens = split(path); tokens.length > 0; tokens = tokens.slice(0, -1)) {
        const node = plan.nodes.get(`/${tokens.map((token) => token.replace(/~/g, '~0').replace(/\//g, '~1')).join('/')}`);
        if (node && reading.held(node) !== undefined) return [node.path];
      }
      return [];
    });
    if (wrong.length === 0) return reading.payload;
    for (const path of wrong) left = withAnswer(left, path, undefined);
  }
}
