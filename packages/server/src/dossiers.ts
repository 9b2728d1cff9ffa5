// A dossier is stored once, whole, and acknowledged only after the commit.
import type { Kysely, Transaction } from 'kysely';
import type { Acknowledgement, Submission, UploadedFile } from '@dvc/core';
import type { JsonObject } from '@dvc/schema';
import { dayInVietnam } from './clock.js';
import { newLookupSecret, type Secrets } from './secrets.js';
import type { Tables } from './db/schema.js';
import type { Bill } from './payment/bill.js';
import { appendFirst } from './status/log.js';
import { addLookUpKey } from './status/look-up.js';
import { samePaper } from './uploads.js';
import type { People } from './verdict.js';

/** A dossier that the verdict let through. */
export interface DossierEntry {
  session: string;
  key: string;
  bodyHash: string;
  submission: Omit<Submission, 'idempotencyKey'>;
  /** As the server reckoned them. */
  answers: JsonObject;
  fees: { id: string; amount: number }[];
  agency: string;
  caseId?: string;
  /** Owner, submitter and relation, from the answers. */
  parties?: JsonObject;
  /** What is to be paid, line by line. */
  bill?: Bill;
  /** By whose numbers it can be looked up. */
  people?: People;
}

export type Accepted =
  /** The acknowledgement as it is sent, byte for byte the same for every retry. */
  | { kind: 'acknowledged'; text: string }
  | { kind: 'key-conflict' }
  /** Files that are not there, belong to another session, another paper or another dossier. */
  | { kind: 'papers-gone'; papers: string[] };

export interface DossierStore {
  /** What this key already stands for. */
  find(session: string, key: string, bodyHash: string): Promise<Accepted | undefined>;
  accept(entry: DossierEntry): Promise<Accepted>;
}

/** Runs the work in one transaction and resolves after the commit. */
export type Transact = <T>(db: Kysely<Tables>, work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>;
const commitThenAnswer: Transact = (db, work) => db.transaction().execute(work);

export interface StoreOptions {
  secrets: Secrets;
  now?: () => Date;
  transact?: Transact;
  /** Queues the delivery to the case system, in the same transaction: there is no dossier without one, and none without its dossier. */
  enqueue?: Enqueue;
  /** Makes the payment, in the same transaction; without it nothing is paid here. */
  bill?: BillFor;
}
export type BillFor = (tx: Transaction<Tables>, dossier: string | number, bill: Bill) => Promise<string | undefined>;
export type Enqueue = (tx: Transaction<Tables>, dossier: string | number) => Promise<void>;

class Undo extends Error {
  readonly outcome: Accepted;
  constructor(outcome: Accepted) {
    super('undo');
    this.outcome = outcome;
  }
}

export function createDossierStore(db: Kysely<Tables>, options: StoreOptions): DossierStore {
  const { secrets, now = () => new Date(), transact = commitThenAnswer, enqueue = async () => {}, bill = async () => undefined } = options;

  async function find(session: string, key: string, bodyHash: string): Promise<Accepted | undefined> {
    const row = await db.selectFrom('idempotency').select(['body_hash', 'answer'])
      .where('session', '=', session).where('key_hash', '=', secrets.hash('idempotency', key)).executeTakeFirst();
    if (!row) return undefined;
    return row.body_hash === bodyHash ? { kind: 'acknowledged', text: secrets.open(key, row.answer) } : { kind: 'key-conflict' };
  }

  async function accept(entry: DossierEntry): Promise<Accepted> {
    try {
      return await transact(db, (tx) => store(tx, entry, { secrets, enqueue, bill }, now()));
    } catch (error) {
      if (error instanceof Undo) return error.outcome;
      if (error instanceof LostRace) return (await find(entry.session, entry.key, entry.bodyHash)) ?? accept(entry);
      throw error;
    }
  }

  return { find, accept };
}

/** Another request with the same key was first. */
class LostRace extends Error {}

async function store(tx: Transaction<Tables>, entry: DossierEntry, { secrets, enqueue, bill }: Required<Pick<StoreOptions, 'secrets' | 'enqueue' | 'bill'>>, at: Date): Promise<Accepted> {
  const keyHash = secrets.hash('idempotency', entry.key);
  // First of all: a concurrent duplicate waits here for the winner's commit, and then inserts nothing.
  const reserved = await tx.insertInto('idempotency')
    .values({ session: entry.session, key_hash: keyHash, body_hash: entry.bodyHash, answer: '', created_at: at })
    .onConflict((conflict) => conflict.doNothing()).returning('key_hash').executeTakeFirst();
  if (!reserved) throw new LostRace();

  const papers = await takePapers(tx, entry);
  const code = await nextCode(tx, entry.agency, dayInVietnam(at));
  const lookupSecret = newLookupSecret();
  const secretHash = secrets.hash('lookup', `${code}:${lookupSecret}`);
  const { submission } = entry;
  const { id } = await tx.insertInto('dossier').values({
    code,
    lookup_hash: secretHash,
    session: entry.session,
    document_id: submission.document.id,
    document_version: submission.document.version,
    case_id: entry.caseId ?? null,
    agency: entry.agency,
    answers: JSON.stringify(entry.answers),
    fees: JSON.stringify(entry.fees),
    code_lists: JSON.stringify(submission.codeLists),
    provenance: JSON.stringify(submission.provenance),
    locale: submission.locale,
    received_at: at,
    assistance: submission.assistance ? JSON.stringify(submission.assistance) : null,
    parties: JSON.stringify(entry.parties ?? {}),
    revision: 1,
  }).returning('id').executeTakeFirstOrThrow();
  for (const { paper, files } of papers) {
    if (files.length === 0) continue;
    await tx.updateTable('upload').set({ dossier: id }).where('id', 'in', files.map((file) => file.id)).execute();
    await tx.insertInto('dossier_paper').values(files.map((file, position) => ({ dossier: id, paper, position, upload: file.id }))).execute();
  }
  await tx.insertInto('event').values({ dossier: id, kind: 'received', at, detail: '{}' }).execute();
  await appendFirst(tx, id, at);
  await addLookUpKey(tx, secrets, { dossier: id, code, secretHash, people: entry.people });
  await enqueue(tx, id);
  const payment = entry.bill && await bill(tx, id, entry.bill);

  const acknowledgement: Acknowledgement = {
    dossierCode: code, lookupSecret, receivedAt: at.toISOString(), document: submission.document, papers, ...(payment === undefined ? {} : { payment }),
  };
  const text = JSON.stringify(acknowledgement);
  await tx.updateTable('idempotency').set({ answer: secrets.seal(entry.key, text) })
    .where('session', '=', entry.session).where('key_hash', '=', keyHash).execute();
  return { kind: 'acknowledged', text };
}

/** The files of the dossier, locked against a second dossier that wants them at the same time. */
async function takePapers(tx: Transaction<Tables>, entry: DossierEntry): Promise<Acknowledgement['papers']> {
  const wanted = Object.entries(entry.submission.papers).filter(([, ids]) => ids.length > 0);
  const ids = wanted.flatMap(([, each]) => each).sort();
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom('upload').selectAll().where('id', 'in', ids).where('session', '=', entry.session)
    .where('dossier', 'is', null).orderBy('id').forUpdate().execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const gone = wanted.filter(([paper, each]) => each.some((id) => !samePaper(byId.get(id)?.paper ?? '', paper))).map(([paper]) => paper);
  if (gone.length > 0 || new Set(ids).size !== ids.length) {
    throw new Undo({ kind: 'papers-gone', papers: gone.length > 0 ? gone : wanted.map(([paper]) => paper) });
  }
  return wanted.map(([paper, each]) => ({
    paper,
    files: each.map((id): UploadedFile => {
      const row = byId.get(id)!;
      return { id, name: row.name, type: row.type, size: Number(row.size), sha256: row.sha256 };
    }),
  }));
}

/** `<agency>-<yyMMdd>-<nnnn…>`: numbers run per agency and day, without gaps, because the counter is part of the transaction. */
async function nextCode(tx: Transaction<Tables>, agency: string, day: string): Promise<string> {
  const { last } = await tx.insertInto('counter').values({ agency, day, last: 1 })
    .onConflict((conflict) => conflict.columns(['agency', 'day']).doUpdateSet((e) => ({ last: e('counter.last', '+', 1) })))
    .returning('last').executeTakeFirstOrThrow();
  return `${agency}-${day.slice(2).replaceAll('-', '')}-${String(last).padStart(4, '0')}`;
}
