// One clock for the portal and the gateway, which a test moves on: their processes read from a file how far it is ahead of the machine's. Neither of them knows.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs in each process before its program. Timers stay as they are: what waits looks at the clock when it wakes. */
const ahead = (file: string) => `
import { readFileSync } from 'node:fs';
const Machine = Date;
const now = () => Machine.now() + Number(readFileSync(${JSON.stringify(file)}, 'utf8'));
globalThis.Date = new Proxy(Machine, {
  apply: () => new Machine(now()).toString(),
  construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now()], made),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});`;

export class SimulatedClock {
  private readonly folder = mkdtempSync(join(tmpdir(), 'dvc-clock-'));
  private readonly file = join(this.folder, 'ms');
  private ahead = 0;

  constructor() { writeFileSync(this.file, '0'); }

  /** What a process is started with to go by this clock; its children do too. */
  get env(): Record<string, string> {
    return { NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import data:text/javascript;base64,${Buffer.from(ahead(this.file)).toString('base64')}`.trim() };
  }

  now(): number { return Date.now() + this.ahead; }

  /** Counts for whoever looks from now on. */
  advance(ms: number): void {
    this.ahead += ms;
    writeFileSync(`${this.file}.new`, String(this.ahead));
    renameSync(`${this.file}.new`, this.file);
  }

  remove(): void { rmSync(this.folder, { recursive: true, force: true }); }
}
