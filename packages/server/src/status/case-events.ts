// What a case system tells of a dossier, written once by its ids. Foreign words are translated by data; a word that nobody knows is kept as it is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { isSoundStatusEvent, mapStatus, type StatusEvent, type StatusVocabulary } from '@dvc/core';
import { read, type Json, type JsonObject } from '@dvc/schema';
import type { Tables } from '../db/schema.js';
import { eventsAfter, FIRST, revisionOf, type Append, type ToldEvent } from './log.js';

export interface CaseEvents { dossierCode: string; vocabulary?: string; events: readonly JsonObject[] }
export interface Taken { new: string[]; known: string[]; refused: { id: string; reason: 'malformed' | 'id-missing' }[]; revision: number }

/** What an event may have; anything else a case system adds is left out. */
const fields: Readonly<Record<StatusEvent['type'], readonly string[]>> = {
  'status': ['code', 'text', 'holder'], 'accepted': ['limit', 'countedFrom', 'holder'], 'supplement-asked': ['request', 'remarks', 'until', 'holder'], 'supplement-answered': ['request'],
  'paused': [], 'resumed': [], 'extended': ['due', 'apology'], 'payment-asked': ['payment', 'amount', 'due'], 'payment-settled': ['payment'], 'withdraw-asked': [], 'withdraw-refused': [],
  'resubmitted': ['dossier'], 'document': ['document'], 'posted': ['carrier', 'code', 'state', 'link'],
};
const line = ['id', 'at', 'type', 'note'];

function tidy(event: JsonObject): ToldEvent | undefined {
  const type = event['type'];
  if (typeof type !== 'string' || !Object.hasOwn(fields, type)) return undefined;
  const names = [...line, ...fields[type as StatusEvent['type']]].filter((name) => Object.hasOwn(event, name));
  const made = Object.fromEntries(names.map((name) => [name, event[name]]));
  return isSoundStatusEvent({ ...made, seq: 1 }) ? (made as unknown as ToldEvent) : undefined;
}

/**
 * In the nation's codes. A hold that the nation has no code for is a line of its own, right after; the next word that is no hold ends it.
 * @param history what is written already; `told` is what is new
 */
function translated(history: readonly ToldEvent[], told: readonly ToldEvent[], vocabulary: StatusVocabulary | undefined): ToldEvent[] {
  if (!vocabulary) return [...told];
  const hold = history.findLast(({ type }) => type === 'paused' || type === 'resumed' || type === 'accepted');
  let held = hold?.type === 'paused' && hold.id.endsWith(HOLD);
  return told.flatMap((event): ToldEvent[] => {
    if (event.type !== 'status') return [event];
    const { code, text, paused, known } = mapStatus(vocabulary, event.code, event.text);
    const { text: _, ...rest } = event;
    const status: ToldEvent = { ...rest, code, ...(text === undefined ? {} : { text }) };
    if (!known || paused === held) return [status];
    held = paused;
    return [status, paused ? { type: 'paused', id: `${event.id}${HOLD}`, at: event.at } : { type: 'resumed', id: `${event.id}#resumed`, at: event.at }];
  });
}
/** Marks the line that says the hold which a word means. */
const HOLD = '#paused';

/** The words of other systems, read when they are first asked for. */
export function openVocabularies(dir: string): (name: string) => StatusVocabulary | undefined {
  const held = new Map<string, StatusVocabulary | undefined>();
  return (name) => {
    if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(name)) return undefined;
    if (!held.has(name)) {
      let found: Json | undefined;
      try { found = JSON.parse(readFileSync(join(dir, `${name}.json`), 'utf8')) as Json; } catch { return undefined; }
      held.set(name, read(found, '/id') === name && Array.isArray(read(found, '/statuses')) ? (found as unknown as StatusVocabulary) : undefined);
    }
    return held.get(name);
  };
}

/** Undefined: no such dossier. */
export async function takeCaseEvents(db: Kysely<Tables>, { dossierCode, events }: CaseEvents, vocabulary: StatusVocabulary | undefined, append: Append): Promise<Taken | undefined> {
  const row = await db.selectFrom('dossier').select('id').where('code', '=', dossierCode).executeTakeFirst();
  if (!row) return undefined;
  const refused: Taken['refused'] = [];
  const sound: ToldEvent[] = [];
  for (const event of events) {
    const id = event['id'];
    const told = tidy(event);
    if (typeof id !== 'string' || id.trim() === '') refused.push({ id: '', reason: 'id-missing' });
    else if (!told || id === FIRST) refused.push({ id: id.slice(0, 200), reason: 'malformed' });
    else sound.push(told);
  }
  const added = await db.transaction().execute(async (tx) => {
    // Nobody writes from here on.
    await tx.selectFrom('dossier').select('id').where('id', '=', row.id).forUpdate().executeTakeFirstOrThrow();
    const history = await eventsAfter(tx, row.id, 0);
    const known = new Set(history.map(({ id }) => id));
    return append(tx, row.id, translated(history, sound.filter(({ id }) => !known.has(id)), vocabulary));
  });
  const fresh = new Set(added.map(({ id }) => id));
  const ids = [...new Set(sound.map(({ id }) => id))];
  return { new: ids.filter((id) => fresh.has(id)), known: ids.filter((id) => !fresh.has(id)), refused, revision: await revisionOf(db, row.id) };
}
