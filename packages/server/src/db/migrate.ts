import { sql, type Kysely } from 'kysely';
import { noticeTables } from './migration-notices.js';
import { statusTables } from './migration-status.js';
import { surveyInvitationTables } from './migration-surveys.js';
import type { MigrationTable } from './schema.js';

/** Each runs once, in order, in a transaction. Never edited after a release; a change is a new entry. */
export type Migrations = readonly (readonly string[])[];

export const migrations: Migrations = [
  [
    `create table dossier (
       id bigint generated always as identity primary key,
       code text not null unique,
       lookup_hash text not null,
       session text not null,
       document_id text not null,
       document_version text not null,
       case_id text,
       agency text not null,
       answers jsonb not null,
       fees jsonb not null,
       code_lists jsonb not null,
       provenance jsonb not null,
       locale text not null,
       received_at timestamptz not null)`,
    `create index dossier_received on dossier (agency, received_at)`,
    `create table upload (
       id text primary key,
       session text not null,
       paper text not null,
       name text not null,
       type text not null,
       size bigint not null check (size > 0),
       sha256 text not null,
       dossier bigint references dossier (id),
       created_at timestamptz not null)`,
    `create index upload_free on upload (created_at) where dossier is null`,
    `create table dossier_paper (
       dossier bigint not null references dossier (id),
       paper text not null,
       position int not null,
       upload text not null unique references upload (id),
       primary key (dossier, paper, position))`,
    `create table idempotency (
       session text not null,
       key_hash text not null,
       body_hash text not null,
       answer text not null,
       created_at timestamptz not null,
       primary key (session, key_hash))`,
    `create table event (
       id bigint generated always as identity primary key,
       dossier bigint not null references dossier (id),
       kind text not null,
       at timestamptz not null,
       detail jsonb not null)`,
    `create index event_dossier on event (dossier, id)`,
    `create table counter (
       agency text not null,
       day text not null,
       last bigint not null,
       primary key (agency, day))`,
  ],
  [
    `create table draft_key (
       session text not null,
       name_hash text not null,
       half text not null,
       created_at timestamptz not null,
       primary key (session, name_hash))`,
    `create index draft_key_created on draft_key (created_at)`,
  ],
  // Delivery to the case system. Dossiers from before are put on the dead-letter list: whether the case system should still get them, the operator says.
  [
    `alter table dossier add column assistance jsonb, add column parties jsonb, add column case_code text`,
    `create table delivery (
       dossier bigint primary key references dossier (id),
       id uuid not null unique default gen_random_uuid(),
       state text not null check (state in ('waiting', 'delivered', 'dead')),
       job uuid,
       attempts int not null default 0,
       reason text,
       tried_at timestamptz,
       delivered_at timestamptz)`,
    `create index delivery_open on delivery (state, dossier) where state <> 'delivered'`,
    `insert into delivery (dossier, state, reason) select id, 'dead', 'earlier' from dossier`,
  ],
  // Payments. What is told of one is a ledger; phase, attention and next_look are derived from it, for lists and for the job that asks the gateways.
  [
    `create table payment (
       id text primary key,
       dossier bigint references dossier (id),
       request_key text,
       timing text not null check (timing in ('before', 'after')),
       about text not null,
       procedure text not null default '',
       agency text,
       lines jsonb not null,
       request jsonb,
       phase text not null,
       attention boolean not null default false,
       next_look timestamptz,
       unresolved_at timestamptz,
       wrong_tries int not null default 0,
       wrong_since timestamptz,
       created_at timestamptz not null,
       unique (dossier, request_key))`,
    `create index payment_look on payment (next_look) where next_look is not null`,
    `create index payment_open on payment (created_at) where attention or phase = 'pending'`,
    `create table payment_event (
       payment text not null references payment (id),
       id text not null,
       sequence bigint generated always as identity,
       at timestamptz not null,
       event jsonb not null,
       detail jsonb,
       primary key (payment, id))`,
    `create index payment_event_transaction on payment_event ((event->>'transaction')) where event->>'type' = 'paid'`,
    `create table payment_intent (
       id text primary key,
       payment text not null references payment (id),
       attempt int not null,
       reference text not null unique,
       offer text not null,
       method text not null,
       amount bigint not null check (amount > 0),
       opened_at timestamptz not null,
       expires_at timestamptz,
       return_to text not null,
       locale text not null,
       ip text not null,
       act jsonb,
       tried_at timestamptz,
       tries int not null default 0,
       unique (payment, attempt))`,
    `create table payment_news (
       offer text not null,
       key_hash text not null,
       intent text not null references payment_intent (id),
       at timestamptz not null,
       primary key (offer, key_hash))`,
    `create table payment_refund (
       id text primary key,
       payment text not null references payment (id),
       transaction text not null,
       amount bigint not null check (amount > 0),
       state text not null check (state in ('asked', 'sending', 'unclear', 'taken', 'by-hand', 'done', 'refused')),
       request_id text,
       tried_at timestamptz,
       reason text,
       decided_by text,
       sealed text not null,
       created_at timestamptz not null)`,
    `create index payment_refund_payment on payment_refund (payment)`,
    `create table bank_line (
       offer text not null,
       id text not null,
       at timestamptz not null,
       amount bigint not null check (amount > 0),
       text text not null,
       intent text references payment_intent (id),
       primary key (offer, id))`,
    `create index bank_line_free on bank_line (at) where intent is null`,
  ],
  statusTables,
  noticeTables,
  // What pages count, for a host that measures.
  [
    `create table counter_day (
       day text not null,
       document text not null,
       agency text not null,
       what text not null check (what in ('view', 'start', 'step', 'abandon')),
       step text not null default '',
       count bigint not null,
       primary key (day, document, agency, what, step))`,
    `create index dossier_received_at on dossier (received_at)`,
    `create index payment_created on payment (created_at)`,
    `create index status_event_ready on status_event (at) where event->>'type' = 'status' and event->>'code' in ('9', '10')`,
  ],
  // That a procedure was rated is counted too.
  [`alter table counter_day drop constraint counter_day_what_check, add constraint counter_day_what_check check (what in ('view', 'start', 'step', 'abandon', 'rate'))`],
  surveyInvitationTables,
];

/** Brings the tables up to date; safe when several processes start on one PostgreSQL (they queue on the table's lock). */
export async function migrate<T>(database: Kysely<T>, tables: Migrations): Promise<void> {
  const db = database as unknown as Kysely<{ migration: MigrationTable }>;
  await sql`create table if not exists migration (number int primary key, applied_at timestamptz not null)`.execute(db).catch(
    // "if not exists" still races in PostgreSQL: the loser meets a unique violation, and the table is there.
    (error: { code?: string }) => { if (error.code !== '23505' && error.code !== '42P07') throw error; },
  );
  await db.transaction().execute(async (tx) => {
    await sql`lock table migration in exclusive mode`.execute(tx);
    const done = await tx.selectFrom('migration').select((e) => e.fn.max('number').as('last')).executeTakeFirst();
    for (let number = Number(done?.last ?? 0) + 1; number <= tables.length; number++) {
      for (const statement of tables[number - 1] ?? []) await sql.raw(statement).execute(tx);
      await tx.insertInto('migration').values({ number, applied_at: new Date() }).execute();
    }
  });
}
