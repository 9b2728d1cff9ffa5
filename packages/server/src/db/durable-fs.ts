// PGlite runs PostgreSQL with fsync switched off (`-F`), and its file system has no fsync at all: a commit survives a
// killed process, but not a power cut. This puts fsync back.
import * as fs from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface NodeStream { node: unknown; nfd?: number }
type Write = (stream: NodeStream, ...rest: unknown[]) => number;
interface NodeFsModule {
  NODEFS: { stream_ops: { fsync?: (stream: NodeStream) => number; write: Write }; realPath(node: unknown): string };
}

/**
 * `wal_sync_method=fsync`, because Emscripten's fdatasync (the default on Linux) does nothing while its fsync calls the
 * file system's. Measured with PGlite 0.5.16: 200 single inserts = 200 fsyncs of the write-ahead log.
 */
export const durableStartParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'synchronous_commit=on', '-c', 'full_page_writes=on',
];

/**
 * PGlite's Node file system with an fsync.
 *
 * When the disk does not take what a commit needs, PostgreSQL must stop (PANIC). Inside PGlite 0.5.16 that PANIC is an
 * endless loop (seen: a failing fsync within COMMIT), and an exception thrown from here is swallowed, so that the commit
 * looks done. Only the end of the process is safe: `onFatal` is called in the midst of the failed call and must not return.
 */
export class DurableFS extends NodeFS {
  private readonly onFatal: (what: string) => never;

  constructor(dir: string, onFatal: (what: string) => never) {
    super(dir);
    this.onFatal = onFatal;
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(...args);
    const runs = (made.emscriptenOpts.preRun ??= []) as ((module: unknown) => void)[];
    runs.push((module) => {
      const { NODEFS } = module as NodeFsModule;
      const { write } = NODEFS.stream_ops;
      NODEFS.stream_ops.fsync = (stream) => {
        try {
          if (stream.nfd !== undefined) fs.fsyncSync(stream.nfd);
          else syncPath(NODEFS.realPath(stream.node));
        } catch (error) {
          this.onFatal(`fsync failed: ${(error as NodeJS.ErrnoException).code}`);
        }
        return 0;
      };
      NODEFS.stream_ops.write = (stream, ...rest) => {
        try {
          return write(stream, ...rest);
        } catch (error) {
          // Elsewhere a full disk is an ordinary error of one statement.
          if (/[/\\]pg_wal[/\\]/.test(NODEFS.realPath(stream.node))) this.onFatal('the write-ahead log cannot be written');
          throw error;
        }
      };
    });
    return made;
  }
}

/** fsync of a file or a folder by its path. */
export function syncPath(path: string): void {
  const fd = fs.openSync(path, 'r');
  try { fs.fsyncSync(fd); } finally { fs.closeSync(fd); }
}

/** fsync of everything below a folder and of the folder itself. */
export function syncTree(dir: string): void {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncPath(path);
  }
  syncPath(dir);
}
