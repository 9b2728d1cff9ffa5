import { readFileSync } from 'node:fs';
import type { ServerOptions } from './app.js';
import { readNoticeSettings } from './notices/index.js';
import { readPaymentSettings } from './payment/settings.js';
import { readSurveySettings } from './surveys/settings.js';

const list = (text: string | undefined) => (text ?? '').split(/[\s,]+/).filter(Boolean);

/** @throws Error in a sentence for the operator */
function settingsFrom<T>(name: string, env: NodeJS.ProcessEnv, read: (value: unknown, env: NodeJS.ProcessEnv) => T): T | undefined {
  const file = env[name];
  if (!file) return undefined;
  let value: unknown;
  try { value = JSON.parse(readFileSync(file, 'utf8')); } catch (error) { throw new Error(`${name} is a file of JSON; ${file} cannot be read as such: ${(error as Error).message}`, { cause: error }); }
  return read(value, env);
}

/** What the environment says. See the README for each name. */
export function optionsFromEnvironment(env: NodeJS.ProcessEnv): ServerOptions {
  const payments = settingsFrom('DVC_PAYMENTS', env, readPaymentSettings);
  const notices = settingsFrom('DVC_NOTICES', env, readNoticeSettings);
  const surveys = { ...settingsFrom('DVC_SURVEYS', env, readSurveySettings), ...(env['DVC_SURVEY_DATABASE_URL'] ? { databaseUrl: env['DVC_SURVEY_DATABASE_URL'] } : {}), ...(env['DVC_SURVEY_DOCUMENTS'] ? { dir: env['DVC_SURVEY_DOCUMENTS'] } : {}) };
  const text = (name: string, key: keyof ServerOptions) => (env[name] ? { [key]: env[name] } : {});
  return {
    ...text('DVC_DATA', 'dataDir'), ...text('DATABASE_URL', 'databaseUrl'), ...text('DVC_SECRET', 'secret'), ...text('DVC_SCHEMAS', 'schemasDir'),
    ...text('DVC_ADMIN_TOKEN', 'adminToken'), ...text('DVC_FORMS', 'formsDir'), ...text('DVC_CODE_LISTS', 'codeListsDir'), ...text('DVC_FEE_TABLES', 'feeTablesDir'), ...text('DVC_AGENCY', 'agency'), ...text('DVC_TRUST_PROXY', 'trustProxy'),
    origins: list(env['DVC_ORIGINS']),
    crossSite: env['DVC_CROSS_SITE'] === '1',
    measure: env['DVC_MEASURE'] === '1',
    ...(payments ? { payments } : {}),
    ...(notices ? { notices } : {}),
    surveys,
    ...(env['DVC_CASE_SYSTEM'] ? { caseSystem: { url: env['DVC_CASE_SYSTEM'], secrets: list(env['DVC_CASE_SYSTEM_SECRET']) } } : {}),
  };
}
