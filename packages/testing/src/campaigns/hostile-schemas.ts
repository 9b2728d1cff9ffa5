// npm run campaign -- hostile-schemas: schemas that somebody made to break the form, each as a plain schema and inside a document, from reading to what
// would be sent. Each must be drawn or refused by name within 200 ms of CPU, and leave alone what all scripts of a page share.
// `--only <family>`, `--from <number>`: to look at some again. What a page makes of them in a browser is another campaign; packages/testing/src/hostile is for both.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Campaign } from './campaign.js';

export interface Finding { case: number; family: string; way: string; what: 'threw' | 'slow' | 'hung' | 'died' | 'polluted'; text: string; where: string }
export interface ChildFigures {
  done: number;
  families: Record<string, { drawn: number; refused: number; failed: number; ms: number }>;
  slowest: { case: number; family: string; way: string; ms: number }[];
  findings: Finding[];
}

/** ms of CPU that a case may take. */
const LIMIT = 200;
/** ms without a next case, on a machine that has other things to do. */
const PATIENCE = 30_000;

export const run: Campaign = async ({ args, say, bundle, cache }) => {
  const n = args.number('n', 200_000);
  const seed = args.number('seed', 1);
  const first = args.number('from', 0);
  const patience = args.number('patience', PATIENCE);
  const processes = Math.max(1, args.number('processes', Math.min(2, availableParallelism())));
  const sabotage = args.text('sabotage');
  if (sabotage) say(`sabotaged on purpose: ${sabotage}; this run must fail`);
  const began = Date.now();
  const program = await bundle('hostile-schemas-child.ts');
  const findings: Finding[] = [];
  const all: ChildFigures[] = [];
  const done = Array.from({ length: processes }, () => 0);
  let said = 0;
  const progress = (): void => {
    const sum = done.reduce((total, each) => total + each, 0);
    if (sum - said < Math.max(2000, n / 20)) return;
    said = sum;
    say(`${sum} cases, ${Math.round((sum * 1000) / (Date.now() - began))}/s`);
  };

  /** Every process-th case from `from`; after a hang or a crash another process goes on behind it. */
  const share = async (index: number): Promise<void> => {
    const at = join(cache, `at.${process.pid}.${index}`);
    for (let from = first + index; from < first + n;) {
      const before = done[index]!;
      const end = await once(program, { from, to: first + n, step: processes, seed, limit: LIMIT, at, sabotage, only: args.text('only') }, at, patience, (count) => {
        done[index] = before + count;
        progress();
      });
      if (end.figures) all.push(end.figures);
      if (!end.what && !end.figures?.findings.some(({ what }) => what === 'polluted')) return;
      const stopped = Number(readFileSync(at, 'utf8'));
      if (end.what) findings.push({ case: stopped, family: '', way: '', what: end.what, text: end.text, where: '' });
      from = stopped + processes;
      // Every one would be the same story.
      if (findings.length > 20 || (sabotage !== undefined && findings.length > 1)) return;
    }
  };
  await Promise.all(done.map((_, index) => share(index)));

  findings.push(...all.flatMap((each) => each.findings));
  const kinds = new Map<string, Finding & { times: number }>();
  for (const finding of findings) {
    const kind = `${finding.what} ${finding.way} ${finding.what === 'slow' ? finding.family : `${finding.text.replace(/\d+/g, 'N')} ${finding.where}`}`;
    kinds.set(kind, { ...finding, times: (kinds.get(kind)?.times ?? 0) + 1 });
  }
  for (const { what, times, family, way, case: number, text, where } of [...kinds.values()].sort((a, b) => b.times - a.times).slice(0, 40)) say(`${what}, ${times} times, e.g. case ${number} (${family}, ${way}): ${text} ${where}`);
  const families: Record<string, { drawn: number; refused: number; failed: number; ms: number }> = {};
  for (const [name, { drawn, refused, failed, ms }] of all.flatMap((each) => Object.entries(each.families))) {
    const sum = (families[name] ??= { drawn: 0, refused: 0, failed: 0, ms: 0 });
    Object.assign(sum, { drawn: sum.drawn + drawn, refused: sum.refused + refused, failed: sum.failed + failed, ms: Math.round(sum.ms + ms) });
  }
  const count = (...what: Finding['what'][]) => findings.filter((finding) => what.includes(finding.what)).length;
  const total = (of: (family: { drawn: number; refused: number }) => number) => Object.values(families).reduce((sum, each) => sum + of(each), 0);
  return {
    n: done.reduce((sum, each) => sum + each, 0), failed: findings.length, seed, crashes: count('threw', 'died'), hangs: count('slow', 'hung'), polluted: count('polluted'),
    drawn: total(({ drawn }) => drawn), refused: total(({ refused }) => refused), limitMs: LIMIT, slowest: all.flatMap((each) => each.slowest).sort((a, b) => b.ms - a.ms).slice(0, 5), families,
    processes, seconds: Math.round((Date.now() - began) / 1000), ...(sabotage ? { sabotage } : {}),
  };
};

/** What a process has done; `what`: how it ended before its time. */
type End = { figures: ChildFigures | undefined } & ({ what?: undefined } | { what: 'hung' | 'died'; text: string });

function once(program: string, work: object, at: string, patience: number, told: (done: number) => void): Promise<End> {
  return new Promise((resolve) => {
    const child = fork(program, [JSON.stringify(work)], { execArgv: ['--max-old-space-size=1024'] });
    let figures: ChildFigures | undefined;
    let finished = false;
    let hung = false;
    let seen = '';
    let since = Date.now();
    const watch = setInterval(() => {
      let now = '';
      try { now = readFileSync(at, 'utf8'); } catch { /* not begun */ }
      if (now !== seen) [seen, since] = [now, Date.now()];
      else if (Date.now() - since > patience) {
        hung = true;
        child.kill('SIGKILL');
      }
    }, Math.min(500, patience / 4));
    child.on('message', (message: { figures: ChildFigures; last: boolean }) => {
      figures = message.figures;
      finished = message.last;
      told(figures.done);
    });
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      resolve({ figures, ...(finished ? {} : hung ? { what: 'hung', text: `no end after ${patience} ms` } : { what: 'died', text: `ended with ${signal ?? code}` }) });
    });
  });
}
