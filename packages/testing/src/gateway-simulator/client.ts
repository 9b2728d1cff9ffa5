// How a test steers a simulator that runs in a process of its own.
import type { Call, Charge, Transaction } from './book.js';
import type { ControlRequests } from './control.js';

export interface ControlAnswers {
  transactions: { transactions: Omit<Transaction, 'token' | 'signed'>[]; now: string; due: { reference: string; attempt: number; due: string }[] };
  decide: { decided: boolean; state: Transaction['state']; returnUrl?: string };
  notify: { calls: Call[] };
  notifications: { calls: Call[] };
  charges: { count: number; charges: Charge[] };
  clock: { now: string };
  feed: { ok: boolean; said: string };
}
type AnswerOf<Name> = Name extends keyof ControlAnswers ? ControlAnswers[Name] : Record<string, never>;
export type Steer = <Name extends keyof ControlRequests>(name: Name, ask: ControlRequests[Name]) => Promise<AnswerOf<Name>>;

/** @throws Error with the simulator's sentence when it refuses */
export const steer = (url: string): Steer => async (name, ask) => {
  const reply = await fetch(`${url}/control/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(ask) });
  if (reply.status === 400) throw new Error(((await reply.json()) as { error: string }).error);
  if (!reply.ok) throw new Error(`the simulator answered ${reply.status}`);
  return await reply.json() as never;
};
