import { createHash } from 'node:crypto';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormDocument } from '@dvc/schema';
import { compareVersions, FORM_INDEX, formatFormIndex, isVersion, parseFormIndex, type FormIndex, type PublishedVersion } from '@dvc/schema/node';
import { createOnce, readIfThere, replaceFile } from './files.js';
import { FolderBusy, withLock, type LockOptions } from './lock.js';

export interface PublishOptions {
  folder: string;
  /** `YYYY-MM-DD`; today when absent */
  validFrom?: string;
  now?: () => Date;
  lock?: LockOptions;
}
export type Outcome =
  | { kind: 'published'; file: string; entry: PublishedVersion }
  /** The same content was published before; nothing was written. */
  | { kind: 'already'; file: string; entry: PublishedVersion }
  /** Another content stands under this version. */
  | { kind: 'taken'; file: string }
  | { kind: 'too-large'; bytes: number };

/** What the back end takes. */
const MOST_BYTES = 1024 * 1024;

/** `index.json` cannot be read, so nothing may be written over it. */
export class BadIndex extends Error {}

export const dayInVietnam = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** One document, one text: names in the order in which they are shown, two spaces, a line feed at the end. */
export function publishedText(document: FormDocument): string {
  const pretty = `${JSON.stringify(document, null, 2)}\n`;
  return Buffer.byteLength(pretty) <= MOST_BYTES ? pretty : `${JSON.stringify(document)}\n`;
}

/**
 * Writes a checked document into the folder, as a version that never changes again, and into the folder's index.
 * The index comes first: a file is served only when it is what the index says, so that a publisher killed in between leaves nothing half published, and a repeat finishes it.
 * @throws FolderBusy, BadIndex, or what the disk says
 */
export async function publishDocument(document: FormDocument, options: PublishOptions): Promise<Outcome> {
  const { folder, now = () => new Date() } = options;
  const { id, version, title } = document;
  const text = publishedText(document);
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) return { kind: 'too-large', bytes };
  const place = join(folder, ...id.split('/'));
  const file = join(place, `${version}.json`);
  await mkdir(place, { recursive: true });

  return withLock(folder, async (stillMine) => {
    const index = await readIndex(folder);
    const versions = Object.hasOwn(index, id) ? index[id]! : await adopt(place);
    const known = Object.hasOwn(versions, version) ? versions[version] : undefined;
    const held = await readIfThere(file);
    if ((known !== undefined && known.sha256 !== sha256(text)) || (held !== undefined && held !== text)) return { kind: 'taken', file };
    if (known && held !== undefined && Object.hasOwn(index, id)) return { kind: 'already', file, entry: known };
    const entry = known ?? { sha256: sha256(text), validFrom: options.validFrom ?? dayInVietnam(now()), publishedAt: now().toISOString(), title };
    const next: FormIndex = { ...index, [id]: { ...versions, [version]: entry } };
    await replaceFile(join(folder, FORM_INDEX), formatFormIndex(next), async () => {
      if (!(await stillMine())) throw new FolderBusy(folder);
    });
    if (held === undefined && !(await createOnce(file, text))) return { kind: 'taken', file };
    return { kind: known && held !== undefined ? 'already' : 'published', file, entry };
  }, options.lock);
}

export async function readIndex(folder: string): Promise<FormIndex> {
  const text = await readIfThere(join(folder, FORM_INDEX));
  if (text === undefined) return {};
  try {
    return parseFormIndex(text);
  } catch (error) {
    throw new BadIndex((error as Error).message);
  }
}

/** Versions that were put there before the folder had an index: drafts may have begun with them, so they stay as they are. */
async function adopt(place: string): Promise<Record<string, PublishedVersion>> {
  const made: Record<string, PublishedVersion> = {};
  for (const version of await versionsThere(place)) {
    const path = join(place, `${version}.json`);
    const text = (await readIfThere(path)) ?? '';
    const since = (await stat(path)).mtime;
    made[version] = { sha256: sha256(text), validFrom: dayInVietnam(since), publishedAt: since.toISOString(), title: titleOf(text) };
  }
  return made;
}

const versionsThere = async (place: string): Promise<string[]> =>
  (await readdir(place).catch(() => [])).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).filter(isVersion);

function titleOf(text: string): string {
  try {
    return String((JSON.parse(text) as { title?: unknown }).title ?? '');
  } catch {
    return '';
  }
}

/** Every version of a form in the folder, upwards: listed, or put there by hand. */
export async function publishedVersions(folder: string, id: string): Promise<string[]> {
  const index = await readIndex(folder);
  const listed = Object.hasOwn(index, id) ? Object.keys(index[id]!) : [];
  return [...new Set([...listed, ...(await versionsThere(join(folder, ...id.split('/'))))])].sort(compareVersions);
}

export type Level = 'major' | 'minor' | 'patch';

/** The version after the highest; `current` when nothing was published yet. */
export function nextVersion(published: readonly string[], current: string, level: Level): string {
  const highest = [...published].sort(compareVersions).at(-1);
  if (highest === undefined) return current;
  const [major, minor, patch] = highest.split('-')[0]!.split('.').map(Number) as [number, number, number];
  // 2.0.0-rc.1 comes before 2.0.0.
  if (highest.includes('-') && level === 'patch') return `${major}.${minor}.${patch}`;
  return level === 'major' ? `${major + 1}.0.0` : level === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
