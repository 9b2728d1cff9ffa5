// One random dossier, told twice: as the events of a back end, and as the bare steps of a clock.
import type { StatusEvent, StatusLimit } from '@dvc/core';
import type { Calendar, OfficeHours } from '@dvc/schema/calendar/index.js';
import type { Random } from '../random/random.js';
import { dayOf, named, type Minute, type OracleCalendar, type OracleLimit, type OracleStep } from './due-dates-oracle.js';

export interface DueCase {
  readonly events: readonly StatusEvent[]; readonly calendar: Calendar; readonly hours: OfficeHours; readonly now: number;
  readonly oracle: { readonly calendar: OracleCalendar; readonly accepted: Minute; readonly limit: OracleLimit; readonly steps: readonly OracleStep[]; readonly now: Minute };
}

/** 2026, as far as it is known; the 24th of November among it. */
const OFF = ['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-27', '2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24', '2027-01-01'];
const WORKED = ['2026-01-10', '2026-08-22'];
const HOURS: readonly OfficeHours[] = [[['07:30', '11:30'], ['13:30', '17:00']], [['07:00', '11:30'], ['13:30', '17:00']], [['08:00', '12:00'], ['13:00', '16:30']]];
const CUTS = [undefined, undefined, undefined, '15:00', '11:00'] as const;
const START = Date.UTC(2026, 0, 1) / 60_000, YEAR = 366 * 1440;

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
/** Their clocks are ahead by 7 hours. */
const ms = (minute: Minute): number => (minute - 7 * 60) * 60_000;

type Bare<E> = E extends StatusEvent ? Omit<E, 'id' | 'seq' | 'at'> : never;
type Told = Bare<StatusEvent>;
/** Ways to stop it, and to let it go on. */
const STOPS: readonly (readonly [Told, Told])[] = [
  [{ type: 'supplement-asked', request: 'r', remarks: [{ text: 'Bổ sung ảnh.' }] }, { type: 'supplement-answered', request: 'r' }],
  [{ type: 'paused' }, { type: 'resumed' }],
  [{ type: 'status', code: '5' }, { type: 'status', code: '4' }],
  [{ type: 'withdraw-asked' }, { type: 'withdraw-refused' }],
  [{ type: 'status', code: '8' }, { type: 'status', code: '2' }],
];
/** They leave the clock alone. */
const IDLE: readonly Told[] = [
  { type: 'status', code: '4' }, { type: 'status', code: 'x:tax', text: 'Chuyển thông tin thuế' }, { type: 'payment-asked', payment: 'p', amount: 15_000 }, { type: 'payment-settled', payment: 'p' }, { type: 'accepted' },
];

export function randomCase(roll: Random): DueCase {
  const daysOff = [...OFF], workingSaturdays = [...WORKED];
  for (let i = roll.below(6); i > 0; i--) daysOff.push(named(START / 1440 + roll.below(400)));
  for (let i = roll.below(4); i > 0; i--) { const day = START / 1440 + roll.below(400); workingSaturdays.push(named(day + 6 - ((day + 4) % 7))); }
  const covers = { from: roll.chance(0.9) ? '2026-01-01' : '2026-03-01', to: roll.chance(0.8) ? '2026-12-31' : '2026-08-31' };
  const hours = roll.pick(HOURS);
  const unit = roll.pick(['workingDay', 'workingDay', 'day', 'workingHour'] as const);
  const value = unit === 'workingHour' ? (1 + roll.below(80)) / 2 : roll.below(21);
  const cut = roll.pick(CUTS);
  const limit: StatusLimit = { value, unit, ...(cut === undefined ? {} : { receivedBefore: cut }) };

  /** Mostly in working time; at times at its very edges. */
  const moment = (from: Minute): Minute => (roll.chance(0.6) ? from : roll.chance(0.3) ? dayOf(from) * 1440 + minuteOf(roll.pick(roll.pick(hours))) + roll.below(3) - 1 : dayOf(from) * 1440 + 420 + roll.below(600));
  let at = moment(START + roll.below(YEAR));
  const accepted = at;
  const lines: [Minute, Told][] = [[at, { type: 'accepted', limit }]], steps: OracleStep[] = [];
  const tell = (told: Told, ...also: OracleStep[]) => { lines.push([at, told]); steps.push(...also); };
  const later = () => { at = Math.max(at + 1, moment(at + roll.below(roll.pick([60, 600, 3 * 1440, 12 * 1440])))); };
  const extend = () => { const day = dayOf(at) + roll.below(30) - 2; tell({ type: 'extended', due: named(day) }, { at, kind: 'extend', day }); };
  for (let i = roll.below(4); i > 0; i--) {
    later();
    if (roll.chance(0.25)) extend();
    if (roll.chance(0.3)) { tell(roll.pick(IDLE)); later(); }
    const [stop, go] = roll.pick(STOPS);
    tell(stop, { at, kind: 'stop' });
    later();
    // A second reason within the first: the clock goes on when both are over.
    const within = go.type === 'supplement-answered' && roll.chance(0.3);
    if (within) { tell({ type: 'paused' }); later(); }
    if (roll.chance(0.1)) { extend(); later(); }
    if (i === 1 && roll.chance(0.2)) break;
    if (within) { tell(go); later(); tell({ type: 'resumed' }, { at, kind: 'go' }); } else tell(go, { at, kind: 'go' });
  }
  later();
  if (roll.chance(0.1)) extend();
  if (roll.chance(0.4)) {
    tell({ type: 'status', code: '9' }, { at, kind: 'end' });
    if (roll.chance(0.5)) { later(); tell({ type: 'status', code: '10' }); }
  }
  const now = moment(at + roll.below(roll.pick([600, 5 * 1440, 40 * 1440])));
  const events = lines.map(([minute, told], i) => ({ ...told, id: `e${i + 1}`, seq: i + 1, at: ms(minute) }) as StatusEvent);
  return {
    events, calendar: { daysOff, workingSaturdays, covers }, hours, now: ms(now),
    oracle: {
      calendar: { off: new Set(daysOff), worked: new Set(workingSaturdays), ...covers, spans: hours.map(([from, to]) => [minuteOf(from), minuteOf(to)] as const) },
      accepted, limit: { value, unit, ...(cut === undefined ? {} : { before: minuteOf(cut) }) }, steps, now,
    },
  };
}
