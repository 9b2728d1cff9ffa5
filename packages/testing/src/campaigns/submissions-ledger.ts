import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Submission } from '@dvc/core';
import { openDatabase } from '@dvc/server';
import type { Receipt } from './submissions-citizen.js';

export interface Comparison {
  /** acknowledged, and not in the database */
  lost: number;
  /** more than one dossier of one submission */
  doubled: number;
  /** the receipt says something else than the database, or an answer was wrong */
  wrong: number;
  /** dossier codes that are missing in the run of an agency's day */
  gaps: number;
  /** dossiers that nobody sent */
  strangers: number;
  stored: number;
  examples: string[];
}

/** Map.groupBy, which Node 20 lacks. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const held = groups.get(keyOf(item));
    if (held) held.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Holds the receipts of the citizens against what is in the database and on the disk. */
export async function compare(receipts: readonly Receipt[], where: { dir: string; url?: string }): Promise<Comparison> {
  const database = await openDatabase({ dir: where.dir, ...(where.url ? { url: where.url } : {}) });
  try {
    const rows = await database.db.selectFrom('dossier').select(['id', 'code', 'agency', 'provenance']).orderBy('id').execute();
    const files = await database.db.selectFrom('dossier_paper').innerJoin('upload', 'upload.id', 'dossier_paper.upload').select(['dossier_paper.dossier', 'upload.id']).execute();
    const events = await database.db.selectFrom('event').select('dossier').execute();
    const made: Comparison = { lost: 0, doubled: 0, wrong: 0, gaps: 0, strangers: 0, stored: rows.length, examples: [] };
    const say = (kind: keyof Omit<Comparison, 'examples'>, text: string) => { made[kind]++; if (made.examples.length < 10) made.examples.push(`${kind}: ${text}`); };

    const byMarker = groupBy(rows, (row) => (row.provenance as Submission['provenance'])['/']?.source ?? '');
    for (const receipt of receipts) {
      const found = byMarker.get(receipt.marker) ?? [];
      byMarker.delete(receipt.marker);
      const code = receipt.acknowledgement?.dossierCode;
      if (receipt.wrong) say('wrong', `${receipt.marker}: ${receipt.wrong}`);
      if (found.length > 1) say('doubled', `${receipt.marker}: ${found.map((row) => row.code).join(', ')}`);
      if (!code) continue;
      const row = found.find((each) => each.code === code);
      if (!row) { say('lost', `${receipt.marker}: ${code}`); continue; }
      if (!code.startsWith(`${receipt.agency}-`)) say('wrong', `${receipt.marker}: agency of ${code}`);
      const kept = files.filter((file) => String(file.dossier) === String(row.id)).map(({ id }) => createHash('sha256').update(readFileSync(join(where.dir, 'uploads', id.slice(0, 2), id))).digest('hex'));
      if (kept.sort().join() !== [...receipt.files].sort().join()) say('lost', `${receipt.marker}: papers of ${code}`);
    }
    for (const marker of byMarker.keys()) say('strangers', marker);
    if (events.length !== rows.length) say('wrong', `${events.length} events of ${rows.length} dossiers`);
    for (const [run, codes] of groupBy(rows.map((row) => row.code), (code) => code.slice(0, code.lastIndexOf('-')))) {
      const most = Math.max(...codes.map((code) => Number(code.slice(code.lastIndexOf('-') + 1))));
      if (most !== codes.length) say('gaps', `${run}: ${codes.length} dossiers, the last has number ${most}`);
    }
    return made;
  } finally {
    await database.close();
  }
}
