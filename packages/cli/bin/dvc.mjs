#!/usr/bin/env node
// Stands in the repository, so that npm can link it before anything is built.
import { existsSync } from 'node:fs';

const program = new URL('../dist/main.js', import.meta.url);
if (existsSync(program)) await import(program.href);
else {
  console.error('Not built yet: run "npm run build" first.');
  process.exitCode = 1;
}
