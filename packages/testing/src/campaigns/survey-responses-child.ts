// The channel of surveys under test, as its own process, so that it can be killed. With DVC_SABOTAGE it has a fault that product code does not: the campaign must see it.
import { createKeep, createSurveyServer, type Keep, type KeepOptions } from '@dvc/server';
import { given } from './survey-responses-document.js';

let count = 0;
const sabotages: Record<string, (keep: Keep) => Partial<Keep>> = {
  'no-idempotency': (keep) => ({
    known: async () => undefined,
    put: (judged) => keep.put({ ...judged, response: { ...judged.response, id: `${judged.response.id}-${process.pid}-${count++}` } }),
  }),
  'early-ack': (keep) => ({
    put: async (judged) => {
      setTimeout(() => { keep.put(judged).catch(() => undefined); }, 60);
      return { kind: 'kept', receipt: 'r'.repeat(43), fresh: true };
    },
  }),
  'late-comes-back': (keep) => ({
    known: async (survey, response) => { const known = await keep.known(survey, response); return known?.withdrawn ? undefined : known; },
    put: async (judged) => { const made = await keep.put(judged); return made.kind === 'withdrawn' ? keep.put({ ...judged, response: { ...judged.response, id: `${judged.response.id}-${count++}` } }) : made; },
  }),
  'another-answer': (keep) => ({
    put: (judged) => keep.put(count++ % 10 === 0 && judged.answers['visits'] !== undefined ? { ...judged, answers: { ...judged.answers, visits: 0 } } : judged),
  }),
  'wrong-sum': () => ({}),
};

const { DVC_DATA, DVC_SURVEY_DOCUMENTS, DVC_SCHEMAS, DVC_SABOTAGE, DVC_NOON, DVC_ADMIN_TOKEN, DVC_SURVEY_DATABASE_URL, DVC_NO_LISTS } = process.env;
const sabotage = DVC_SABOTAGE ? sabotages[DVC_SABOTAGE] : undefined;
if (DVC_SABOTAGE && !sabotage) throw new Error(`No such sabotage: ${DVC_SABOTAGE}. There are: ${Object.keys(sabotages).join(', ')}`);
const keep = (options: KeepOptions): Keep => { const honest = createKeep(options); return { ...honest, ...sabotage!(honest) }; };
const server = await createSurveyServer({
  dataDir: DVC_DATA!, schemasDir: DVC_SCHEMAS!, codeListsDir: DVC_NO_LISTS!, log: false, now: () => new Date(DVC_NOON!), adminToken: DVC_ADMIN_TOKEN!, ...(sabotage ? { keep } : {}),
  surveys: { dir: DVC_SURVEY_DOCUMENTS!, given, limits: { client: 1e9, all: 1e9 }, ...(DVC_SURVEY_DATABASE_URL ? { databaseUrl: DVC_SURVEY_DATABASE_URL } : {}) },
});
if (DVC_SABOTAGE === 'wrong-sum') {
  server.app.addHook('onSend', async (request, _reply, payload) => (request.routeOptions.url?.endsWith('/results') && typeof payload === 'string'
    ? payload.replace(/("value":"hai-long","title":"hai-long","count":)(\d+)/, (_all, before: string, number: string) => `${before}${Number(number) + 1}`) : payload));
}
process.once('SIGTERM', () => { void server.close().then(() => process.exit(0)); });
// The campaign itself was ended: nobody would end this process.
process.stdin.resume().once('end', () => process.exit(1));
process.stdout.write(`${new URL(await server.listen(0)).port}\n`);
