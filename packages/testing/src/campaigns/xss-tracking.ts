// Status and payment under attack: the states that tests and stories show, with every text that an agency, a bank or a post may write. Runs in the page.
import paymentStates from '../../../../schemas/payments/states.json' with { type: 'json' };
import dossierStates from '../../../../schemas/dossiers/states.json' with { type: 'json' };
import type { Json, JsonObject } from '@dvc/schema';
import { fakePayments, type PaymentCases } from '../fake-payments.js';
import { fakeStatus, type StatusCases } from '../fake-status.js';
import { settled, type Form } from './xss-press.js';
import { filled, quiet, text } from './xss-slots.js';
import type { Mount } from './xss-surveys.js';

/** What is somebody's text, by its name, and whether it stands on the page as it is; all else is a code, a day, a number. */
const TEXTS: Record<'status' | 'payment', Record<string, 'text' | 'quiet'>> = {
  status: { about: 'text', agency: 'text', delivery: 'text', title: 'text', number: 'text', carrier: 'text', person: 'text', note: 'text', text: 'text' },
  payment: { about: 'text', agency: 'text', issuer: 'text', number: 'text', reduction: 'text', title: 'text', text: 'text', bank: 'text', holder: 'text', hours: 'text', place: 'text', content: 'text', account: 'text', reference: 'quiet', transaction: 'quiet', reason: 'quiet', payload: 'quiet' },
};
/** An address that leads to a page is one, and is shown as one: there is no attack in it. */
const isPage = (value: string) => /^(https?:)?[\\/]{1,2}/i.test(value.trim());

/** The same with a slot in place of each text; an address is replaced whole, later. */
function slotted<T>(of: keyof typeof TEXTS, states: T): T {
  const walk = (part: Json, name: string, whose = ''): Json => {
    if (Array.isArray(part)) return part.map((each) => walk(each, name, whose));
    // What a state says of itself is for whoever tests.
    if (part !== null && typeof part === 'object') return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, 'sees' in part && typeof child === 'string' ? child : walk(child, key, name)])) as JsonObject;
    const shown = TEXTS[of][name];
    if (typeof part !== 'string' || shown === undefined) return part;
    return (shown === 'text' ? text : quiet)(`${of}: ${name} of ${whose}`);
  };
  return walk(states as Json, '') as T;
}

/** The fewest states that show everything. */
function covering<T>(states: Readonly<Record<string, T>>): T[] {
  const chosen: T[] = [], seen = new Set<string>();
  for (const state of Object.values(states)) {
    const more = [...JSON.stringify(state).matchAll(/\uE000[^\uE001]+/g)].map(([name]) => name).filter((name) => !seen.has(name));
    if (more.length > 0) chosen.push(state);
    for (const name of more) seen.add(name);
  }
  return chosen;
}

const STATUS = slotted('status', { facts: dossierStates.facts, states: dossierStates.states } as unknown as StatusCases);
const PAYMENT = slotted('payment', { facts: paymentStates.facts, states: paymentStates.states } as unknown as PaymentCases);
const SHOWN = { status: covering(STATUS.states), payment: [PAYMENT.states['choosing']!, ...covering(PAYMENT.states)] };
export const tracking = [SHOWN, STATUS.facts, PAYMENT.facts];

export async function statusAndPayment(payload: string, mounted: Mount, look: (stage: string) => void): Promise<void> {
  const shown = async (name: string, about: object, tag: string) => {
    const element: Form = await mounted(name.slice(0, 60), about, tag);
    for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
    await settled(element);
    look(name);
  };
  const facts = filled(STATUS.facts, payload), owed = filled(PAYMENT.facts, payload);
  // An event whose address is none is not believed as a whole: so once with the addresses that it came with, once with the attack in their place.
  for (const addresses of [(part: unknown) => part, (part: unknown) => led(part, payload)]) {
    for (const given of SHOWN.status.map((each) => addresses(filled(each, payload)) as typeof each)) {
      const fake = fakeStatus({ facts, answers: {} }, given);
      await shown(`status: ${given.note}`, { backend: fake, access: fake.access }, 'dvc-status');
    }
    for (const given of SHOWN.payment.map((each) => addresses(filled(each, payload)) as typeof each)) {
      const fake = fakePayments({ facts: owed }, given);
      await shown(`payment: ${given.note}`, { backend: fake, payment: fake.id }, 'dvc-payment');
    }
  }
}

/** With the attack in place of each address. */
function led(part: unknown, payload: string): unknown {
  if (Array.isArray(part)) return part.map((each) => led(each, payload));
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, (key === 'link' || key === 'url') && typeof child === 'string' && !isPage(payload) ? payload : led(child, payload)]));
}
