import type { DueDate } from '@dvc/schema/calendar/index.js';
import type { Holder, Remark, StatusDocument, StatusEvent } from './events.js';

/** The ten national codes by name. */
export type StatusKey = 'newlySubmitted' | 'received' | 'notReceived' | 'processing' | 'supplementRequired' | 'paymentRequired' | 'withdrawalRequested' | 'stopped' | 'processed' | 'resultReturned';

/** What the citizen must do now; `nothing` is said too. `wait` would be a lie where somebody else must act: see `holder`. */
export type CitizenTask =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'supplement'; readonly request: string; readonly remarks: readonly Remark[]; readonly until?: string }
  | { readonly kind: 'pay'; readonly payments: readonly { readonly payment: string; readonly amount: number; readonly due?: string }[] }
  | { readonly kind: 'collect' }
  | { readonly kind: 'read-reason' }
  | { readonly kind: 'rate' };

/** Who has to act now. `citizen`: see the task. `nobody`: it has come to an end, or is on its way by post. */
export type Turn = 'citizen' | 'agency' | 'nobody';

/** How the agency's clock stands. `paused` waits for the citizen or another agency; `stopped` has come to an end. */
export type Clock = 'not-started' | 'running' | 'paused' | 'stopped';

export interface DueView {
  readonly clock: Clock;
  /** The day that holds now: promised, or set anew by an extension. */
  readonly due?: DueDate;
  /** Working days until the end of `due`; 0 is that very day; negative when it has passed. Of today while the clock runs, else of the moment when it stopped: what was late stays as late as it was. */
  readonly left?: number;
  /** It has passed, or had when the clock stopped; a limit in hours ends on its minute. */
  readonly overdue: boolean;
  readonly extended: boolean;
  readonly apology?: StatusDocument;
}

/** What a tracker shows; derived from the events alone, whatever order they came in. */
export interface StatusView {
  /** National code, or the agency's own. */
  readonly code: string;
  readonly key: StatusKey | undefined;
  /** The agency's own words: for a code that is none of the ten, or what one of the ten does not say (a sub-status). */
  readonly text?: string;
  /** Where it lies. While the citizen has to act, the unit that waits for it. */
  readonly holder?: Holder;
  readonly turn: Turn;
  readonly task: CitizenTask;
  readonly due: DueView;
  readonly documents: readonly StatusDocument[];
  readonly posted?: { readonly carrier: string; readonly code: string; readonly state: 'sent' | 'delivered' | 'returned'; readonly link?: string };
  /** As it was, oldest first: no straight line is drawn where there was none. */
  readonly history: readonly StatusEvent[];
  readonly mayWithdraw: boolean;
  readonly updatedAt: number;
  /** The highest number up to which nothing is missing. */
  readonly revision: number;
  /** Numbers are missing below what has come: the snapshot must be asked for. */
  readonly gap: boolean;
}
