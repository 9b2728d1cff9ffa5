// `npm test` says the same of the same code, whoever runs it. To look further: DVC_SEED=<another whole number> npm test -- node.
import { env } from 'node:process';
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(env['DVC_SEED'] ?? 20261125) });
