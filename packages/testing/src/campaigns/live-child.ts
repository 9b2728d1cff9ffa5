// The server that is listened to, as its own process, always at the port that it had first; what it uses of memory can be asked.
import { createServer } from '@dvc/server';

const { DVC_DATA, DVC_FORMS, DVC_SCHEMAS, DVC_PORT, DVC_CASE_SECRET, DVC_SECRET, DATABASE_URL } = process.env;
const server = await createServer({
  dataDir: DVC_DATA!, formsDir: DVC_FORMS!, schemasDir: DVC_SCHEMAS!, log: false, status: { caseSecrets: [DVC_CASE_SECRET!], tries: { perClient: 1_000_000 } },
  ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}), ...(DVC_SECRET ? { secret: DVC_SECRET } : {}),
});
server.app.get('/campaign/memory', () => ({ rss: process.memoryUsage().rss, streams: server.status.hub.size }));
// The campaign itself was ended: nobody would end this process.
process.stdin.resume().once('end', () => process.exit(1));
process.stdout.write(`${new URL(await server.listen(Number(DVC_PORT ?? 0))).port}\n`);
