import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A server process that is killed and started again; the port changes each time. */
export class KillableServer {
  port: number | undefined;
  kills = 0;
  /** ms from start to listening, of each start */
  readonly starts: number[] = [];
  private child: ChildProcess | undefined;
  private readonly script: string;
  private readonly env: NodeJS.ProcessEnv;

  constructor(script: string, env: NodeJS.ProcessEnv) {
    this.script = script;
    this.env = env;
  }

  async start(): Promise<void> {
    const began = Date.now();
    const child = spawn(process.execPath, [this.script], { env: { ...process.env, ...this.env }, stdio: ['pipe', 'pipe', 'inherit'] });
    this.child = child;
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
    const gone = new Promise<void>((done) => { child.once('exit', () => done()); });
    child.kill(signal);
    await gone;
  }
}
