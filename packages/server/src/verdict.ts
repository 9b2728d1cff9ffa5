import type { Change, CodeList, QuoteLine, Submission } from '@dvc/core';
import type { FormDocument, Issue, JsonObject, Problem } from '@dvc/schema';

export interface JudgeContext {
  /** `YYYY-MM-DD` in Asia/Ho_Chi_Minh, now */
  today: string;
  codeLists: (id: string, within?: string) => CodeList | undefined;
}
/** What a paper that these answers ask for may be. */
export interface PaperLimits { key: string; id: string; types: readonly string[]; /** bytes of one file */ maxBytes: number; maxFiles: number }
/** Who a dossier is about, as far as a look-up needs it. */
export interface People {
  /** Personal numbers of owner and submitter. */
  numbers: readonly string[];
  /** The submitter's telephone, else the owner's. */
  phone?: string;
}
export interface Verdict {
  /** Pruned, with the computed values of the server. */
  answers: JsonObject;
  /** A dossier with an issue that is no warning is refused. */
  issues: Issue[];
  /** What the citizen was shown differently. */
  changes: Change[];
  fees: { id: string; amount: number }[];
  /** The same as a page of payment shows it, in the words of the document; nothing of nothing is left out. */
  lines: QuoteLine[];
  /** Asked for by these answers; empty when none were sent. */
  papers: PaperLimits[];
  caseId?: string;
  agency?: string;
  people?: People;
}
export interface Judge {
  /** Everything wrong with a document, found before the first dossier comes: shape, meta-schema, regexes, compilation. */
  prepare(value: unknown): Promise<{ document?: FormDocument; problems: Problem[] }>;
  judge(document: FormDocument, submission: Submission, context: JudgeContext): Verdict;
}
