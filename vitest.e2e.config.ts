import { defineConfig } from 'vitest/config';

// The whole road: the built SDK in a browser, the built back end in its own process. `npm run build` comes first.
export default defineConfig({
  resolve: { conditions: ['@dvc/source', 'node', 'import', 'module', 'default'] },
  ssr: { resolve: { conditions: ['@dvc/source', 'node', 'import', 'module', 'default'] } },
  test: {
    include: ['packages/testing/src/**/*.e2e.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    server: { deps: { inline: [/@dvc\//] } },
  },
});
