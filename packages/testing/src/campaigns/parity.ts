// npm run campaign -- parity: random schemas over the whole language, hostile names and letters among them, and values that fit them or nearly do. Our
// evaluator and Ajv, as the server uses it, must be of one mind on every pair; @cfworker/json-schema too, but for its own known faults.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { keywords } from '@dvc/schema/document/keywords.js';
import type { Campaign } from './campaign.js';
import type { ParityFigures } from './parity-compare.js';
import { FAULTS } from './parity-faults.js';

/** Words for people, and what is read elsewhere: they assert nothing. */
const SILENT = /^(\$schema|\$comment|\$vocabulary|title|description|default|examples|deprecated|readOnly|writeOnly|content.*|x-dvc)$/;
/** Fewer pairs than this need not meet every keyword. */
const ALL_KEYWORDS = 10_000;

export const run: Campaign = async ({ args, say, bundle }) => {
  const n = args.number('n', 1_000_000);
  const seed = args.number('seed', 1);
  const threads = Math.max(1, args.number('workers', Math.min(2, availableParallelism())));
  const sabotage = args.text('sabotage');
  if (sabotage) say(`sabotaged on purpose: ${sabotage}; this run must fail`);
  const began = Date.now();
  const program = await bundle('parity-worker.ts');
  const done = Array.from({ length: threads }, () => 0);
  let said = 0;
  const progress = (): void => {
    const pairs = done.reduce((sum, each) => sum + each, 0);
    if (pairs === said || (pairs - said < Math.max(10_000, n / 20) && pairs < n)) return;
    said = pairs;
    say(`${pairs} pairs, ${Math.round((pairs * 1000) / (Date.now() - began))}/s`);
  };
  const shares = await Promise.all(done.map((_, i) => new Promise<ParityFigures>((resolve, reject) => {
    const share = Math.floor(n / threads) + (i < n % threads ? 1 : 0);
    const worker = new Worker(program, { workerData: { n: share, seed: seed * 1000 + i, sabotage } });
    worker.on('message', (message: { pairs: number; figures?: ParityFigures }) => {
      done[i] = message.pairs;
      progress();
      if (message.figures) resolve(message.figures);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => { if (code !== 0) reject(new Error(`a worker ended with ${code}`)); });
  })));

  for (const { schema, value, ours, others } of shares.flatMap(({ examples }) => examples).slice(0, 20)) {
    say(`${JSON.stringify(value)} is ${ours ? 'valid' : 'invalid'} to us; ${Object.entries(others).map(([who, verdict]) => `${who} ${verdict}`).join(', ')}; by ${JSON.stringify(schema)}`);
  }
  const sum = (of: (share: ParityFigures) => number) => shares.reduce((total, share) => total + of(share), 0);
  const met = new Set(shares.flatMap((share) => Object.keys(share.keywords)));
  const unmet = n < ALL_KEYWORDS ? [] : [...keywords.keys()].filter((keyword) => !SILENT.test(keyword) && !met.has(keyword));
  if (unmet.length > 0) say(`keywords that no schema had: ${unmet.join(', ')}`);
  const cfworkerFaults = Object.fromEntries(Object.keys(FAULTS).map((fault) => [fault, sum(({ faults }) => faults[fault] ?? 0)]));
  for (const [fault, { reason }] of Object.entries(FAULTS)) if (cfworkerFaults[fault]) say(`cfworker, ${cfworkerFaults[fault]} times: ${reason}`);
  const pairs = sum((share) => share.pairs);
  const disagreements = sum((share) => share.disagreements);
  return {
    n: pairs, failed: disagreements + unmet.length, seed, disagreements, cfworkerFaults, valid: sum((share) => share.valid), schemas: sum((share) => share.schemas), keywords: met.size,
    refusedForAName: sum((share) => share.refused), schemasWithoutEnd: sum((share) => share.endless), threads, seconds: Math.round((Date.now() - began) / 1000), ...(sabotage ? { sabotage } : {}),
  };
};
