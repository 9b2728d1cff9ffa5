import { loadSurvey, type SurveyPlan } from '@dvc/core';
import { parse } from '@dvc/schema/document/parse.js';
import { SchemaError } from '@dvc/schema/json-schema/problems.js';
import { SurveyError } from './errors.js';

/** Where a survey comes from; the first that is there wins. */
export interface Origin { readonly document?: unknown; /** the text of a `<script type="application/json" slot="document">` child */ readonly inline?: string | undefined; readonly src?: string | undefined }

const MAX_BYTES = 1 << 20;

/**
 * The compiled survey; undefined when there is nothing to load.
 * @throws SurveyError DVC-701 (not to be had), DVC-702 (broken; with every problem)
 */
export async function planOf({ document, inline, src }: Origin, signal: AbortSignal): Promise<SurveyPlan | undefined> {
  const input = document ?? inline ?? (src ? await fetchText(src, signal) : undefined);
  if (input === undefined) return undefined;
  const read = parse(input);
  if (!read.document) throw new SurveyError('survey-broken', 'document: expected a survey, got one with problems', read.problems);
  if (read.document.kind !== 'survey') throw new SurveyError('survey-broken', `document: expected kind survey, got ${read.document.kind}`);
  try {
    return await loadSurvey(read.document);
  } catch (error) {
    throw error instanceof SchemaError ? new SurveyError('survey-broken', 'document: expected a survey that compiles, got one with problems', error.problems) : error;
  }
}

async function fetchText(src: string, signal: AbortSignal): Promise<string> {
  try {
    const reply = await fetch(src, { signal, headers: { accept: 'application/json' } });
    if (!reply.ok) throw new Error(`status ${reply.status}`);
    const text = await reply.text();
    if (text.length > MAX_BYTES) throw new Error('more than 1 MiB');
    return text;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new SurveyError('survey-unreadable', `document at ${src}: expected JSON, got ${(error as Error).message}`);
  }
}
