import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The `schemas` folder at or above this module, or at or above the working folder.
 * @throws Error when there is none
 */
export function schemasFolder(): string {
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let at = start; ; at = dirname(at)) {
      const found = join(at, 'schemas');
      if (existsSync(join(found, 'api', 'openapi.yaml'))) return found;
      if (at === dirname(at)) break;
    }
  }
  throw new Error('No folder schemas/api with the contract was found; set DVC_SCHEMAS.');
}
