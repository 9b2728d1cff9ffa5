import { join, read, split, type FormDocument, type FormPlan, type Json, type JsonObject } from '@dvc/schema';
import type { People } from './verdict.js';

/** Who is who, as the judged answers say: owner, submitter and relation; what is not answered is absent. */
export function partiesOf({ parties = {} }: FormDocument, answers: JsonObject): JsonObject {
  const found = (['owner', 'submitter', 'relation'] as const).map((name): [string, Json | undefined] => {
    const path = parties[name];
    return [name, path === undefined ? undefined : read(answers, path)];
  });
  return Object.fromEntries(found.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** What the document's own formats say is a personal number or a telephone, within owner and submitter. */
export function peopleOf(plan: FormPlan, answers: JsonObject): People {
  const { owner, submitter } = plan.document.parties ?? {};
  const texts = [submitter, owner].flatMap((path) => (path === undefined ? [] : textsWithin(path, read(answers, path))));
  const of = (format: string) => [...new Set(texts.filter(({ path }) => plan.find(patternOf(path))?.format === format).map(({ text }) => text))];
  const [phone] = of('phone');
  return { numbers: of('personal-id'), ...(phone === undefined ? {} : { phone }) };
}

/** The plan has one place for all rows of a list: a star for the number. */
const patternOf = (path: string): string => split(path).reduce((made, token) => (/^\d+$/.test(token) ? `${made}/*` : join(made, token)), '');

function textsWithin(path: string, value: Json | undefined): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsWithin(join(path, key), inner));
}
