import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { KillableServer } from './submissions-server.js';
import type { Received } from './deliveries-ledger.js';

export const receiverMissing = (): string | undefined => (spawnSync('python3', ['--version']).status === 0 ? undefined : 'python3 is not installed, and the example receiver needs it');

/** The receiver forgets by which id it knows a delivery. */
const forgetful = `
keep = case_system.Store.keep_dossier
case_system.Store.keep_dossier = lambda self, delivery_id, code, body: keep(self, delivery_id + os.urandom(8).hex(), code, body)
`;
const program = (sabotaged: boolean) => `
import os, sys, threading
threading.Thread(target=lambda: (sys.stdin.buffer.read(), os._exit(1)), daemon=True).start()
sys.path.insert(0, sys.argv.pop(1))
import case_system
${sabotaged ? forgetful : ''}
case_system.main()
`;

/** The example case system, as its own process; it ends with this one. */
export function receiver(root: string, data: string, secret: string, sabotaged: boolean): KillableServer {
  return new KillableServer(['python3', '-B', '-c', program(sabotaged), join(root, 'examples/case-system'), 'serve', '--data', data, '--port', '0'], { DVC_CASE_SYSTEM_SECRET: secret });
}

/** What it holds, by its own command. */
export async function receivedBy(root: string, data: string): Promise<Received[]> {
  const child = spawn('python3', ['-B', join(root, 'examples/case-system/case_system.py'), 'list', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
  const made: Received[] = [];
  for await (const line of createInterface(child.stdout)) made.push(JSON.parse(line) as Received);
  return made;
}
