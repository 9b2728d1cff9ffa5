import { expect, fixture, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { StatusListItem } from '@dvc/core';
import { fakeBackend } from '@dvc/testing/fake-backend.js';
import { fakePayments, type PaymentCases } from '@dvc/testing/fake-payments.js';
import { fakeStatus, type FakeStatus, type FakeStatusOptions, type StatusCases } from '@dvc/testing/fake-status.js';
import { html } from 'lit';
import { defineDvcForm } from '../form/define.js';
import { defineDvcPayment } from '../payment/define.js';
import { defineDvcStatus, type DvcStatus } from './define.js';
import { changesOf } from './supplement/changes.js';
import { tidyCode, tidyFactor } from './door/tidy.js';

defineDvcStatus();
defineDvcForm();
defineDvcPayment();

// The test server turns JSON into modules.
const json = async <T>(path: string) => (await import(new URL(`../../../../schemas/${path}`, import.meta.url).href) as { default: T }).default;
const cases = await json<StatusCases>('dossiers/states.json');
const payments = await json<PaymentCases>('payments/states.json');
const calendar = await json<NonNullable<FakeStatusOptions['calendar']>>('code-lists/holidays-vn.json');
const document_ = await json<object>('forms/cu-tru/thay-doi-thong-tin-cu-tru/1.0.0.json');
const HEARD = ['dvc-ready', 'dvc-change', 'dvc-submitted', 'dvc-login', 'dvc-error'];

interface Shown { element: DvcStatus; fake: FakeStatus; heard: CustomEvent[]; root: ShadowRoot; text(): string; press(name: string): Promise<void>; type(name: string, value: string): void; sees(text: string): Promise<void> }

async function show(state: string, options: FakeStatusOptions = {}, about: Partial<DvcStatus> = {}): Promise<Shown> {
  const fake = fakeStatus(cases, cases.states[state]!, { calendar, ...options });
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement('dvc-status');
  const heard: CustomEvent[] = [];
  for (const name of HEARD) element.addEventListener(name, (event) => { heard.push(event as CustomEvent); });
  const list = async (id: string, within?: string) => json<Awaited<ReturnType<ReturnType<typeof fakeBackend>['codeList']>>>(`code-lists/${within === undefined ? id : `${id}/${within}`}.json`);
  Object.assign(element, { backend: fake, access: fake.access, forms: { ...fakeBackend({ codeList: list }), document: async () => document_ }, payments: fakePayments(payments, payments.states['quote']!), ...about });
  holder.append(element);
  await element.updateComplete;
  const root = element.shadowRoot!;
  // As it is copied: headings and cells apart, and no more than one space.
  const text = () => root.textContent!.replace(/\s+/g, ' ');
  return {
    element, fake, heard, root, text,
    async press(name) {
      const buttons = [...root.querySelectorAll('button')];
      const found = buttons.find((each) => (each.getAttribute('aria-label') ?? each.textContent!.trim()) === name);
      if (!found) throw new Error(`no button “${name}”, only: ${buttons.map((each) => each.textContent!.trim()).join(' | ')}`);
      found.click();
      await element.updateComplete;
    },
    type(name, value) { root.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`)!.value = value; },
    sees: (wanted) => waitUntil(() => text().includes(wanted), `“${wanted}” in: ${text()}`),
  };
}
const events = ({ heard }: Shown, type: string) => heard.filter((each) => each.type === type).map(({ detail }) => detail as unknown);
const focused = ({ root }: Shown) => root.activeElement as HTMLElement | null;
const quietly = async <T>(work: () => Promise<T>): Promise<{ lines: string[]; value: T }> => {
  const { error } = console, lines: string[] = [];
  console.error = (line: string) => { lines.push(line); };
  try { return { value: await work(), lines }; } finally { console.error = error; }
};

describe('<dvc-status>', () => {
  for (const [name, { sees }] of Object.entries(cases.states)) {
    it(`says in the state ${name}: ${sees}`, async () => (await show(name)).sees(sees));
  }

  it('never calls a link what is not safe to follow', async () => {
    const shown = await show('unsafe-link');
    await shown.sees('Quyết định giả mạo');
    expect([...shown.root.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([]);
  });

  it('opens by a code typed as people type it, and says one thing for a wrong code and a wrong secret', async () => {
    const shown = await show('processing', {}, { access: undefined as never });
    await shown.sees('Tra cứu tình trạng hồ sơ');
    await shown.press('Tra cứu');
    expect(focused(shown)?.getAttribute('name')).to.equal('code');
    const said: string[] = [];
    for (const [code, secret] of [['H99.01-261120-9999', 'K7QF2MXP'], ['H99.01-261120-0042', 'SAISAISA']] as const) {
      shown.type('code', code); shown.type('value', secret);
      await shown.press('Tra cứu');
      said.push(shown.root.querySelector('.news')!.textContent!);
    }
    expect(said[0]).to.contain('Mã hồ sơ hoặc thông tin xác nhận chưa đúng.').and.equal(said[1]);
    shown.type('code', ' h99.01 – 261120 – 0042 '); shown.type('value', 'k7qf 2mxp');
    await shown.press('Tra cứu');
    await shown.sees('còn 5 ngày làm việc');
    expect(focused(shown)?.id, 'the focus goes to what is new').to.equal('dvc-now');
    expect(events(shown, 'dvc-ready')).to.deep.equal([{ dossier: 'H99.01-261120-0042', code: '4' }]);
  });

  it('tidies codes and secrets whatever a keyboard does to them', () => {
    expect([tidyCode('h99.01 ‑261120–0042\n'), tidyCode('０００.00.01.h26-260930-0012')]).to.deep.equal(['H99.01-261120-0042', '000.00.01.H26-260930-0012']);
    expect([tidyFactor('secret', 'k7qf-2mxp'), tidyFactor('personalId', '001 090.000-001'), tidyFactor('otp', '123 456')]).to.deep.equal(['K7QF2MXP', '001090000001', '123456']);
  });

  it('says when to try again after too many tries', async () => {
    const shown = await show('processing', { trouble: { kind: 'refused', reason: 'attempts', retryAfterMs: 900_000 } }, { access: undefined as never });
    shown.type('code', 'H99.01-261120-0042'); shown.type('value', 'X');
    await shown.press('Tra cứu');
    await shown.sees('Ông/bà thử lại sau 15 phút, lúc ');
  });

  it('is looked up with the keyboard alone, and Enter presses no button of the page around', async () => {
    let submitted = 0;
    const form = await fixture<HTMLFormElement>(html`<form @submit=${(event: Event) => { event.preventDefault(); submitted++; }}><button>Tìm</button></form>`);
    const shown = await show('supplement', { otp: true }, { access: undefined as never, otp: true });
    form.append(shown.element);
    await shown.element.updateComplete;
    shown.root.querySelector<HTMLInputElement>('[name=code]')!.focus();
    await sendKeys({ type: 'h99.01-261120-0042' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    await shown.element.updateComplete;
    await sendKeys({ press: 'Tab' });
    expect(focused(shown)?.getAttribute('name')).to.equal('value');
    await sendKeys({ type: '001 090 000 001' });
    await sendKeys({ press: 'Enter' });
    await shown.sees('Cán bộ yêu cầu');
    expect(submitted).to.equal(0);
    // On to the button that does it.
    await waitUntil(() => focused(shown)?.id === 'dvc-now');
    await sendKeys({ press: 'Tab' });
    expect(focused(shown)?.textContent!.trim()).to.equal('Bổ sung hồ sơ');
  });

  it('sends a one-time code only where the host sends some', async () => {
    const shown = await show('processing', { otp: true }, { access: undefined as never, otp: true, dossier: 'H99.01-261120-0042' });
    shown.root.querySelector<HTMLInputElement>('#dvc-by-otp')!.click();
    await shown.element.updateComplete;
    await shown.press('Gửi mã xác thực');
    await shown.sees('Nếu mã hồ sơ đúng, mã xác thực đã được gửi');
    shown.type('value', '123 456');
    await shown.press('Tra cứu');
    await shown.sees('còn 5 ngày làm việc');
    const without = await show('processing', {}, { access: undefined as never });
    expect(without.root.querySelector('#dvc-by-otp')).to.equal(null);
  });

  it('moves with what happens, says it once, and leaves the focus where it is', async () => {
    const shown = await show('processing');
    const opener = [...shown.root.querySelectorAll('button')].find((each) => each.textContent!.includes('In trang này'))!;
    opener.focus();
    shown.fake.say({ type: 'supplement-asked', request: 'r9', remarks: [{ text: 'Nộp thêm giấy xác nhận.' }] });
    await shown.sees('Nộp thêm giấy xác nhận.');
    expect(shown.root.querySelector('[role=status].sr')!.textContent).to.equal('Hồ sơ vừa có thay đổi: Yêu cầu bổ sung giấy tờ. Ông/bà cần bổ sung hồ sơ');
    expect(focused(shown)).to.equal(opener);
    expect(events(shown, 'dvc-change')).to.deep.equal([{ dossier: 'H99.01-261120-0042', code: '5' }]);
  });

  it('never goes back: events come late, twice and out of order, and an old snapshot changes nothing', async () => {
    const shown = await show('processing');
    const old = await shown.fake.snapshot(shown.fake.access);
    const { events: before } = cases.states['processing']!;
    const at = shown.fake.now, seq = before.length;
    const ask = { id: 'a', seq: seq + 1, at, type: 'supplement-asked', request: 'r', remarks: [] } as const, answered = { id: 'b', seq: seq + 2, at, type: 'supplement-answered', request: 'r' } as const;
    shown.fake.snapshot = async () => old;
    shown.fake.tell(answered);
    expect(shown.element.status?.revision, 'what is early waits').to.equal(seq);
    shown.fake.tell(ask, ask, before[0]!, answered);
    await shown.element.updateComplete;
    expect([shown.element.status?.revision, shown.element.status?.task.kind]).to.deep.equal([seq + 2, 'nothing']);
    await shown.element.refresh();
    expect(shown.element.status?.revision).to.equal(seq + 2);
  });

  it('asks for the whole when something is missing', async () => {
    const shown = await show('processing');
    const calls = () => shown.fake.calls.filter((call) => call === 'snapshot').length;
    const before = calls();
    shown.fake.tell({ id: 'z', seq: 99, at: shown.fake.now, type: 'paused' });
    await waitUntil(() => calls() > before);
  });

  it('rests in a hidden tab and goes on from where it was', async () => {
    const shown = await show('processing');
    expect(shown.fake.listening).to.equal(1);
    let state: DocumentVisibilityState = 'hidden';
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    try {
      document.dispatchEvent(new Event('visibilitychange'));
      expect(shown.fake.listening).to.equal(0);
      shown.fake.say({ type: 'paused' });
      state = 'visible';
      document.dispatchEvent(new Event('visibilitychange'));
      await shown.sees('Tạm dừng tính thời hạn');
    } finally { delete (document as { visibilityState?: unknown }).visibilityState; }
    expect(shown.fake.follows.at(-1)).to.equal(cases.states['processing']!.events.length);
    shown.element.remove();
    expect(shown.fake.listening, 'and ends with the element').to.equal(0);
  });

  it('keeps what it knows when the connection goes, with its time', async () => {
    const shown = await show('processing');
    shown.fake.set({ trouble: { kind: 'failed', reason: 'offline' } });
    shown.fake.cut(true);
    await shown.sees('Mất kết nối mạng. Tình trạng dưới đây là lúc');
    expect(shown.text()).to.contain('còn 5 ngày làm việc').and.not.contain('Trang tự cập nhật khi có thay đổi.');
    shown.fake.set({ trouble: undefined });
    shown.fake.cut(false);
    await shown.element.updateComplete;
    expect(shown.text()).to.not.contain('Mất kết nối mạng');
  });

  it('asks the host to log in when its access has ended, and the citizen to look up when it was theirs', async () => {
    const shown = await show('processing');
    shown.fake.set({ trouble: { kind: 'refused', reason: 'expired' } });
    await shown.element.refresh();
    await shown.sees('Phiên đăng nhập đã hết hạn.');
    expect(events(shown, 'dvc-login')).to.have.length(1);
    const own = await show('processing', {}, { access: undefined as never });
    own.type('code', 'H99.01-261120-0042'); own.type('value', 'K7QF2MXP');
    await own.press('Tra cứu');
    own.fake.set({ trouble: { kind: 'refused', reason: 'expired' } });
    await own.element.refresh();
    await own.sees('Lượt tra cứu đã hết hạn');
    expect(own.root.querySelector<HTMLInputElement>('[name=code]')!.value).to.equal('H99.01-261120-0042');
    expect(own.text()).to.not.contain('Đăng ký tạm trú');
  });

  it('answers a supplement in place: only what the officer asks for is asked, only that is sent', async () => {
    const shown = await show('supplement');
    await shown.press('Bổ sung hồ sơ');
    const form = shown.root.querySelector('dvc-form')!;
    await form.updateComplete;
    const asked = () => [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('input:not([type=file])')].filter((each) => each.offsetParent !== null);
    await waitUntil(() => asked().length > 0);
    expect(asked().map(({ value }) => value)).to.deep.equal(['Số 8, phố Trần Thái Tông']);
    expect(form.shadowRoot!.querySelectorAll('[data-paper]')).to.have.length(1);
    await shown.press('Ghi đúng số nhà theo hợp đồng thuê: hợp đồng ghi số 18, tờ khai ghi số 8.');
    await waitUntil(() => form.shadowRoot!.activeElement === asked()[0], 'a remark leads to its field');
    await sendKeys({ press: 'ControlOrMeta+a' });
    await sendKeys({ type: 'Số 18, phố Trần Thái Tông' });
    // Without the paper it is not sent.
    await shown.press('Gửi phần bổ sung');
    await form.updateComplete;
    expect(shown.fake.sent).to.deep.equal([]);
    const box = form.shadowRoot!.querySelector<HTMLInputElement>('[data-paper] input[type=file]')!;
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 10])], 'hop-dong.pdf', { type: 'application/pdf' }));
    box.files = files.files;
    box.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await waitUntil(() => form.shadowRoot!.textContent!.includes('hop-dong.pdf'));
    await waitUntil(() => Object.values(form.scene!.store.state.uploads).flat().every(({ status }) => status === 'uploaded'));
    await shown.press('Gửi phần bổ sung');
    await waitUntil(() => shown.fake.sent.length > 0, 'sent');
    const [{ key, papers, ...sent }] = shown.fake.sent as [{ key: string; papers: Record<string, string[]> }];
    expect(sent).to.deep.equal({ request: 'r1', answers: { '/place/address/detail': 'Số 18, phố Trần Thái Tông' } });
    expect(Object.keys(papers)).to.deep.equal(['lawful-place']);
    expect(key).to.match(/^[0-9a-f]{32}$/);
    await shown.sees('Đã gửi phần bổ sung. Ông/bà không phải gửi lại.');
    expect(shown.text()).to.contain('Ông/bà không cần làm gì lúc này.');
    expect(events(shown, 'dvc-submitted')).to.deep.equal([{ dossier: 'H99.01-261120-0042', request: 'r1' }]);
    expect(shown.root.querySelector('dvc-form')).to.equal(null);
  });

  it('sends no change outside of the remarks, and everything where a remark is about the whole', () => {
    const before = { a: { b: 1, c: 2 }, d: [1], e: 5 }, after = { a: { b: 9, c: 3 }, d: [1, 2] };
    expect(changesOf(before, after, [{ text: '', path: '/a/b' }])).to.deep.equal({ '/a/b': 9 });
    expect(changesOf(before, after, [{ text: '', path: '/a' }, { text: '', path: '/d/1' }])).to.deep.equal({ '/a/b': 9, '/a/c': 3, '/d': [1, 2] });
    expect(changesOf(before, after, [{ text: '', paper: 'p' }])).to.deep.equal({});
    expect(changesOf(before, after, [{ text: '' }])).to.deep.equal({ '/a/b': 9, '/a/c': 3, '/d': [1, 2], '/e': null });
  });

  it('embeds the payments that are due, whose events are not its own', async () => {
    const shown = await show('payment');
    await shown.press('Xem và nộp 61.000 đồng');
    const payment = shown.root.querySelector('dvc-payment')!;
    await payment.updateComplete;
    await waitUntil(() => payment.shadowRoot!.textContent!.includes('Các khoản phải nộp'));
    expect(events(shown, 'dvc-ready')).to.have.length(1);
    shown.fake.say({ type: 'payment-settled', payment: 'Zk3vQ9sT1xWq7LmP0aRb2A' });
    await shown.sees('Cơ quan đã nhận tiền');
    expect(shown.root.querySelector('dvc-payment'), 'the receipt stays to be read').to.equal(payment);
  });

  it('withdraws by a reason and a second word', async () => {
    const shown = await show('processing');
    await shown.press('Rút hồ sơ');
    await shown.press('Tiếp tục');
    expect(focused(shown)?.getAttribute('name')).to.equal('reason');
    shown.type('reason', 'Đã chuyển đi nơi khác.');
    await shown.press('Tiếp tục');
    expect(focused(shown)?.textContent).to.contain('chắc chắn muốn rút hồ sơ H99.01-261120-0042');
    await shown.press('Không rút');
    expect(shown.root.querySelector<HTMLTextAreaElement>('[name=reason]')!.value, 'what was typed stays').to.equal('Đã chuyển đi nơi khác.');
    await shown.press('Tiếp tục');
    await shown.press('Gửi yêu cầu rút hồ sơ');
    await shown.sees('Đã gửi yêu cầu rút hồ sơ.');
    expect(shown.fake.sent).to.deep.equal([{ reason: 'Đã chuyển đi nơi khác.' }]);
    expect(shown.element.status?.key).to.equal('withdrawalRequested');
  });

  it('takes a complaint, and keeps it when it could not be sent', async () => {
    const shown = await show('overdue');
    await shown.press('Gửi phản ánh, kiến nghị về hồ sơ này');
    await shown.press('Gửi phản ánh, kiến nghị');
    await shown.sees('Nhập nội dung phản ánh, kiến nghị.');
    shown.type('complaint', 'Hồ sơ đã quá hạn.');
    shown.fake.set({ trouble: { kind: 'failed', reason: 'offline' } });
    await shown.press('Gửi phản ánh, kiến nghị');
    await shown.sees('Mất kết nối mạng nên chưa thực hiện được.');
    shown.fake.set({ trouble: undefined });
    await shown.press('Gửi phản ánh, kiến nghị');
    await shown.sees('Đã gửi phản ánh, kiến nghị.');
    expect(shown.fake.sent).to.deep.equal([{ text: 'Hồ sơ đã quá hạn.' }]);
    // What was done is still said when nothing is heard any more, and does not hide it.
    shown.fake.set({ trouble: { kind: 'failed', reason: 'offline' } });
    shown.fake.cut(true);
    await shown.sees('Mất kết nối mạng. Tình trạng dưới đây là lúc');
    expect(shown.text()).to.contain('Đã gửi phản ánh, kiến nghị.');
  });

  it('sends no messages unless the citizen turns a channel on, with wording and time, and off again', async () => {
    const shown = await show('processing');
    await shown.press('Nhận thông báo');
    expect([...shown.root.querySelectorAll('.channels .tag')].map((each) => each.textContent)).to.deep.equal(['Đang tắt', 'Đang tắt', 'Đang tắt', 'Đang tắt']);
    await shown.press('Đồng ý nhận: Tin nhắn SMS');
    expect(focused(shown)?.getAttribute('name')).to.equal('address');
    shown.type('address', '09876');
    await shown.press('Đồng ý nhận: Tin nhắn SMS');
    await shown.sees('Nhập số điện thoại di động 10 chữ số.');
    shown.type('address', '+84 987 654 321');
    await shown.press('Đồng ý nhận: Tin nhắn SMS');
    await shown.sees('Gửi đến 0987654321');
    const reply = await shown.fake.channels(shown.fake.access);
    const [choice] = reply.kind === 'ok' ? reply.value : [];
    expect(choice).to.include({ channel: 'sms', on: true, address: '0987654321', consentVersion: '2026-11-2' });
    expect(Math.abs(choice!.consentAt! - shown.fake.now)).to.be.below(60_000);
    await shown.press('Thôi nhận: Tin nhắn SMS');
    expect(shown.text()).to.not.contain('Đang bật');
  });

  it('shows what was sent, and a code of its address', async () => {
    const shown = await show('processing', { notifications: [{ id: 'n', at: cases.states['processing']!.now, title: 'Hồ sơ đã được tiếp nhận', text: 'Hẹn trả ngày 02/12/2026.', read: false }] }, { page: 'https://dvc.example.gov.vn/ho-so/{dossier}' });
    await shown.press('Thông báo đã gửi');
    await shown.sees('Hồ sơ đã được tiếp nhận');
    await shown.press('Mã QR của trang này');
    await waitUntil(() => shown.root.querySelector('svg.qr') !== null);
    expect(shown.root.querySelector('svg.qr')!.getAttribute('aria-label')).to.equal('Mã QR: https://dvc.example.gov.vn/ho-so/H99.01-261120-0042');
  });

  it('lists several, finds without marks, filters, and opens one', async () => {
    const item = (dossierCode: string, about: string, code: string, needsCitizen = false): Omit<StatusListItem, 'access'> => ({ dossierCode, about, code, submittedAt: 1, updatedAt: Number(code), needsCitizen });
    const list = [item('H99.01-261120-0001', 'Đăng ký khai sinh', '10'), item('H99.01-261120-0042', 'Đăng ký tạm trú', '4'), item('H99.01-261120-0003', 'Cấp hộ chiếu', '5', true), item('H99.01-261120-0004', 'Việc riêng', 'x:1')];
    const shown = await show('processing', { list }, { access: undefined as never, view: 'list' });
    const titles = () => [...shown.root.querySelectorAll('.dossiers h3')].map((each) => each.textContent);
    await waitUntil(() => titles().length === 4);
    expect(titles()[0], 'what needs the citizen comes first').to.equal('Cấp hộ chiếu');
    const find = shown.root.querySelector<HTMLInputElement>('[name=find]')!;
    find.focus();
    await sendKeys({ type: 'dang ky' });
    await shown.element.updateComplete;
    expect(titles().sort()).to.deep.equal(['Đăng ký khai sinh', 'Đăng ký tạm trú']);
    expect(focused(shown)).to.equal(find);
    const filter = shown.root.querySelector<HTMLSelectElement>('[name=filter]')!;
    filter.value = 'open';
    filter.dispatchEvent(new Event('change', { bubbles: true }));
    await shown.element.updateComplete;
    expect(titles()).to.deep.equal(['Đăng ký tạm trú']);
    await shown.press('Xem chi tiết: Đăng ký tạm trú, H99.01-261120-0042');
    await shown.sees('còn 5 ngày làm việc');
    await shown.press('Quay lại danh sách');
    await waitUntil(() => titles().length === 1);
  });

  it('opens at once what this session may read', async () => {
    const list = [{ dossierCode: 'H99.01-261120-0042', about: 'Đăng ký tạm trú', code: '4', submittedAt: 1, updatedAt: 1, needsCitizen: false }];
    const shown = await show('processing', { list }, { access: undefined as never, dossier: 'H99.01-261120-0042' });
    await shown.sees('còn 5 ngày làm việc');
    expect(shown.fake.calls).to.not.include('lookUp');
  });

  it('fits into a card', async () => {
    const shown = await show('overdue', {}, { view: 'card' });
    await shown.sees('Hẹn trả ngày 02/12/2026 · quá hạn 3 ngày làm việc');
    expect(shown.root.querySelector('.history')).to.equal(null);
  });

  it('takes the host’s calendar before the back end’s', async () => {
    const shown = await show('processing', {}, { calendar: { daysOff: ['2026-11-27'], workingSaturdays: [] } });
    // Its 24 November is worked, its 27th is not.
    await shown.sees('Hẹn trả ngày 02/12/2026 · còn 4 ngày làm việc');
  });

  it('speaks English too', async () => {
    const shown = await show('supplement', {}, { locale: 'en' });
    await shown.sees('You need to supplement the dossier by 04/12/2026');
    await shown.press('Withdraw the dossier');
    await shown.sees('The agency stops once it confirms your request.');
  });

  it('is not wider than 320 px, whatever state it is in', async () => {
    for (const state of ['supplement', 'overdue-extended', 'processed', 'unknown-code']) {
      const shown = await show(state);
      shown.element.parentElement!.style.width = '320px';
      await shown.element.updateComplete;
      expect(shown.element.scrollWidth, state).to.be.at.most(320);
    }
  });

  it('tells the page’s developer when it has nothing to ask', async () => {
    const { lines } = await quietly(async () => {
      await fixture(html`<dvc-status></dvc-status>`);
      await new Promise((done) => { setTimeout(done, 1200); });
    });
    expect(lines[0]).to.equal('[dvc-status] backend: expected api or backend, got nothing. See #DVC-601');
  });
});
