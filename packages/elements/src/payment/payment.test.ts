import { expect, fixture, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fakePayments, type FakePaymentOptions, type FakePayments, type PaymentCases } from '@dvc/testing/fake-payments.js';
import { html } from 'lit';
import { defineDvcPayment, type DvcPayment } from './define.js';

defineDvcPayment();

// The test server turns JSON into modules.
const { default: cases } = await import(new URL('../../../../schemas/payments/states.json', import.meta.url).href) as { default: PaymentCases };
const HEARD = ['dvc-ready', 'dvc-change', 'dvc-pay', 'dvc-paid', 'dvc-error'];

interface Shown { element: DvcPayment; fake: FakePayments; heard: CustomEvent[]; text(): string; button(name: string): HTMLButtonElement; press(name: string): Promise<void>; choose(name: string): void; sees(text: string): Promise<void> }

async function show(state: string, options: FakePaymentOptions = {}, given?: FakePayments): Promise<Shown> {
  const fake = given ?? fakePayments(cases, cases.states[state]!, options);
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement('dvc-payment');
  const heard: CustomEvent[] = [];
  for (const name of HEARD) element.addEventListener(name, (event) => { heard.push(event as CustomEvent); });
  // Nothing leaves the page of a test.
  element.addEventListener('dvc-pay', (event) => { event.preventDefault(); });
  Object.assign(element, { payment: fake.id, backend: fake });
  holder.append(element);
  await element.updateComplete;
  const root = element.shadowRoot!;
  const text = () => root.textContent!.replace(/\s+/g, ' ');
  const button = (name: string) => {
    const found = [...root.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent!.trim()) === name);
    if (!found) throw new Error(`no button “${name}”, only: ${[...root.querySelectorAll('button')].map((each) => each.textContent!.trim()).join(' | ')}`);
    return found;
  };
  return {
    element, fake, heard, text, button,
    async press(name) { button(name).click(); await element.updateComplete; },
    choose(name) { [...root.querySelectorAll('label')].find((each) => each.textContent!.includes(name))!.click(); },
    sees: (wanted) => waitUntil(() => text().includes(wanted), `“${wanted}” in: ${text()}`),
  };
}
const events = ({ heard }: Shown, type: string) => heard.filter((each) => each.type === type).map(({ detail }) => detail);
const opened = (fake: FakePayments) => fake.events.filter(({ type }) => type === 'opened').length;

describe('<dvc-payment>', () => {
  for (const [name, { sees }] of Object.entries(cases.states)) {
    it(`says in the state ${name}: ${sees}`, async () => (await show(name)).sees(sees));
  }

  it('opens one attempt for a double click, and one for two tabs', async () => {
    const one = await show('choosing');
    one.choose('Cổng VNPAY');
    await one.element.updateComplete;
    one.button('Thanh toán 61.000 đồng').click();
    await one.press('Thanh toán 61.000 đồng');
    expect(opened(one.fake)).to.equal(1);

    const shared = fakePayments(cases, cases.states['choosing']!, { latencyMs: 30 });
    const tabs = [await show('', {}, shared), await show('', {}, shared)];
    for (const tab of tabs) { tab.choose('Chuyển khoản bằng mã VietQR'); await tab.element.updateComplete; }
    await Promise.all(tabs.map((tab) => tab.press('Thanh toán 61.000 đồng')));
    expect(opened(shared)).to.equal(1);
    for (const tab of tabs) await tab.sees('DVCKTEST1');
  });

  it('sends nobody to a bank that another window has chosen', async () => {
    const shared = fakePayments(cases, cases.states['choosing']!);
    const [first, second] = [await show('', {}, shared), await show('', {}, shared)];
    first.choose('Cổng VNPAY');
    await first.press('Thanh toán 61.000 đồng');
    second.choose('Chuyển khoản bằng mã VietQR');
    await second.press('Thanh toán 61.000 đồng');
    await second.sees('vừa được xử lý ở cửa sổ hoặc máy khác');
    expect(opened(shared)).to.equal(1);
    expect(events(second, 'dvc-pay')).to.deep.equal([]);
  });

  it('opens one attempt when the first answer was lost on its way', async () => {
    const shown = await show('choosing');
    shown.choose('Cổng VNPAY');
    const { open } = shown.fake;
    shown.fake.open = async (...given) => { await open(...given); return { kind: 'failed', reason: 'timeout' }; };
    await shown.press('Thanh toán 61.000 đồng');
    await shown.sees('sẽ không thành hai lần thanh toán');
    shown.fake.open = open;
    await shown.press('Thanh toán 61.000 đồng');
    expect(opened(shown.fake)).to.equal(1);
    expect(events(shown, 'dvc-pay')).to.deep.equal([{ payment: shown.fake.id, intent: 'i1', offer: 'vnpay', amount: 61_000, url: 'https://pay.example.gov.vn/pay?ref=DVCKTEST1' }]);
  });

  it('stops with an explanation when the total is another, and opens nothing', async () => {
    const shown = await show('choosing', { total: 75_000 });
    shown.choose('Cổng VNPAY');
    await shown.press('Thanh toán 61.000 đồng');
    await shown.sees('Ông/bà đã xem 61.000 đồng; nay là 75.000 đồng.');
    expect(opened(shown.fake)).to.equal(0);
    expect(shown.element.shadowRoot!.activeElement?.textContent).to.contain('Số tiền đã thay đổi');
  });

  it('does not go to an address that is no bank’s', async () => {
    const shown = await show('acting-redirect');
    for (const url of [['javascript', 'alert(1)'].join(':'), 'http://pay.example.gov.vn/', 'https://pay.example.gov.vn@evil.example/', 'data:text/html,x', '//evil.example\\@pay.example.gov.vn']) {
      const { intents } = cases.states['acting-redirect']!;
      const bent = await show('', {}, fakePayments(cases, { ...cases.states['acting-redirect']!, intents: { i1: { ...intents['i1']!, act: { kind: 'redirect', url } } } }));
      const { error } = console;
      console.error = () => undefined;
      try { await bent.press('Đến trang thanh toán'); } finally { console.error = error; }
      if (url.startsWith('//')) continue; // resolves to https of another host: the back end's list of hosts is what stops it
      await bent.sees('không an toàn');
      expect(events(bent, 'dvc-pay'), url).to.deep.equal([]);
    }
    await shown.press('Đến trang thanh toán');
    expect(events(shown, 'dvc-pay')).to.have.length(1);
  });

  it('never puts an older answer over a newer one', async () => {
    const shown = await show('pending');
    const old = shown.fake.view();
    shown.fake.say({ type: 'paid', intent: 'i1', transaction: 'T1', amount: 61_000 });
    await shown.element.refresh();
    await shown.sees('Đã thanh toán');
    const { read } = shown.fake;
    shown.fake.read = async () => ({ kind: 'view', view: old });
    await shown.element.refresh();
    shown.fake.read = read;
    expect(shown.element.view?.phase).to.equal('paid');
    expect(events(shown, 'dvc-paid')).to.deep.equal([{ payment: shown.fake.id, dossierCode: 'H99.01-261121-0042', amount: 61_000 }]);
    expect(events(shown, 'dvc-change').map(({ phase }) => phase)).to.deep.equal(['paid']);
  });

  it('says aloud what came by itself, and leaves the focus where it is', async () => {
    const shown = await show('pending');
    const look = shown.button('Kiểm tra lại');
    look.focus();
    shown.fake.say({ type: 'failed', intent: 'i1', reason: 'not-enough-money' });
    await shown.element.refresh();
    await shown.element.updateComplete;
    expect(shown.element.shadowRoot!.querySelector('[role=status]')!.textContent).to.equal('Thanh toán chưa thành công');
  });

  it('asks before it cancels, and asks the bank before it lets another attempt begin', async () => {
    const shown = await show('pending');
    await shown.press('Hủy lần thanh toán này');
    expect(shown.element.shadowRoot!.activeElement?.textContent).to.contain('Nếu ông/bà đã chuyển tiền thì không nên hủy.');
    await shown.press('Vẫn hủy');
    await shown.sees('Đang hỏi lại ngân hàng');
    expect([...shown.element.shadowRoot!.querySelectorAll('button')].map((each) => each.textContent!.trim())).to.not.include('Thanh toán lại');
    shown.fake.say({ type: 'asked', intent: 'i1', answer: 'none' });
    await shown.element.refresh();
    await shown.sees('Đã hủy thanh toán');
    await shown.press('Thanh toán lại');
    shown.choose('Tiền mặt');
    await shown.press('Thanh toán 61.000 đồng');
    await shown.sees('Bộ phận Một cửa');
    expect(opened(shown.fake)).to.equal(2);
  });

  it('takes a refund request that is whole, says what is wrong with one that is not, and keeps what was typed', async () => {
    const shown = await show('paid');
    await shown.press('Yêu cầu hoàn tiền');
    const box = (name: string) => shown.element.shadowRoot!.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
    await shown.press('Gửi yêu cầu hoàn tiền');
    expect(shown.element.shadowRoot!.activeElement).to.equal(box('account'));
    for (const [name, value] of Object.entries({ account: '0123 4567 89', holder: 'ĐẶNG THỊ HUYỀN', bank: 'Ngân hàng Minh họa', reason: 'Nộp nhầm hồ sơ', lookupSecret: 'SAISAISA' })) box(name).value = value;
    await shown.press('Gửi yêu cầu hoàn tiền');
    await shown.sees('Mã tra cứu chưa đúng.');
    expect(box('holder').value).to.equal('ĐẶNG THỊ HUYỀN');
    box('lookupSecret').value = 'K7QF 2MXP';
    await shown.press('Gửi yêu cầu hoàn tiền');
    await shown.sees('Đã gửi yêu cầu hoàn tiền');
    expect(shown.fake.events.filter(({ type }) => type === 'refund-asked')).to.have.length(1);
  });

  it('is paid with the keyboard alone', async () => {
    const shown = await show('quote');
    const focused = () => shown.element.shadowRoot!.activeElement as HTMLElement | null;
    const tabTo = async (name: string) => {
      for (let i = 0; i < 20; i++) {
        await sendKeys({ press: 'Tab' });
        if ((focused()?.textContent ?? '').includes(name) || focused()?.parentElement?.textContent?.includes(name)) return;
      }
      throw new Error(`Tab does not come to “${name}”`);
    };
    await tabTo('Tiếp tục');
    await sendKeys({ press: 'Enter' });
    await shown.sees('Chọn cách thanh toán');
    expect(focused()?.id, 'the focus goes to what is new').to.equal('dvc-stand');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowDown' });
    await tabTo('Thanh toán 61.000 đồng');
    await sendKeys({ press: 'Enter' });
    await shown.sees('DVCKTEST1');
    await tabTo('Tôi đã chuyển khoản');
    await sendKeys({ press: 'Enter' });
    await shown.sees('Đang chờ xác nhận thanh toán');
    expect(opened(shown.fake)).to.equal(1);
  });

  it('leaves nothing for the form of the page around it: Enter presses no button of the host', async () => {
    let submitted = 0;
    const form = await fixture<HTMLFormElement>(html`<form @submit=${(event: Event) => { event.preventDefault(); submitted++; }}><input><button>Tìm</button></form>`);
    const shown = await show('paid');
    form.append(shown.element);
    await shown.press('Yêu cầu hoàn tiền');
    shown.element.shadowRoot!.querySelector<HTMLInputElement>('input[name=holder]')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(submitted).to.equal(0);
  });

  it('speaks English too, and asks for the titles of the ways to pay again', async () => {
    const shown = await show('pending');
    shown.element.locale = 'en';
    await shown.element.updateComplete;
    await shown.sees('Please do not pay again while you wait.');
    expect(shown.fake.calls.filter((call) => call === 'read').length).to.be.above(1);
  });

  it('tells the page’s developer when it has no payment to show', async () => {
    const { error } = console;
    const lines: string[] = [];
    console.error = (line: string) => { lines.push(line); };
    try {
      await fixture(html`<dvc-payment></dvc-payment>`);
      await waitUntil(() => lines.length > 0, 'said', { timeout: 2000 });
    } finally { console.error = error; }
    expect(lines[0]).to.equal('[dvc-payment] payment: expected the id of a payment, got nothing. See #DVC-501');
  });
});
