import {
  statusStateOf, revisionOf,
  type ChannelChoice, type NotificationItem, type SecondFactor, type StatusAccess, type StatusBackend, type StatusEvent, type StatusFacts, type StatusFailure, type StatusListItem, type StatusReply, type StatusSnapshot,
} from '@dvc/core';
import type { Calendar, OfficeHours } from '@dvc/schema/calendar/index.js';
import type { JsonObject } from '@dvc/schema';

/** A state of `schemas/dossiers/states.json`: facts that differ from the common ones, and the history. */
export interface StatusCase { readonly note: string; /** what a citizen must read there */ readonly sees: string; readonly facts?: Partial<StatusFacts>; readonly events: readonly StatusEvent[]; readonly now: number; /** the back end tells no calendar */ readonly noCalendar?: boolean }
export interface StatusCases { readonly facts: StatusFacts; readonly answers: JsonObject; readonly states: Readonly<Record<string, StatusCase>> }

export interface FakeStatusOptions {
  /** What every call comes to from now on, in place of an answer. */
  trouble?: StatusFailure | undefined;
  /** Of every answer, ms. */
  latencyMs?: number;
  /** What opens the dossier. */
  factors?: Partial<Record<SecondFactor['kind'], string>>;
  /** One-time codes can be sent. */
  otp?: boolean;
  calendar?: Calendar;
  hours?: OfficeHours;
  /** Of the citizen; by default none. */
  list?: readonly Omit<StatusListItem, 'access'>[];
  channels?: readonly ChannelChoice[];
  notifications?: readonly NotificationItem[];
}

export interface FakeStatus extends StatusBackend {
  readonly access: StatusAccess;
  /** The history, to be looked at. */
  readonly events: readonly StatusEvent[];
  /** All calls, in order: `lookUp`, `snapshot`, … */
  readonly calls: readonly string[];
  /** What was sent as supplements, withdrawals and complaints. */
  readonly sent: readonly unknown[];
  /** From which numbers pages have listened; ended ones too. */
  readonly follows: readonly number[];
  /** How many pages listen now. */
  readonly listening: number;
  /** Something happens at the agency: written, and sent to all who listen. */
  say(...events: readonly Told[]): void;
  /** The stream tells this, whatever it is: early, twice, out of order. */
  tell(...events: readonly StatusEvent[]): void;
  /** The connection of all who listen. */
  cut(lost: boolean): void;
  set(options: FakeStatusOptions): void;
  /** The clock of the fake, ms. */
  now: number;
}
type Told = StatusEvent extends infer E ? (E extends StatusEvent ? Omit<E, 'id' | 'at' | 'seq'> : never) : never;

/** A back end in memory: its history is what it was given and what was said since; what a page makes of it is core's own doing. */
export function fakeStatus({ facts: common, answers }: Pick<StatusCases, 'facts' | 'answers'>, given: StatusCase, options: FakeStatusOptions = {}): FakeStatus {
  const events: StatusEvent[] = [...given.events];
  const calls: string[] = [], sent: unknown[] = [], follows: number[] = [];
  const facts = { ...common, ...given.facts };
  const listeners = new Set<Parameters<StatusBackend['follow']>[2]>();
  const access: StatusAccess = { dossier: facts.dossierCode, token: 'fake-token', expiresAt: given.now + 30 * 60_000 };
  let set = options;
  let channels = options.channels ?? [];

  const snapshot = (): StatusSnapshot => ({
    facts, events: [...events], revision: revisionOf(statusStateOf(events)), now: fake.now,
    ...(set.calendar && !given.noCalendar ? { office: { calendar: set.calendar, ...(set.hours ? { hours: set.hours } : {}) } } : {}),
  });
  const unknown: StatusFailure = { kind: 'refused', reason: 'unknown' };

  async function answer<T>(call: string, work: () => T | StatusFailure): Promise<StatusReply<T>> {
    calls.push(call);
    await new Promise((done) => { setTimeout(done, set.latencyMs ?? 0); });
    if (set.trouble) return set.trouble;
    const made = work();
    return isFailure(made) ? made : { kind: 'ok', value: made };
  }

  const fake: FakeStatus = {
    access, events, calls, sent, follows, now: given.now,
    get listening() { return listeners.size; },
    say(...said) {
      for (const each of said) {
        const event = { id: `x${events.length + 1}`, seq: events.length + 1, at: fake.now, ...each } as StatusEvent;
        events.push(event);
        fake.tell(event);
      }
    },
    tell(...told) { for (const event of told) for (const each of listeners) each.event(event); },
    cut(lost) { for (const each of listeners) if (lost) each.lost(); else each.heard(); },
    set(more) { set = { ...set, ...more }; },
    lookUp: (dossier, { kind, value }) => answer('lookUp', () => (dossier === facts.dossierCode && value === { secret: 'K7QF2MXP', personalId: '001090000001', otp: '123456', ...set.factors }[kind] ? access : unknown)),
    ...(options.otp ? { sendOtp: () => answer('sendOtp', () => true as const) } : {}),
    list: () => answer('list', () => (set.list ?? []).map((item) => ({ ...item, access: { ...access, dossier: item.dossierCode } }))),
    snapshot: () => answer('snapshot', snapshot),
    follow(_access, after, listener) {
      follows.push(after);
      listeners.add(listener);
      // What came in between comes now, as from a stream that resumes.
      queueMicrotask(() => { if (listeners.has(listener)) for (const event of events.slice(after)) listener.event(event); });
      return () => { listeners.delete(listener); };
    },
    answers: () => answer('answers', () => ({ document: facts.document!, answers })),
    answerSupplement: (_access, supplement) => answer('answerSupplement', () => {
      sent.push(supplement);
      fake.say({ type: 'supplement-answered', request: supplement.request });
      return snapshot();
    }),
    withdraw: (_access, reason) => answer('withdraw', () => {
      sent.push({ reason });
      fake.say({ type: 'withdraw-asked' });
      return snapshot();
    }),
    complain: (_access, text) => answer('complain', () => { sent.push({ text }); return true as const; }),
    channels: () => answer('channels', () => channels),
    setChannel: (_access, choice) => answer('setChannel', () => {
      const before = channels.find(({ channel }) => channel === choice.channel);
      channels = [...channels.filter(({ channel }) => channel !== choice.channel), { ...before, ...choice }];
      return channels;
    }),
    notifications: () => answer('notifications', () => set.notifications ?? []),
  };
  return fake;
}

const isFailure = (made: unknown): made is StatusFailure => typeof made === 'object' && made !== null && 'kind' in made && (made.kind === 'refused' || made.kind === 'failed');
