import type { CodeLists } from './code-lists.js';
import type { Database } from './db/open.js';
import type { DossierStore } from './dossiers.js';
import type { DraftKeyStore } from './draft-keys.js';
import type { FormLibrary } from './forms.js';
import type { Notices } from './notices/index.js';
import type { Payments } from './payment/index.js';
import type { Judge } from './verdict.js';
import type { SessionOptions } from './session.js';
import type { Status } from './status/index.js';
import type { UploadStore } from './uploads.js';

/** What the routes work with. */
export interface Services {
  database: Database;
  forms: FormLibrary;
  codeLists: CodeLists;
  judge: Judge;
  dossiers: DossierStore;
  uploads: UploadStore;
  draftKeys: DraftKeyStore;
  payments: Payments;
  notices: Notices;
  status: Status;
  /** Other origins whose pages may use the API. */
  origins: readonly string[];
  /** A dossier was stored: its delivery can begin. */
  accepted: () => void;
  session: SessionOptions;
  /** The server's clock. */
  now: () => Date;
  log: (message: string, about: object) => void;
  /** Submissions in hand above which new ones are sent away with 503. */
  maxWaiting: number;
  /** bytes of one file */
  maxUploadBytes: number;
  /** Of a document that names none. */
  agency: string;
}
