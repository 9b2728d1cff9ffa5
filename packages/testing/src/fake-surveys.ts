import type { SurveyBackend, SurveyReply, SurveyResponse } from '@dvc/core';

export interface FakeSurveyOptions {
  /** What every response comes to from now on, in place of being kept. */
  trouble?: Exclude<SurveyReply, { kind: 'kept' }>;
  /** Of every answer, ms. */
  latencyMs?: number;
}

export interface FakeSurveys extends SurveyBackend {
  /** What was kept: the newest revision of each id. */
  readonly kept: ReadonlyMap<string, SurveyResponse>;
  /** Everything that came, in order, with what was shown as proof. */
  readonly heard: readonly { readonly response: SurveyResponse; readonly invitation: string | undefined }[];
  set(options: FakeSurveyOptions): void;
}

/** A keeper of responses in memory: one for each id, the newest revision, an invitation for one of them. */
export function fakeSurveys(options: FakeSurveyOptions = {}): FakeSurveys {
  let set = options;
  const kept = new Map<string, SurveyResponse>();
  const receipts = new Map<string, string>();
  const withdrawn = new Set<string>();
  const spent = new Map<string, string>();
  const heard: { response: SurveyResponse; invitation: string | undefined }[] = [];
  const later = () => (set.latencyMs === undefined ? Promise.resolve() : new Promise<void>((done) => { setTimeout(done, set.latencyMs); }));

  return {
    kept, heard,
    set(more) { set = { ...set, ...more }; },
    async send(response, invitation) {
      heard.push({ response, invitation });
      await later();
      if (set.trouble) return set.trouble;
      const { id, revision } = response;
      if (withdrawn.has(id)) return { kind: 'refused', reason: 'withdrawn' };
      if (invitation !== undefined && (spent.get(invitation) ?? id) !== id) return { kind: 'refused', reason: 'spent' };
      if (invitation !== undefined) spent.set(invitation, id);
      if ((kept.get(id)?.revision ?? 0) < revision) kept.set(id, response);
      if (!receipts.has(id)) receipts.set(id, `R${receipts.size + 1}-${id.slice(0, 6)}`);
      return { kind: 'kept', receipt: receipts.get(id)! };
    },
    async withdraw(_survey, id, receipt) {
      if (receipts.get(id) !== receipt) return 'unknown';
      kept.delete(id);
      withdrawn.add(id);
      return 'withdrawn';
    },
  };
}
