// What surveys are made of: the keywords of most forms, lists of choices, and conditions with `not` and `anyOf`. A third of the whole vocabulary's weight.
import { keywords as declared } from '../document/keywords.js';
import { read } from '../pointer.js';
import type { Json } from '../types.js';
import { contains, items, uniqueItems } from './arrays.js';
import { not } from './branches.js';
import { plain } from './keywords.js';
import { attempt } from './logic.js';
import { multipleOf } from './multiple.js';
import { refuse, type Keyword, type Rest, type Vocabulary } from './node.js';
import { NeedsMore } from './problems.js';

/** A pattern with two loops takes longer than the text is long: the whole vocabulary has another way to match it. */
const TWO_LOOPS = /([*+]|,\}).*([*+]|,\})/s;

/** In a survey no branch has fields of its own, so nobody has to guess which one was meant. */
const anyOf: Keyword = (given: Json[], site, name) => {
  const runs = given.map((branch, i) => site.sub(branch, name, i));
  return (value, at, out, seen) => runs.some((run) => attempt(run, value, seen)) || refuse(out, at, site.schema, name, { matched: 0 });
};

const reads: Rest['reads'] = (keyword, given, out, from) => {
  if (keyword === 'not') from(given);
  else if (keyword === 'anyOf') for (const sub of given as Json[]) from(sub);
  else if (keyword === 'items' || keyword === 'contains') { out.add('/*'); from(given, '/*'); }
  else if (keyword === 'uniqueItems') out.add('/**');
  else return false;
  return true;
};

const absent = (name: string): Keyword => () => { throw new NeedsMore(name); };
const part: Keyword = () => undefined;

export const surveyVocabulary: Vocabulary = {
  keywords: new Map([
    // What asserts something and is not here must not be passed over.
    ...[...declared].filter(([, kind]) => /^(schema|number|count|name)/.test(kind)).map(([name]): [string, Keyword] => [name, absent(name)]),
    ...plain.keywords, ...Object.entries({ items, uniqueItems, contains, minContains: part, maxContains: part, multipleOf, not, anyOf } as Record<string, Keyword>),
  ]),
  rest: {
    reads,
    normalise: (schema) => schema,
    watched: (before) => before,
    withoutEchoes: (issues) => issues,
    // A survey names its conditions in `$defs`, and has no other names.
    resources: (root) => (ref) => (/^#(\/|$)/.test(ref) ? read(root, decodeURIComponent(ref.slice(1))) : undefined),
    pattern: (source) => {
      if (TWO_LOOPS.test(source)) throw new NeedsMore(source);
      return new RegExp(source, 'u');
    },
  },
};
