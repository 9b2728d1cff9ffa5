// The example portal: a commune's site and the smaller examples, served beside the API and the built SDK.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './run.mjs';

/** Stands at `/`; every other folder of examples/ at its own name. */
const HOME = 'commune-site';

/**
 * What the reference server serves besides its API, forms and code lists. `examples/<site>/headers.json` holds the headers
 * that a portal of that kind sends, `null` for one that it lacks. The SDK stands at `/dvc/`.
 * @returns {{ prefix: string, dir: string, headers?: Record<string, string | null> }[]}
 */
export function portalMounts() {
  const sites = readdirSync(at('examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const mounts = sites.map(({ name }) => {
    const dir = at('examples', name);
    const headers = join(dir, 'headers.json');
    return { prefix: name === HOME ? '/' : `/${name}/`, dir, ...(existsSync(headers) ? { headers: JSON.parse(readFileSync(headers, 'utf8')) } : {}) };
  });
  return [...mounts, { prefix: '/dvc/', dir: at('packages/sdk/dist') }];
}
