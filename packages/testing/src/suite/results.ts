import type { Judged } from './judge-suite.js';
import type { Outside } from './outside.js';
import { DRAFTS, type Draft } from './drafts.js';

/** Tests, and how many of them each gives the right verdict; `outside`: those that we miss, by reason. */
export interface Score { tests: number; ours: number; ajv: number; cfworker: number; outside: { [reason in Outside]?: number } }

/** What the page of the documentation is made of. */
export interface SuiteResults {
  /** of the suite */
  readonly commit: string;
  /** the day of the run, YYYY-MM-DD */
  readonly made: string;
  readonly versions: { readonly [peer: string]: string };
  readonly drafts: { readonly [draft in Draft]?: { readonly [name: string]: Score } };
}

export const scoresOf = (judged: readonly Judged[]): SuiteResults['drafts'] =>
  Object.fromEntries(DRAFTS.map((draft) => [draft, Object.fromEntries(judged.filter((each) => each.draft === draft).map(({ name, score }) => [name, score]))]));
