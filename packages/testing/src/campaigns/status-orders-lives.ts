// Random lives of a dossier: half of them as one may go, with what must be shown at the end known as it is made; half of them any lines at all.
import type { CitizenTask, StatusEvent } from '@dvc/core';
import type { Random } from '../random/random.js';

type Bare<E> = E extends StatusEvent ? Omit<E, 'id' | 'seq' | 'at'> : never;
type Told = Bare<StatusEvent>;
export interface Life { readonly events: readonly StatusEvent[]; /** By a model that knows no event, only what happened; absent for lives that make no sense. */ readonly end?: { readonly code: string; readonly task: CitizenTask['kind'] } }

export const START = Date.UTC(2026, 9, 15, 2, 30);
const HOUR = 3_600_000;

function numbered(roll: Random, told: readonly Told[]): StatusEvent[] {
  let at = START;
  // At times two systems tell in one millisecond, and at times one's clock is behind.
  return told.map((line, i) => ({ ...line, id: `e${i + 1}`, seq: i + 1, at: (at += roll.chance(0.1) ? 0 : (roll.below(80) - 2) * HOUR) }) as StatusEvent);
}

const CODES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'x:tax', '__proto__'] as const;
const DOCUMENT = { id: 'd', kind: 'notice', title: 'Thông báo' } as const;

function anything(roll: Random): Told {
  const request = roll.pick(['r1', 'r2']), payment = roll.pick(['p1', 'constructor']);
  switch (roll.pick(['status', 'status', 'accepted', 'asked', 'answered', 'hold', 'extended', 'money', 'settled', 'withdraw', 'resubmitted', 'document', 'posted', 'unknown'] as const)) {
    case 'status': return { type: 'status', code: roll.pick(CODES), ...(roll.chance(0.3) ? { text: 'Lời của cơ quan' } : {}), ...(roll.chance(0.3) ? { holder: { unit: `Phòng ${roll.below(3)}` } } : {}) };
    case 'accepted': return { type: 'accepted', ...(roll.chance(0.8) ? { limit: { value: roll.below(10), unit: roll.pick(['workingDay', 'day', 'workingHour'] as const) } } : {}) };
    case 'asked': return { type: 'supplement-asked', request, remarks: [{ text: 'Ảnh bị mờ.' }] };
    case 'answered': return { type: 'supplement-answered', request };
    case 'hold': return { type: roll.pick(['paused', 'resumed'] as const) };
    case 'extended': return { type: 'extended', due: `2026-11-${10 + roll.below(20)}`, ...(roll.chance(0.5) ? { apology: { id: 'xl', kind: 'apology', title: 'Phiếu xin lỗi' } } : {}) };
    case 'money': return { type: 'payment-asked', payment, amount: 1 + roll.below(5) * 1_000 };
    case 'settled': return { type: 'payment-settled', payment };
    case 'withdraw': return { type: roll.pick(['withdraw-asked', 'withdraw-refused'] as const) };
    case 'resubmitted': return { type: 'resubmitted', ...(roll.chance(0.3) ? { dossier: 'H99-2' } : {}) };
    case 'document': return { type: 'document', document: { ...DOCUMENT, id: roll.pick(['d1', 'd2']) } };
    case 'posted': return { type: 'posted', carrier: 'Bưu điện', code: 'EA1', state: roll.pick(['sent', 'delivered', 'returned'] as const) };
    // Of a version that is not written yet, or broken: its number counts.
    case 'unknown': return { type: roll.pick(['teleported', 'extended']), due: 'soon' } as unknown as Told;
  }
}

/** Step by step: what may happen next, and what must then be shown. */
function sensible(roll: Random): { told: Told[]; end: NonNullable<Life['end']> } {
  const told: Told[] = [];
  let code = '1', next = 0;
  const requests: string[] = [], payments: string[] = [];
  const tell = (line: Told, becomes = code) => { told.push(line); code = becomes; };
  const status = (to: string) => { tell({ type: 'status', code: to }, to); };
  /** Asks for papers or money, any number of them, and waits for some or all. */
  const ask = () => {
    if (roll.chance(0.5)) {
      const request = `r${++next}`;
      if (roll.chance(0.3)) status('5');
      tell({ type: 'supplement-asked', request, remarks: [{ text: 'Bổ sung.' }] }, '5');
      requests.push(request);
    } else {
      const payment = `p${++next}`;
      tell({ type: 'payment-asked', payment, amount: 8_000 }, '6');
      payments.push(payment);
    }
  };
  const settle = () => {
    const request = requests.splice(roll.below(requests.length), 1)[0];
    if (request !== undefined) { tell({ type: 'supplement-answered', request }); return; }
    const payment = payments.splice(roll.below(payments.length), 1)[0];
    if (payment !== undefined) tell({ type: 'payment-settled', payment });
  };
  const end = (task?: CitizenTask['kind']) => ({ told, end: { code, task: task ?? (requests.length > 0 ? 'supplement' : payments.length > 0 ? 'pay' : 'nothing') } as const });

  for (let round = 0; round < 3; round++) {
    if (roll.chance(0.15)) return end();
    if (roll.chance(0.2)) { ask(); if (roll.chance(0.3)) return end(); settle(); }
    if (roll.chance(0.2)) {
      status('3');
      payments.length = requests.length = 0;
      if (roll.chance(0.5)) return end('read-reason');
      tell({ type: 'resubmitted' }, '1');
      continue;
    }
    tell({ type: 'accepted', limit: { value: roll.below(9), unit: 'workingDay' } }, code === '4' ? '4' : '2');
    requests.length = 0;
    for (let i = roll.below(5); i > 0; i--) {
      if (roll.chance(0.4)) ask();
      if (roll.chance(0.4)) settle();
      if (roll.chance(0.3)) { status('4'); requests.length = 0; }
      if (roll.chance(0.2)) tell({ type: roll.pick(['paused', 'resumed'] as const) });
      if (roll.chance(0.2)) tell({ type: 'extended', due: '2026-12-01' });
      if (roll.chance(0.15)) tell({ type: 'document', document: DOCUMENT });
      if (roll.chance(0.1)) { const before = code; tell({ type: 'withdraw-asked' }, '7'); if (roll.chance(0.3)) return end('nothing'); tell({ type: 'withdraw-refused' }, before); }
    }
    if (roll.chance(0.3)) return end();
    if (roll.chance(0.2)) { status('8'); return end('read-reason'); }
    while (requests.length + payments.length > 0) settle();
    status('9');
    if (roll.chance(0.3)) return end('collect');
    if (roll.chance(0.3)) { tell({ type: 'posted', carrier: 'Bưu điện', code: 'EA1', state: 'sent' }); if (roll.chance(0.5)) return end('nothing'); }
    status('10');
    if (roll.chance(0.8)) return end('rate');
    // The result is put right.
    status('4');
  }
  return end();
}

export function randomLife(roll: Random): Life {
  if (roll.chance(0.5)) return { events: numbered(roll, Array.from({ length: roll.below(14) }, () => anything(roll))) };
  const { told, end } = sensible(roll);
  return { events: numbered(roll, told), end };
}
