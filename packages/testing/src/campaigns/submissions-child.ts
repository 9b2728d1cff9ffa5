// The server under test, as its own process, so that it can be killed. With DVC_SABOTAGE it has a fault that product
// code does not: the campaign must see it.
import { createDossierStore, createServer, type ServerOptions, type Transact } from '@dvc/server';

const sabotages: Record<string, NonNullable<ServerOptions['store']>> = {
  'no-idempotency': ({ db }, secrets, now, enqueue) => {
    const store = createDossierStore(db, { secrets, now, enqueue });
    let count = 0;
    return { find: async () => undefined, accept: (entry) => store.accept({ ...entry, key: `${entry.key}-${process.pid}-${count++}` }) };
  },
  'early-ack': ({ db }, secrets, now, enqueue) => {
    const transact: Transact = (base, work) => new Promise((resolve, reject) => {
      base.transaction().execute(async (tx) => {
        const made = await work(tx);
        resolve(made);
        await new Promise((done) => { setTimeout(done, 60); });
      }).catch(reject);
    });
    return createDossierStore(db, { secrets, now, transact, enqueue });
  },
  // Queued after the commit, as if a queue stood somewhere else.
  'late-queue': ({ db }, secrets, now, enqueue) => createDossierStore(db, {
    secrets, now,
    enqueue: async (_, dossier) => { setTimeout(() => { db.transaction().execute((tx) => enqueue(tx, dossier)).catch(() => undefined); }, 60); },
  }),
};

// One day for ever, so that the answers of the scenarios stay right.
const { DVC_DATA, DVC_FORMS, DVC_SCHEMAS, DVC_SABOTAGE, DVC_NOON, DATABASE_URL, DVC_CASE_SYSTEM, DVC_CASE_SYSTEM_SECRET, DVC_ADMIN_TOKEN } = process.env;
const store = DVC_SABOTAGE ? sabotages[DVC_SABOTAGE] : undefined;
if (DVC_SABOTAGE && !store) throw new Error(`No such sabotage: ${DVC_SABOTAGE}. There are: ${Object.keys(sabotages).join(', ')}`);
const server = await createServer({
  dataDir: DVC_DATA!, formsDir: DVC_FORMS!, schemasDir: DVC_SCHEMAS!, log: false, now: () => new Date(DVC_NOON!),
  ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}), ...(store ? { store } : {}),
  ...(DVC_ADMIN_TOKEN ? { adminToken: DVC_ADMIN_TOKEN } : {}),
  // Pauses of a network that is bad for minutes, not for days.
  ...(DVC_CASE_SYSTEM ? { caseSystem: { url: DVC_CASE_SYSTEM, secrets: [DVC_CASE_SYSTEM_SECRET!], atOnce: 8, turnMs: 5_000, attempts: 100_000, pause: { first: 100, longest: 1_000 }, pollMs: 200, maintenanceSeconds: 1 } } : {}),
});
process.once('SIGTERM', () => { void server.close().then(() => process.exit(0)); });
// The campaign itself was ended: nobody would end this process.
process.stdin.resume().once('end', () => process.exit(1));
process.stdout.write(`${new URL(await server.listen(0)).port}\n`);
