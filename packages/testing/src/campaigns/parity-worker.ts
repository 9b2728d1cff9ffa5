// One share of the pairs, in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { compareOpinions } from './parity-compare.js';
import { sabotaged } from './parity-sabotage.js';

const { n, seed, sabotage } = workerData as { n: number; seed: number; sabotage?: string };
const figures = compareOpinions(n, { seed, ...(sabotage === undefined ? {} : { compile: sabotaged(sabotage) }) }, (pairs) => parentPort!.postMessage({ pairs }));
parentPort!.postMessage({ pairs: figures.pairs, figures });
