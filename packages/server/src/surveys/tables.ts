// Two stores that must not meet. What stands with the dossiers is who was handed an invitation; what was answered stands in a database of its own.
import type { ColumnType } from 'kysely';
import type { Migrations } from '../db/migrate.js';
import type { MigrationTable } from '../db/schema.js';

type JsonText = ColumnType<unknown, string, string>;

/** With the dossiers: what signs invitations, blind ones (`token`) or ones that name the dossier. `sealed`: the private key, readable only with the server's secret. */
export interface SurveyKeyTable { survey: string; kind: 'token' | 'dossier'; public_key: JsonText; sealed: string }
/** With the dossiers. `blinded_hash`: of what was signed, so that a lost reply can be asked for again; null where nothing was blinded. */
export interface SurveyInvitationTable { survey: string; dossier: string | number; blinded_hash: string | null }

/** One response. There is nothing in it finer than a day, nothing of the network, nothing of the language of the page. */
export interface SurveyResponseTable {
  survey: string;
  /** Hash of the response's own id: whoever reads a copy of the database cannot speak for it. */
  key: string;
  version: string;
  revision: number;
  /** `YYYY-MM`: what is rewritten together. */
  month: string;
  /** `YYYY-MM-DD` in Việt Nam */
  day: string;
  /** Not counted yet: it waits until there are enough to be put among the others in one go. */
  waiting: boolean;
  /** `withdrawn`: a mark that keeps a late repetition from bringing it back. */
  outcome: 'complete' | 'partial' | 'screened-out' | 'withdrawn';
  agency: string | null;
  procedure: string | null;
  channel: string | null;
  /** Only where the survey is not anonymous. */
  dossier: string | null;
  /** Hash of what proved that it may answer: good once. */
  proof: string | null;
  /** Hash of what it is withdrawn with. */
  receipt: string;
  /** Of what was sent, so that a repetition is known for one. */
  body_hash: string;
  answers: JsonText;
  /** What was shuffled, as it was shown. */
  shown: ColumnType<unknown, string | null, string | null>;
  /** What the host's filter said of its words. */
  flags: string[];
}
export interface SurveyTables { survey_response: SurveyResponseTable; migration: MigrationTable }

export const surveyMigrations: Migrations = [
  [
    `create table survey_response (
       survey text not null,
       key text primary key,
       version text not null,
       revision int not null,
       month text not null,
       day text not null,
       waiting boolean not null,
       outcome text not null check (outcome in ('complete', 'partial', 'screened-out', 'withdrawn')),
       agency text,
       procedure text,
       channel text,
       dossier text,
       proof text,
       receipt text not null,
       body_hash text not null,
       answers jsonb not null,
       shown jsonb,
       flags text[] not null,
       unique (survey, proof))`,
    // The inbox is read at every response, and is short.
    `create index survey_inbox on survey_response (survey) where waiting`,
    `create index survey_month on survey_response (survey, month)`,
  ],
];
