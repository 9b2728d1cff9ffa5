import { errorSentence, type IssueLike } from './error-sentence.js';
import { bytes, fileTypes } from './files.js';
import type { Words } from './types.js';

/** The sentence for an issue of a paper or of one of its files; sizes are in bytes, kinds of files as in `accept`. */
export function paperSentence(issue: IssueLike, label: string, words: Words): string {
  const own = (name: string) => (Object.hasOwn(issue.params, name) ? issue.params[name] : undefined);
  const [limit, types] = [own('limit'), own('types')];
  return errorSentence({
    ...issue,
    params: {
      ...issue.params,
      limit: issue.code === 'paper-size' && typeof limit === 'number' ? bytes(limit, words.lang) : limit,
      types: Array.isArray(types) ? fileTypes(types.map(String), words.lang) : types,
    },
  }, { label, control: 'paper' }, words);
}
