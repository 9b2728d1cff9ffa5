import { resolve } from 'node:path';
import { EXIT, type Io } from '../io.js';
import { checkFile } from './check-file.js';

export { checkFile } from './check-file.js';
export type { Finding } from './types.js';

export async function run(args: readonly string[], io: Io): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('-'));
  if (files.length === 0) {
    io.err('Cách dùng: dvc check <tệp hoặc thư mục>\n');
    return EXIT.usage;
  }
  let failed = false;
  for (const file of files) {
    for (const { line, column, level, code, what } of await checkFile(resolve(io.cwd, file))) {
      failed ||= level === 'error';
      io.out(`${file}:${line}:${column}  ${level}  ${code}  ${what}\n`);
    }
  }
  return failed ? EXIT.found : EXIT.ok;
}
