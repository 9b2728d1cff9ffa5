// The example portal: every folder of examples/ is a site of its own, served beside the API and the built SDK.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './run.mjs';

/**
 * What the reference server serves besides its API. `examples/<site>/headers.json` holds the headers that a portal of that kind sends, `null` for one that it lacks.
 * The SDK stands at `/sdk/`, the pages of `examples/index.html` at `/`.
 * @returns {{ prefix: string, dir: string, headers?: Record<string, string | null> }[]}
 */
export function portalMounts() {
  const sites = existsSync(at('examples')) ? readdirSync(at('examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
  const mounts = sites.map(({ name }) => {
    const dir = at('examples', name);
    const headers = join(dir, 'headers.json');
    return { prefix: `/${name}/`, dir, ...(existsSync(headers) ? { headers: JSON.parse(readFileSync(headers, 'utf8')) } : {}) };
  });
  mounts.push({ prefix: '/sdk/', dir: at('packages/sdk/dist') });
  if (existsSync(at('examples/index.html'))) mounts.push({ prefix: '/', dir: at('examples') });
  return mounts;
}
