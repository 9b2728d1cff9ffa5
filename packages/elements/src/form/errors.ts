import type { Problem } from '@dvc/schema';

/** Everything that a page developer can be told. The number stays with its meaning; the documentation has a section for each. */
export const CODES = {
  'document-unreadable': 'DVC-101',
  'document-broken': 'DVC-102',
  'part-missing': 'DVC-103',
  'no-backend': 'DVC-201',
  'backend-failed': 'DVC-202',
  'bad-reply': 'DVC-203',
  'prefill-failed': 'DVC-204',
  'no-draft': 'DVC-301',
  'duplicate-definition': 'DVC-401',
} as const;
export type ErrorName = keyof typeof CODES;

/** For a page developer, never for a citizen: `[dvc-form] what at path: expected …, got …. See #DVC-nnn`. */
export class FormError extends Error {
  override name = 'FormError';
  readonly code: string;
  readonly problems: readonly Problem[];
  constructor(name: ErrorName, what: string, problems: readonly Problem[] = []) {
    super(`[dvc-form] ${what}. See #${CODES[name]}`);
    this.code = CODES[name];
    this.problems = problems;
  }
}

/** One line for each problem of a document. */
export const sentenceOf = (problem: Problem, name: ErrorName = 'document-broken'): string =>
  `[dvc-form] ${problem.code} at ${problem.path || '/'}: expected ${problem.expected}, got ${problem.got}. See #${CODES[name]}`;
