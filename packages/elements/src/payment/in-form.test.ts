import { expect, waitUntil } from '@open-wc/testing';
import { fakePayments, type PaymentCases } from '@dvc/testing/fake-payments.js';
import { listen, mount, named, onePage } from '../form/mount.test-helper.js';

const { default: cases } = await import(new URL('../../../../schemas/payments/states.json', import.meta.url).href) as { default: PaymentCases };

describe('the payment under the acknowledgement of a form', () => {
  it('begins there, comes back to the page of the payment, and says nothing to the page that are words of the form', async () => {
    const payments = fakePayments(cases, cases.states['quote']!);
    const { form, hand, backend, root } = await mount({ document: onePage() }, {
      submit: { kind: 'acknowledged', acknowledgement: { dossierCode: 'H99.01-261121-0001', lookupSecret: 'K7QF2MXP', receivedAt: '2026-11-21T02:30:00Z', document: { id: 'thu/mau', version: '1.0.0' }, papers: [], payment: payments.id } },
    });
    Object.assign(backend, { payments: async () => payments });
    form.setAttribute('payment-page', '/thanh-toan.html?ma={payment}');
    const heard = listen(form);
    const submitted: CustomEvent[] = [];
    form.addEventListener('dvc-submitted', (event) => { submitted.push(event as CustomEvent); });
    await hand.fill('Họ và tên', 'Đặng Thị Huyền');
    await hand.press('Nộp hồ sơ');
    await waitUntil(() => root.querySelector('dvc-payment')?.view, 'the payment is shown');
    const payment = root.querySelector('dvc-payment')!;
    expect(submitted[0]!.detail).to.deep.include({ dossierCode: 'H99.01-261121-0001', payment: payments.id });
    expect(payment.returnTo).to.equal(new URL(`/thanh-toan.html?ma=${payments.id}`, location.href).href);
    expect(payment.shadowRoot!.textContent).to.contain('61.000 đồng');
    const changes = named(heard, 'dvc-change').length;
    payments.say({ type: 'agreed' });
    await payment.refresh();
    expect(named(heard, 'dvc-change').length, 'a change of the payment is none of the form').to.equal(changes);
    expect(named(heard, 'dvc-ready')).to.have.length(0);
  });

  it('is absent when there is nothing to pay, and when the back end has no payments', async () => {
    const { hand, root } = await mount({ document: onePage() });
    await hand.fill('Họ và tên', 'Đặng Thị Huyền');
    await hand.press('Nộp hồ sơ');
    await waitUntil(() => root.querySelector('[part~=acknowledgement]'), 'acknowledged');
    expect(root.querySelector('dvc-payment')).to.equal(null);
  });
});
