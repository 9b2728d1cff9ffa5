// What surveys are made of: the keywords of most forms, lists of choices, and conditions with `not` and `anyOf`. A third of the whole vocabulary's weight.
import { keywords as declared } from '../document/keywords.js';
import { read } from '../pointer.js';
import { arrays } from './arrays.js';
import { rareLogic } from './branches.js';
import { plain } from './keywords.js';
import { multipleOf } from './multiple.js';
import type { Keyword, Vocabulary } from './node.js';
import { NeedsMore } from './problems.js';
import { reads } from './rare-reads.js';

/** A pattern with two loops takes longer than the text is long: the whole vocabulary has another way to match it. */
const TWO_LOOPS = /([*+]|,\}).*([*+]|,\})/s;

const absent = (name: string): Keyword => () => { throw new NeedsMore(name); };
const { items, uniqueItems, contains } = arrays;

export const surveyVocabulary: Vocabulary = {
  keywords: new Map([
    // What asserts something and is not here must not be passed over.
    ...[...declared].filter(([, kind]) => /^(schema|number|count|name)/.test(kind)).map(([name]): [string, Keyword] => [name, absent(name)]),
    ...plain.keywords, ...Object.entries({ items, uniqueItems, contains, multipleOf, ...rareLogic } as Record<string, Keyword>),
    // Parts of `contains`.
    ['minContains', () => undefined], ['maxContains', () => undefined],
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
