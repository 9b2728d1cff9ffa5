import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A server process that is killed and started again; the port changes each time. */
export class KillableServer {
  port: number | undefined;
  kills = 0;
  /** ms from start to listening, of each start */
  readonly starts: number[] = [];
  /** Resolves when the process that was started last has ended, by whatever hand. */
  gone: Promise<void> = Promise.resolve();
  private child: ChildProcess | undefined;
  private readonly command: readonly [string, ...string[]];
  private readonly env: NodeJS.ProcessEnv;

  /** The program prints its port in its first line, and ends when its standard input does. */
  constructor(command: readonly [string, ...string[]], env: NodeJS.ProcessEnv) {
    this.command = command;
    this.env = env;
  }

  async start(): Promise<void> {
    const began = Date.now();
    const [program, ...args] = this.command;
    const child = spawn(program, args, { env: { ...process.env, ...this.env }, stdio: ['pipe', 'pipe', 'inherit'] });
    this.child = child;
    this.gone = new Promise((done) => { child.once('exit', () => done()); });
    const failed = new Promise<never>((_, reject) => { child.once('exit', (code, signal) => reject(new Error(`the server ended while starting (${code ?? signal})`))); });
    const lines = createInterface(child.stdout!);
    const first = new Promise<string>((done) => { lines.once('line', done); });
    this.port = Number(await Promise.race([first, failed]));
    failed.catch(() => undefined);
    this.starts.push(Date.now() - began);
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    this.kills++;
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.port = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await this.gone;
  }
}

/** Kills a server when the campaign has come so far, and starts it again; one at a time. */
export class Killer {
  private readonly server: KillableServer;
  private readonly random: () => number;
  private readonly marks: number[];
  private restarting: Promise<void> | undefined;

  constructor(server: KillableServer, { kills, n, random }: { kills: number; n: number; random: () => number }) {
    this.server = server;
    this.random = random;
    this.marks = Array.from({ length: kills }, () => Math.floor(random() * n * 0.98)).sort((a, b) => a - b);
  }

  /** So many are done. */
  at(done: number): void {
    if (this.marks.length === 0 || done <= this.marks[0]! || this.restarting) return;
    this.marks.shift();
    this.restarting = this.restart(this.random() * 30).finally(() => { this.restarting = undefined; });
  }

  /** The kills that did not come in time, and the last start. */
  async finish(): Promise<void> {
    await this.restarting;
    for (; this.marks.length > 0; this.marks.shift()) await this.restart(this.random() * 300);
  }

  private async restart(after: number): Promise<void> {
    await new Promise((done) => { setTimeout(done, after); });
    await this.server.kill();
    await this.server.start();
  }
}

/** Does `n` things, so many at a time. */
export async function crowd(n: number, atOnce: number, work: (number: number) => Promise<void>): Promise<void> {
  let started = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => { while (started < n) await work(started++); }));
}
