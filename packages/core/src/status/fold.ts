// What a history comes to, without a calendar: one step per event. What the steps mean for the due date is in due.ts.
import type { Holder, StatusDocument, StatusEvent, StatusEventOf } from './events.js';
import { isSoundStatusEvent } from './sound.js';
import { nationalStatus } from './statuses.js';
import type { Clock } from './view.js';

type Request = Pick<StatusEventOf<'supplement-asked'>, 'request' | 'remarks' | 'until'>;
type Payment = Pick<StatusEventOf<'payment-asked'>, 'payment' | 'amount' | 'due'>;

export interface Standing {
  readonly code: string;
  readonly text: string | undefined;
  /** The last of the ten codes: what an agency's own word says of the clock is not known, so it changes nothing of it. */
  readonly national: string;
  /** Where a refused withdrawal leads back to. */
  readonly beforeWithdrawal: Pick<Standing, 'code' | 'text' | 'national'> | undefined;
  readonly holder: Holder | undefined;
  /** Not answered yet, oldest first. `implied`: only the code said so. */
  readonly requests: readonly (Request & { readonly implied?: boolean })[];
  /** ms; of the last answer */
  readonly answeredAt: number;
  readonly payments: readonly Payment[];
  /** Only the code says that money is due: how much, the agency's own notice says. */
  readonly owes: boolean;
  readonly paused: boolean;
  /** An officer has taken it: the clock has begun. */
  readonly started: boolean;
  readonly documents: readonly StatusDocument[];
  readonly posted: Omit<StatusEventOf<'posted'>, 'type' | 'id' | 'seq' | 'at' | 'note'> | undefined;
  /** It goes on under another code. */
  readonly moved: boolean;
}

export const SUBMITTED: Standing = {
  code: '1', text: undefined, national: '1', beforeWithdrawal: undefined, holder: undefined, requests: [], answeredAt: 0, payments: [], owes: false, paused: false, started: false, documents: [], posted: undefined, moved: false,
};

/** The events that mean something, oldest first. */
export const meant = (events: readonly StatusEvent[]): StatusEvent[] => events.filter(isSoundStatusEvent);

export const standingOf = (events: readonly StatusEvent[]): Standing => meant(events).reduce(stand, SUBMITTED);

/** The clock as it stands after the last event. */
export function clockOf({ national, requests, paused, started, moved }: Standing): Clock {
  if (moved || nationalStatus(national)?.clock === 'stopped') return 'stopped';
  if (!started) return 'not-started';
  return requests.length > 0 || paused ? 'paused' : 'running';
}

/** What comes after one more event. */
export function stand(before: Standing, event: StatusEvent): Standing {
  const so = 'holder' in event && event.holder ? { ...before, holder: event.holder } : before;
  switch (event.type) {
    case 'status': return coded(so, event);
    // Accepted is "2", unless the agency has said more already. What was open before is closed: it was accepted with it.
    case 'accepted': return { ...(['2', '4'].includes(so.code) ? so : to(so, '2')), requests: [], paused: false, started: true };
    case 'supplement-asked': {
      const { request, remarks, until } = event;
      const asked = { request, remarks, ...(until === undefined ? {} : { until }) };
      return { ...to(so, '5'), requests: [...so.requests.filter((each) => !each.implied && each.request !== request), asked] };
    }
    case 'supplement-answered': return { ...so, answeredAt: Math.max(so.answeredAt, event.at), requests: so.requests.filter(({ request }) => request !== event.request) };
    case 'paused': return { ...so, paused: true };
    case 'resumed': return { ...so, paused: false };
    case 'extended': return event.apology ? documented(so, event.apology) : so;
    case 'payment-asked': {
      const { payment, amount, due } = event;
      return { ...to(so, '6'), owes: false, payments: [...so.payments.filter((each) => each.payment !== payment), { payment, amount, ...(due === undefined ? {} : { due }) }] };
    }
    case 'payment-settled': return { ...so, owes: false, payments: so.payments.filter(({ payment }) => payment !== event.payment) };
    case 'withdraw-asked': return to(so, '7');
    case 'withdraw-refused': return so.code === '7' && so.beforeWithdrawal ? { ...so, ...so.beforeWithdrawal, beforeWithdrawal: undefined } : so;
    // Under a new code its life goes on there; else it begins anew here, with what it has been given kept to read.
    case 'resubmitted': return event.dossier === undefined ? { ...SUBMITTED, documents: so.documents } : { ...so, moved: true };
    case 'document': return documented(so, event.document);
    case 'posted': {
      const { carrier, code, state, link } = event;
      return { ...so, posted: { carrier, code, state, ...(link === undefined ? {} : { link }) } };
    }
    default: return so;
  }
}

/** A step to a national code that the event itself means. */
function to(so: Standing, code: string): Standing {
  if (so.code === code) return so;
  const { text, national } = so;
  return { ...so, code, text: undefined, national: code, owes: false, beforeWithdrawal: code === '7' ? { code: so.code, text, national } : so.beforeWithdrawal };
}

function coded(so: Standing, event: StatusEventOf<'status'>): Standing {
  const { code, text } = event;
  const known = nationalStatus(code);
  if (!known) return { ...so, code, text };
  const now = { ...to(so, code), text };
  switch (known.clock) {
    // The agency has taken it up again, or brought it to an end: it waits for no paper any more, whether or not an answer was told. A hold outlives "processing": that is how OpenCPS tells it.
    case 'running': return { ...now, requests: [], started: true };
    case 'stopped': return code === '7' ? now : { ...now, requests: [], paused: false, payments: code === '9' || code === '10' ? so.payments : [] };
    // A system that tells the code alone: its note is the request. What it said before the last answer, and is told late, asks for nothing more.
    case 'paused': return so.requests.length > 0 || event.at <= so.answeredAt ? now : { ...now, requests: [{ request: event.id, remarks: event.note === undefined ? [] : [{ text: event.note }], implied: true }] };
    case 'not-started': return { ...now, requests: [], paused: false, started: false };
    default: return { ...now, owes: so.code === code ? so.owes : so.payments.length === 0 };
  }
}

const documented = (so: Standing, document: StatusDocument): Standing =>
  ({ ...so, documents: so.documents.some(({ id }) => id === document.id) ? so.documents.map((each) => (each.id === document.id ? document : each)) : [...so.documents, document] });
