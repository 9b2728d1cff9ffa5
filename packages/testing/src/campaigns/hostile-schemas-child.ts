// One share of the hostile schemas, in a process of its own: it may hang or die without taking the campaign along, and its CPU time is its own.
import { openSync, writeSync } from 'node:fs';
import process from 'node:process';
import { hostileCase, type HostileCase } from '../hostile/cases.js';
import { documentWay, plainWay, type Outcome } from '../hostile/exercise.js';
import { watchGlobals } from '../hostile/globals.js';
import { sabotaged, type Way } from './hostile-schemas-sabotage.js';
import type { ChildFigures, Finding } from './hostile-schemas.js';

const { from, to, step, seed, limit, at, sabotage, only } = JSON.parse(process.argv[2]!) as { from: number; to: number; step: number; seed: number; limit: number; at: string; sabotage?: string; only?: string };
const mark = openSync(at, 'w');
const changed = watchGlobals();
const WAYS: [string, Way][] = [['plain', plainWay], ['document', documentWay]];

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const figures: ChildFigures = { done: 0, families: {}, slowest: [], findings: [] };
const found = (finding: Finding): void => { if (figures.findings.length < 2000) figures.findings.push(finding); };

function look(each: HostileCase, name: string, way: Way): void {
  const family = (figures.families[each.family] ??= { drawn: 0, refused: 0, failed: 0, ms: 0 });
  const about = { case: each.number, family: each.family, way: name };
  let outcome: Outcome | undefined;
  let ms = Infinity;
  // What runs for the first time is compiled while it runs, and memory is tidied now and then: a case is slow when it is slow every time.
  for (let turn = 0; turn < 5 && ms > limit; turn++) {
    const began = cpu();
    try {
      outcome = way(each);
    } catch (error) {
      const { stack = '', message } = error instanceof Error ? error : { message: String(error) };
      found({ ...about, what: 'threw', text: `${error instanceof Error ? error.name : 'not an error'}: ${message}`.slice(0, 200), where: stack.split('\n').find((line) => /^\s+at .*\(/.test(line) && !line.includes('node:'))?.trim() ?? '' });
      family.failed++;
      outcome = undefined;
      ms = 0;
      break;
    }
    ms = Math.min(ms, cpu() - began);
  }
  if (outcome) family[outcome]++;
  family.ms += ms;
  if (ms > limit) found({ ...about, what: 'slow', text: `${Math.round(ms)} ms of CPU`, where: '' });
  figures.slowest = [...figures.slowest, { ...about, ms: Math.round(ms) }].sort((a, b) => b.ms - a.ms).slice(0, 5);
  for (const text of changed()) found({ ...about, what: 'polluted', text, where: '' });
}

for (let number = from; number < to; number += step) {
  writeSync(mark, String(number).padEnd(12), 0);
  for (const [name, way] of WAYS) {
    // A fresh one for each way: the first may have asked a getter.
    const each = hostileCase(seed, number, only);
    look(each, name, sabotaged(sabotage, way));
  }
  figures.done++;
  // All of it: what a process that dies has found before must not be lost.
  if (figures.done % 100 === 0) process.send!({ figures, last: false });
  if (changed().length > 0) break;
}
process.send!({ figures, last: true }, () => process.exit(0));
