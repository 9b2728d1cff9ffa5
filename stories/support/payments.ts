import type { PaymentCases } from '@dvc/testing/fake-payments.js';
import { fakePayments, type FakePaymentOptions, type FakePayments } from '@dvc/testing/fake-payments.js';
import { DvcPayment, defineDvcPayment } from '@dvc/elements/payment';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import file from '../../schemas/payments/states.json' with { type: 'json' };

defineDvcPayment();

export const cases = file as unknown as PaymentCases;

const fakes = new WeakMap<Element, FakePayments>();
/** The fake behind a story's payment. */
export const paymentsOf = (element: Element): FakePayments => fakes.get(element)!;

/** A payment that stands as the state of `schemas/payments/states.json` of this name says. */
export function paymentStory(state: string, options: FakePaymentOptions = {}, properties: Partial<DvcPayment> = {}): TemplateResult {
  const given = cases.states[state];
  if (!given) throw new Error(`there is no payment state “${state}”`);
  const fake = fakePayments(cases, given, options);
  const dress = (element?: Element) => {
    if (!(element instanceof DvcPayment) || fakes.has(element)) return;
    fakes.set(element, fake);
    // Nothing leaves a story: what a bank's page would be is looked at in the end-to-end tests.
    element.addEventListener('dvc-pay', (event) => { if ((event as CustomEvent<{ url?: string }>).detail.url) event.preventDefault(); });
    Object.assign(element, { payment: fake.id, backend: fake, ...properties });
  };
  return html`<dvc-payment ${ref(dress)}><p slot="hotline">Tổng đài hỗ trợ: <a href="tel:19000000">1900 0000</a> (7 giờ 30 – 17 giờ, ngày làm việc)</p></dvc-payment>`;
}
