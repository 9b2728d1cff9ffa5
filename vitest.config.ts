import { defineConfig } from 'vitest/config';

// Tests that need no browser. The browser packages (ui, elements, client, sdk) run under web-test-runner.config.mjs.
const rooms = ['schema', 'core', 'locale', 'server', 'cli', 'testing'];
const conditions = ['@dvc/source', 'node', 'import', 'module', 'default'];
// These also reach Node itself as `--conditions`: 'import' there makes a CommonJS package require the ES module of another (@fastify/helmet → helmet).
const nodeConditions = ['@dvc/source', 'node'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions: nodeConditions, externalConditions: nodeConditions } },
  test: {
    include: rooms.map((room) => `packages/${room}/src/**/*.test.ts`),
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.types.test.ts'],
    environment: 'node',
    setupFiles: ['packages/testing/src/random/fixed-seed.ts'],
    pool: 'forks',
    // One room's modules are loaded once for all of its files: a fifth less work. No test may leave anything behind in a module.
    isolate: false,
    maxWorkers: 2,
    // PGlite needs 8–15 s for a cold start on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Workspace packages are sources, not installed code: Vite must transform them.
    server: { deps: { inline: [/@dvc\//] } },
  },
});
