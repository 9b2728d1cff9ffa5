import { expect } from '@open-wc/testing';
import type { SubmitReply } from '@dvc/core';
import { changed, refused } from '@dvc/testing/fake-backend.js';
import { until } from '@dvc/testing/harness/page-hand.js';
import { documentOf, mount, named, onePage, threeSteps } from './mount.test-helper.js';

const KEPT = 'Những gì ông/bà đã nhập vẫn còn nguyên.';
const ready = { document: onePage(), data: { name: 'An' } } as never;
const failed = (more: Omit<Extract<SubmitReply, { kind: 'failed' }>, 'kind'>): SubmitReply => ({ kind: 'failed', ...more });

describe('<dvc-form>: submitting', () => {
  it('acknowledged: code, look-up secret, time of the office, in a place that has the focus', async () => {
    const { hand, form, root } = await mount(ready);
    await hand.press('Nộp hồ sơ');
    expect(await hand.heading()).to.equal('Xác nhận đã nộp hồ sơ trực tuyến');
    const text = await hand.text();
    for (const each of ['H99.01-261121-0001', 'K7QF-2MXP-9TBD', '09:30:00', 'đang chờ tiếp nhận; chưa có ngày hẹn', 'Không có giấy tờ kèm theo.']) expect(text).to.contain(each);
    expect(root.activeElement?.hasAttribute('data-news')).to.equal(true);
    expect(root.querySelector('slot[name=hotline]')).to.exist;
    expect(form.data).to.deep.equal({ name: 'An' });
  });

  it('a double press, and submit() called twice, are one submission', async () => {
    const { hand, form, backend } = await mount(ready, { latencyMs: 30 });
    const button = hand.button('Nộp hồ sơ');
    button.click();
    button.click();
    form.submit();
    await hand.settled();
    form.submit();
    await hand.settled();
    expect(backend.submissions).to.have.length(1);
  });

  it('while it is sent the button says so and does nothing', async () => {
    const { hand } = await mount(ready, { submit: 'never' });
    await hand.press('Nộp hồ sơ');
    expect(hand.button('Nộp hồ sơ').getAttribute('aria-disabled')).to.equal('true');
    expect(await hand.text()).to.contain('Đang gửi hồ sơ.');
  });

  it('a new dossier after the acknowledgement is empty and has the focus', async () => {
    const { hand } = await mount({ document: onePage() });
    await hand.fill('Họ và tên', 'An');
    await hand.press('Nộp hồ sơ');
    await hand.press('Khai hồ sơ khác');
    expect(await hand.value('Họ và tên')).to.equal('');
    expect(await hand.focus()).to.equal('Họ và tên');
  });

  it('refused by the back end: the same summary and sentences, the link leads to the field, a new press sends again', async () => {
    const { hand, backend, form } = await mount({ document: threeSteps(), data: { name: 'An', kids: 'no', phone: '0912345678' } } as never, {
      submit: [refused({ path: '/phone', code: 'check', params: {}, message: 'Số này đã bị khóa.' }, { path: '', code: 'check', params: {}, message: 'Hồ sơ trùng với một hồ sơ đã có.' }), 'acknowledged'],
    });
    form.goTo('review');
    await hand.settled();
    await hand.press('Nộp hồ sơ');
    expect(await hand.summary()).to.have.members(['Số này đã bị khóa.', 'Hồ sơ trùng với một hồ sơ đã có.']);
    expect(await hand.focus()).to.equal('Có 2 chỗ cần sửa');
    await hand.press('Số này đã bị khóa.');
    expect(await hand.focus()).to.equal('Số điện thoại');
    await hand.fill('Số điện thoại', '0987654321');
    await hand.press('Trở lại trang kiểm tra');
    await hand.press('Nộp hồ sơ');
    expect(backend.submissions).to.have.length(2);
    expect(backend.submissions[1]!.idempotencyKey).to.equal(backend.submissions[0]!.idempotencyKey);
  });

  it('changed: shows the difference; a new press sends the new day and what follows from it', async () => {
    const document = documentOf({ required: ['birth'], properties: { birth: { type: 'string', format: 'date', title: 'Ngày sinh' }, days: { type: 'integer', readOnly: true, title: 'Số ngày' } } }, {
      rules: { compute: [{ to: '/days', value: { days: [{ var: '/birth' }, { today: [] }] } }] },
      fees: [{ id: 'late', kind: 'charge', title: 'Quá hạn', amount: { var: '/days' } }],
    });
    const { hand, backend } = await mount({ document, data: { birth: '2026-11-01' } } as never, {
      submit: [changed('2026-11-22', { path: '/days', kind: 'computed', shown: 20, now: 21 }, { path: '/fees/late', kind: 'fee', shown: 20, now: 21, title: 'Quá hạn' }), 'acknowledged'],
    });
    expect(await hand.value('Số ngày')).to.equal('20');
    await hand.press('Nộp hồ sơ');
    const text = await hand.text();
    for (const each of ['Có thông tin thay đổi', 'Hồ sơ chưa được gửi.', 'Số ngày', '20 đồng', '21 đồng']) expect(text).to.contain(each);
    expect(await hand.value('Số ngày')).to.equal('21');
    await hand.press('Nộp hồ sơ');
    const [before, after] = backend.submissions;
    expect(before).to.deep.include({ today: '2026-11-21', answers: { birth: '2026-11-01', days: 20 }, fees: [{ id: 'late', amount: 20 }] });
    expect(after).to.deep.include({ today: '2026-11-22', answers: { birth: '2026-11-01', days: 21 }, fees: [{ id: 'late', amount: 21 }], idempotencyKey: before!.idempotencyKey });
    expect(await hand.heading()).to.equal('Xác nhận đã nộp hồ sơ trực tuyến');
  });

  it('key-conflict: says that the first one stands, and offers no retry', async () => {
    const { hand } = await mount(ready, { submit: 'key-conflict' });
    await hand.press('Nộp hồ sơ');
    expect(await hand.text()).to.contain('bản đã gửi vẫn giữ nguyên').and.not.contain('Thử lại');
  });

  for (const [outcome, sentence] of [['offline', 'Mất kết nối mạng.'], ['timeout', 'hồ sơ sẽ không bị nộp trùng'], ['server', 'mã sự cố S7-41B2'], ['unexpected', 'Hệ thống gặp lỗi']] as const) {
    it(`${outcome}: a calm sentence that has the focus, the hotline, nothing lost, and a retry with the same key`, async () => {
      const { hand, backend, form, root } = await mount(ready, { submit: [outcome, 'acknowledged'] });
      await hand.press('Nộp hồ sơ');
      expect(await hand.text()).to.contain(sentence).and.contain(KEPT);
      expect(root.activeElement?.hasAttribute('data-news')).to.equal(true);
      expect(root.querySelector('slot[name=hotline]')).to.exist;
      expect(form.data).to.deep.equal({ name: 'An' });
      await hand.press('Thử lại');
      expect(await hand.heading()).to.equal('Xác nhận đã nộp hồ sơ trực tuyến');
      expect(new Set(backend.submissions.map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
    });
  }

  it('a back end that throws is one with a fault, and the page developer is told', async () => {
    const { hand, form } = await mount({ ...ready as object, backend: { submit: () => { throw new Error('x'); }, upload: () => Promise.reject(new Error('x')), codeList: () => Promise.reject(new Error('x')), now: () => Promise.reject(new Error('x')) } });
    const told: string[] = [];
    form.addEventListener('dvc-error', (event) => told.push((event as CustomEvent<{ code: string }>).detail.code));
    await hand.press('Nộp hồ sơ');
    expect(await hand.text()).to.contain('Hệ thống gặp lỗi').and.contain(KEPT);
    expect(told).to.deep.equal(['DVC-202']);
  });

  it('busy: says how long, and tries again by itself', async () => {
    const { hand, backend } = await mount(ready, { submit: [failed({ reason: 'busy', retryAfterMs: 400 }), 'acknowledged'] });
    await hand.press('Nộp hồ sơ');
    expect(await hand.text()).to.contain('đông người').and.contain('Sẽ tự gửi lại sau 1 giây.');
    await until(() => backend.submissions.length === 2, () => 'not sent again');
    await hand.settled();
    expect(await hand.heading()).to.equal('Xác nhận đã nộp hồ sơ trực tuyến');
  });

  it('but never what was edited meanwhile, and not after the element is gone', async () => {
    const busy = { submit: [failed({ reason: 'busy', retryAfterMs: 100 })] };
    const one = await mount(ready, busy);
    await one.hand.press('Nộp hồ sơ');
    await one.hand.type('Họ và tên', 'h');
    expect(await one.hand.text()).not.to.contain('Sẽ tự gửi lại');
    const two = await mount(ready, busy);
    await two.hand.press('Nộp hồ sơ');
    two.form.remove();
    await new Promise((resolve) => { setTimeout(resolve, 250); });
    expect([one.backend.submissions.length, two.backend.submissions.length]).to.deep.equal([1, 1]);
  });

  it('offline: sent when the connection is back, unless it was edited', async () => {
    const { hand, backend, form } = await mount(ready, { submit: ['offline', 'offline', 'acknowledged'] });
    await hand.press('Nộp hồ sơ');
    dispatchEvent(new Event('online'));
    await hand.settled();
    expect(backend.submissions).to.have.length(2);
    await hand.fill('Họ và tên', 'Bình');
    dispatchEvent(new Event('online'));
    await hand.settled();
    expect(backend.submissions).to.have.length(2);
    form.submit();
    await hand.settled();
    expect(backend.submissions[2]!.answers).to.deep.equal({ name: 'Bình' });
  });

  it('a retry of the same fault takes the focus again', async () => {
    const { hand, root } = await mount(ready, { submit: 'server' });
    await hand.press('Nộp hồ sơ');
    await hand.press('Thử lại');
    expect(root.activeElement?.hasAttribute('data-news')).to.equal(true);
  });

  it('is told once to a host, before it is sent', async () => {
    const { hand, heard, backend } = await mount(ready);
    await hand.press('Nộp hồ sơ');
    const detail = named(heard, 'dvc-submit')[0]!.detail;
    expect(detail).to.deep.equal(backend.submissions[0]);
    expect(heard.map(({ type }) => type)).to.deep.equal(['dvc-ready', 'dvc-submit', 'dvc-submitted']);
  });
});
