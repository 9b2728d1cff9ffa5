// What citizens know, what the export has and what the results say must be one thing.
import type { QuestionResult, SurveyResults } from '@dvc/core/survey/results.js';
import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@dvc/schema';
import type { Sheet } from './survey-responses-citizen.js';
import { readCsv, recount, type Recounted } from './survey-responses-recount.js';

export interface Found { lost: number; doubled: number; wrong: number; strangers: number; returned: number; different: number; hidden: number; compared: number; examples: string[] }
export interface Exported { responses: { day: string; agency: string; channel: string; outcome: string; answers: JsonObject }[] }

export const nothingFound = (): Found => ({ lost: 0, doubled: 0, wrong: 0, strangers: 0, returned: 0, different: 0, hidden: 0, compared: 0, examples: [] });
const say = (found: Found, kind: Exclude<keyof Found, 'examples'>, text: string) => { found[kind]++; if (found.examples.length < 20) found.examples.push(`${kind}: ${text}`); };

/** Every acknowledged response once, as it was given; none that was taken back, none that nobody sent. */
export function compareSheets(sheets: readonly Sheet[], { responses }: Exported, found: Found): void {
  const byMarker = new Map<string, Exported['responses']>();
  for (const each of responses) {
    const marker = String(each.answers['comment']).slice(0, 'Công dân 000000'.length);
    byMarker.set(marker, [...(byMarker.get(marker) ?? []), each]);
  }
  for (const sheet of sheets) {
    const stored = byMarker.get(sheet.marker) ?? [];
    byMarker.delete(sheet.marker);
    if (sheet.wrong) say(found, 'wrong', `${sheet.marker}: ${sheet.wrong}`);
    if (stored.length > 1) say(found, 'doubled', `${sheet.marker}: ${stored.length} times`);
    if (sheet.withdrawn) { if (stored.length > 0) say(found, 'returned', sheet.marker); continue; }
    const [one] = stored;
    if (!one) { if (sheet.kept) say(found, 'lost', sheet.marker); continue; }
    const { comment, satisfaction } = sheet.answers;
    const wanted = one.outcome === 'partial' ? { comment, satisfaction } : sheet.answers;
    const trimmed = (answers: object) => ({ ...answers, comment: String((answers as JsonObject)['comment']).trim() });
    if (!isDeepStrictEqual(trimmed(one.answers), trimmed(wanted)) || one.agency !== sheet.agency || one.channel !== sheet.channel) say(found, 'wrong', `${sheet.marker}: ${JSON.stringify(one)}`);
    if (sheet.kept && (one.outcome === 'partial') !== sheet.partial) say(found, 'lost', `${sheet.marker}: it is kept as ${one.outcome}`);
  }
  for (const marker of byMarker.keys()) say(found, 'strangers', marker);
}

/** Results as numbers by name, as the recount has them; null: not told. */
function toldBy({ responses, questions, indices }: SurveyResults): Map<string, number | null | undefined> {
  const told = new Map<string, number | null | undefined>(Object.entries({ complete: responses.complete, partial: responses.partial, screenedOut: responses.screenedOut }));
  const add = ({ path, kind, n, counts, mean, median, rows }: QuestionResult, below = false): void => {
    if (kind !== 'matrix' && kind !== 'ranking') told.set(`n ${path}`, n);
    for (const { value, count } of counts ?? []) told.set(`${path}=${value}`, count);
    if (mean !== undefined && !path.endsWith('/ways')) { told.set(`mean ${path}`, mean); told.set(`median ${path}`, median); }
    if (!below) rows?.forEach((row) => add(row, true));
  };
  questions.forEach((each) => add(each));
  for (const { id, value } of indices) told.set(`index ${id}`, value);
  return told;
}

export function compareResults(about: string, results: SurveyResults, csv: string, only: (row: Readonly<Record<string, string>>) => boolean, givenPart: number | undefined, found: Found): void {
  const wanted: Recounted = recount(readCsv(csv).filter(only), givenPart);
  const told = toldBy(results);
  for (const [name, number] of Object.entries(wanted)) {
    const shown = told.get(name);
    found.compared++;
    if (shown === number) continue;
    if (shown === null || shown === undefined) {
      const few = [number, ...Object.entries(wanted).filter(([other]) => /^n |=/.test(other)).map(([, count]) => count)].some((count) => typeof count === 'number' && count > 0 && count < results.minSample);
      // A count of nobody, and of a question that nobody answered, is as good as not told.
      if (few || number === 0 || number === null) found.hidden++;
      else say(found, 'different', `${about}, ${name}: it is ${number}, and the results do not say it`);
    } else say(found, 'different', `${about}, ${name}: it is ${number}, and the results say ${shown}`);
  }
  for (const [name, number] of told) if (/=|^(complete|partial|screenedOut)$/.test(name) && typeof number === 'number' && number > 0 && number < results.minSample) say(found, 'different', `${about}, ${name}: ${number} people are too few to be told of`);
}
