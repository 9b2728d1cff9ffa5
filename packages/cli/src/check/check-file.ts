import { checkDocument } from '@dvc/schema/node';
import { openDocument } from '../source/open.js';
import type { Finding } from './types.js';

/** Everything that is wrong with one form file; an error forbids publishing it. */
export async function checkFile(path: string): Promise<Finding[]> {
  const { source, value, at } = openDocument(path);
  if (source.problems.length > 0) return source.problems.map(({ line, column, detail }) => ({ line, column, path: '', code: 'DVC-C001', level: 'error', what: detail, todo: '' }));
  return (await checkDocument(value)).map((problem) => ({
    ...at(problem.path), path: problem.path, code: problem.code, level: problem.level ?? 'error', what: `${problem.code}: expected ${problem.expected}, got ${problem.got}`, todo: '',
  }));
}
