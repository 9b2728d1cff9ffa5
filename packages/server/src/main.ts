#!/usr/bin/env node
import { createServer, type ServerOptions } from './app.js';

const list = (text: string | undefined) => (text ?? '').split(/[\s,]+/).filter(Boolean);

/** What the environment says. See the README for each name. */
function fromEnvironment(env: NodeJS.ProcessEnv): ServerOptions {
  const text = (name: string, key: keyof ServerOptions) => (env[name] ? { [key]: env[name] } : {});
  return {
    ...text('DVC_DATA', 'dataDir'), ...text('DATABASE_URL', 'databaseUrl'), ...text('DVC_SECRET', 'secret'), ...text('DVC_SCHEMAS', 'schemasDir'),
    ...text('DVC_FORMS', 'formsDir'), ...text('DVC_CODE_LISTS', 'codeListsDir'), ...text('DVC_AGENCY', 'agency'), ...text('DVC_TRUST_PROXY', 'trustProxy'),
    origins: list(env['DVC_ORIGINS']),
    crossSite: env['DVC_CROSS_SITE'] === '1',
  };
}

const server = await createServer(fromEnvironment(process.env));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => { server.close().then(() => process.exit(0), () => process.exit(1)); });
}
const address = await server.listen(Number(process.env['PORT'] ?? 8080), process.env['HOST'] ?? '127.0.0.1');
process.stdout.write(`${address}\n`);
