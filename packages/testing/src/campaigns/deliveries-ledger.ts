import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@dvc/server';
import type { Sent } from './deliveries-citizen.js';

/** A dossier as the case system has it. */
export interface Received { deliveryId: string; code: string; dossierCode: string; /** seconds by the real clock */ storedAt: number; body: Body }
interface Body { answers: unknown; provenance: Record<string, { source: string }>; papers: { files: { sha256: string; size: number }[] }[] }

export interface DeliveryComparison {
  /** acknowledged to the citizen, or stored by the portal, and not with the case system */
  lost: number;
  /** with the case system more than once */
  doubled: number;
  /** other answers, other files, another code than the portal has */
  wrong: number;
  /** with the case system, and sent by nobody */
  strangers: number;
  received: number;
  examples: string[];
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
};
/** The same for the same answers, whoever wrote them down. */
export const hashOf = (answers: unknown): string => sha256(JSON.stringify(sorted(answers)));

/** Holds what citizens were told against what the case system has on its disk, and that against what the portal keeps. */
export async function compareDeliveries(sent: readonly Sent[], received: readonly Received[], where: { dir: string; url?: string; files: string }): Promise<DeliveryComparison> {
  const made: DeliveryComparison = { lost: 0, doubled: 0, wrong: 0, strangers: 0, received: received.length, examples: [] };
  const say = (kind: keyof Omit<DeliveryComparison, 'examples'>, text: string) => { made[kind]++; if (made.examples.length < 10) made.examples.push(`${kind}: ${text}`); };
  const byMarker = new Map<string, Received[]>();
  for (const each of received) {
    const marker = each.body.provenance['/']?.source ?? '';
    byMarker.set(marker, [...(byMarker.get(marker) ?? []), each]);
  }
  for (const { marker, sheet, acknowledgement, files, wrong } of sent) {
    const found = byMarker.get(marker) ?? [];
    byMarker.delete(marker);
    if (wrong) say('wrong', `${marker}: ${wrong}`);
    if (found.length > 1) say('doubled', `${marker}: ${found.map(({ code, dossierCode }) => `${dossierCode} = ${code}`).join(', ')}`);
    const code = acknowledgement?.dossierCode;
    if (code && !found.some(({ dossierCode }) => dossierCode === code)) say('lost', `${marker}: ${code}`);
    for (const { body, dossierCode } of found) {
      if (hashOf(body.answers) !== hashOf(sheet.answers)) say('wrong', `${marker}: answers of ${dossierCode}`);
      const held = body.papers.flatMap((paper) => paper.files.map((file) => file.sha256));
      const onDisk = held.map((name) => { const path = join(where.files, name); return existsSync(path) ? sha256(readFileSync(path)) : 'none'; });
      if (held.toSorted().join() !== files.toSorted().join() || onDisk.join() !== held.join()) say('wrong', `${marker}: files of ${dossierCode}`);
    }
  }
  for (const marker of byMarker.keys()) say('strangers', marker);

  const database = await openDatabase({ dir: where.dir, ...(where.url ? { url: where.url } : {}) });
  try {
    const codes = new Map(received.map(({ dossierCode, code }) => [dossierCode, code]));
    const rows = await database.db.selectFrom('dossier').leftJoin('delivery', 'delivery.dossier', 'dossier.id').select(['code', 'case_code', 'state']).execute();
    for (const { code, case_code, state } of rows) {
      if (!codes.has(code)) say('lost', `${code} is stored and was not delivered (${state ?? 'not queued'})`);
      else if (state !== 'delivered' || case_code !== codes.get(code)) say('wrong', `${code} is ${state} with the code ${case_code}, the case system says ${codes.get(code)}`);
    }
  } finally {
    await database.close();
  }
  return made;
}

/** The value below which `share` of them lie. */
export function percentile(values: readonly number[], share: number): number {
  const inOrder = values.toSorted((a, b) => a - b);
  return Math.round(inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? 0);
}
