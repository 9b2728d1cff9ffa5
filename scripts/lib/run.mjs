// Starting other programs, and saying how long things took.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';

/** The project's root. */
export const root = resolve(import.meta.dirname, '../..');
export const at = (...parts) => join(root, ...parts);

/** `1234` ms → `1.2 s`. */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/**
 * Runs a program of node_modules/.bin, or any other; resolves with its exit code, never rejects for it.
 * @param {string[]} command program and arguments
 * @param {{ log?: string, env?: Record<string, string>, cwd?: string, timeoutMs?: number }} [options] `log`: a file that gets all output (else it goes to the terminal)
 * @returns {Promise<{ code: number, ms: number }>}
 */
export function run(command, { log, env, cwd = root, timeoutMs } = {}) {
  const started = performance.now();
  const path = [at('node_modules/.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
  return new Promise((done) => {
    const child = spawn(command[0], command.slice(1), {
      cwd, env: { ...process.env, PATH: path, ...env }, stdio: ['ignore', log ? 'pipe' : 'inherit', log ? 'pipe' : 'inherit'], shell: process.platform === 'win32',
    });
    let out;
    if (log) {
      mkdirSync(dirname(log), { recursive: true });
      out = createWriteStream(log);
      child.stdout.pipe(out, { end: false });
      child.stderr.pipe(out, { end: false });
    }
    const timer = timeoutMs && setTimeout(() => { out?.write(`\nStopped after ${seconds(timeoutMs)}.\n`); child.kill('SIGTERM'); }, timeoutMs);
    const end = (code) => { clearTimeout(timer); const result = { code, ms: performance.now() - started }; if (out) out.end(() => done(result)); else done(result); };
    child.on('error', (error) => { out?.write(`${error.message}\n`); end(127); });
    child.on('close', (code, signal) => end(signal ? 1 : code));
  });
}
