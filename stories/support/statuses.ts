import { fakeStatus, type FakeStatus, type FakeStatusOptions, type StatusCases } from '@dvc/testing/fake-status.js';
import { fakeBackend } from '@dvc/testing/fake-backend.js';
import { fakePayments } from '@dvc/testing/fake-payments.js';
import { defineDvcForm } from '@dvc/elements/form';
import { defineDvcPayment } from '@dvc/elements/payment';
import { DvcStatus, defineDvcStatus } from '@dvc/elements/status';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import calendar from '../../schemas/code-lists/holidays-vn.json' with { type: 'json' };
import form from '../../schemas/forms/cu-tru/thay-doi-thong-tin-cu-tru/1.0.0.json' with { type: 'json' };
import file from '../../schemas/dossiers/states.json' with { type: 'json' };
import { cases as payments } from './payments.js';

defineDvcStatus();
defineDvcForm();
defineDvcPayment();

export const cases = file as unknown as StatusCases;

const fakes = new WeakMap<Element, FakeStatus>();
/** The fake behind a story's status. */
export const statusOf = (element: Element): FakeStatus => fakes.get(element)!;

/** A dossier that stands as the state of `schemas/dossiers/states.json` of this name says. `own`: in place of the right to read it */
export function statusStory(state: string, options: FakeStatusOptions = {}, own?: Partial<DvcStatus>): TemplateResult {
  const given = cases.states[state];
  if (!given) throw new Error(`there is no status “${state}”`);
  const fake = fakeStatus(cases, given, { calendar, ...options });
  const dress = (element?: Element) => {
    if (!(element instanceof DvcStatus) || fakes.has(element)) return;
    fakes.set(element, fake);
    const backend = fakeBackend({ codeList: async (id, within) => (await fetch(`/code-lists/${within === undefined ? id : `${id}/${within}`}.json`)).json() as never });
    Object.assign(element, { backend: fake, forms: { ...backend, document: async () => form }, payments: fakePayments(payments, payments.states['quote']!), ...(own ?? { access: fake.access }) });
  };
  return html`<dvc-status ${ref(dress)}><p slot="hotline">Tổng đài hỗ trợ: <a href="tel:19000000">1900 0000</a> (7 giờ 30 – 17 giờ, ngày làm việc)</p></dvc-status>`;
}
