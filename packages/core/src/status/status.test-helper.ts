import type { Calendar, OfficeHours } from '@dvc/schema/calendar/index.js';
import { statusViewOf, type StatusEvent, type StatusFacts, type StatusView } from '../index.js';

/** Monday, 16 November 2026, 09:00 in Việt Nam. */
export const MONDAY = Date.UTC(2026, 10, 16, 2);
export const HOUR = 3_600_000, DAY = 24 * HOUR;
/** ms of a clock in Việt Nam */
export const at = (clock: string): number => Date.parse(`${clock}:00+07:00`);

export const calendar: Calendar = {
  daysOff: ['2026-11-24', '2026-12-31'], workingSaturdays: ['2026-11-28'], covers: { from: '2026-01-01', to: '2026-12-31' }, source: 'made up',
};
export const hours: OfficeHours = [['07:30', '11:30'], ['13:30', '17:00']];
export const facts: StatusFacts = { dossierCode: 'H99.01-261116-0001', about: 'Đăng ký tạm trú', agency: 'Ủy ban nhân dân xã Mẫu', submittedAt: MONDAY - HOUR, owner: true };

type Bare<E> = E extends StatusEvent ? Omit<E, 'id' | 'seq' | 'at'> : never;
export type Told = Bare<StatusEvent>;

/** A history, an hour from line to line, or each at its own clock in Việt Nam. */
export const history = (...told: (Told | [clock: string, Told])[]): StatusEvent[] => told.map((each, i) => {
  const [clock, line] = Array.isArray(each) ? each : [undefined, each];
  return { ...line, id: `e${i + 1}`, seq: i + 1, at: clock === undefined ? MONDAY + i * HOUR : at(clock) };
});
export const view = (events: readonly StatusEvent[], now: string | number = MONDAY + DAY): StatusView => statusViewOf(facts, events, { now: typeof now === 'string' ? at(now) : now, calendar, hours });

export const status = (code: string, text?: string): Told => ({ type: 'status', code, ...(text === undefined ? {} : { text }) });
export const accepted = (value = 5, unit: 'workingDay' | 'day' | 'workingHour' = 'workingDay', receivedBefore?: string): Told =>
  ({ type: 'accepted', limit: { value, unit, ...(receivedBefore === undefined ? {} : { receivedBefore }) } });
export const asked = (request = 'r1', holder?: string): Told => ({ type: 'supplement-asked', request, remarks: [{ text: 'Ảnh bị mờ.', paper: 'photo' }], ...(holder === undefined ? {} : { holder: { unit: holder } }) });
export const answered = (request = 'r1'): Told => ({ type: 'supplement-answered', request });
export const payAsked = (payment = 'p1', amount = 15_000): Told => ({ type: 'payment-asked', payment, amount });
export const settled = (payment = 'p1'): Told => ({ type: 'payment-settled', payment });
export const paused: Told = { type: 'paused' }, resumed: Told = { type: 'resumed' };
export const withdrawAsked: Told = { type: 'withdraw-asked' }, withdrawRefused: Told = { type: 'withdraw-refused' };
export const posted = (state: 'sent' | 'delivered' | 'returned' = 'sent'): Told => ({ type: 'posted', carrier: 'Bưu điện', code: 'EA123', state });
export const apology = { id: 'xl1', kind: 'apology', title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', number: '12/PXL' } as const;
export const extended = (due: string): Told => ({ type: 'extended', due, apology });
