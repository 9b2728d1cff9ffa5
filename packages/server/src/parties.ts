import { read, type FormDocument, type Json, type JsonObject } from '@dvc/schema';

/** Who is who, as the judged answers say: owner, submitter and relation; what is not answered is absent. */
export function partiesOf({ parties = {} }: FormDocument, answers: JsonObject): JsonObject {
  const found = (['owner', 'submitter', 'relation'] as const).map((name): [string, Json | undefined] => {
    const path = parties[name];
    return [name, path === undefined ? undefined : read(answers, path)];
  });
  return Object.fromEntries(found.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
