// The example portal as `npm start` runs it: its own process, the built server and SDK, a database of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase } from '@dvc/server';
import type { JsonObject } from '@dvc/schema';
import { emptyDatabase } from '../campaigns/submissions-template.js';

const root = resolve(import.meta.dirname, '../../../..');

export interface StoredPaper { paper: string; name: string; type: string; size: number; sha256: string }
export interface StoredDossier { code: string; document: string; caseId: string | null; agency: string; answers: JsonObject; fees: unknown; papers: StoredPaper[]; bytes: string }

export class Portal {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'dvc-e2e-'));
  /** Undefined while it is down. */
  port: number | undefined;
  /** The payment gateway's address, another process. */
  gateway = '';
  private child: ChildProcess | undefined;
  private readonly abandon = () => { this.child?.kill('SIGKILL'); };

  /** `env`: settings of the back end besides its folder. With `PORT` it comes back at the same address after a restart; else at any. */
  private readonly env: Record<string, string>;
  constructor(env: Record<string, string> = {}) { this.env = env; }

  get url(): string { return `http://127.0.0.1:${this.port}`; }

  async start(): Promise<this> {
    if (!existsSync(join(this.dataDir, 'pg'))) {
      await emptyDatabase(this.dataDir, join(root, '.cache/testing'));
      await emptyDatabase(join(this.dataDir, 'surveys'), join(root, '.cache/testing'), true);
    }
    const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), '--no-build'], {
      env: { ...process.env, PORT: '0', ...this.env, DVC_DATA: this.dataDir, DATABASE_URL: '', HOST: '127.0.0.1' }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    process.once('exit', this.abandon);
    let said = '';
    child.stderr.on('data', (text) => { said = `${said}${text}`.slice(-4000); });
    this.port = await new Promise<number>((done, failed) => {
      child.once('exit', (code, signal) => failed(new Error(`the portal ended while starting (${code ?? signal})\n${said}`)));
      createInterface(child.stdout).on('line', (line) => {
        this.gateway = /^The payment gateway simulator is at (http:\/\/[^/]+)\//.exec(line)?.[1] ?? this.gateway;
        const port = /^The example portal is at http:\/\/[^:]+:(\d+)\//.exec(line)?.[1];
        if (port) done(Number(port));
      });
    });
    return this;
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> { await this.end('SIGKILL'); }
  async stop(): Promise<void> { await this.end('SIGTERM'); }

  /** Stops it and removes its data. */
  async remove(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** What the database holds, by SQL. The portal must be down: the embedded database has one owner. */
  async dossiers(): Promise<StoredDossier[]> {
    const { db, close } = await openDatabase({ dir: this.dataDir });
    try {
      const rows = await db.selectFrom('dossier').selectAll().orderBy('id').execute();
      return await Promise.all(rows.map(async (row) => {
        const papers = await db.selectFrom('dossier_paper').innerJoin('upload', 'upload.id', 'dossier_paper.upload')
          .select(['dossier_paper.paper', 'upload.name', 'upload.type', 'upload.size', 'upload.sha256']).where('dossier_paper.dossier', '=', row.id).orderBy('position').execute();
        return {
          code: row.code, document: `${row.document_id}@${row.document_version}`, caseId: row.case_id, agency: row.agency, answers: json(row.answers) as JsonObject, fees: json(row.fees),
          papers: papers.map((paper) => ({ ...paper, size: Number(paper.size) })), bytes: JSON.stringify(row),
        };
      }));
    } finally {
      await close();
    }
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.port = undefined;
    process.removeListener('exit', this.abandon);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((done) => { child.once('exit', () => done()); });
    child.kill(signal);
    await gone;
  }
}

const json = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
