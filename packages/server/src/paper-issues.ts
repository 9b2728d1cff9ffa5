import type { CodeList, Submission } from '@dvc/core';
import type { Issue, JsonObject } from '@dvc/schema';
import type { UploadStore } from './uploads.js';
import type { Verdict } from './verdict.js';

/** A calendar is no list to choose from. */
export const listWithItems = (list: CodeList | undefined) => (Array.isArray(list?.items) ? list : undefined);

export const missing = (key: string): Issue => ({ path: `/papers/${key}`, code: 'paper-missing', params: { paper: key.split('/')[0]! } });

/** The files themselves: are they there, and what the document takes? */
export async function paperIssues(uploads: UploadStore, owner: string, { papers }: Pick<Submission, 'papers'>, verdict: Verdict): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const { key, id: paper, types, maxBytes, maxFiles } of verdict.papers) {
    const ids = Object.hasOwn(papers, key) ? papers[key]! : [];
    const found = await uploads.facts(owner, key, ids);
    const add = (code: string, params: JsonObject) => issues.push({ path: `/papers/${key}`, code, params: { paper, ...params } });
    if (found.size < ids.length) issues.push(missing(key));
    if (ids.length > maxFiles) add('paper-count', { limit: maxFiles });
    if ([...found.values()].some(({ type }) => !types.includes(type))) add('paper-type', { types: [...types] });
    if ([...found.values()].some(({ size }) => size > maxBytes)) add('paper-size', { limit: maxBytes });
  }
  return issues;
}
