// The supplement in place: the form of the dossier with what was answered, of which only the remarked questions are asked. The form does the checking, the uploads and the trying again.
import { locatePath, type Backend, type Remark, type StatusAccess, type StatusBackend, type StatusFailure, type StatusSnapshot, type SubmitReply } from '@dvc/core';
import type { Json } from '@dvc/schema';
import { loadDocument } from '@dvc/client/load-document.js';
import { enStatusMore } from '@dvc/locale/en-status-more.js';
import { viStatusMore } from '@dvc/locale/vi-status-more.js';
import type { DvcForm } from '../../form/form.js';
import { bring } from '../neighbours.js';
import { changesOf } from './changes.js';
import { isWhole, narrowed } from './narrow.js';

export interface SupplementOrder {
  readonly backend: StatusBackend;
  /** As it is when it is asked: it may have run out meanwhile, and been had anew. */
  access(): StatusAccess | undefined;
  readonly request: string;
  readonly remarks: readonly Remark[];
  readonly lang: string;
  /** Where the form sends files and finds its code lists. */
  readonly forms: Backend | undefined;
  readonly api: string | undefined;
  readonly headers: (() => Record<string, string> | Promise<Record<string, string>>) | undefined;
  /** The agency has it. */
  sent(snapshot: StatusSnapshot): void;
  /** Not possible any more, or the right has run out. */
  refused(reply: StatusFailure): void;
}

export interface OpenedSupplement { readonly form: DvcForm; /** On the button. */ readonly send: string }

/** @returns why there is none, or the form */
export async function openSupplement(order: SupplementOrder): Promise<OpenedSupplement | StatusFailure> {
  const { backend, remarks, api, headers } = order;
  const words = order.lang === 'en' ? enStatusMore : viStatusMore;
  const [answered, form] = await Promise.all([backend.answers(order.access()!), bring('dvc-form')]);
  if (answered.kind !== 'ok') return answered;
  if (!form) return { kind: 'failed', reason: 'offline' };
  const { document: { id, version }, answers } = answered.value;
  const root = api?.replace(/\/+$/, '').replace(/\/api\/v\d+$/, '');
  const document = await (order.forms as SupplementForms | undefined)?.document?.(id, version) ?? (root === undefined ? undefined : await loadDocument(`${root}/forms/${id}/${version}.json`).catch(() => undefined));
  if (document === undefined) return { kind: 'failed', reason: 'offline' };
  const http = order.forms ?? (await import('@dvc/client')).createHttpBackend({ ...(api === undefined ? {} : { api }), codeLists: `${root}/code-lists`, ...(headers ? { headers } : {}) });
  let data: Json = answers;
  Object.assign(form, {
    document: narrowed(document, remarks, words.supplementForm, isWhole(remarks) ? words.supplementWhole : words.supplementText), data: answers, locale: order.lang, mode: 'single',
    backend: { ...http, upload: http.upload.bind(http), codeList: http.codeList.bind(http), now: http.now.bind(http), submit: (submission: Parameters<Backend['submit']>[0]) => send(submission) },
  } satisfies Partial<Pick<DvcForm, 'document' | 'data' | 'locale' | 'mode' | 'backend'>>);
  return { form, send: words.supplementSend };

  async function send({ answers: now, papers, idempotencyKey: key }: Parameters<Backend['submit']>[0]): Promise<SubmitReply> {
    const access = order.access();
    if (!access) return { kind: 'failed', reason: 'session' };
    const reply = await backend.answerSupplement(access, { request: order.request, answers: changesOf(data, now, remarks), papers, key });
    if (reply.kind === 'failed') return { kind: 'failed', reason: reply.reason, ...(reply.incident ? { incident: reply.incident } : {}) };
    if (reply.kind === 'refused') {
      if (reply.issues?.length) return { kind: 'refused', issues: [...reply.issues] };
      if (reply.reason === 'malformed') return { kind: 'failed', reason: 'unexpected' };
      order.refused(reply);
      return { kind: 'failed', reason: 'session' };
    }
    data = now;
    order.sent(reply.value);
    // The form has gone from the page: nobody waits for it any more.
    return new Promise(() => undefined);
  }
}

/** Said when the agency has it. */
export const sentSentence = (lang: string): string => (lang === 'en' ? enStatusMore : viStatusMore).supplementSent;

/** A host may have the documents itself. */
export interface SupplementForms extends Backend { document?(id: string, version: string): Promise<unknown> }

/** Leads to the place that a remark is about. */
export function toRemark(form: DvcForm, { path, paper }: Remark): void {
  const { scene } = form;
  if (!scene) return;
  if (paper !== undefined) {
    const place = [...form.renderRoot.querySelectorAll<HTMLElement>('[data-paper]')].find((each) => each.dataset['paper']?.split('/')[0] === paper.split('/')[0]);
    (place?.querySelector<HTMLElement>('input, button') ?? form).focus();
    return;
  }
  const found = path === undefined ? undefined : locatePath(scene.store.state.root, path).found;
  if (found) void form.reveal(scene.models.domId(found.node));
}
