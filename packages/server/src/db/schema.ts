// The tables, as kysely sees them. SQL is written for PostgreSQL 15; PGlite is 18.
import type { ColumnType, Generated, Insertable } from 'kysely';

/** `bigint` comes as a string from node-postgres and as a number from PGlite. */
type Big = ColumnType<string | number, number, number>;
type Instant = ColumnType<Date, Date, Date>;
/** Written as text, read as JSON. */
type JsonText = ColumnType<unknown, string, string>;
type NullableJsonText = ColumnType<unknown, string | null | undefined, string | null>;

export interface DossierTable {
  id: Generated<string | number>;
  code: string;
  /** HMAC of the look-up secret; the secret itself is with the citizen alone. */
  lookup_hash: string;
  session: string;
  document_id: string;
  document_version: string;
  case_id: string | null;
  agency: string;
  answers: JsonText;
  fees: JsonText;
  code_lists: JsonText;
  provenance: JsonText;
  locale: string;
  received_at: Instant;
  assistance: NullableJsonText;
  /** Owner, submitter and relation, as the judged answers say. */
  parties: NullableJsonText;
  /** The code that the case system gave. */
  case_code: ColumnType<string | null, string | null | undefined, string | null>;
}
export interface DeliveryTable {
  dossier: string | number;
  /** What the case system knows it by; the same for every attempt. */
  id: Generated<string>;
  state: 'waiting' | 'delivered' | 'dead';
  /** The one job of the queue that stands for it now; a turn of any other job is void. */
  job: ColumnType<string | null, string | null | undefined, string | null>;
  attempts: ColumnType<number, number | undefined, number>;
  /** Why the last attempt failed: a stable word, nothing that a citizen wrote. */
  reason: ColumnType<string | null, string | null | undefined, string | null>;
  tried_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  delivered_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}
export interface UploadTable {
  id: string;
  session: string;
  paper: string;
  name: string;
  type: string;
  size: Big;
  sha256: string;
  dossier: ColumnType<string | number | null, string | number | null, string | number | null>;
  created_at: Instant;
}
export interface DossierPaperTable { dossier: string | number; paper: string; position: number; upload: string }
export interface IdempotencyTable {
  session: string;
  key_hash: string;
  body_hash: string;
  /** The acknowledgement, readable only with the key (see `seal`); empty inside the transaction that makes it. */
  answer: string;
  created_at: Instant;
}
export interface DraftKeyTable {
  session: string;
  name_hash: string;
  /** Half of a draft's key, readable only with the session's token (see `seal`). */
  half: string;
  created_at: Instant;
}
export interface EventTable { id: Generated<string | number>; dossier: string | number; kind: string; at: Instant; detail: JsonText }
export interface CounterTable { agency: string; day: string; last: Big }
export interface MigrationTable { number: number; applied_at: Instant }

export interface Tables {
  dossier: DossierTable;
  upload: UploadTable;
  dossier_paper: DossierPaperTable;
  idempotency: IdempotencyTable;
  event: EventTable;
  counter: CounterTable;
  draft_key: DraftKeyTable;
  delivery: DeliveryTable;
  migration: MigrationTable;
}
export type NewUpload = Insertable<UploadTable>;
