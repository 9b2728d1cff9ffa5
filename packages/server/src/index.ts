export { createServer, type DvcServer, type Mount, type ServerOptions } from './app.js';
export { optionsFromEnvironment } from './environment.js';
export { openDatabase, type Database, type OpenOptions } from './db/open.js';
export type { CaseSystem } from './delivery/index.js';
export type { Tables } from './db/schema.js';
export { createDossierStore, type Accepted, type DossierEntry, type DossierStore, type Enqueue, type StoreOptions, type Transact } from './dossiers.js';
export { createJudge } from './judge.js';
export type { Judge, JudgeContext, Verdict } from './verdict.js';
export type { Secrets } from './secrets.js';
