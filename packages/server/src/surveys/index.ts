// The channel of surveys. It has a database of its own and knows of no dossier; where it runs beside the dossiers, it asks them for the public key of an invitation and for how many were handed out, and for nothing else.
import type { JsonWebKey } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { isClosed } from '@dvc/core/survey/judge.js';
import type { SurveyResponse } from '@dvc/core/survey/types.js';
import type { Issue, Problem } from '@dvc/schema';
import { dayInVietnam } from '../clock.js';
import type { CodeLists } from '../code-lists.js';
import { openWith, type Database, type OpenOptions } from '../db/open.js';
import { openForms, type CheckDocument, type FormLibrary, type StoredForm } from '../forms.js';
import { createJudge } from '../judge.js';
import { createRate } from '../rate.js';
import type { Secrets } from '../secrets.js';
import { contextProblems, responseJudge, wordsOf } from './judge.js';
import { createKeep, sha256, type Keep, type KeepOptions } from './keep.js';
import { isDossierProof, isToken, tokenSerial } from './proof.js';
import type { SurveyDocument } from './questions.js';
import { checkPeriods, type SurveySettings } from './settings.js';
import { surveyMigrations, type SurveyTables } from './tables.js';

export interface SurveysOptions {
  settings: SurveySettings;
  dataDir: string;
  schemasDir: string;
  secrets: Secrets;
  codeLists: CodeLists;
  now: () => Date;
  log: (message: string, about: object) => void;
  onFatal?: OpenOptions['onFatal'];
  /** Code of the host's own agency. */
  agency?: string;
  /** Of the dossiers beside it. */
  publicKey?: (survey: string, kind: 'token' | 'dossier') => Promise<JsonWebKey>;
  invited?: (survey: string) => Promise<number>;
  /** Another keeper, made over the same database. */
  keep?: (options: KeepOptions) => Keep;
}
export type Sent =
  | { kind: 'kept'; receipt: string; fresh: boolean } | { kind: 'superseded'; receipt: string }
  | { kind: 'withdrawn' | 'conflict' | 'spent' | 'not-eligible' | 'closed' | 'unknown' } | { kind: 'attempts'; seconds: number }
  | { kind: 'issues'; issues: Issue[] } | { kind: 'broken' | 'malformed'; problems: Problem[] };

export interface OpenStore { database: Database<SurveyTables>; keep: Keep }
/** ms between looks whether a day is over */
const LOOK = 10 * 60_000;

export function createSurveys(options: SurveysOptions) {
  const { settings, dataDir, schemasDir, secrets, codeLists, now, log } = options;
  const periods = settings.periods && checkPeriods(settings.periods);
  const judge = createJudge(), judgeResponse = responseJudge();
  const prepare: CheckDocument = async (value) => {
    const made = await judge.prepare(value);
    return made.document && made.document.kind !== 'survey' ? { problems: [{ path: '/kind', code: 'bad-value', expected: 'survey', got: made.document.kind }] } : made;
  };
  const library: FormLibrary = openForms(settings.dir ?? join(schemasDir, 'surveys'), prepare, log, now);
  const rate = createRate(settings.limits ?? {}, now);
  let opening: Promise<OpenStore> | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** Opened when it is first needed: a host without surveys has no second database. */
  function store(): Promise<OpenStore> {
    if (opening) return opening;
    const made = openWith<SurveyTables>({ dir: join(dataDir, 'surveys'), ...(settings.databaseUrl ? { url: settings.databaseUrl } : {}), ...(options.onFatal ? { onFatal: options.onFatal } : {}) }, surveyMigrations).then(async (database) => {
      const { rows } = await sql<{ found: string | null }>`select to_regclass('dossier')::text as found`.execute(database.db);
      if (rows[0]?.found) { await database.close(); throw new Error('The database of the surveys is that of the dossiers; set DVC_SURVEY_DATABASE_URL to one of its own.'); }
      const keep = (options.keep ?? createKeep)({ db: database.db, secrets, now, log, ...(settings.batch === undefined ? {} : { batch: settings.batch }) });
      await keep.settleDue();
      timer = setInterval(() => { keep.settleDue().catch((error: Error) => log('survey batch', { error: error.name })); }, LOOK).unref();
      return { database, keep };
    });
    opening = made;
    made.catch(() => { if (opening === made) opening = undefined; });
    return made;
  }

  const agencies = (): ReadonlySet<string> | undefined => {
    const items = codeLists('agencies')?.list.items;
    return items && new Set([...items.map(({ code }) => code), ...(options.agency === undefined ? [] : [options.agency])]);
  };
  const publicKey = async (survey: string, kind: 'token' | 'dossier'): Promise<JsonWebKey | undefined> => settings.keys?.[survey] ?? (await options.publicKey?.(survey, kind));

  /** The hash of what proves it; undefined when nothing need be proved, false when it is not proved. */
  async function proofOf({ id, survey: terms = {} }: SurveyDocument, { context }: SurveyResponse, invitation: string | undefined): Promise<string | undefined | false> {
    const { eligibility = 'open' } = terms;
    if (eligibility === 'open') return undefined;
    const key = await publicKey(id, eligibility);
    if (!key || invitation === undefined) return false;
    if (eligibility === 'token') return isToken(id, invitation, key) && sha256(`survey token\n${tokenSerial(invitation)}`);
    return context?.dossier !== undefined && isDossierProof(id, context.dossier, invitation, key) && sha256(`survey dossier\n${context.dossier}`);
  }

  async function send(survey: string, response: SurveyResponse, invitation: string | undefined, ip: string): Promise<Sent> {
    const seconds = rate(ip);
    if (seconds > 0) return { kind: 'attempts', seconds };
    const { keep } = await store();
    if (invitation !== undefined && keep.isSpent(survey, response.id, invitation)) return { kind: 'spent' };
    const known = await keep.known(survey, response);
    // A repetition is answered as the first was, whatever has become of the survey meanwhile.
    if (known?.withdrawn) return { kind: 'withdrawn' };
    if (known?.same) return { kind: 'kept', receipt: known.receipt, fresh: false };
    if (known && known.revision > response.revision) return { kind: 'superseded', receipt: known.receipt };
    const form: StoredForm | undefined = await library.get(survey, response.document.version);
    if (!form) return { kind: 'unknown' };
    if (!form.document) return { kind: 'broken', problems: form.problems };
    const document = form.document as SurveyDocument, terms = document.survey ?? {}, today = dayInVietnam(now());
    if (isClosed(document, today)) return { kind: 'closed' };
    const anonymous = terms.anonymous === true && terms.eligibility !== 'dossier';
    const problems = contextProblems(response.context ?? {}, { anonymous, agencies: agencies() });
    if (problems.length > 0) return { kind: 'malformed', problems };
    const proof = known ? undefined : await proofOf(document, response, invitation);
    if (proof === false) return { kind: 'not-eligible' };
    const { answers, issues, outcome, order } = judgeResponse(document, response, { today, codeLists });
    if (issues.length > 0) return { kind: 'issues', issues: [...issues] };
    const words = settings.review ? wordsOf(document, answers) : [];
    const flags = words.length > 0 ? await settings.review!(words) : [];
    const kept = await keep.put({ survey, response, answers, outcome, order, flags, anonymous, ...(proof === undefined ? {} : { proof }) });
    if (kept.kind === 'kept' && proof !== undefined) keep.remember(survey, response.id, invitation!);
    return kept;
  }

  /** The key of the kind that this survey asks for; undefined when it asks for none. */
  async function keyOf(survey: string): Promise<JsonWebKey | undefined> {
    const document = (await library.get(survey, 'latest'))?.document as SurveyDocument | undefined;
    const { eligibility = 'open' } = document?.survey ?? {};
    return document && eligibility !== 'open' ? publicKey(survey, eligibility) : undefined;
  }

  return {
    library, send, keyOf, periods, settings, store, invited: options.invited, codeLists, now,
    withdraw: async (survey: string, id: string, receipt: string, ip: string): Promise<boolean | number> => {
      const seconds = rate(ip);
      return seconds > 0 ? seconds : (await store()).keep.withdraw(survey, id, receipt);
    },
    /** A store that cannot be opened is told of at the start, where there is one to name. */
    async start(): Promise<void> { if (settings.databaseUrl) await store(); },
    async close(): Promise<void> {
      clearInterval(timer);
      await opening?.then(({ database }) => database.close(), () => undefined);
    },
  };
}
export type Surveys = ReturnType<typeof createSurveys>;
