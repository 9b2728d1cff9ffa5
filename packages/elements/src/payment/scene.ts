import type { PaymentReply, PaymentView } from '@dvc/core';
import type { PaymentWords } from '@dvc/locale';
import type { Qr } from './act-view.js';

/** What the citizen does on the page, beside how the payment stands: choosing a way, on the point of cancelling, asking for a refund. */
export type Doing = 'nothing' | 'choosing' | 'cancelling' | 'refunding';

/** A sentence above the payment, until the next step. */
export type News =
  | { readonly kind: 'total'; /** đồng */ readonly shown: number }
  | { readonly kind: 'else' | 'looked' | 'missing' | 'bad-link' }
  | { readonly kind: 'trouble'; /** something was to be done, and was not */ readonly acting: boolean; readonly reply: Exclude<PaymentReply, { kind: 'view' | 'changed' }> };

/** All that a page of a payment is drawn from. */
export interface PaymentScene {
  readonly words: PaymentWords;
  readonly view: PaymentView | undefined;
  /** By this device's clock, when `view` came. */
  readonly readAt: number;
  readonly doing: Doing;
  /** The chosen way to pay. */
  readonly offer: string | undefined;
  /** An answer is awaited: buttons wait too. */
  readonly busy: boolean;
  readonly news: News | undefined;
  /** Draws a code to scan, once it is loaded. */
  readonly qr: Qr | undefined;
  /** Off to the bank's page. */
  readonly leaving: boolean;
}

/** The back end's clock as far as this device knows it, ms: the device's own may be wrong by hours. */
export const backendNow = ({ view, readAt }: Pick<PaymentScene, 'view' | 'readAt'>, now = Date.now()): number => (view ? view.now + (now - readAt) : now);

/** Whole minutes that are left of this attempt, rounded up; undefined when it has no end or is not to be acted upon. */
export function minutesLeft(scene: Pick<PaymentScene, 'view' | 'readAt'>, now = Date.now()): number | undefined {
  const { intent, phase } = scene.view ?? {};
  if (!intent?.act || intent.expiresAt === undefined || (phase !== 'acting' && phase !== 'pending')) return undefined;
  return Math.max(0, Math.ceil((intent.expiresAt - backendNow(scene, now)) / 60_000));
}
