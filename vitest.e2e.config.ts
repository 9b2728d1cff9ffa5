import { defineConfig } from 'vitest/config';

// The whole road: the built SDK in a browser, the built back end in its own process. `npm run build` comes first.
const conditions = ['@dvc/source', 'node', 'import', 'module', 'default'];
// As in vitest.config.ts: with 'import' the back end cannot be started in here.
const nodeConditions = ['@dvc/source', 'node'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions: nodeConditions, externalConditions: nodeConditions } },
  test: {
    include: ['packages/testing/src/**/*.e2e.ts'],
    environment: 'node',
    pool: 'forks',
    // Much of it waits for a page, a queue or a restart.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    server: { deps: { inline: [/@dvc\//] } },
  },
});
