import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { cases, paymentsOf, paymentStory } from '../../support/payments.js';
import type { FakePaymentOptions } from '@dvc/testing/fake-payments.js';

export default { title: 'Payment/States', component: 'dvc-payment' } satisfies Meta;

interface Payer { readonly element: HTMLElementTagNameMap['dvc-payment']; readonly root: ShadowRoot; view(): ReturnType<typeof within>; sees(text: string): Promise<void>; press(name: string | RegExp): Promise<void> }

async function payerAt(canvas: HTMLElement): Promise<Payer> {
  const element = canvas.querySelector('dvc-payment')!;
  await element.updateComplete;
  const root = element.shadowRoot!;
  const view = () => within(root.querySelector<HTMLElement>('.dvc')!);
  return {
    element, root, view,
    async sees(text) { await waitFor(() => expect(root.querySelector('.dvc')).toHaveTextContent(text)); },
    async press(name) { await userEvent.click(await view().findByRole('button', { name })); await element.updateComplete; },
  };
}

/** A state of schemas/payments/states.json: what it says, and nothing wider than its column. */
const story = (state: string, options?: FakePaymentOptions, play?: (payer: Payer) => Promise<void>): StoryOf => ({
  render: () => paymentStory(state, options),
  async play({ canvasElement }) {
    const payer = await payerAt(canvasElement);
    if (!options?.trouble) await payer.sees(cases.states[state]!.sees);
    await expect(payer.element.scrollWidth, 'nothing is wider than its column').toBeLessThanOrEqual(payer.element.clientWidth);
    await play?.(payer);
  },
});

export const Unquoted: StoryOf = story('unquoted');
export const Free: StoryOf = story('free');
export const Quote: StoryOf = story('quote');
export const QuoteReduced: StoryOf = story('quote-reduced');
export const Choosing: StoryOf = story('choosing');
export const NoWay: StoryOf = story('no-way');
export const ActingRedirect: StoryOf = story('acting-redirect');
export const ActingTransfer: StoryOf = story('acting-transfer');
export const ActingTransferLastMinute: StoryOf = story('acting-transfer-last-minute');
export const ActingCash: StoryOf = story('acting-cash');
export const ActingUnknown: StoryOf = story('acting-unknown');
export const Pending: StoryOf = story('pending');
export const PendingTransfer: StoryOf = story('pending-transfer');
export const PendingSilent: StoryOf = story('pending-silent');
export const PendingCancelled: StoryOf = story('pending-cancelled');
export const PendingExpired: StoryOf = story('pending-expired');
export const PendingWeekLater: StoryOf = story('pending-week-later');
export const Paid: StoryOf = story('paid');
export const PaidNoReceipt: StoryOf = story('paid-no-receipt');
export const PaidLate: StoryOf = story('paid-late');
export const PaidTwice: StoryOf = story('paid-twice');
export const RefundRefused: StoryOf = story('refund-refused');
export const Failed: StoryOf = story('failed');
export const FailedOther: StoryOf = story('failed-other');
export const Expired: StoryOf = story('expired');
export const Cancelled: StoryOf = story('cancelled');
export const ChoosingAgain: StoryOf = story('choosing-again');
export const Officer: StoryOf = story('officer');
export const RefundAsked: StoryOf = story('refund-asked');
export const Refunded: StoryOf = story('refunded');
export const Request: StoryOf = story('request');

export const PendingPhone: StoryOf = { ...Pending, globals: phone };
export const ActingTransferPhone: StoryOf = { ...ActingTransfer, globals: phone };
export const RequestPhone: StoryOf = { ...Request, globals: phone };
export const PaidPhone: StoryOf = { ...Paid, globals: phone };

// What goes wrong on the way
const failed = (reason: 'offline' | 'busy' | 'server' | 'timeout', incident?: string): FakePaymentOptions => ({ trouble: { kind: 'failed', reason, ...(incident ? { incident } : {}) } });
export const OfflineFromTheStart: StoryOf = story('quote', failed('offline'), async ({ sees }) => sees('chưa tải được thông tin thanh toán'));
export const OfflineLater: StoryOf = story('pending', {}, async ({ element, sees }) => {
  paymentsOf(element).set(failed('offline'));
  await element.refresh();
  await sees('Mất kết nối mạng. Tình trạng dưới đây là lúc');
});
export const OfflineWhilePaying: StoryOf = story('choosing', {}, async ({ element, view, press, sees }) => {
  await userEvent.click(view().getByRole('radio', { name: /Cổng VNPAY/ }));
  paymentsOf(element).set(failed('offline'));
  await press('Thanh toán 61.000 đồng');
  await sees('Chưa có gì bị trừ tiền; ông/bà bấm lại, sẽ không thành hai lần thanh toán.');
});
export const Fault: StoryOf = story('quote', failed('server', 'S7-41B2'), async ({ sees }) => sees('xin đọc mã sự cố S7-41B2'));
export const Busy: StoryOf = story('quote', failed('busy'), async ({ sees }) => sees('đông người truy cập'));
export const NotFound: StoryOf = story('quote', { trouble: { kind: 'refused', reason: 'not-found' } }, async ({ sees }) => sees('Không tìm thấy khoản thanh toán này'));
export const GatewayRefuses: StoryOf = story('choosing', {}, async ({ element, view, press, sees }) => {
  await userEvent.click(view().getByRole('radio', { name: /Cổng VNPAY/ }));
  paymentsOf(element).set({ trouble: { kind: 'refused', reason: 'gateway' } });
  await press('Thanh toán 61.000 đồng');
  await sees('Cổng thanh toán chưa nhận lần thanh toán này.');
});
export const TotalChanged: StoryOf = story('choosing', { total: 75_000 }, async ({ view, press, sees }) => {
  await userEvent.click(view().getByRole('radio', { name: /Cổng VNPAY/ }));
  await press('Thanh toán 61.000 đồng');
  await sees('Ông/bà đã xem 61.000 đồng; nay là 75.000 đồng.');
});
export const NoWayChosen: StoryOf = story('choosing', {}, async ({ press, sees }) => {
  await press('Thanh toán 61.000 đồng');
  await sees('Chọn một cách thanh toán.');
});

// What the citizen does
export const PaysLate: StoryOf = story('pending', {}, async ({ element, sees }) => {
  paymentsOf(element).say({ type: 'paid', intent: 'i1', transaction: '14567890', amount: 61_000 });
  await element.refresh();
  await sees('Đã thanh toán');
});
export const CancelAsked: StoryOf = story('pending', {}, async ({ press, sees }) => {
  await press('Hủy lần thanh toán này');
  await sees('Nếu ông/bà đã chuyển tiền thì không nên hủy.');
});
export const RefundForm: StoryOf = story('paid', {}, async ({ root, press, sees }) => {
  await press('Yêu cầu hoàn tiền');
  await press('Gửi yêu cầu hoàn tiền');
  await sees('Nhập số tài khoản nhận tiền hoàn.');
  await waitFor(() => expect(root.activeElement).toHaveAttribute('name', 'account'));
});
export const RefundFormPhone: StoryOf = { ...RefundForm, globals: phone };
