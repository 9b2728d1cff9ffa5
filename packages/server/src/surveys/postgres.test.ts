// The same on PostgreSQL, by two processes.
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { createServer } from '../app.js';
import { noon, postgresFolder, schemasDir, startPostgres } from '../server.test-helper.js';
import { responseOf, surveyServer } from './surveys.test-helper.js';

const bin = postgresFolder();
if (!bin) console.warn('PostgreSQL is not installed: the tests of surveys run on PGlite only');

test.skipIf(!bin)('two channels on one PostgreSQL keep each response once, and write all of them anew together', { timeout: 120_000 }, async () => {
  const postgres = await startPostgres(bin!);
  const options = { secret: 'x'.repeat(40), surveys: { databaseUrl: postgres.url, batch: 7 } };
  const [one, two] = [await surveyServer(undefined, options), await surveyServer(undefined, options)];
  try {
    const responses = Array.from({ length: 60 }, (_, at) => responseOf({ satisfaction: at % 2 ? 'hai-long' : 'binh-thuong', ways: ['web'], order: ['time', 'cost'], visits: at % 4, staff: { polite: 'hai-long' }, recommend: at % 11 }, { context: { agency: 'H99.01' } }));
    const answers = await Promise.all(responses.flatMap((response) => [one.send(response), two.send(response)]));
    expect(answers.filter(({ statusCode }) => statusCode !== 200 && statusCode !== 201).map(({ body }) => body)).toEqual([]);
    for (const [at, response] of responses.entries()) expect(answers[2 * at]!.json(), response.id).toEqual(answers[2 * at + 1]!.json());
    expect((await two.withdraw(responses[0]!.id, answers[0]!.json().receipt)).statusCode).toBe(204);
    const { keep, database } = await one.surveys.store();
    await keep.settleDue(true);
    const results = (await two.get('/results')).json();
    expect(results.responses.complete).toBe(59);
    expect(results.questions[0].counts.map(({ count }: { count: number }) => count)).toEqual([0, 30, 29, 0, 0]);
    expect((parse((await two.get('/export?format=csv')).body) as string[][]).length).toBe(60);
    // The mark of what was withdrawn is written anew with the next ones of its month.
    await one.send(responseOf({ satisfaction: 'hai-long' }));
    await keep.settleDue(true);
    const { rows } = await sql<{ writers: string; found: string[] }>`select count(distinct xmin::text) as writers, array_agg(answers->>'visits' order by ctid) as found from survey_response`.execute(database.db);
    expect(Number(rows[0]!.writers)).toBe(1);
    expect(rows[0]!.found.filter((each) => each !== null)).not.toEqual(responses.slice(1).map((_, at) => String((at + 1) % 4)));
    // A database of dossiers is not one of responses.
    const dossiers = await startPostgres(bin!);
    try {
      await expect(createServer({ dataDir: `${one.dir}/dossiers`, databaseUrl: dossiers.url, secret: 'x'.repeat(40), surveys: { databaseUrl: dossiers.url }, schemasDir, now: () => noon, log: false })).rejects.toThrow(/set DVC_SURVEY_DATABASE_URL to one of its own/);
    } finally { await dossiers.stop(); }
  } finally {
    await Promise.all([one.end(), two.end()]);
    await postgres.stop();
  }
});
