import type { Meta } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { DvcStatus } from '@dvc/elements/status';
import type { FakeStatusOptions } from '@dvc/testing/fake-status.js';
import { phone, type StoryOf } from '../../support/field-stories.js';
import { cases, statusOf, statusStory } from '../../support/statuses.js';

export default { title: 'Status/States', component: 'dvc-status' } satisfies Meta;

interface Reader { readonly element: HTMLElementTagNameMap['dvc-status']; readonly root: ShadowRoot; view(): ReturnType<typeof within>; sees(text: string): Promise<void>; press(name: string | RegExp): Promise<void> }

async function readerAt(canvas: HTMLElement): Promise<Reader> {
  const element = canvas.querySelector('dvc-status')!;
  await element.updateComplete;
  const root = element.shadowRoot!;
  const view = () => within(root.querySelector<HTMLElement>('.dvc')!);
  return {
    element, root, view,
    async sees(text) { await waitFor(() => expect(root.querySelector('.dvc')).toHaveTextContent(text)); },
    async press(name) { await userEvent.click(await view().findByRole('button', { name })); await element.updateComplete; },
  };
}

/** A state of schemas/dossiers/states.json: what it says, and nothing wider than its column. */
const story = (state: string, options?: FakeStatusOptions, play?: (reader: Reader) => Promise<void>, own?: Partial<DvcStatus>): StoryOf => ({
  render: () => statusStory(state, options, own),
  async play({ canvasElement }) {
    const reader = await readerAt(canvasElement);
    if (!options?.trouble && !own) await reader.sees(cases.states[state]!.sees);
    await expect(reader.element.scrollWidth, 'nothing is wider than its column').toBeLessThanOrEqual(reader.element.clientWidth);
    await play?.(reader);
  },
});

export const New: StoryOf = story('new');
export const Silent: StoryOf = story('silent');
export const Accepted: StoryOf = story('accepted');
export const Processing: StoryOf = story('processing');
export const DueTomorrow: StoryOf = story('due-tomorrow');
export const DueToday: StoryOf = story('due-today');
export const NoCalendar: StoryOf = story('no-calendar');
export const Supplement: StoryOf = story('supplement');
export const SupplementLate: StoryOf = story('supplement-late');
export const SupplementReader: StoryOf = story('supplement-reader');
export const SupplementAnswered: StoryOf = story('supplement-answered');
export const SupplementTwice: StoryOf = story('supplement-twice');
export const Paused: StoryOf = story('paused');
export const Extended: StoryOf = story('extended');
export const Overdue: StoryOf = story('overdue');
export const OverdueExtended: StoryOf = story('overdue-extended');
export const Payment: StoryOf = story('payment');
export const PaymentNotice: StoryOf = story('payment-notice');
export const PaymentSettled: StoryOf = story('payment-settled');
export const WithdrawalAsked: StoryOf = story('withdrawal-asked');
export const WithdrawalRefused: StoryOf = story('withdrawal-refused');
export const Withdrawn: StoryOf = story('withdrawn');
export const NotReceived: StoryOf = story('not-received');
export const NotReceivedSilent: StoryOf = story('not-received-silent');
export const Stopped: StoryOf = story('stopped');
export const Processed: StoryOf = story('processed');
export const ProcessedLate: StoryOf = story('processed-late');
export const Posted: StoryOf = story('posted');
export const ParcelReturned: StoryOf = story('parcel-returned');
export const Returned: StoryOf = story('returned');
export const Resubmitted: StoryOf = story('resubmitted');
export const UnknownCode: StoryOf = story('unknown-code');
export const SubStatus: StoryOf = story('sub-status');
export const UnsafeLink: StoryOf = story('unsafe-link');
export const Long: StoryOf = story('long');

export const SupplementPhone: StoryOf = { ...Supplement, globals: phone };
export const OverduePhone: StoryOf = { ...Overdue, globals: phone };
export const ProcessedPhone: StoryOf = { ...Processed, globals: phone };
export const ExtendedDark: StoryOf = { ...Extended, globals: { theme: 'dark' } };
export const SupplementDark: StoryOf = { ...Supplement, globals: { theme: 'dark' } };

// Ways to a dossier
export const LookUp: StoryOf = story('processing', { otp: true }, async ({ press, sees }) => {
  await press('Tra cứu');
  await sees('Nhập mã hồ sơ.');
}, { otp: true });
export const LookUpPhone: StoryOf = { ...LookUp, globals: phone };
export const LookUpWrong: StoryOf = story('processing', {}, async ({ element, view, press, sees }) => {
  await userEvent.type(await view().findByLabelText(/^Mã hồ sơ/), 'H99.01-261120-9999');
  await userEvent.type(await view().findByRole('textbox', { name: /^Mã tra cứu/ }), 'K7QF2MXP');
  await press('Tra cứu');
  await sees('Mã hồ sơ hoặc thông tin xác nhận chưa đúng.');
  await expect(statusOf(element).calls).toContain('lookUp');
}, { dossier: '' });
export const LookUpAttempts: StoryOf = story('processing', { trouble: { kind: 'refused', reason: 'attempts', retryAfterMs: 900_000 } }, async ({ view, press, sees }) => {
  await userEvent.type(await view().findByLabelText(/^Mã hồ sơ/), 'H99.01-261120-0042');
  await userEvent.type(await view().findByRole('textbox', { name: /^Mã tra cứu/ }), 'K7QF2MXP');
  await press('Tra cứu');
  await sees('Ông/bà thử lại sau 15 phút');
}, { dossier: '' });
export const AccessExpired: StoryOf = story('processing', {}, async ({ element, sees }) => {
  statusOf(element).set({ trouble: { kind: 'refused', reason: 'expired' } });
  await element.refresh();
  await sees('Phiên đăng nhập đã hết hạn.');
});
const several = ['10', '4', '5', '1'].map((code, i) => ({ dossierCode: `H99.01-261120-004${i}`, about: ['Đăng ký khai sinh', 'Đăng ký tạm trú', 'Cấp hộ chiếu phổ thông ở trong nước', 'Đặt lịch hẹn'][i]!, code, submittedAt: 1_795_140_720_000, updatedAt: i, due: '2026-12-02', needsCitizen: code === '5' }));
export const List: StoryOf = story('processing', { list: several }, async ({ view, sees }) => {
  await userEvent.type(await view().findByRole('searchbox'), 'ho chieu');
  await sees('1 hồ sơ');
}, { view: 'list' });
export const ListPhone: StoryOf = { ...List, globals: phone };
export const ListEmpty: StoryOf = story('processing', {}, async ({ sees }) => sees('Ông/bà chưa có hồ sơ nào ở đây.'), { view: 'list' });
const card = (state: string): StoryOf => ({ render: () => statusStory(state), async play({ canvasElement }) { const { element, sees } = await readerAt(canvasElement); element.view = 'card'; await sees('Đăng ký tạm trú'); await waitFor(() => expect(element.shadowRoot!.querySelector('.card')).toBeTruthy()); } });
export const Card: StoryOf = card('processing');
export const CardOverdue: StoryOf = card('overdue');
export const CardSupplement: StoryOf = { ...card('supplement'), globals: phone };

// What goes wrong on the way
export const Gap: StoryOf = story('processing', {}, async ({ element, sees }) => {
  const fake = statusOf(element);
  fake.set({ trouble: { kind: 'failed', reason: 'busy' } });
  fake.tell({ id: 'z', seq: 99, at: fake.now, type: 'paused' });
  await sees('Tình trạng dưới đây là lúc');
});
export const OfflineFromTheStart: StoryOf = story('processing', { trouble: { kind: 'failed', reason: 'offline' } }, async ({ sees }) => sees('chưa tải được tình trạng hồ sơ'));
export const OfflineLater: StoryOf = story('processing', {}, async ({ element, sees }) => {
  statusOf(element).set({ trouble: { kind: 'failed', reason: 'offline' } });
  statusOf(element).cut(true);
  await sees('Mất kết nối mạng. Tình trạng dưới đây là lúc');
});
export const Fault: StoryOf = story('processing', { trouble: { kind: 'failed', reason: 'server', incident: 'S7-41B2' } }, async ({ sees }) => sees('xin đọc mã sự cố S7-41B2'));
export const MovedOn: StoryOf = story('processing', {}, async ({ element, root, press, sees }) => {
  await press('Rút hồ sơ');
  await userEvent.type(root.querySelector<HTMLTextAreaElement>('[name=reason]')!, 'Đã chuyển đi.');
  await press('Tiếp tục');
  statusOf(element).set({ trouble: { kind: 'refused', reason: 'refused' } });
  await press('Gửi yêu cầu rút hồ sơ');
  await sees('Việc này không còn thực hiện được');
});

// What the citizen does
export const SupplementInPlace: StoryOf = story('supplement', {}, async ({ root, press }) => {
  await press('Bổ sung hồ sơ');
  await waitFor(() => expect(root.querySelector('dvc-form')!.shadowRoot!.querySelector('[data-paper]')).toBeTruthy());
});
export const SupplementInPlacePhone: StoryOf = { ...SupplementInPlace, globals: phone };
export const PayInPlace: StoryOf = story('payment', {}, async ({ root, press }) => {
  await press('Xem và nộp 61.000 đồng');
  await waitFor(() => expect(root.querySelector('dvc-payment')!.shadowRoot!.querySelector('.lines')).toBeTruthy());
});
export const Channels: StoryOf = story('processing', { channels: [{ channel: 'email', on: true, address: 'b***@example.vn', consentAt: 1_795_140_720_000, consentVersion: '2026-11-1' }] }, async ({ press, sees }) => {
  await press('Nhận thông báo');
  await sees('Gửi đến b***@example.vn');
  await press('Đồng ý nhận: Zalo');
  await press('Đồng ý nhận: Zalo');
  await sees('Nhập nơi nhận.');
});
export const ChannelsPhone: StoryOf = { ...Channels, globals: phone };
export const Notifications: StoryOf = story('processing', { notifications: [{ id: 'n', at: 1_795_140_720_000, title: 'Hồ sơ đã được tiếp nhận', text: 'Hẹn trả ngày 02/12/2026.', read: false }] }, async ({ press, sees }) => {
  await press('Thông báo đã gửi');
  await sees('Hẹn trả ngày 02/12/2026.');
});
export const QrCode: StoryOf = story('processing', {}, async ({ view, press }) => {
  await press('Mã QR của trang này');
  await expect(await view().findByRole('img', { name: /^Mã QR/ })).toBeVisible();
});
export const Complain: StoryOf = story('overdue', {}, async ({ press, sees }) => {
  await press('Gửi phản ánh, kiến nghị về hồ sơ này');
  await press('Gửi phản ánh, kiến nghị');
  await sees('Nhập nội dung phản ánh, kiến nghị.');
});
export const WithdrawAsked: StoryOf = story('processing', {}, async ({ root, press, sees }) => {
  await press('Rút hồ sơ');
  await userEvent.type(root.querySelector<HTMLTextAreaElement>('[name=reason]')!, 'Đã chuyển đi nơi khác.');
  await press('Tiếp tục');
  await sees('Ông/bà chắc chắn muốn rút hồ sơ H99.01-261120-0042?');
});
export const InEnglish: StoryOf = { ...story('supplement', {}, async ({ sees }) => sees('You need to supplement the dossier by 04/12/2026'), {}), globals: { locale: 'en' }, render: () => statusStory('supplement') };
