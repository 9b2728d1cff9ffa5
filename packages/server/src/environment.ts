import type { ServerOptions } from './app.js';

const list = (text: string | undefined) => (text ?? '').split(/[\s,]+/).filter(Boolean);

/** What the environment says. See the README for each name. */
export function optionsFromEnvironment(env: NodeJS.ProcessEnv): ServerOptions {
  const text = (name: string, key: keyof ServerOptions) => (env[name] ? { [key]: env[name] } : {});
  return {
    ...text('DVC_DATA', 'dataDir'), ...text('DATABASE_URL', 'databaseUrl'), ...text('DVC_SECRET', 'secret'), ...text('DVC_SCHEMAS', 'schemasDir'),
    ...text('DVC_ADMIN_TOKEN', 'adminToken'), ...text('DVC_FORMS', 'formsDir'), ...text('DVC_CODE_LISTS', 'codeListsDir'), ...text('DVC_FEE_TABLES', 'feeTablesDir'), ...text('DVC_AGENCY', 'agency'), ...text('DVC_TRUST_PROXY', 'trustProxy'),
    origins: list(env['DVC_ORIGINS']),
    crossSite: env['DVC_CROSS_SITE'] === '1',
    ...(env['DVC_CASE_SYSTEM'] ? { caseSystem: { url: env['DVC_CASE_SYSTEM'], secrets: list(env['DVC_CASE_SYSTEM_SECRET']) } } : {}),
  };
}
