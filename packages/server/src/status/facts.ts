// What a browser is told of a dossier: made of the row, the form document and the history; derived by the same function as on the page.
import { statusViewOf, type StatusAccess, type StatusEvent, type StatusFacts, type StatusListItem, type StatusSnapshot, type StatusView } from '@dvc/core';
import type { Kysely } from 'kysely';
import type { CodeLists } from '../code-lists.js';
import type { Tables } from '../db/schema.js';
import type { DocumentOf } from '../payment/requests.js';
import { eventsAfter, type DossierId } from './log.js';
import type { OfficeTime } from './office-time.js';

export interface FactsOptions { db: Kysely<Tables>; documentOf: DocumentOf; codeLists: CodeLists; office: () => OfficeTime; now: () => Date }
export interface DossierRow { id: DossierId; code: string; document_id: string; document_version: string; agency: string; received_at: Date }
const columns = ['id', 'code', 'document_id', 'document_version', 'agency', 'received_at'] as const;

/** The days by which a page reckons as this back end does: no more of a calendar than that. Without one nothing is told, and the page says nothing of days. */
function toldOffice({ calendar: { daysOff, workingSaturdays, covers }, hours }: OfficeTime): Pick<StatusSnapshot, 'office'> {
  if (daysOff.length === 0) return {};
  return { office: { calendar: { daysOff, workingSaturdays, ...(covers ? { covers } : {}) }, ...(hours ? { hours } : {}) } };
}

export function createFacts({ db, documentOf, codeLists, office, now }: FactsOptions) {
  const nameOf = (agency: string): string | undefined => codeLists('agencies')?.list.items?.find(({ code }) => code === agency)?.name;

  async function factsOf({ code, document_id: id, document_version: version, agency, received_at }: DossierRow): Promise<StatusFacts> {
    const name = nameOf(agency);
    return {
      dossierCode: code, about: (await documentOf(id, version))?.title ?? id, submittedAt: received_at.getTime(), channel: 'online', document: { id, version }, owner: true,
      ...(name === undefined ? {} : { agency: name }),
    };
  }

  const viewOf = (facts: StatusFacts, events: readonly StatusEvent[]) => statusViewOf(facts, events, { now: now().getTime(), ...office() });

  /** How each of these stands; one question for all of their histories. */
  async function views(rows: readonly DossierRow[]): Promise<{ facts: StatusFacts; view: StatusView; events: StatusEvent[] }[]> {
    if (rows.length === 0) return [];
    const lines = await db.selectFrom('status_event').select(['dossier', 'event']).where('dossier', 'in', rows.map(({ id }) => id)).orderBy('dossier').orderBy('seq').execute();
    const histories = new Map<string, StatusEvent[]>();
    for (const { dossier, event } of lines) {
      const held = histories.get(String(dossier));
      if (held) held.push(event as StatusEvent); else histories.set(String(dossier), [event as StatusEvent]);
    }
    return Promise.all(rows.map(async (row) => {
      const facts = await factsOf(row);
      const events = histories.get(String(row.id)) ?? [];
      return { facts, events, view: viewOf(facts, events) };
    }));
  }

  return {
    viewOf, views,
    async snapshot(dossier: DossierId, within: Kysely<Tables> = db): Promise<StatusSnapshot> {
      const row = await within.selectFrom('dossier').select(columns).where('id', '=', dossier).executeTakeFirstOrThrow();
      const events = await eventsAfter(within, dossier, 0);
      return { facts: await factsOf(row), events, revision: events.at(-1)?.seq ?? 0, now: now().getTime(), ...toldOffice(office()) };
    },

    /** `YYYY-MM-DD`; undefined while nothing is promised. */
    async promisedDay(within: Kysely<Tables>, dossier: DossierId): Promise<string | undefined> {
      const { facts, events } = await this.snapshot(dossier, within);
      return viewOf(facts, events).due.due?.date;
    },

    /** The dossiers of a session, the latest first. */
    async list(session: string, limit: number, give: (dossiers: readonly DossierRow[]) => Promise<StatusAccess[]>): Promise<StatusListItem[]> {
      const rows = await db.selectFrom('dossier').select(columns).where('session', '=', session).orderBy('id', 'desc').limit(limit).execute();
      if (rows.length === 0) return [];
      const stands = await views(rows);
      const rights = await give(rows);
      return stands.map(({ facts, view: { code, updatedAt, due: { due }, task } }, at): StatusListItem => ({
        dossierCode: rows[at]!.code, about: facts.about, code, submittedAt: facts.submittedAt, updatedAt, ...(due === undefined ? {} : { due: due.date }),
        needsCitizen: task.kind === 'supplement' || task.kind === 'pay' || task.kind === 'collect', access: rights[at]!,
      }));
    },
  };
}
export type Facts = ReturnType<typeof createFacts>;
