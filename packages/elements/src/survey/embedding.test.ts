import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { faultsOf } from '@dvc/testing/harness/audit.js';
import { mayAsk, remember } from './memory.js';
import { afterService, everyType, show } from './survey.test-helper.js';

const DOSSIER = 'H99.01-261121-0042';
const corner = { attributes: { show: 'corner', dossier: DOSSIER } };
beforeEach(() => { localStorage.clear(); });

describe('a survey in the corner', () => {
  it('comes up by itself and takes neither the focus nor a press from the page', async () => {
    const outside = document.body.appendChild(document.createElement('input'));
    outside.focus();
    const shown = await show(afterService, corner);
    await shown.sees('Góp ý');
    expect(document.activeElement).to.equal(outside);
    expect(shown.root.querySelector('dialog'), 'nothing modal').to.equal(null);
    expect(shown.root.querySelectorAll('input'), 'it only asks whether').to.have.length(0);
    expect(faultsOf(shown.root)).to.deep.equal([]);
    await expect(shown.element).to.be.accessible();
    outside.remove();
  });

  it('is answered there, with the focus in it once somebody has joined, and is not asked again for this dossier', async () => {
    const shown = await show(afterService, corner);
    await shown.press('Góp ý');
    await waitUntil(() => shown.focus() !== null);
    await expect(shown.element).to.be.accessible();
    await shown.choose('Nhìn chung', 'Hài lòng');
    await shown.press('Gửi ý kiến');
    await shown.sees('Cảm ơn');
    await shown.settled();
    const again = await show(afterService, corner);
    expect(again.events('dvc-dismissed')).to.deep.equal([{ survey: 'thu/sau-khi-nop', reason: 'remembered' }]);
    expect(again.text()).to.equal('');
    const other = await show(afterService, { attributes: { show: 'corner', dossier: 'H99.01-261121-0043' } });
    await other.sees('Góp ý');
  });

  it('is put off for a week, or for good, and says so; closing what came by itself is putting off', async () => {
    for (const [press, reason] of [['Để sau', 'later'], ['Không hỏi lại', 'never']] as const) {
      localStorage.clear();
      const shown = await show(afterService, corner);
      await shown.press(press);
      expect(shown.events('dvc-dismissed')).to.deep.equal([{ survey: 'thu/sau-khi-nop', reason }]);
      expect(shown.text()).to.equal('');
      await shown.settled();
      expect((await show(afterService, corner)).text()).to.equal('');
      const other = await show(afterService, { attributes: { show: 'corner', dossier: 'H99.01-261121-0043' } });
      expect(other.text() === '', 'never is about the survey, later about the dossier').to.equal(reason === 'never');
    }
    localStorage.clear();
    const shown = await show(afterService, corner);
    await shown.press('Góp ý');
    await shown.press('Đóng');
    await shown.settled();
    expect((await show(afterService, corner)).text()).to.equal('');
  });

  it('fits 320 px', async () => {
    const shown = await show(afterService, { ...corner, width: 320 });
    const { width } = shown.root.querySelector('.corner')!.getBoundingClientRect();
    expect(width).to.be.at.most(innerWidth - 16);
  });
});

describe('a survey in a dialog', () => {
  it('waits until the host opens it, holds the focus, and gives it back when Escape closes it', async () => {
    const opener = document.body.appendChild(document.createElement('button'));
    opener.textContent = 'Đánh giá';
    opener.focus();
    const shown = await show(everyType, { attributes: { show: 'dialog' } });
    expect(shown.text()).to.equal('');
    await shown.element.open();
    await shown.settled();
    const dialog = shown.root.querySelector('dialog')!;
    expect([dialog.open, dialog.matches(':modal')]).to.deep.equal([true, true]);
    expect(dialog.contains(shown.focus())).to.equal(true);
    await shown.press('Tiếp tục');
    await sendKeys({ press: 'Escape' });
    await shown.settled();
    expect(shown.root.querySelector('dialog')).to.equal(null);
    expect(document.activeElement).to.equal(opener);
    expect(shown.events('dvc-dismissed')).to.deep.equal([{ survey: 'thu/moi-loai-cau-hoi', reason: 'closed' }]);
    await shown.element.open();
    await shown.settled();
    await shown.sees('Về hồ sơ');
    shown.element.close();
    opener.remove();
  });
});

describe('a survey in the page', () => {
  it('of a dossier that has answered is not shown again; without a dossier it always is', async () => {
    const inline = { attributes: { dossier: DOSSIER } };
    const shown = await show(afterService, inline);
    await shown.choose('Nhìn chung', 'Hài lòng');
    await shown.press('Gửi ý kiến');
    await shown.sees('Cảm ơn');
    await shown.settled();
    expect((await show(afterService, inline)).text()).to.equal('');
    await (await show(afterService)).sees('Nhìn chung');
  });

  it('does not share its answers with another one beside it', async () => {
    const [one, two] = [await show(afterService), await show(afterService)];
    await one.choose('Nhìn chung', 'Hài lòng');
    expect(two.root.querySelectorAll('input:checked')).to.have.length(0);
    await one.press('Gửi ý kiến');
    await two.choose('Nhìn chung', 'Bình thường');
    await two.press('Gửi ý kiến');
    const [first, second] = [one, two].map(({ fake }) => [...fake.kept.values()][0]!);
    expect(first!.id).to.not.equal(second!.id);
  });
});

describe('what this device remembers', () => {
  it('tells nobody which dossier: neither its code, nor a hash that is one dossier’s alone', async () => {
    for (let n = 0; n < 50; n++) await remember('thu/sau-khi-nop', `H99.01-261121-${String(n).padStart(4, '0')}`, 'answered');
    const all = Object.entries({ ...localStorage }) as [string, string][];
    for (const [name, value] of all) {
      expect(name).to.match(/^dvc-survey:[0-9a-f]{5}$/);
      expect(value).to.equal('answered');
    }
    expect(await mayAsk('thu/sau-khi-nop', 'H99.01-261121-0007')).to.equal(false);
    expect(await mayAsk('thu/khac', 'H99.01-261121-0007')).to.equal(true);
  });

  it('of "later" is a day, and ends', async () => {
    const now = Date.UTC(2026, 10, 25, 3, 7, 11);
    await remember('a', 'b', 'later', now);
    const [until] = Object.values({ ...localStorage }) as string[];
    expect(Number(until) % 86_400_000, 'no time of the day').to.equal(0);
    expect(await mayAsk('a', 'b', now + 6 * 86_400_000)).to.equal(false);
    expect(await mayAsk('a', 'b', now + 9 * 86_400_000)).to.equal(true);
  });
});

describe('a survey at a kiosk', () => {
  /** Seconds pass when they are told to. */
  async function atKiosk() {
    const { setInterval: real } = globalThis;
    const ticks: (() => void)[] = [];
    globalThis.setInterval = ((tick: () => void, ms: number) => (ms === 1000 ? ticks.push(tick) : real(tick, ms))) as never;
    try {
      const shown = await show(everyType, { attributes: { kiosk: '30', dossier: DOSSIER } });
      const pass = async (seconds: number) => { for (let i = 0; i < seconds; i++) ticks.at(-1)!(); await shown.settled(); };
      return { ...shown, pass };
    } finally { globalThis.setInterval = real; }
  }

  it('warns when it is left, counts down, clears everything, and stores nothing', async () => {
    const shown = await atKiosk();
    await shown.press('Tiếp tục');
    await shown.choose('Trong 12 tháng qua', 'Có');
    await shown.pass(29);
    expect(shown.root.querySelector('dialog')).to.equal(null);
    await shown.pass(1);
    await shown.sees('Ông/bà còn đang trả lời không?');
    await shown.sees('Sau 15 giây nữa');
    await expect(shown.element).to.be.accessible();
    await shown.press('Tôi vẫn đang trả lời');
    expect(shown.root.querySelector('dialog')).to.equal(null);
    expect(shown.root.querySelector<HTMLInputElement>('input[value=true]')!.checked).to.equal(true);
    await shown.pass(45);
    await shown.sees('Kính chào ông/bà');
    await shown.press('Tiếp tục');
    expect(shown.root.querySelectorAll('input:checked')).to.have.length(0);
    expect(localStorage.length).to.equal(0);
  });

  it('does not warn where nothing was begun, and is ready for the next person ten seconds after thanks, with another id', async () => {
    const shown = await atKiosk();
    await shown.pass(200);
    await shown.sees('Kính chào ông/bà');
    const answer = async () => {
      await shown.press('Tiếp tục');
      await shown.choose('Trong 12 tháng qua', 'Không');
      await shown.choose('Ông/bà nộp hồ sơ', 'Tại quầy');
      await shown.press('Tiếp tục');
      await shown.sees('Cảm ơn ông/bà đã quan tâm');
    };
    await answer();
    expect(shown.text(), 'told with the thanks, not a tick later').to.contain('Phiếu mới tự mở sau 10 giây.');
    await shown.pass(1);
    await shown.sees('Phiếu mới tự mở sau 10 giây.');
    await shown.pass(10);
    await shown.sees('Kính chào ông/bà');
    await answer();
    await shown.pass(1);
    await shown.press('Mời người tiếp theo');
    await shown.sees('Kính chào ông/bà');
    expect(shown.fake.kept.size).to.equal(2);
    expect([...shown.fake.kept.values()].map(({ context }) => context?.channel)).to.deep.equal(['kiosk', 'kiosk']);
    expect(localStorage.length).to.equal(0);
  });
});
