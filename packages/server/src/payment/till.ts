// What the parts of paying work with.
import type { Kysely } from 'kysely';
import type { Tables } from '../db/schema.js';
import type { Secrets } from '../secrets.js';
import type { Append } from '../status/log.js';
import type { Offer } from './offers.js';
import type { PaymentSettings } from './settings.js';
import type { PaymentStore } from './store.js';

export interface Till {
  db: Kysely<Tables>;
  store: PaymentStore;
  /** By id; empty: nothing is paid here. */
  offers: ReadonlyMap<string, Offer>;
  settings: Omit<PaymentSettings, 'offers'>;
  secrets: Secrets;
  /** Writes on in the history of a dossier. */
  append: Append;
  now: () => Date;
  log: (message: string, about: object) => void;
}
