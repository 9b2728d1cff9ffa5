// The server under test, as its own process, so that it can be killed. With DVC_SABOTAGE it has a fault that product
// code does not: the campaign must see it.
import { createDossierStore, createServer, type ServerOptions, type Transact } from '@dvc/server';

const sabotages: Record<string, NonNullable<ServerOptions['store']>> = {
  'no-idempotency': ({ db }, secrets, now) => {
    const store = createDossierStore(db, { secrets, now });
    let count = 0;
    return { find: async () => undefined, accept: (entry) => store.accept({ ...entry, key: `${entry.key}-${process.pid}-${count++}` }) };
  },
  'early-ack': ({ db }, secrets, now) => {
    const transact: Transact = (base, work) => new Promise((resolve, reject) => {
      base.transaction().execute(async (tx) => {
        const made = await work(tx);
        resolve(made);
        await new Promise((done) => { setTimeout(done, 60); });
      }).catch(reject);
    });
    return createDossierStore(db, { secrets, now, transact });
  },
};

// One day for ever, so that the answers of the scenarios stay right.
const { DVC_DATA, DVC_FORMS, DVC_SCHEMAS, DVC_SABOTAGE, DVC_NOON, DATABASE_URL } = process.env;
const store = DVC_SABOTAGE ? sabotages[DVC_SABOTAGE] : undefined;
if (DVC_SABOTAGE && !store) throw new Error(`No such sabotage: ${DVC_SABOTAGE}. There are: ${Object.keys(sabotages).join(', ')}`);
const server = await createServer({
  dataDir: DVC_DATA!, formsDir: DVC_FORMS!, schemasDir: DVC_SCHEMAS!, log: false, now: () => new Date(DVC_NOON!),
  ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}), ...(store ? { store } : {}),
});
process.once('SIGTERM', () => { void server.close().then(() => process.exit(0)); });
// The campaign itself was ended: nobody would end this process.
process.stdin.resume().once('end', () => process.exit(1));
process.stdout.write(`${new URL(await server.listen(0)).port}\n`);
