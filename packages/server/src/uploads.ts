import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import type { Kysely } from 'kysely';
import type { UploadedFile } from '@dvc/core';
import { syncPath } from './db/durable-fs.js';
import type { Tables } from './db/schema.js';
import { Refusal } from './errors.js';

export const acceptedTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
/** What file-type wants to see of a file. */
const sampleBytes = 4100;

export interface UploadOptions {
  dir: string;
  /** bytes of one file */
  maxBytes: number;
  /** ms without a byte after which a sender is gone */
  idleMs: number;
  now: () => Date;
}
export interface UploadStore {
  /** @throws Refusal 400 empty or broken off, 408 silent, 413, 415 */
  keep(body: Readable, about: { session: string; paper: string; name: string }): Promise<UploadedFile>;
  /** Those of the files that this session may put into a dossier for this paper. */
  facts(session: string, paper: string, ids: readonly string[]): Promise<Map<string, { type: string; size: number }>>;
  /** The bytes of a file, wherever they lie. */
  read(id: string): Promise<Buffer>;
  /** Deletes files that went into no dossier before `before`, and pieces of broken uploads. */
  sweep(before: Date): Promise<number>;
}

/**
 * The name to show: never a path, never an instruction to a terminal, a log or a reader.
 * @throws Refusal 400 when it is not percent-encoded UTF-8
 */
export function tidyFileName(encoded: string): string {
  let name: string;
  try { name = decodeURIComponent(encoded); } catch { throw new Refusal(400, 'file-name'); }
  // Cc, Cf: controls, and the bidirectional marks that make "gpj.exe" read "exe.jpg".
  const tidy = name.normalize('NFC').replace(/^.*[/\\]/s, '').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim();
  const letters = [...tidy];
  if (letters.length <= 120) return tidy === '' || /^\.+$/.test(tidy) ? 'tep' : tidy;
  return [...letters.slice(0, 100), '…', ...letters.slice(-19)].join('');
}

export async function sniffType(sample: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(sample);
  const mime = found?.mime === 'image/heic-sequence' || found?.mime === 'image/heif' ? 'image/heic' : found?.mime;
  return acceptedTypes.find((type) => type === mime);
}

/** `agreement/0` is the paper `agreement` of a row, whose number changes when a row above it goes. */
export const samePaper = (a: string, b: string): boolean => a.split('/')[0] === b.split('/')[0];

export function createUploads(db: Kysely<Tables>, options: UploadOptions): UploadStore {
  const pathOf = (id: string) => join(options.dir, id.slice(0, 2), id);

  async function write(body: Readable, part: string): Promise<{ size: number; sha256: string; type: string }> {
    const hash = createHash('sha256');
    const sample: Buffer[] = [];
    let [size, sampled] = [0, 0];
    let type: string | undefined;
    const file = await open(part, 'wx', 0o600);
    const timer = setTimeout(() => body.destroy(new Refusal(408, 'silent')), options.idleMs);
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        timer.refresh();
        size += chunk.length;
        if (size > options.maxBytes) throw new Refusal(413, 'too-large');
        if (sampled < sampleBytes) {
          sample.push(chunk);
          sampled += chunk.length;
          // A wrong file is refused before the rest of it crosses a slow network.
          if (sampled >= sampleBytes) type = (await sniffType(Buffer.concat(sample))) ?? refuseType();
        }
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      if (size === 0) throw new Refusal(400, 'empty');
      type ??= (await sniffType(Buffer.concat(sample))) ?? refuseType();
      await file.sync();
      return { size, sha256: hash.digest('hex'), type };
    } finally {
      clearTimeout(timer);
      await file.close();
    }
  }

  async function keep(body: Readable, about: { session: string; paper: string; name: string }): Promise<UploadedFile> {
    const id = randomBytes(16).toString('hex');
    const name = tidyFileName(about.name);
    const path = pathOf(id);
    const folder = join(options.dir, id.slice(0, 2));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const part = `${path}.part`;
    try {
      const { size, sha256, type } = await write(body, part);
      await rename(part, path);
      syncPath(folder);
      syncPath(options.dir);
      await db.insertInto('upload')
        .values({ id, session: about.session, paper: about.paper, name, type, size, sha256, dossier: null, created_at: options.now() }).execute();
      return { id, name, type, size, sha256 };
    } catch (error) {
      await rm(part, { force: true });
      if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') throw new Refusal(400, 'broken-off');
      throw error;
    }
  }

  async function facts(session: string, paper: string, ids: readonly string[]): Promise<Map<string, { type: string; size: number }>> {
    const rows = ids.length === 0 ? [] : await db.selectFrom('upload').select(['id', 'type', 'size', 'paper'])
      .where('id', 'in', ids).where('session', '=', session).where('dossier', 'is', null).execute();
    return new Map(rows.filter((row) => samePaper(row.paper, paper)).map((row) => [row.id, { type: row.type, size: Number(row.size) }]));
  }

  async function sweep(before: Date): Promise<number> {
    const gone = await db.deleteFrom('upload').where('dossier', 'is', null).where('created_at', '<', before).returning('id').execute();
    for (const { id } of gone) await rm(pathOf(id), { force: true });
    for (const name of await readdir(options.dir, { recursive: true }).catch(() => [])) {
      if (!name.endsWith('.part')) continue;
      const path = join(options.dir, name);
      // Another server may be writing a younger one.
      const facts = await stat(path).catch(() => undefined);
      if (facts && facts.mtime < before) await rm(path, { force: true });
    }
    return gone.length;
  }

  return { keep, facts, sweep, read: (id) => readFile(pathOf(id)) };
}

function refuseType(): never {
  throw new Refusal(415, 'content');
}
