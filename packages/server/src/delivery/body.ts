import type { Kysely } from 'kysely';
import type { UploadedFile } from '@dvc/core';
import type { Json } from '@dvc/schema';
import { canonicalJson } from '../json-body.js';
import type { Tables } from '../db/schema.js';

export interface Parcel {
  dossier: string;
  deliveryId: string;
  state: 'waiting' | 'delivered' | 'dead';
  job: string | null;
  attempts: number;
  /** What is sent, byte for byte the same at every attempt. */
  body: string;
  files: UploadedFile[];
}

/** The delivery of one dossier, from what is stored: three short reads, no transaction. */
export async function readParcel(db: Kysely<Tables>, dossier: string): Promise<Parcel | undefined> {
  const row = await db.selectFrom('delivery').innerJoin('dossier', 'dossier.id', 'delivery.dossier').selectAll('dossier')
    .select(['delivery.id as delivery_id', 'delivery.state', 'delivery.job', 'delivery.attempts', 'delivery.event', 'delivery.supplement']).where('delivery.dossier', '=', dossier).executeTakeFirst();
  if (!row) return undefined;
  const kept = await db.selectFrom('dossier_paper').innerJoin('upload', 'upload.id', 'dossier_paper.upload')
    .select(['dossier_paper.paper', 'upload.id', 'upload.name', 'upload.type', 'upload.size', 'upload.sha256'])
    .where('dossier_paper.dossier', '=', dossier).orderBy('dossier_paper.paper').orderBy('dossier_paper.position').execute();
  const words = await db.selectFrom('citizen_word').select(['id', 'kind', 'text', 'at']).where('dossier', '=', dossier).orderBy('id').execute();
  const papers = new Map<string, UploadedFile[]>();
  for (const { paper, size, ...file } of kept) papers.set(paper, [...(papers.get(paper) ?? []), { ...file, size: Number(size) }]);
  const body = {
    event: row.event, deliveryId: row.delivery_id, dossierCode: row.code, receivedAt: row.received_at.toISOString(),
    document: { id: row.document_id, version: row.document_version }, case: row.case_id, agency: row.agency,
    answers: row.answers, parties: row.parties ?? {}, assistance: row.assistance ?? null, provenance: row.provenance, fees: row.fees,
    papers: [...papers].map(([paper, files]) => ({ paper, files })), locale: row.locale,
    ...(row.supplement ? { supplement: row.supplement } : {}),
    ...(words.length ? { words: words.map(({ id, kind, text, at }) => ({ id: String(id), kind, text, at: at.toISOString() })) } : {}),
  };
  return {
    dossier, deliveryId: row.delivery_id, state: row.state, job: row.job, attempts: row.attempts,
    body: canonicalJson(body as unknown as Json), files: [...papers.values()].flat(),
  };
}
