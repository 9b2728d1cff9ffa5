// npm run campaign -- survey-responses: responses through a bad network into a channel of surveys that is killed at random. Every acknowledged response is stored once, none that was taken back comes again, and the
// results are to the last digit those that a program of its own reckons from the raw export.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SurveyResults } from '@dvc/core/survey/results.js';
import { createFaultProxy, type Fault } from '../fault-proxy.js';
import { seeded } from '../random/random.js';
import type { Campaign } from './campaign.js';
import { compareResults, compareSheets, nothingFound, type Exported } from './survey-responses-audit.js';
import { citizen, type Sheet } from './survey-responses-citizen.js';
import { agencies, given, survey } from './survey-responses-document.js';
import { crowd, KillableServer, Killer } from './submissions-server.js';
import { emptyDatabase } from './submissions-template.js';

const trouble: readonly Fault[] = ['duplicate', 'duplicate-late', 'lost-reply', 'lost-request', 'truncate', 'busy', 'captive-portal'];
const token = 't'.repeat(40);
const DAY = 24 * 3_600_000;

export const run: Campaign = async ({ args, say, bundle, root, cache }) => {
  const n = args.number('n', 10_000);
  const seed = args.number('seed', 1);
  const kills = args.number('kills', Math.min(20, Math.max(2, Math.round(n / 500))));
  const atOnce = args.number('crowd', 24);
  const sabotage = args.text('sabotage');
  if (sabotage) say(`sabotaged on purpose: ${sabotage}; this run must fail`);
  mkdirSync(cache, { recursive: true });
  const dir = mkdtempSync(join(cache, 'run-'));
  const [data, documents] = [join(dir, 'data'), join(dir, 'documents')];
  mkdirSync(join(documents, survey.id), { recursive: true });
  writeFileSync(join(documents, survey.id, `${survey.version}.json`), JSON.stringify(survey));
  // Each start of the server is another day, half of them in October.
  let day = Date.parse('2026-11-01T05:00:00Z') - Math.ceil((kills + 1) / 2) * DAY;
  const env: NodeJS.ProcessEnv = { DVC_DATA: data, DVC_SURVEY_DOCUMENTS: documents, DVC_SCHEMAS: join(root, 'schemas'), DVC_NO_LISTS: join(dir, 'no-lists'), DVC_ADMIN_TOKEN: token, DVC_NOON: new Date(day).toISOString(), ...(sabotage ? { DVC_SABOTAGE: sabotage } : {}) };
  const server = new KillableServer([process.execPath, await bundle('survey-responses-child.ts')], env);
  const nextDay = () => { day += DAY; env['DVC_NOON'] = new Date(day).toISOString(); };
  const faultOf = seeded(seed);
  const proxy = await createFaultProxy({
    target: () => server.port,
    next: ({ method }) => (method !== 'GET' && faultOf() < 0.2 ? trouble[Math.floor(faultOf() * trouble.length)]! : 'none'),
  });
  const sheets: Sheet[] = [];
  try {
    await emptyDatabase(join(data, 'surveys'), join(cache, '../submissions'), true);
    await server.start();
    const began = Date.now();
    say(`server up after ${server.starts[0]} ms; ${n} responses, ${atOnce} at a time, ${kills} kills, seed ${seed}`);
    const killer = new Killer(server, { kills, n, random: seeded(seed + 1) });
    nextDay();
    await crowd(n, atOnce, async (number) => {
      const before = server.kills;
      sheets.push(await citizen({ base: `http://127.0.0.1:${proxy.port}`, number, random: seeded(seed * 1_000_003 + number), patience: 180_000 }));
      if (server.kills > before && day < Date.parse('2026-12-01')) nextDay();
      if (sheets.length % Math.max(100, Math.round(n / 20)) === 0) say(`${sheets.length} done, ${server.kills} kills, ${Math.round((sheets.length * 1000) / (Date.now() - began))}/s`);
      killer.at(sheets.length);
    });
    await killer.finish();
    const seconds = (Date.now() - began) / 1000;
    // The day is over: what waited is counted.
    await server.stop();
    day = Date.parse('2026-12-20T05:00:00Z');
    env['DVC_NOON'] = new Date(day).toISOString();
    await server.start();

    const found = nothingFound();
    const ask = async (path: string): Promise<Response> => {
      const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/surveys/${encodeURIComponent(survey.id)}/${path}`, { headers: { authorization: `Bearer ${token}` } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      return answer;
    };
    compareSheets(sheets, (await (await ask('export?format=json')).json()) as Exported, found);
    const csv = await (await ask('export?format=csv&bom=1')).text();
    const compare = async (about: string, query: string, only: (row: Readonly<Record<string, string>>) => boolean, part: number | undefined) => compareResults(about, (await (await ask(`results?${query}`)).json()) as SurveyResults, csv, only, part, found);
    const part = given[0]!.value;
    await compare('all', '', () => true, part);
    for (const agency of agencies) await compare(agency, `agency=${agency}`, (row) => row['agency'] === agency, undefined);
    await compare('by a kiosk', 'channel=kiosk', (row) => row['channel'] === 'kiosk', part);
    await compare('October', 'from=2026-10-10&to=2026-10-11', (row) => row['day']!.startsWith('2026-10'), undefined);
    await compare('November, of one agency', 'from=2026-11-02&agency=H99.02', (row) => row['day']! >= '2026-11-01' && row['agency'] === 'H99.02', undefined);
    for (const example of found.examples) say(example);

    const kept = sheets.filter((sheet) => sheet.kept).length;
    const unanswered = n - kept > n * 0.05 + 2 ? n - kept : 0;
    const { examples: _, hidden, compared, ...faults } = found;
    // A run in which results were hardly told must not pass as clean.
    const untold = hidden > compared / 2 && n >= 1000 ? hidden : 0;
    return {
      n, failed: Object.values(faults).reduce((sum, each) => sum + each, 0) + unanswered + untold, seed, kept, withdrawn: sheets.filter((sheet) => sheet.withdrawn).length, ...faults, compared, hidden, kills: server.kills, faults: proxy.counts,
      seconds: Math.round(seconds), perSecond: Math.round(n / seconds), slowestStartMs: Math.max(...server.starts), ...(sabotage ? { sabotage } : {}),
    };
  } finally {
    await server.kill();
    await proxy.close();
    rmSync(dir, { recursive: true, force: true });
  }
};
