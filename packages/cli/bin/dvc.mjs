#!/usr/bin/env node
// Stands in the repository, so that npm can link it before anything is built.
import { existsSync } from 'node:fs';

const program = new URL('../dist/main.js', import.meta.url);
const unbuilt = () => {
  console.error('Chương trình chưa dựng xong: chạy "npm run build" rồi gõ lại lệnh này. (Not built yet: run "npm run build" first.)');
  process.exitCode = 1;
};
if (existsSync(program)) {
  // A build that was stopped, or is still at it, leaves parts out.
  await import(program.href).catch((error) => {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    unbuilt();
  });
} else unbuilt();
