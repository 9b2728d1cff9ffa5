// What no linter of one language sees: merge markers and paths of somebody's machine, in every tracked text file.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const FAULTS = [
  [/^(?:<{7} |>{7} |\|{7} )/m, 'merge marker'],
  [/["'`( ]\/(?:home|Users)\/[a-z][\w.-]*\//, 'path of one machine'],
];
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0');
let faults = 0;
for (const file of files) {
  if (!file || file === 'package-lock.json') continue;
  let text;
  try { text = readFileSync(file, 'utf8'); } catch { continue; }
  if (text.includes('\0')) continue;
  for (const [pattern, name] of FAULTS) {
    const found = pattern.exec(text);
    if (!found) continue;
    faults += 1;
    console.error(`${file}:${text.slice(0, found.index).split('\n').length}: ${name}`);
  }
}
process.exitCode = faults ? 1 : 0;
