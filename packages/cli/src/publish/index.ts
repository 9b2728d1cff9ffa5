import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parse, type FormDocument } from '@dvc/schema';
import { checkFile, report } from '../check/index.js';
import { EXIT, type Io } from '../io.js';
import { langOf } from '../lang.js';
import { openDocument } from '../source/open.js';
import { readArgs, type Asked } from './args.js';
import { FolderBusy } from './lock.js';
import { BadIndex, dayInVietnam, nextVersion, publishDocument, publishedVersions } from './publish.js';
import * as say from './sentences.js';
import { withVersion } from './source-version.js';

/** `dvc publish <file> <folder>`. The clock is the day's; a test brings its own. */
export async function run(args: readonly string[], io: Io, now: () => Date = () => new Date()): Promise<number> {
  const asked = readArgs(args, io.cwd);
  if (asked === 'help') {
    io.out(say.usage[langOf(args)]);
    return EXIT.ok;
  }
  if (typeof asked === 'string') {
    io.err(asked === 'bad-day' ? say.badDay[langOf(args)] : say.usage[langOf(args)]);
    return EXIT.usage;
  }
  try {
    return await publish(asked, io, now);
  } catch (error) {
    if (error instanceof FolderBusy) io.err(say.busy[asked.lang]);
    else if (error instanceof BadIndex) io.err(say.badIndex(asked.lang, error.message));
    else if ((error as NodeJS.ErrnoException).code) io.err(say.cannotWrite(asked.lang, (error as NodeJS.ErrnoException).code!));
    else throw error;
    return EXIT.usage;
  }
}

async function publish({ file, folder, validFrom, next, dryRun, lang }: Asked, io: Io, now: () => Date): Promise<number> {
  const findings = await checkFile(file);
  const errors = findings.filter(({ level }) => level === 'error');
  const source = openDocument(file);
  const { document: read } = parse(source.value);
  if (errors.length > 0 || !read) {
    io.err(report(errors, io.cwd, lang));
    io.err(say.notChecked(lang, Math.max(errors.length, 1)));
    return EXIT.found;
  }
  const before = await publishedVersions(folder, read.id);
  const document: FormDocument = next ? { ...read, version: nextVersion(before, read.version, next) } : read;
  const name = `${document.id} ${document.version}`;
  if (dryRun) {
    io.out(say.would(lang, name));
    return EXIT.ok;
  }
  const outcome = await publishDocument(document, { folder, now, ...(validFrom === undefined ? {} : { validFrom }) });
  if (outcome.kind === 'too-large') {
    io.err(say.tooLarge(lang, outcome.bytes));
    return EXIT.found;
  }
  const place = relative(io.cwd, outcome.file);
  if (outcome.kind === 'taken') {
    io.err(say.taken(lang, name, place, nextVersion(before, document.version, 'minor')));
    return EXIT.found;
  }
  if (document.version !== read.version) {
    const text = withVersion(source.source.text, document.version);
    if (text !== undefined) await writeFile(file, text);
  }
  const { validFrom: since } = outcome.entry;
  io.out(outcome.kind === 'already' ? say.already(lang, name, place, since) : say.published(lang, name, place, since, dayInVietnam(now())));
  return EXIT.ok;
}
