import { expect, waitUntil } from '@open-wc/testing';
import { fakePayments, type PaymentCases } from '@dvc/testing/fake-payments.js';
import type { DvcPayment } from '../payment/payment.js';
import { mount, onePage } from './mount.test-helper.js';

const { default: cases } = await import(new URL('../../../../schemas/payments/states.json', import.meta.url).href) as { default: PaymentCases };

describe('the payment below the acknowledgement', () => {
  it('begins at once, and the bank sends the citizen back to the page that the host names', async () => {
    const payments = fakePayments(cases, cases.states['quote']!);
    const { form, backend, root } = await mount({ document: onePage(), data: { name: 'Lê Văn Bình' } } as never);
    backend.answer({ kind: 'acknowledged', acknowledgement: { dossierCode: 'H99.01-261121-0042', lookupSecret: 'ABCD', receivedAt: '2026-11-21T02:30:00.000Z', document: { id: 'thu/mau', version: '1.0.0' }, papers: [], payment: payments.id } });
    Object.assign(backend, { payments: () => Promise.resolve(payments) });
    form.setAttribute('payment-page', '/thanh-toan.html?ma={payment}');
    form.submit();
    await waitUntil(() => root.querySelector<DvcPayment>('dvc-payment')?.view !== undefined);
    expect(root.querySelector<DvcPayment>('dvc-payment')!.returnTo).to.equal(`${location.origin}/thanh-toan.html?ma=${payments.id}`);
  });
});
