// The channel of surveys as a process of its own: no dossiers, no sessions, no cookies. Of invitations it has the public keys.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ServerOptions } from '../app.js';
import { bareApp } from '../bare-app.js';
import { installBodies } from '../body.js';
import { openCodeLists } from '../code-lists.js';
import { installContract } from '../contract.js';
import { installErrors } from '../errors.js';
import { adminGuard } from '../routes/admin.js';
import { schemasFolder } from '../schemas-folder.js';
import { adminToken, createSecrets, loadPepper } from '../secrets.js';
import { checkOrigins, installSecurity } from '../security.js';
import { createSurveys, type Surveys, type SurveysOptions } from './index.js';
import { surveyRoutes } from './routes.js';

export type SurveyServerOptions = Pick<ServerOptions, 'dataDir' | 'secret' | 'schemasDir' | 'codeListsDir' | 'origins' | 'trustProxy' | 'agency' | 'adminToken' | 'surveys' | 'timeouts' | 'now' | 'onFatal' | 'log'> & Pick<SurveysOptions, 'keep'>;
export interface SurveyServer { app: FastifyInstance; surveys: Surveys; listen(port?: number, host?: string): Promise<string>; close(): Promise<void> }

export async function createSurveyServer(options: SurveyServerOptions = {}): Promise<SurveyServer> {
  const dataDir = resolve(options.dataDir ?? '.dvc-data');
  const schemasDir = options.schemasDir ?? schemasFolder();
  checkOrigins(options.origins ?? []);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const { app, log, wait } = bareApp(options);
  const pepper = loadPepper(dataDir, options.secret);
  const surveys = createSurveys({
    settings: options.surveys ?? {}, dataDir, schemasDir, secrets: createSecrets(pepper), codeLists: openCodeLists(options.codeListsDir ?? join(schemasDir, 'code-lists'), log), now: options.now ?? (() => new Date()), log,
    ...(options.onFatal ? { onFatal: options.onFatal } : {}), ...(options.agency === undefined ? {} : { agency: options.agency }), ...(options.keep ? { keep: options.keep } : {}),
  });
  await surveys.store();
  installErrors(app);
  installBodies(app, { jsonMs: wait.json });
  await installSecurity(app, { origins: options.origins ?? [] });
  installContract(app, join(schemasDir, 'api', 'surveys.openapi.yaml'), surveyRoutes(surveys, adminGuard(options.adminToken ?? adminToken(pepper))));
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true, database: (await surveys.store()).database.kind }));
  app.addHook('onClose', () => surveys.close());
  return { app, surveys, listen: (port = 8080, host = '127.0.0.1') => app.listen({ port, host }), close: () => app.close() };
}
