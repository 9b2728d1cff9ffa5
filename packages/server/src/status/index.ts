import type { CodeLists } from '../code-lists.js';
import type { Database } from '../db/open.js';
import type { DocumentOf } from '../payment/requests.js';
import type { Secrets } from '../secrets.js';
import type { UploadStore } from '../uploads.js';
import type { Judge } from '../verdict.js';
import { createAccess, type Access } from './access.js';
import { openVocabularies } from './case-events.js';
import type { Choices } from './choices.js';
import { createTryCounts, tryLimits, type TryLimits } from './counts.js';
import { createFacts, type Facts } from './facts.js';
import { openHub, type Hub, type HubOptions } from './hub.js';
import { channel, eventsAfter, type Append, type Deliver } from './log.js';
import { createLookUps, prepareLookUps, type LookUps, type OneTimeCodes } from './look-up.js';
import { officeTimeOf, type OfficeTime } from './office-time.js';
import { createSupplements, type Supplements } from './supplement.js';
import { createWishes, type Wishes } from './wishes.js';

/** How the status of dossiers is told. */
export interface StatusWorld {
  /** One-time codes; without them that factor is refused like a wrong one. */
  otp?: OneTimeCodes;
  /** When offices are open; by default the code list `holidays-vn`, and no hours. */
  office?: Partial<OfficeTime>;
  /** Wrong tries of look-ups above which the next ones wait. */
  tries?: Partial<TryLimits>;
  /** Streams: how often a sign of life comes, and how many may be open. */
  streams?: Pick<HubOptions, 'heartbeatMs' | 'keepMs' | 'most'>;
  /** Who may tell events of dossiers, each at least 32 characters; by default whoever knows the secrets of deliveries. */
  caseSecrets?: readonly string[];
}
export interface StatusOptions extends StatusWorld {
  documentOf: DocumentOf;
  codeLists: CodeLists;
  uploads: UploadStore;
  judge: Judge;
  secrets: Secrets;
  choices: Choices;
  append: Append;
  /** The folder of the words of other systems. */
  vocabulariesDir: string;
  deliver: Deliver;
  now: () => Date;
  log: (message: string, about: object) => void;
}
export interface Status {
  access: Access;
  choices: Choices;
  facts: Facts;
  hub: Hub;
  lookUps: LookUps;
  supplements: Supplements;
  wishes: Wishes;
  append: Append;
  caseSecrets: readonly string[];
  vocabulary: ReturnType<typeof openVocabularies>;
  /** Ends the streams; before the server waits for its requests. */
  quiet(): void;
  close(): Promise<void>;
}

const SWEEP = 10 * 60_000;

export async function openStatus(database: Database, options: StatusOptions): Promise<Status> {
  const { documentOf, codeLists, uploads, judge, secrets, choices, append, vocabulariesDir, deliver, now, log, otp, office, tries = {}, streams = {}, caseSecrets = [] } = options;
  if (caseSecrets.some((secret) => secret.length < 32)) throw new Error('Each secret of a case system must have at least 32 characters');
  const { db } = database;
  await prepareLookUps(db, secrets);
  const access = createAccess(db, now);
  const counts = createTryCounts(db, { ...tryLimits, ...tries }, now);
  const facts = createFacts({ db, documentOf, codeLists, office: officeTimeOf(codeLists, office), now });
  const hub = openHub({ read: (dossier, after) => eventsAfter(db, dossier, after), keep: (tokens) => access.keep(tokens), log, ...streams });
  const endListening = await database.listen(channel, (dossier) => hub.poke(dossier), () => hub.poke());
  const sweep = async () => { await counts.sweep(); await access.sweep(); };
  await sweep();
  const timer = setInterval(() => { sweep().catch((error: Error) => log('sweep', { error: error.name })); }, SWEEP);
  timer.unref();
  return {
    access, facts, hub, caseSecrets, choices, append,
    lookUps: createLookUps({ db, secrets, counts, otp, log }), wishes: createWishes(db, facts, append, deliver, now),
    supplements: createSupplements({ db, secrets, judge, codeLists, uploads, facts, documentOf, append, deliver, now }),
    vocabulary: openVocabularies(vocabulariesDir),
    quiet: () => hub.close(),
    async close() {
      clearInterval(timer);
      hub.close();
      await endListening();
    },
  };
}
