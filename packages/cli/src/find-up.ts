import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The first `name` that is there, at or above `from`, the working folder or this program. */
export function findUp(from: string, ...names: string[]): string | undefined {
  for (const start of [from, process.cwd(), dirname(fileURLToPath(import.meta.url))]) {
    for (let here = start; ; here = dirname(here)) {
      for (const name of names) if (existsSync(join(here, name))) return join(here, name);
      if (here === dirname(here)) break;
    }
  }
  return undefined;
}
