// All keywords of the language: for Node, and for the documents that use the rarer ones.
import type { Issue } from '../types.js';
import { arrays } from './arrays.js';
import { rareLogic } from './branches.js';
import { plain } from './keywords.js';
import { safePattern } from './linear-pattern.js';
import { multipleOf } from './multiple.js';
import type { Rest, Vocabulary } from './node.js';
import { normaliseSchema } from './normalise.js';
import { rareObjects } from './rare-objects.js';
import { reads } from './rare-reads.js';
import { resources } from './resources.js';

/** Only an object or a list that an `unevaluated*` keyword looks at costs a set. */
const watched: Rest['watched'] = (before, last) => (value, at, out, seen) => {
  if (typeof value !== 'object' || value === null) return before(value, at, out, seen);
  const mine = new Set<string | number>();
  let ok = before(value, at, out, mine);
  if (!ok && !out) return false;
  ok = last(value, at, out, mine) && ok;
  if (seen) for (const name of mine) seen.add(name);
  return ok;
};

/** An `unevaluated*` issue says nothing new when another issue lies under the same property. */
export function withoutEchoes(issues: Issue[]): Issue[] {
  if (!issues.some((i) => i.code.startsWith('unevaluated'))) return issues;
  return issues.filter((issue) => !issue.code.startsWith('unevaluated')
    || !issues.some((other) => !other.code.startsWith('unevaluated') && (other.path === issue.path || other.path.startsWith(`${issue.path}/`))));
}

export const whole: Vocabulary = {
  keywords: new Map([...plain.keywords, ...Object.entries({ ...arrays, ...rareObjects, ...rareLogic, multipleOf })]),
  rest: { normalise: normaliseSchema, watched, withoutEchoes, resources, reads, pattern: safePattern },
};
