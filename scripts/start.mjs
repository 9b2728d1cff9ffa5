// npm start: builds what is stale, starts the example portal with the embedded database and a payment gateway simulator beside it, prints their addresses.
// The environment is read as by the reference server; --no-build for a caller that has just built. With DVC_PAYMENTS the portal talks to the gateways named there, and no simulator runs.
import { createServer as createProbe } from 'node:net';
import process from 'node:process';
import { build } from './build.mjs';
import { spawnSimulator } from './lib/gateway-simulator.mjs';
import { portalMounts } from './lib/portal.mjs';
import { at, root } from './lib/run.mjs';

/** A sentence is enough: a stack would hide it. */
const stop = (error) => { console.error(error.message); process.exit(1); };
/** A port that is free now. The portal's settings name its own address before it listens. */
const freePort = (port, host) => new Promise((done, failed) => {
  const probe = createProbe().once('error', failed).listen(port, host, () => { const { port: free } = probe.address(); probe.close(() => done(free)); });
});

process.chdir(root);
const simulated = !process.env.DVC_PAYMENTS;
if (!process.argv.includes('--no-build')) await build(['schema', 'sdk', 'classic', 'server', ...(simulated ? ['simulator'] : [])]).catch(stop);
const { createServer, operatorToken, optionsFromEnvironment, readPaymentSettings } = await import('../packages/server/dist/index.js');
const { HOST: host = '127.0.0.1', PORT } = process.env;
// Somebody's 8080 is nearly always taken; a port that was asked for is not replaced silently.
const port = await freePort(Number(PORT ?? 8080), host).catch((error) => (error.code === 'EADDRINUSE' && !PORT ? freePort(0, host) : stop(error)));
const here = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
const publicUrl = `http://${here.includes(':') ? `[${here}]` : here}:${port}`;
const options = { dataDir: at('.dvc-data'), ...optionsFromEnvironment(process.env), mounts: portalMounts() };
const simulator = simulated ? await spawnSimulator({ data: `${options.dataDir}/gateway-simulator.json` }).catch(stop) : undefined;
if (simulator) options.payments = readPaymentSettings(simulator.settings(publicUrl));
const server = await createServer(options).catch(stop);
const end = () => Promise.all([server.close(), simulator?.stop()]).then(() => process.exit(0), () => process.exit(1));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
const address = await server.listen(port, host).catch(stop);
if (simulator) {
  await simulator.tell(publicUrl, operatorToken(options.dataDir, process.env)).catch(stop);
  console.log(`The payment gateway simulator is at ${simulator.url}/, its bank at ${simulator.url}/bank`);
}
// To the operator's own console, and only where nobody else can reach the server: elsewhere the token is the operator's to choose.
const loopback = ['127.0.0.1', 'localhost', '::1'].includes(host);
console.log(`The officer's desk is at ${address}/desk/; its token: ${loopback && !process.env.DVC_ADMIN_TOKEN ? operatorToken(options.dataDir, process.env) : 'the DVC_ADMIN_TOKEN of this server'}`);
// The embedded database of surveys takes seconds to be born: not while the first person waits.
server.surveys.store().catch(() => undefined);
console.log(`The example portal is at ${address}/`);
