// What pages count. Anybody can count, so a counter is never a fact: it is bounded by what the forms have, and by how fast people are.
import type { Kysely } from 'kysely';
import { dayInVietnam } from '../clock.js';
import type { CodeLists } from '../code-lists.js';
import type { Tables } from '../db/schema.js';
import type { FormLibrary } from '../forms.js';
import { createRate } from '../rate.js';

/** One of `document` and `procedure`. */
export interface Count { what: 'view' | 'start' | 'step' | 'abandon' | 'rate'; document?: string; /** its code, in place of the form's id */ procedure?: string; step?: string; agency?: string }
export interface CountersOptions { db: Kysely<Tables>; forms: FormLibrary; codeLists: CodeLists; agency: string; now: () => Date }

/** Pages that every form may have besides its steps. */
const PAGES: readonly string[] = ['papers', 'review'];

export function createCounters({ db, forms, codeLists, agency: own, now }: CountersOptions) {
  return {
    /** The seconds to wait when it is too much. */
    take: createRate({ client: 240, all: 12_000, minutes: 1 }, now),
    /** False: no such document or agency here. A page that the form does not have is counted without its name. */
    async add({ what, document: given, procedure, step, agency = own }: Count): Promise<boolean> {
      const document = given ?? (await forms.index()).find((each) => each.procedure === procedure)?.id;
      const form = document === undefined ? undefined : await forms.get(document, 'latest');
      if (document === undefined || !form?.document || (agency !== own && !codeLists('agencies')?.list.items?.some(({ code }) => code === agency))) return false;
      const known = step !== undefined && (PAGES.includes(step) || form.document.steps?.some(({ id }) => id === step));
      await db.insertInto('counter_day').values({ day: dayInVietnam(now()), document, agency, what, step: what === 'step' && known ? step : '', count: 1 })
        .onConflict((held) => held.columns(['day', 'document', 'agency', 'what', 'step']).doUpdateSet((e) => ({ count: e('counter_day.count', '+', 1) }))).execute();
      return true;
    },
  };
}
