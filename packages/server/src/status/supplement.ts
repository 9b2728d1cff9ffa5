// The answer to what an officer asked for: the dossier is judged anew, kept beside what it was before, and sent to the agency again; all in one transaction.
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Remark } from '@dvc/core';
import type { FormDocument, Issue, Json, JsonObject } from '@dvc/schema';
import { dayInVietnam } from '../clock.js';
import type { CodeLists } from '../code-lists.js';
import type { Tables } from '../db/schema.js';
import { canonicalJson } from '../json-body.js';
import { listWithItems, missing, paperIssues } from '../paper-issues.js';
import { partiesOf } from '../parties.js';
import type { Secrets } from '../secrets.js';
import { samePaper, type UploadStore } from '../uploads.js';
import type { Judge, Verdict } from '../verdict.js';
import type { Facts } from './facts.js';
import type { Append, Deliver, DossierId } from './log.js';
import { changeLookUpPeople } from './look-up.js';
import { mayChange, mayReplace, withAnswers } from './supplement-scope.js';

export interface SupplementAnswer { request: string; answers: JsonObject; papers: Record<string, string[]>; key: string }
export type Supplemented = { kind: 'done' | 'not-now' | 'key-conflict' } | { kind: 'refused'; issues: Issue[] };

export interface SupplementOptions {
  db: Kysely<Tables>;
  secrets: Secrets;
  judge: Judge;
  codeLists: CodeLists;
  uploads: UploadStore;
  facts: Facts;
  documentOf: (id: string, version: string) => Promise<FormDocument | undefined>;
  append: Append;
  deliver: Deliver;
  now: () => Date;
}

type DossierRow = Awaited<ReturnType<typeof readDossier>>['row'];
async function readDossier(db: Kysely<Tables>, dossier: DossierId) {
  const row = await db.selectFrom('dossier').selectAll().where('id', '=', dossier).executeTakeFirstOrThrow();
  const kept = await db.selectFrom('dossier_paper').select(['paper', 'upload']).where('dossier', '=', dossier).orderBy('paper').orderBy('position').execute();
  const papers: Record<string, string[]> = {};
  for (const { paper, upload } of kept) (papers[paper] ??= []).push(upload);
  return { row, papers };
}

const idOf = ({ path, code }: Issue) => `${code} ${path}`;

export function createSupplements({ db, secrets, judge, codeLists, uploads, facts, documentOf, append, deliver, now }: SupplementOptions) {
  /** What the request says that waits for its answer now; undefined: that one does not. */
  async function remarksOf(dossier: DossierId, request: string, within?: Kysely<Tables>): Promise<readonly Remark[] | undefined> {
    const { facts: known, events } = await facts.snapshot(dossier, within);
    const { task } = facts.viewOf(known, events);
    return task.kind === 'supplement' && task.request === request ? task.remarks : undefined;
  }

  function judged(document: FormDocument, row: DossierRow, answers: JsonObject, papers: Record<string, string[]>): Verdict {
    const fees = row.fees as { id: string; amount: number }[];
    return judge.judge(document, {
      document: { id: row.document_id, version: row.document_version }, answers, papers, fees, codeLists: row.code_lists as Record<string, string>,
      provenance: {}, today: dayInVietnam(now()), idempotencyKey: '', locale: row.locale,
    }, { today: dayInVietnam(now()), codeLists: (id, within) => listWithItems(codeLists(id, within)?.list) });
  }

  /** What is wrong now and was not so before: a rule that time alone has broken is not for the citizen to mend. */
  async function verdictOf(session: string, dossier: DossierId, remarks: readonly Remark[], { answers, papers }: SupplementAnswer) {
    const { row, papers: held } = await readDossier(db, dossier);
    const document = await documentOf(row.document_id, row.document_version);
    if (!document) return undefined;
    const before = judged(document, row, row.answers as JsonObject, held);
    // What follows from an answer is reckoned again; the page need not send it.
    const next = { ...held, ...papers };
    const verdict = judged(document, row, withAnswers(row.answers as JsonObject, answers), next);
    const known = new Set(before.issues.map(idOf));
    const outside: Issue[] = [
      ...Object.keys(answers).filter((path) => !mayChange(remarks, path)).map((path) => ({ path, code: 'not-asked', params: {} })),
      ...Object.keys(papers).filter((paper) => !mayReplace(remarks, paper)).map((paper) => ({ path: `/papers/${paper}`, code: 'not-asked', params: { paper } })),
    ];
    const strange = verdict.changes.filter(({ kind, path }) => kind === 'paper' && Object.keys(papers).some((paper) => path === `/papers/${paper}`)).map(({ path }): Issue => ({ path, code: 'paper-not-asked', params: {} }));
    const sent = { ...verdict, papers: verdict.papers.filter(({ key }) => Object.hasOwn(papers, key)) };
    const issues = [...outside, ...strange, ...verdict.issues, ...(await paperIssues(uploads, session, { papers }, sent))].filter((issue) => issue.level !== 'warning' && !known.has(idOf(issue)));
    return { document, verdict, issues, version: row.version };
  }

  async function store(tx: Transaction<Tables>, session: string, dossier: DossierId, answer: SupplementAnswer, bodyHash: string, { document, verdict, version }: NonNullable<Awaited<ReturnType<typeof verdictOf>>>): Promise<Supplemented> {
    await tx.selectFrom('dossier').select('id').where('id', '=', dossier).forUpdate().executeTakeFirstOrThrow();
    const { row, papers } = await readDossier(tx, dossier);
    const known = await knownBy(tx, dossier, answer.key, bodyHash);
    if (known) return known;
    // Another answer was faster, or what this one was judged upon is no longer so.
    if (row.version !== version || !(await remarksOf(dossier, answer.request, tx))) return { kind: 'not-now' };
    const at = now();
    await tx.insertInto('dossier_version').values({ dossier, version, answers: JSON.stringify(row.answers), fees: JSON.stringify(row.fees), case_id: row.case_id, papers: JSON.stringify(papers), until: at }).execute();
    const gone = await replacePapers(tx, session, dossier, answer.papers);
    if (gone.length > 0) throw new Gone(gone);
    await tx.updateTable('dossier').set({
      answers: JSON.stringify(verdict.answers), fees: JSON.stringify(verdict.fees), case_id: verdict.caseId ?? null, parties: JSON.stringify(partiesOf(document, verdict.answers)), version: version + 1,
    }).where('id', '=', dossier).execute();
    await changeLookUpPeople(tx, secrets, { dossier, code: row.code, people: verdict.people });
    await tx.insertInto('supplement').values({ dossier, key_hash: secrets.hash('idempotency', answer.key), body_hash: bodyHash, request: answer.request, at }).execute();
    await tx.insertInto('event').values({ dossier, kind: 'supplemented', at, detail: JSON.stringify({ request: answer.request, version: version + 1 }) }).execute();
    await append(tx, dossier, [{ type: 'supplement-answered', id: `supplement:${version + 1}`, at: at.getTime(), request: answer.request }]);
    await deliver(tx, dossier, { event: 'dossier.supplemented', supplement: { request: answer.request, at: at.toISOString(), version: version + 1 } });
    return { kind: 'done' };
  }

  async function knownBy(from: Kysely<Tables>, dossier: DossierId, key: string, bodyHash: string): Promise<Supplemented | undefined> {
    const row = await from.selectFrom('supplement').select('body_hash').where('dossier', '=', dossier).where('key_hash', '=', secrets.hash('idempotency', key)).executeTakeFirst();
    return row && { kind: row.body_hash === bodyHash ? 'done' : 'key-conflict' };
  }

  return {
    async answers(dossier: DossierId) {
      const row = await db.selectFrom('dossier').select(['document_id', 'document_version', 'answers']).where('id', '=', dossier).executeTakeFirstOrThrow();
      return { document: { id: row.document_id, version: row.document_version }, answers: row.answers as Json };
    },

    async answer(session: string, dossier: DossierId, answer: SupplementAnswer): Promise<Supplemented> {
      const { key, ...body } = answer;
      const bodyHash = createHash('sha256').update(canonicalJson(body as unknown as Json)).digest('hex');
      const known = await knownBy(db, dossier, key, bodyHash);
      if (known) return known;
      const remarks = await remarksOf(dossier, answer.request);
      if (!remarks) return { kind: 'not-now' };
      const verdict = await verdictOf(session, dossier, remarks, answer);
      if (!verdict) return { kind: 'not-now' };
      if (verdict.issues.length > 0) return { kind: 'refused', issues: verdict.issues };
      try {
        return await db.transaction().execute((tx) => store(tx, session, dossier, answer, bodyHash, verdict));
      } catch (error) {
        if (!(error instanceof Gone)) throw error;
        return { kind: 'refused', issues: error.papers.map(missing) };
      }
    },
  };
}
export type Supplements = ReturnType<typeof createSupplements>;

/** Files that another request took meanwhile. */
class Gone extends Error {
  readonly papers: string[];
  constructor(papers: string[]) { super('gone'); this.papers = papers; }
}

/** The new files take the place of the old ones, which stay with the dossier's former version. Gives the papers whose files are not there. */
async function replacePapers(tx: Transaction<Tables>, session: string, dossier: DossierId, papers: Record<string, string[]>): Promise<string[]> {
  const gone: string[] = [];
  for (const [paper, ids] of Object.entries(papers).sort(([a], [b]) => (a < b ? -1 : 1))) {
    await tx.deleteFrom('dossier_paper').where('dossier', '=', dossier).where('paper', '=', paper).execute();
    if (ids.length === 0) continue;
    const rows = await tx.selectFrom('upload').select(['id', 'paper']).where('id', 'in', ids).where('session', '=', session).where('dossier', 'is', null).orderBy('id').forUpdate().execute();
    if (rows.filter((row) => samePaper(row.paper, paper)).length < ids.length) { gone.push(paper); continue; }
    await tx.updateTable('upload').set({ dossier }).where('id', 'in', ids).execute();
    await tx.insertInto('dossier_paper').values(ids.map((upload, position) => ({ dossier, paper, position, upload }))).execute();
  }
  return gone;
}
