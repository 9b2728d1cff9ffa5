// What is kept of responses, so that nothing in it leads to a dossier: neither the order of writing nor the transaction of a row tells which came when, because rows are written anew together, in an order
// drawn by lot. New ones stand in the inbox, which is written anew with each of them. When there are enough, or when their day is over, all of their month is written anew with them among it.
import { createHash } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { SurveyResponse } from '@dvc/core/survey/types.js';
import type { Json, JsonObject } from '@dvc/schema';
import { dayInVietnam } from '../clock.js';
import { canonicalJson } from '../json-body.js';
import type { Secrets } from '../secrets.js';
import type { SurveyResponseTable, SurveyTables } from './tables.js';

export interface KeepOptions {
  db: Kysely<SurveyTables>;
  secrets: Secrets;
  now: () => Date;
  log: (message: string, about: object) => void;
  /** Responses that are counted together, at least; default 20. */
  batch?: number;
}
/** A response that was judged. */
export interface Judged { survey: string; response: SurveyResponse; answers: JsonObject; outcome: SurveyResponse['outcome']; order: SurveyResponse['order']; flags: readonly string[]; anonymous: boolean; /** hash of what proves that it may answer */ proof?: string }
export type Kept = { kind: 'kept' | 'superseded'; receipt: string; fresh: boolean } | { kind: 'withdrawn' | 'conflict' | 'spent' };
export interface Known { revision: number; withdrawn: boolean; same: boolean; receipt: string }

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
const keyOf = (survey: string, id: string) => sha256(`survey response\n${survey}\n${id}`);
const receiptHash = (receipt: string) => sha256(`survey receipt\n${receipt}`);
export const bodyHashOf = (response: SurveyResponse): string => sha256(canonicalJson(response as unknown as Json));
/** proofs that are remembered */
const RECENT = 10_000;
/** A month with many responses is not written anew for twenty. */
const SHARE = 200;

export function createKeep({ db, secrets, now, log, batch = 20 }: KeepOptions) {
  const enough = new Map<string, number>();
  /** Of late: by what was shown which response came in. In memory, so that ten thousand who show the same cost the database nothing. */
  const shown = new Map<string, string>();
  const receiptOf = (survey: string, id: string) => secrets.hash('survey', `${survey}\n${id}`);
  const columns = sql.raw('survey, key, version, revision, month, day, outcome, agency, procedure, channel, dossier, proof, receipt, body_hash, answers, shown, flags');

  /** One response of a survey after another: the inbox is written anew each time. */
  const alone = <T>(survey: string, work: (tx: Transaction<SurveyTables>) => Promise<T>): Promise<T> => db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${survey}, 7))`.execute(tx);
    return work(tx);
  });

  const shuffleInbox = (tx: Transaction<SurveyTables>, survey: string) => sql`
    with taken as (delete from survey_response where survey = ${survey} and waiting returning *)
    insert into survey_response (${columns}, waiting) select ${columns}, true from taken order by gen_random_uuid()`.execute(tx);

  const find = (tx: Kysely<SurveyTables>, survey: string, id: string) =>
    tx.selectFrom('survey_response').select(['revision', 'outcome', 'body_hash']).where('key', '=', keyOf(survey, id)).executeTakeFirst();

  /** What is known of this response, before anybody asks whether it may still come. */
  async function known(survey: string, response: SurveyResponse): Promise<Known | undefined> {
    const row = await find(db, survey, response.id);
    return row && { revision: row.revision, withdrawn: row.outcome === 'withdrawn', same: row.body_hash === bodyHashOf(response), receipt: receiptOf(survey, response.id) };
  }

  async function put({ survey, response, answers, outcome, order, flags, anonymous, proof }: Judged): Promise<Kept> {
    const { id, revision, document, context = {} } = response;
    const [key, receipt, day] = [keyOf(survey, id), receiptOf(survey, id), dayInVietnam(now())];
    const body_hash = bodyHashOf(response);
    const made = await alone(survey, async (tx): Promise<Kept> => {
      const row = await tx.selectFrom('survey_response').select(['revision', 'outcome', 'body_hash', 'proof']).where('key', '=', key).executeTakeFirst();
      if (row?.outcome === 'withdrawn') return { kind: 'withdrawn' };
      if (row?.body_hash === body_hash) return { kind: 'kept', receipt, fresh: false };
      if (row && row.revision > revision) return { kind: 'superseded', receipt, fresh: false };
      if (row?.revision === revision) return { kind: 'conflict' };
      const own = row?.proof ?? proof ?? null;
      if (!row && own !== null && (await tx.selectFrom('survey_response').select('key').where('survey', '=', survey).where('proof', '=', own).executeTakeFirst())) return { kind: 'spent' };
      if (row) await tx.deleteFrom('survey_response').where('key', '=', key).execute();
      await tx.insertInto('survey_response').values({
        survey, key, version: document.version, revision, month: day.slice(0, 7), day, waiting: true, outcome, agency: context.agency ?? null, procedure: context.procedure ?? null, channel: context.channel ?? null,
        dossier: anonymous ? null : context.dossier ?? null, proof: own, receipt: receiptHash(receipt), body_hash, answers: JSON.stringify(answers), shown: order ? JSON.stringify(order) : null, flags: [...flags],
      }).execute();
      await shuffleInbox(tx, survey);
      return { kind: 'kept', receipt, fresh: true };
    });
    if (made.kind === 'kept' && made.fresh) await settleIfEnough(survey);
    return made;
  }

  async function settleIfEnough(survey: string): Promise<void> {
    const { count } = await db.selectFrom('survey_response').select((e) => e.fn.countAll().as('count')).where('survey', '=', survey).where('waiting', '=', true).executeTakeFirstOrThrow();
    // The response stands already: what goes wrong here is tried again with the next one.
    if (Number(count) >= (enough.get(survey) ?? batch)) await settle(survey).catch((error: Error) => log('survey batch', { error: error.name }));
  }

  /** Puts what waits among the others of its month. */
  async function settle(survey: string): Promise<void> {
    await alone(survey, (tx) => sql`
      with months as (select distinct month from survey_response where survey = ${survey} and waiting),
        taken as (delete from survey_response where survey = ${survey} and month in (select month from months) returning *)
      insert into survey_response (${columns}, waiting) select ${columns}, false from taken order by gen_random_uuid()`.execute(tx));
    const { count } = await db.selectFrom('survey_response').select((e) => e.fn.countAll().as('count')).where('survey', '=', survey).where('month', '=', dayInVietnam(now()).slice(0, 7)).executeTakeFirstOrThrow();
    enough.set(survey, Math.max(batch, Math.ceil(Number(count) / SHARE)));
    // What was deleted lies in the file until then, in the order in which it came.
    await sql`vacuum survey_response`.execute(db);
  }

  return {
    known, put,
    /** Surely spent, by another response; what is not known here the table knows. */
    isSpent: (survey: string, id: string, invitation: string): boolean => (shown.get(sha256(`${survey}\n${invitation}`)) ?? id) !== id,
    remember(survey: string, id: string, invitation: string): void {
      if (shown.size >= RECENT) shown.delete(shown.keys().next().value!);
      shown.set(sha256(`${survey}\n${invitation}`), id);
    },
    /** Those whose day is over; `all`: whatever waits. */
    async settleDue(all = false): Promise<void> {
      const today = dayInVietnam(now());
      const rows = await db.selectFrom('survey_response').select('survey').distinct().where('waiting', '=', true).$if(!all, (query) => query.where('day', '<', today)).execute();
      for (const { survey } of rows) await settle(survey);
    },
    /** What is left is a mark that it was withdrawn. False alike for a wrong receipt and an unknown response. */
    async withdraw(survey: string, id: string, receipt: string): Promise<boolean> {
      const gone: Partial<Record<keyof SurveyResponseTable, unknown>> = { outcome: 'withdrawn', answers: '{}', shown: null, flags: [], agency: null, procedure: null, channel: null, dossier: null, body_hash: '' };
      const rows = await db.updateTable('survey_response').set(gone as never).where('key', '=', keyOf(survey, id)).where('receipt', '=', receiptHash(receipt)).returning('key').execute();
      return rows.length > 0;
    },
  };
}
export type Keep = ReturnType<typeof createKeep>;
