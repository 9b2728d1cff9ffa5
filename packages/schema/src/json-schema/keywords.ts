// What each keyword of most forms compiles to. Which keywords are declared, and what they hold, is said in document/keywords.
import type { Json } from '../types.js';
import { logic } from './logic.js';
import type { Keyword, Vocabulary } from './node.js';
import { objects } from './objects.js';
import { scalars } from './scalars.js';
import { own } from './values.js';

const definitions: Keyword = (given: Record<string, Json>, site, name) => {
  for (const key of Object.keys(given)) site.sub(given[key], name, key);
  return undefined;
};
/** A part of `if`; looked at for problems even where there is none. */
const part: Keyword = (given: Json, site, name) => {
  if (own(site.schema, 'if') === undefined) site.sub(given, name);
  return undefined;
};

/** What most forms are made of. */
export const plain: Vocabulary = { keywords: new Map(Object.entries({ ...objects, ...logic, ...scalars, $defs: definitions, then: part, else: part })) };
