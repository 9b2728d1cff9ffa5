import { checkSync } from 'recheck';
import type { Path, Problem } from '../types.js';

/** Milliseconds for one pattern; recheck answers most in under 5. */
const TIMEOUT = 5000;

/**
 * Analyses patterns for slow matching with recheck, in this process and without a network. Doubling, and growth of the third degree or more, is an error:
 * 4,000 characters would stop a phone. The second degree, and what recheck cannot decide, is a warning.
 */
export function checkPatterns(patterns: readonly { pattern: string; path: Path }[]): Problem[] {
  const problems: Problem[] = [];
  const known = new Map<string, Omit<Problem, 'path'> | undefined>();
  for (const { pattern, path } of patterns) {
    if (!known.has(pattern)) known.set(pattern, analyse(pattern));
    const problem = known.get(pattern);
    if (problem) problems.push({ path, ...problem });
  }
  return problems;
}

function analyse(pattern: string): Omit<Problem, 'path'> | undefined {
  const diagnosis = checkSync(pattern, 'u', { timeout: TIMEOUT });
  if (diagnosis.status === 'safe') return undefined;
  const said = { expected: 'a pattern whose time grows with the length of the text', got: pattern.slice(0, 80) };
  if (diagnosis.status === 'unknown') return { code: 'undecided-regex', ...said, level: 'warning' };
  const { complexity } = diagnosis;
  const slight = complexity.type === 'polynomial' && complexity.degree < 3;
  return slight ? { code: 'slow-regex', ...said, level: 'warning' } : { code: 'unsafe-regex', ...said };
}
