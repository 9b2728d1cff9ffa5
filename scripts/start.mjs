// npm start: builds what is stale, starts the example portal with the embedded database, prints its address.
// The environment is read as by the reference server; --no-build for a caller that has just built.
import process from 'node:process';
import { build } from './build.mjs';
import { portalMounts } from './lib/portal.mjs';
import { at, root } from './lib/run.mjs';

/** A sentence is enough: a stack would hide it. */
const stop = (error) => { console.error(error.message); process.exit(1); };

process.chdir(root);
if (!process.argv.includes('--no-build')) await build(['schema', 'sdk', 'classic', 'server']).catch(stop);
const { createServer, optionsFromEnvironment } = await import('../packages/server/dist/index.js');
const { HOST: host = '127.0.0.1', PORT } = process.env;
const server = await createServer({ dataDir: at('.dvc-data'), ...optionsFromEnvironment(process.env), mounts: portalMounts() }).catch(stop);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => { server.close().then(() => process.exit(0), () => process.exit(1)); });
let address;
try {
  address = await server.listen(Number(PORT ?? 8080), host);
} catch (error) {
  // Somebody's 8080 is nearly always taken; a port that was asked for is not replaced silently.
  if (error.code !== 'EADDRINUSE' || PORT) stop(error);
  address = await server.listen(0, host);
}
console.log(`The example portal is at ${address}/`);
