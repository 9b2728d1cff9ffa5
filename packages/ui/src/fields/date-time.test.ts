import { vi } from '@dvc/locale';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { field, onePage, type Page } from '../page.test-helper.js';
import { splitDateTime } from './date-time.js';
import { fieldView, loadViews } from './index.js';

before(() => loadViews(['date-time']));
const inputs = ({ root }: Page) => [...root.querySelectorAll<HTMLInputElement>('.date input[inputmode]')];
const values = (on: Page) => inputs(on).map(({ value }) => value);
const say = (input: HTMLElement, type: string) => input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
const shown = async (text: string) => values(await onePage({ control: 'date-time', text }));
const wrong = async (text: string) => inputs(await onePage({ control: 'date-time', text, error: 'x' })).map(input => (input.getAttribute('aria-invalid') ? 1 : 0)).join('');

describe('date and time', () => {
  it('splits what is written in one go', () => {
    for (const text of ['21/11/2026 8h30', '8h30 21/11/2026', 'ngày 21 tháng 11 năm 2026 lúc 8h30', '21-11-2026, 8h30', '2026-11-21T8h30']) expect(splitDateTime(text), text).to.deep.equal(['21', '11', '2026', '8h30']);
    expect(splitDateTime('2026-11-21T08:30:00Z')).to.deep.equal(['21', '11', '2026', '08:30:00Z']);
    expect(splitDateTime('21/11/2026')).to.deep.equal(['21', '11', '2026']);
    for (const text of ['', '21', '8:30', 'a b', 'x '.repeat(30)]) expect(splitDateTime(text), text).to.equal(undefined);
  });

  it('names four boxes in words, and a calendar for the date', async () => {
    const on = await onePage({ control: 'date-time' });
    expect([...on.root.querySelectorAll<HTMLLabelElement>('.date label')].map(label => `${label.textContent} ${label.control?.id}`)).to.deep.equal(['Ngày f1', 'Tháng f1-month', 'Năm f1-year', 'Giờ f1-clock']);
    expect(on.root.querySelector('.hint')?.textContent).to.equal(vi.dateTimeExample);
    on.find<HTMLButtonElement>('[data-action=pick-date]').click();
    inputs(on)[3]!.value = '8:30';
    const native = on.find('input[type=date]');
    native.value = '2026-11-24';
    say(native, 'change');
    expect(on.heard.at(-1)).to.deep.equal({ id: 'f1', text: '24/11/2026 8:30' });
  });

  it('is typed by keyboard from box to box', async () => {
    const on = await onePage({ control: 'date-time' });
    on.find('#f1').focus();
    for (const part of ['21', '11', '2026', '8h30']) {
      await sendKeys({ type: part });
      await sendKeys({ press: 'Tab' });
    }
    expect(on.heard.map(({ text }) => text)).to.include.members(['2//', '21//', '21/1/', '21/11/2026', '21/11/2026 8', '21/11/2026 8h30']);
    await on.draw(fieldView(field({ control: 'date-time', text: '21/11/2026 08:30' }), vi));
    expect(values(on)).to.deep.equal(['21', '11', '2026', '08:30']);
  });

  it('is empty when all boxes are, and tells which are not', async () => {
    const on = await onePage({ control: 'date-time', text: '21/11/2026 08:30' });
    for (const input of inputs(on)) input.value = '';
    say(on.find('#f1'), 'input');
    on.find('#f1-clock').value = '8:30';
    say(on.find('#f1-clock'), 'input');
    expect(on.heard.map(({ text }) => text)).to.deep.equal(['', '// 8:30']);
  });

  it('all of it pasted fills the boxes; a date alone leaves the time', async () => {
    const on = await onePage({ control: 'date-time' });
    const paste = (text: string) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', text);
      on.find('#f1-month').dispatchEvent(new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true, clipboardData }));
    };
    paste('8h30 ngày 21/11/2026');
    expect(values(on)).to.deep.equal(['21', '11', '2026', '8h30']);
    paste('22/11/2026');
    expect(on.heard.at(-1)).to.deep.equal({ id: 'f1', text: '22/11/2026 8h30' });
  });

  it('what is typed in one box stays there while it is typed, and is divided on leaving', async () => {
    const on = await onePage({ control: 'date-time' });
    on.find('#f1').focus();
    on.find('#f1').value = '21/11/2026 8:30';
    say(on.find('#f1'), 'input');
    await on.draw(fieldView(field({ control: 'date-time', text: on.heard.at(-1)!.text! }), vi));
    expect(values(on)).to.deep.equal(['21/11/2026 8:30', '', '', '']);
    say(on.find('#f1'), 'change');
    expect(values(on)).to.deep.equal(['21', '11', '2026', '8:30']);
    expect(on.heard.at(-1)).to.deep.equal({ id: 'f1', text: '21/11/2026 8:30' });
  });

  it('shows every value whole, and what it cannot divide as it came', async () => {
    expect(await shown('21/11/2026 08:30')).to.deep.equal(['21', '11', '2026', '08:30']);
    expect(await shown('21/11/2026 08:30:15.5')).to.deep.equal(['21', '11', '2026', '08:30:15.5']);
    expect(await shown('21/11/2026 08:30:00Z')).to.deep.equal(['21', '11', '2026', '08:30:00Z']);
    expect(await shown('2026-11-21 08:30:00-05:00')).to.deep.equal(['21', '11', '2026', '08:30:00-05:00']);
    expect(await shown('// 8:30')).to.deep.equal(['', '', '', '8:30']);
    expect(await shown('21/11/2026')).to.deep.equal(['21', '11', '2026', '']);
    expect(await shown('hôm qua')).to.deep.equal(['', '', '', 'hôm qua']);
    expect(await shown('')).to.deep.equal(['', '', '', '']);
    const on = await onePage({ control: 'date-time', text: '21/11/2026 08:30:15.123456-05:00' });
    expect(on.find('#f1-clock').scrollWidth).to.be.at.most(on.find('#f1-clock').clientWidth);
  });

  it('marks the boxes that an error is about', async () => {
    expect(await wrong('21/11/2026')).to.equal('0001');
    expect(await wrong('// 8:30')).to.equal('1110');
    expect(await wrong('31/02/2026 8:30')).to.equal('1000');
    expect(await wrong('29/02/2024 08:30')).to.equal('1111');
    expect(await wrong('21/13/26 25:00')).to.equal('0111');
    for (const clock of ['8:75', '2460', 'sáng']) expect(await wrong(`21/11/2026 ${clock}`), clock).to.equal('0001');
    for (const clock of ['8', '0830', '8 giờ 30', '8h']) expect(await wrong(`21/11/2026 ${clock}`), clock).to.equal('1111');
    expect(await wrong('')).to.equal('1111');
  });

  it('has no axe violation in error, and lets the box that is wrong be found', async () => {
    const { host } = await onePage({ control: 'date-time', text: '21/11/2026', error: 'Giờ hẹn còn thiếu giờ.' });
    await expect(host).to.be.accessible();
  });
});
