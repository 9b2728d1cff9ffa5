import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Transaction } from 'kysely';
import { bareApp } from './bare-app.js';
import { installBodies } from './body.js';
import { openCodeLists } from './code-lists.js';
import { installContract } from './contract.js';
import { openDatabase, type Database } from './db/open.js';
import type { Tables } from './db/schema.js';
import { openDeliveries, type CaseSystem, type Deliveries } from './delivery/index.js';
import { createDesk } from './desk/dossiers.js';
import { createDossierStore, type BillFor, type DossierStore, type Enqueue } from './dossiers.js';
import { createDraftKeys } from './draft-keys.js';
import { installErrors } from './errors.js';
import { openFeeTables } from './fee-tables.js';
import { openForms } from './forms.js';
import { openJobs, type Jobs } from './jobs/queue.js';
import { createJudge } from './judge.js';
import type { Judge } from './verdict.js';
import { createMeasures } from './measure/measures.js';
import { offeredBy, openNotices, type Notices, type NoticeSettings } from './notices/index.js';
import { openPayments, type Payments, type PaymentSettings, type PaymentWorld } from './payment/index.js';
import { adminGuard, adminRoutes } from './routes/admin.js';
import { basicRoutes } from './routes/basics.js';
import { caseEventRoutes } from './routes/case-events.js';
import { documentRoutes } from './routes/documents.js';
import { dossierAdminRoutes } from './routes/dossiers-admin.js';
import { dossierRoutes } from './routes/dossiers.js';
import { counterRoutes, measureAdminRoutes } from './routes/measures.js';
import { gatewayRoutes } from './routes/gateways.js';
import { paymentRoutes } from './routes/payments.js';
import { paymentAdminRoutes } from './routes/payments-admin.js';
import { statusRoutes } from './routes/status.js';
import { sessionRoutes } from './routes/session.js';
import { unsubscribeRoutes } from './routes/unsubscribe.js';
import { uploadRoutes } from './routes/uploads.js';
import { schemasFolder } from './schemas-folder.js';
import { adminToken, createSecrets, loadPepper, type Secrets } from './secrets.js';
import { checkOrigins, installSecurity } from './security.js';
import type { Services } from './services.js';
import { createChoices } from './status/choices.js';
import { openStatus, type Status, type StatusWorld } from './status/index.js';
import { appending, type DossierId } from './status/log.js';
import { createSurveys, type Surveys } from './surveys/index.js';
import { invitationRoutes } from './surveys/invitation-routes.js';
import { createInvitations } from './surveys/invitations.js';
import { surveyRoutes } from './surveys/routes.js';
import type { SurveySettings } from './surveys/settings.js';
import { createUploads } from './uploads.js';

const day = 24 * 3600 * 1000;

export interface Mount {
  /** `/`, `/portal/` */
  prefix: string;
  dir: string;
  /** Set on every answer, over the server's own; `null` removes one. */
  headers?: Record<string, string | null>;
}
export interface ServerOptions {
  /** Folder of the embedded database, uploads and the secret; default `.dvc-data`. */
  dataDir?: string;
  /** PostgreSQL; without it the embedded database. */
  databaseUrl?: string;
  /** Shared by servers on one PostgreSQL; at least 32 characters. Made in `dataDir` by default. */
  secret?: string;
  /** The folder with `api/`, `forms/`, `code-lists/`; found beside the package by default. */
  schemasDir?: string;
  formsDir?: string;
  codeListsDir?: string;
  /** A folder of fee tables of this host (`schemas/fee-table.schema.json`), over the amounts of the forms; without it those count. */
  feeTablesDir?: string;
  /** Other origins whose pages may use the API. */
  origins?: readonly string[];
  /** Pages of other sites embed the form with cookies (needs HTTPS). */
  crossSite?: boolean;
  /** The proxy in front, as Fastify takes it; needed to know that the outside is HTTPS. */
  trustProxy?: boolean | string;
  /** Agency code of a document that names none; default `H99.01`. */
  agency?: string;
  /** Where every dossier goes; without it dossiers wait in the queue. */
  caseSystem?: CaseSystem;
  /** Ways to pay; without them no dossier has a payment. `readPaymentSettings` reads them from JSON. */
  payments?: PaymentSettings;
  /** How gateways are reached and asked. */
  paymentWorld?: PaymentWorld;
  /** By which ways citizens are written to; without them there are messages in the portal alone. `readNoticeSettings` reads them from JSON. */
  notices?: NoticeSettings;
  /** How the status of dossiers is looked up and told. */
  status?: StatusWorld;
  /** Surveys, whose responses are kept in a database of their own. */
  surveys?: SurveySettings;
  /** Pages may count views, starts, steps and abandoned forms, and the operator reads what comes of it; off by default. */
  measure?: boolean;
  /** Opens the operator's requests, at least 32 characters; by default it follows from the secret, as `dvc-server deliveries` knows. */
  adminToken?: string;
  mounts?: readonly Mount[];
  /** bytes; default 10 MiB */
  maxUploadBytes?: number;
  /** Submissions in hand above which new ones get 503; default 200. */
  maxWaiting?: number;
  /** ms a client may take: for the headers 10 s, a JSON body 30 s, between two pieces of a file 30 s, all in all 15 min; to end, once the server is told to stop, 8 s */
  timeouts?: { headers?: number; json?: number; idle?: number; request?: number; stop?: number };
  now?: () => Date;
  judge?: Judge;
  /** Another store of dossiers, made over the same database. */
  store?: (database: Database, secrets: Secrets, now: () => Date, enqueue: Enqueue, bill: BillFor) => DossierStore;
  /** As in `OpenOptions`: the embedded database cannot go on, and this must end the process. */
  onFatal?: (what: string) => never;
  /** Lines of JSON; false = none. */
  log?: false | { write(line: string): void };
}
export interface DvcServer {
  app: FastifyInstance;
  database: Database;
  payments: Payments;
  status: Status;
  surveys: Surveys;
  /** Resolves to the address, e.g. `http://127.0.0.1:8080`. */
  listen(port?: number, host?: string): Promise<string>;
  /** Finishes requests in hand, then closes the database. */
  close(): Promise<void>;
}

/** The reference back end, ready to listen. */
export async function createServer(options: ServerOptions = {}): Promise<DvcServer> {
  const dataDir = resolve(options.dataDir ?? '.dvc-data');
  const schemasDir = options.schemasDir ?? schemasFolder();
  const now = options.now ?? (() => new Date());
  const maxUploadBytes = options.maxUploadBytes ?? 10 * 1024 * 1024;
  checkOrigins(options.origins ?? []);
  const uploadsDir = join(dataDir, 'uploads');
  mkdirSync(uploadsDir, { recursive: true, mode: 0o700 });

  const { app, log, wait } = bareApp(options);
  const database = await openDatabase({ dir: dataDir, ...(options.databaseUrl ? { url: options.databaseUrl } : {}), ...(options.onFatal ? { onFatal: options.onFatal } : {}) });
  let jobs: Jobs | undefined;
  let deliveries: Deliveries | undefined;
  let payments: Payments | undefined;
  let status: Status | undefined;
  let notices: Notices | undefined;
  let surveys: Surveys | undefined;
  try {
    const pepper = loadPepper(dataDir, options.secret);
    const secrets = createSecrets(pepper);
    const uploads = createUploads(database.db, { dir: uploadsDir, maxBytes: maxUploadBytes, idleMs: wait.idle, now });
    jobs = await openJobs(database, { maintenanceSeconds: options.caseSystem?.maintenanceSeconds ?? 30, log });
    deliveries = await openDeliveries(database.db, jobs, { system: options.caseSystem, readFile: ({ id }) => uploads.read(id), now, log });
    const judge = options.judge ?? createJudge();
    const feeTables = openFeeTables(options.feeTablesDir, log);
    await feeTables.check();
    const forms = openForms(options.formsDir ?? join(schemasDir, 'forms'), (value) => judge.prepare(value), log, now, feeTables);
    const documentOf = async (id: string, version: string) => (await forms.get(id, version))?.document;
    const choices = createChoices(database.db, secrets, now, offeredBy(options.notices));
    // A promised day is known to the status, which opens last.
    const promisedDay = async (tx: Transaction<Tables>, dossier: DossierId) => status?.facts.promisedDay(tx, dossier);
    notices = await openNotices({ settings: options.notices, db: database.db, jobs, choices, secrets, schemasDir, promisedDay, now, log });
    const append = appending(notices.queue);
    payments = openPayments(database, { ...options.paymentWorld, settings: options.payments, append, secrets, now, log, documentOf });
    const codeLists = openCodeLists(options.codeListsDir ?? join(schemasDir, 'code-lists'), log);
    status = await openStatus(database, {
      caseSecrets: options.caseSystem?.secrets ?? [], ...options.status, documentOf, codeLists, uploads, judge, secrets, choices, append, deliver: deliveries.addAgain, vocabulariesDir: join(schemasDir, 'statuses'), now, log,
    });
    const measures = options.measure === true ? createMeasures({ db: database.db, facts: status.facts, forms, codeLists, agency: options.agency ?? 'H99.01', now }) : undefined;
    const invitations = createInvitations(database.db, secrets);
    surveys = createSurveys({ settings: options.surveys ?? {}, dataDir, schemasDir, secrets, codeLists, agency: options.agency ?? 'H99.01', now, log, publicKey: invitations.publicKey, invited: invitations.count, ...(options.onFatal ? { onFatal: options.onFatal } : {}) });
    await surveys.start();
    const services: Services = {
      database, judge, now, log, maxUploadBytes,
      session: { crossSite: options.crossSite === true },
      forms,
      codeLists,
      dossiers: options.store?.(database, secrets, now, deliveries.add, payments.add) ?? createDossierStore(database.db, { secrets, now, enqueue: deliveries.add, bill: payments.add }),
      payments,
      notices,
      status,
      origins: options.origins ?? [],
      uploads,
      accepted: deliveries.wake,
      draftKeys: createDraftKeys(database.db, { secrets, now }),
      maxWaiting: options.maxWaiting ?? 200,
      agency: options.agency ?? 'H99.01',
    };
    installErrors(app);
    installBodies(app, { jsonMs: wait.json });
    await installSecurity(app, { origins: options.origins ?? [] });
    installContract(app, join(schemasDir, 'api', 'openapi.yaml'), {
      ...basicRoutes(services), ...documentRoutes(services), ...uploadRoutes(services), ...dossierRoutes(services), ...sessionRoutes(services),
      ...paymentRoutes(services), ...gatewayRoutes(services), ...statusRoutes(services), ...unsubscribeRoutes(services), ...counterRoutes(measures), ...invitationRoutes(services, surveys.library, invitations),
    });
    installContract(app, join(schemasDir, 'api', 'case-events.openapi.yaml'), caseEventRoutes(services));
    const guard = adminGuard(options.adminToken ?? adminToken(pepper));
    installContract(app, join(schemasDir, 'api', 'surveys.openapi.yaml'), surveyRoutes(surveys, guard));
    adminRoutes(app, deliveries, notices, surveys.keyOf, guard);
    paymentAdminRoutes(app, payments, guard);
    dossierAdminRoutes(app, createDesk({ db: database.db, facts: status.facts, append: status.append, documentOf, codeLists, now }), uploads, guard);
    measureAdminRoutes(app, measures, guard);
    await installMounts(app, options.mounts ?? []);
    await services.draftKeys.sweep();
    await services.uploads.sweep(new Date(now().getTime() - 30 * day));
  } catch (error) {
    await surveys?.close();
    await status?.close();
    await payments?.close();
    await notices?.close();
    await deliveries?.close();
    await jobs?.close();
    await database.close();
    throw error;
  }
  // Before the server waits for what is under way: streams end by nothing else.
  app.addHook('preClose', async () => { status.quiet(); });
  app.addHook('onClose', async () => {
    await surveys.close();
    await status.close();
    await payments.close();
    await notices.close();
    await deliveries.close();
    await jobs.close();
    await database.close();
  });
  return { app, database, payments, status, surveys, listen: (port = 8080, host = '127.0.0.1') => app.listen({ port, host }), close: () => app.close() };
}

async function installMounts(app: FastifyInstance, mounts: readonly Mount[]): Promise<void> {
  for (const mount of mounts) {
    // Its own scope, so that its headers reach its files only.
    await app.register(async (scope) => {
      scope.addHook('onSend', async (_request, reply) => {
        reply.header('cache-control', 'no-cache').header('content-security-policy', "default-src 'self'");
        for (const [name, value] of Object.entries(mount.headers ?? {})) {
          if (value === null) reply.removeHeader(name);
          else reply.header(name, value);
        }
      });
      await scope.register(fastifyStatic, { root: resolve(mount.dir), prefix: mount.prefix, decorateReply: false, cacheControl: false, dotfiles: 'ignore' });
    });
  }
}
