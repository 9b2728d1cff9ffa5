import type { SecondFactor, StatusFacts, StatusFailure, StatusListItem, StatusView } from '@dvc/core';
import type { StatusWords } from '@dvc/locale';

/** What is opened beside the status, one at a time. */
export type Opened = 'supplement' | 'pay' | 'withdraw' | 'complain' | 'channels' | 'notifications' | 'qr';

/** A sentence above the status, until the next step. */
export type News =
  | { readonly kind: 'done'; readonly text: string }
  /** `host`: it was given by the host, who must log the citizen in */
  | { readonly kind: 'expired'; readonly host: boolean }
  | { readonly kind: 'trouble'; /** something was to be done, and was not */ readonly acting: boolean; readonly reply: StatusFailure }
  | { readonly kind: 'part' };

export interface LookUp {
  readonly code: string;
  readonly by: SecondFactor['kind'];
  readonly errors: { readonly code?: string; readonly value?: string };
  /** The back end can have a one-time code sent. */
  readonly hasOtp: boolean;
  readonly otpSent: boolean;
}

export interface Listing { readonly items: readonly StatusListItem[]; readonly find: string; readonly filter: 'all' | 'mine' | 'open' | 'done' }

/** All that a status page is drawn from. */
export interface StatusScene {
  readonly words: StatusWords;
  readonly form: 'full' | 'card' | 'list';
  readonly page: 'loading' | 'look-up' | 'list' | 'dossier';
  readonly facts: StatusFacts | undefined;
  readonly view: StatusView | undefined;
  /** Working days are known, so that a due date may be said. */
  readonly reckoned: boolean;
  /** The back end's clock less this device's, ms: the device's own may be wrong by hours. */
  readonly ahead: number;
  /** By this device's clock, when the back end was last heard. */
  readonly heardAt: number;
  /** The connection is gone. */
  readonly lost: boolean;
  /** An answer is awaited: buttons wait too. */
  readonly busy: boolean;
  readonly news: News | undefined;
  readonly lookUp: LookUp;
  readonly list: Listing | undefined;
  readonly opened: Opened | undefined;
  /** The whole history is shown. */
  readonly all: boolean;
  /** Against which paths of the back end are read. */
  readonly base: string;
}

/** The back end's clock as far as this device knows it, ms. */
export const backendNow = ({ ahead }: Pick<StatusScene, 'ahead'>): number => Date.now() + ahead;
