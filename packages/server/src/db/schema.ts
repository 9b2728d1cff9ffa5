// The tables, as kysely sees them. SQL is written for PostgreSQL 15; PGlite is 18.
import type { ColumnType, Generated, Insertable } from 'kysely';
import type { SurveyInvitationTable, SurveyKeyTable } from '../surveys/tables.js';

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
  /** The number of its last status event. */
  revision: ColumnType<number, number | undefined, number>;
  /** Of the answers; grows with each supplement. */
  version: ColumnType<number, number | undefined, number>;
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
  event: ColumnType<DeliveryEvent, DeliveryEvent | undefined, DeliveryEvent>;
  /** What the last supplement answers. */
  supplement: NullableJsonText;
}
export type DeliveryEvent = 'dossier.received' | 'dossier.supplemented' | 'dossier.withdrawal-asked' | 'dossier.complained';
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
type NullableInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;
type NullableText = ColumnType<string | null, string | null | undefined, string | null>;

export interface PaymentTable {
  /** Random: whoever has it sees and may pay this payment. */
  id: string;
  dossier: ColumnType<string | number | null, string | number | null, never>;
  /** The agency's own number of its request after acceptance. */
  request_key: NullableText;
  timing: 'before' | 'after';
  about: string;
  /** Code of the procedure. */
  procedure: ColumnType<string, string | undefined, string>;
  agency: NullableText;
  /** `QuoteLine[]`; never changed. */
  lines: JsonText;
  request: NullableJsonText;
  /** Derived from the ledger, as `attention`, `next_look` and `unresolved_at`. */
  phase: string;
  attention: ColumnType<boolean, boolean | undefined, boolean>;
  next_look: NullableInstant;
  /** When somebody was first told that this is unknown for too long. */
  unresolved_at: NullableInstant;
  /** Wrong look-up secrets, and since when they are counted. */
  wrong_tries: ColumnType<number, number | undefined, number>;
  wrong_since: NullableInstant;
  created_at: Instant;
}
export interface PaymentEventTable {
  payment: string;
  id: string;
  /** The order of writing. */
  sequence: Generated<string | number>;
  at: Instant;
  /** `PaymentEvent` */
  event: JsonText;
  /** What the gateway said besides: its codes, the bank. */
  detail: NullableJsonText;
}
export interface PaymentIntentTable {
  id: string;
  payment: string;
  attempt: number;
  reference: string;
  offer: string;
  method: 'redirect' | 'qr' | 'transfer' | 'cash';
  amount: Big;
  opened_at: Instant;
  expires_at: NullableInstant;
  return_to: string;
  locale: 'vi' | 'en';
  ip: string;
  /** `PaymentAct`; null until the gateway has taken the order. */
  act: NullableJsonText;
  /** Somebody is giving the order to the gateway since then. */
  tried_at: NullableInstant;
  tries: ColumnType<number, number | undefined, number>;
}
/** News of a gateway that the ledger holds; written with the lines that it led to. */
export interface PaymentNewsTable { offer: string; key_hash: string; intent: string; at: Instant }
export interface PaymentRefundTable {
  id: string;
  payment: string;
  transaction: string;
  amount: Big;
  state: 'asked' | 'sending' | 'unclear' | 'taken' | 'by-hand' | 'done' | 'refused';
  /** Of the gateway's call, the same for every repetition. */
  request_id: NullableText;
  tried_at: NullableInstant;
  reason: NullableText;
  decided_by: NullableText;
  /** Account, holder, bank and reason of the citizen, readable only with the server's secret. */
  sealed: string;
  created_at: Instant;
}
export interface BankLineTable { offer: string; id: string; at: Instant; amount: Big; text: string; intent: NullableText }
/** `event`: `StatusEvent` */
export interface StatusEventTable { dossier: string | number; seq: number; id: string; event: JsonText; at: Instant }
/** By what a dossier is looked up. Every row has the same shape and about the same size; see status/look-up.ts. */
export interface LookupKeyTable {
  code_hash: string;
  dossier: ColumnType<string | number | null, string | number | null, never>;
  code: string;
  secret_hash: string;
  person_hashes: ColumnType<string[], string[], string[]>;
  /** Where a one-time code goes; sealed. */
  destination: NullableText;
}
/** Wrong tries of one client or at one code, known or not; void after `until`. */
export interface LookupCountTable { who: string; tries: number; until: Instant }
/** `session`: of the browser that was given it without a second factor, and that takes it along when it leaves. */
export interface AccessTokenTable { hash: string; dossier: string | number; session: NullableText; expires_at: Instant }
export interface ChannelChoiceTable {
  dossier: string | number;
  channel: 'email' | 'sms' | 'portal' | 'zalo';
  is_on: boolean;
  /** Sealed. */
  address: NullableText;
  consent_at: NullableInstant;
  consent_version: NullableText;
}
export interface NotificationTable { dossier: string | number; id: string; at: Instant; title: string; text: string; read_at: NullableInstant }
export interface NoticeTable {
  /** Of the mail (Message-ID) and of the request to a provider: the same for every attempt. */
  id: Generated<string>;
  dossier: string | number;
  /** id of the status event */
  event: string;
  channel: 'email' | 'sms' | 'portal' | 'zalo';
  /** Key of its words. */
  template: string;
  /** What news it is: see notices/kinds.ts. */
  about: string;
  due: NullableText;
  /** `sending`: a process has it in hand, or died with it. `void`: the citizen had taken the consent back before it was sent. */
  state: 'waiting' | 'sending' | 'sent' | 'dead' | 'void';
  /** The one job of the queue that stands for it now. */
  job: NullableText;
  attempts: ColumnType<number, number | undefined, number>;
  /** Why the last attempt failed: a stable word. */
  reason: NullableText;
  queued_at: Instant;
  tried_at: NullableInstant;
  sent_at: NullableInstant;
  /** The order of queueing. */
  number: Generated<string | number>;
}
/** `token`: sealed; what a link holds is known here by its hash. */
export interface UnsubscribeLinkTable { hash: string; dossier: string | number; channel: 'email' | 'sms' | 'zalo'; token: string }
export interface CitizenWordTable { id: Generated<string | number>; dossier: string | number; kind: 'complaint' | 'withdrawal'; text: string; at: Instant }
export interface SupplementTable { dossier: string | number; key_hash: string; body_hash: string; request: string; at: Instant }
export interface DossierVersionTable { dossier: string | number; version: number; answers: JsonText; fees: JsonText; case_id: string | null; papers: JsonText; until: Instant }
/** What pages count, by day in Việt Nam; nothing of who did it. `step`: '' for what is no step */
export interface CounterDayTable { day: string; document: string; agency: string; what: 'view' | 'start' | 'step' | 'abandon' | 'rate'; step: string; count: Big }
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
  payment: PaymentTable;
  payment_event: PaymentEventTable;
  payment_intent: PaymentIntentTable;
  payment_news: PaymentNewsTable;
  payment_refund: PaymentRefundTable;
  bank_line: BankLineTable;
  status_event: StatusEventTable;
  lookup_key: LookupKeyTable;
  lookup_count: LookupCountTable;
  access_token: AccessTokenTable;
  channel_choice: ChannelChoiceTable;
  notification: NotificationTable;
  notice: NoticeTable;
  unsubscribe_link: UnsubscribeLinkTable;
  citizen_word: CitizenWordTable;
  supplement: SupplementTable;
  dossier_version: DossierVersionTable;
  counter_day: CounterDayTable;
  survey_key: SurveyKeyTable;
  survey_invitation: SurveyInvitationTable;
  migration: MigrationTable;
}
export type NewUpload = Insertable<UploadTable>;
