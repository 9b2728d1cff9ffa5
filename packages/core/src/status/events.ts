// The history of one dossier, as its agency and its citizen make it. Each event is a line: written once, numbered without gaps, sent to pages one by one, and may reach them late, twice or out
// of order. Nothing in it names the citizen; what only the owner may read (remarks, documents) is sent to whoever has shown the second factor.

import type { Calendar, OfficeHours } from '@dvc/schema/calendar/index.js';

/** Who has the dossier now. */
export interface Holder { readonly unit: string; readonly person?: string }

/** What an officer says about one field or paper of the form. `path`: JSON Pointer of the answer; `paper`: key of the paper. Neither: about the whole. */
export interface Remark { readonly text: string; readonly path?: string; readonly paper?: string }

/** How long the agency has. As in a form document. `source`: the decree or decision */
export interface StatusLimit { readonly value: number; readonly unit: 'workingDay' | 'day' | 'workingHour'; readonly receivedBefore?: string; readonly source?: string }

/** Something to read or keep: the slip, an apology, a notice, the result. `link`: https, or a path of the back end */
export interface StatusDocument { readonly id: string; readonly kind: 'slip' | 'apology' | 'notice' | 'result'; readonly title: string; readonly number?: string; readonly link?: string }

interface Line {
  /** The same fact has the same id, however often it is sent. */
  readonly id: string;
  /** 1, 2, 3 … in this dossier */
  readonly seq: number;
  /** ms since 1970 */
  readonly at: number;
  /** In words of the agency, shown as it is. */
  readonly note?: string;
}

export type StatusEvent = Line & (
  /** One of the ten national codes, or a code of the agency's own with its words in `text`. */
  | { readonly type: 'status'; readonly code: string; readonly text?: string; readonly holder?: Holder }
  /** An officer has accepted it: from here the limit runs (not from the submission). `countedFrom`: ms; default `at` */
  | { readonly type: 'accepted'; readonly limit?: StatusLimit; readonly countedFrom?: number; readonly holder?: Holder }
  /** The clock stops until it is answered. `until`: `YYYY-MM-DD` */
  | { readonly type: 'supplement-asked'; readonly request: string; readonly remarks: readonly Remark[]; readonly until?: string; readonly holder?: Holder }
  | { readonly type: 'supplement-answered'; readonly request: string }
  /** A hold inside of the handling, for a reason that stops the clock (asking another agency, a public notice). */
  | { readonly type: 'paused' }
  | { readonly type: 'resumed' }
  /** A new day, said with an apology slip (Phiếu xin lỗi và hẹn lại ngày trả kết quả). `due`: `YYYY-MM-DD` */
  | { readonly type: 'extended'; readonly due: string; readonly apology?: StatusDocument }
  /** `payment`: id of a payment (see `<dvc-payment>`); `due`: `YYYY-MM-DD` */
  | { readonly type: 'payment-asked'; readonly payment: string; readonly amount: number; readonly due?: string }
  | { readonly type: 'payment-settled'; readonly payment: string }
  | { readonly type: 'withdraw-asked' }
  | { readonly type: 'withdraw-refused' }
  /** Sent anew after it was returned; `dossier`: its new code, when it has one. */
  | { readonly type: 'resubmitted'; readonly dossier?: string }
  | { readonly type: 'document'; readonly document: StatusDocument }
  /** The result is on its way by post. */
  | { readonly type: 'posted'; readonly carrier: string; readonly code: string; readonly state: 'sent' | 'delivered' | 'returned'; readonly link?: string }
);
export type StatusEventOf<T extends StatusEvent['type']> = Extract<StatusEvent, { type: T }>;

/** What is known of a dossier besides its history. */
export interface StatusFacts {
  readonly dossierCode: string;
  /** The name of the procedure. */
  readonly about: string;
  readonly agency?: string;
  /** ms; of the acknowledgement */
  readonly submittedAt: number;
  readonly channel?: 'online' | 'counter' | 'post';
  /** The document it was filled with, for a supplement in place. */
  readonly document?: { readonly id: string; readonly version: string };
  /** Only for whoever has shown the second factor. */
  readonly owner?: boolean;
  /** How the result comes, in words. */
  readonly delivery?: string;
}

/** The whole, as a back end tells it at once. `revision`: the highest `seq` of it. `now`: the back end's clock, ms. `office`: when it works, as the back end reckons due dates; a page that has none of its own takes it. */
export interface StatusSnapshot {
  readonly facts: StatusFacts; readonly events: readonly StatusEvent[]; readonly revision: number; readonly now: number;
  readonly office?: { readonly calendar: Calendar; readonly hours?: OfficeHours };
}
