// What an officer sees of dossiers and says about them. A dossier is shown with the citizen's own words; who may see it, the host decides by whom it gives the token.
import { sql, type Kysely } from 'kysely';
import type { JsonObject } from '@dvc/schema';
import type { CodeLists } from '../code-lists.js';
import type { Tables } from '../db/schema.js';
import type { DocumentOf } from '../payment/requests.js';
import { takeCaseEvents, type Taken } from '../status/case-events.js';
import type { Append } from '../status/log.js';
import type { Facts } from '../status/facts.js';
import { answerLines } from './answer-list.js';

/** What an officer says. The rest of a history comes from the citizen, and from payments. */
export const OFFICER_EVENTS = ['status', 'accepted', 'supplement-asked', 'paused', 'resumed', 'extended', 'withdraw-refused', 'document', 'posted'] as const;

export interface DeskOptions { db: Kysely<Tables>; facts: Facts; append: Append; documentOf: DocumentOf; codeLists: CodeLists; now: () => Date }

const nameWithin = (party: unknown): string | undefined => {
  const name = typeof party === 'object' && party !== null ? (party as JsonObject)['fullName'] : undefined;
  return typeof name === 'string' ? name : undefined;
};
/** Whose dossier it is, where the form says so under its usual name. */
function personOf(parties: unknown): string | undefined {
  const { owner, submitter } = (parties ?? {}) as { owner?: unknown; submitter?: unknown };
  return nameWithin(owner) ?? nameWithin(submitter);
}

export function createDesk({ db, facts, append, documentOf, codeLists, now }: DeskOptions) {
  return {
    /** The latest first. `part`: of the code; `before`: the `next` of the list above */
    async list(part: string | undefined, limit: number, before: string | undefined) {
      const rows = await db.selectFrom('dossier').select(['id', 'code', 'document_id', 'document_version', 'agency', 'received_at', 'parties', 'assistance'])
        .$if(part !== undefined, (query) => query.where(sql<boolean>`position(${part!.trim().toUpperCase()} in upper(code)) > 0`))
        .$if(before !== undefined, (query) => query.where('id', '<', before!)).orderBy('id', 'desc').limit(limit + 1).execute();
      const shown = rows.slice(0, limit);
      const views = await facts.views(shown);
      const dossiers = shown.map((row, at) => {
        const { facts: { about, submittedAt, agency }, view: { code: status, text, turn, due } } = views[at]!;
        const person = personOf(row.parties);
        return {
          code: row.code, about, agency: agency ?? row.agency, status, ...(text === undefined ? {} : { text }), turn, clock: due.clock, receivedAt: submittedAt,
          ...(due.due ? { due: due.due.date, overdue: due.overdue } : {}), ...(due.left === undefined ? {} : { left: due.left }), ...(person === undefined ? {} : { person }),
        };
      });
      return { dossiers, ...(rows.length > limit ? { next: String(shown.at(-1)!.id) } : {}) };
    },

    async one(code: string) {
      const row = await db.selectFrom('dossier').selectAll().where('code', '=', code).executeTakeFirst();
      if (!row) return undefined;
      const [document, { facts: known, events }, papers, words, payments] = await Promise.all([
        documentOf(row.document_id, row.document_version),
        facts.snapshot(row.id),
        db.selectFrom('dossier_paper').innerJoin('upload', 'upload.id', 'dossier_paper.upload').select(['dossier_paper.paper', 'upload.id', 'name', 'type', 'size', 'sha256']).where('dossier_paper.dossier', '=', row.id).orderBy('dossier_paper.paper').orderBy('position').execute(),
        db.selectFrom('citizen_word').select(['kind', 'text', 'at']).where('dossier', '=', row.id).orderBy('id').execute(),
        db.selectFrom('payment').select(['id', 'phase', 'timing', 'lines', 'created_at']).where('dossier', '=', row.id).orderBy('created_at').orderBy('timing', 'desc').execute(),
      ]);
      const view = facts.viewOf(known, events);
      const named = new Map(document?.papers?.map(({ id, title }) => [id, title]));
      const titleOf = (paper: string) => named.get(paper.split('/')[0]!) ?? paper;
      const person = personOf(row.parties);
      return {
        facts: known, agency: row.agency, version: row.version, ...(person === undefined ? {} : { person }), ...(row.assistance ? { assistance: row.assistance } : {}),
        status: view.code, ...(view.text === undefined ? {} : { text: view.text }), turn: view.turn, task: view.task, due: view.due, documents: view.documents, events, revision: view.revision,
        answers: answerLines(document, row.answers as JsonObject, codeLists),
        papers: papers.map(({ paper, id, name, type, size, sha256 }) => ({ paper, title: titleOf(paper), id, name, type, size: Number(size), sha256 })),
        /** What the form can ask for, so that a paper that is lacking can be asked for too. */
        knownPapers: (document?.papers ?? []).map(({ id, title }) => ({ id, title })),
        payments: payments.map(({ id, phase, timing, lines, created_at }) => ({ id, phase, timing, lines, at: created_at.getTime() })),
        words: words.map(({ kind, text, at }) => ({ kind, text, at: at.getTime() })),
      };
    },

    /** As a case system tells it: once by its id, now. Undefined: no such dossier. */
    tell: (code: string, events: readonly JsonObject[]): Promise<Taken | undefined> =>
      takeCaseEvents(db, { dossierCode: code, events: events.map((event) => ({ ...event, at: now().getTime() })) }, undefined, append),

    /** Of this dossier as it stands, or stood. */
    async paper(code: string, upload: string): Promise<{ name: string; type: string } | undefined> {
      return db.selectFrom('upload').innerJoin('dossier', 'dossier.id', 'upload.dossier').select(['upload.name', 'upload.type']).where('dossier.code', '=', code).where('upload.id', '=', upload).executeTakeFirst();
    },
  };
}
export type Desk = ReturnType<typeof createDesk>;
