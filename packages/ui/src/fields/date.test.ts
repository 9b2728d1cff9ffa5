import { vi } from '@dvc/locale';
import { expect } from '@open-wc/testing';
import { field, onePage, type Page } from '../page.test-helper.js';
import { splitDate } from './date.js';
import { fieldView, loadViews } from './index.js';

before(() => loadViews(['date']));
const values = ({ root }: Page) => [...root.querySelectorAll<HTMLInputElement>('.date input[inputmode]')].map(input => input.value);
const say = (input: HTMLElement, type: string) => input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
const wrong = async (text: string, control: 'date' | 'partial-date' = 'date') => {
  const { root } = await onePage({ control, text, error: 'x' });
  return [...root.querySelectorAll('.date input[inputmode]')].map(input => (input.getAttribute('aria-invalid') ? 1 : 0)).join('');
};

describe('date', () => {
  it('splits a date written in one go', () => {
    const whole = ['01', '09', '1990'];
    for (const text of ['01/09/1990', '01-09-1990', ' 01.09.1990 ', '01091990', '1990-09-01', '01 / 09 / 1990', 'ngày 01 tháng 09 năm 1990', '1990-09-01T00:00:00Z']) expect(splitDate(text), text).to.deep.equal(whole);
    expect(splitDate('9/1990')).to.deep.equal(['', '9', '1990']);
    for (const text of ['', '27', '1990', '1/2', 'abc', '1/2/90', '079090001234']) expect(splitDate(text), text).to.equal(undefined);
  });

  it('names three boxes in words, with digits on the keyboard', async () => {
    const { root } = await onePage({ control: 'date' });
    expect([...root.querySelectorAll<HTMLLabelElement>('.date label')].map(label => `${label.textContent} ${(label.control as HTMLInputElement).inputMode}`)).to.deep.equal(['Ngày numeric', 'Tháng numeric', 'Năm numeric']);
    expect(root.querySelector('#f1')).to.equal(root.querySelector('.date input'));
  });

  it('a whole date pasted into any box fills all three', async () => {
    for (const box of ['#f1', '#f1-month', '#f1-year']) {
      const on = await onePage({ control: 'date' });
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', '01/09/1990');
      const paste = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true, clipboardData });
      on.find(box).dispatchEvent(paste);
      expect(values(on)).to.deep.equal(['01', '09', '1990']);
      expect(paste.defaultPrevented).to.equal(true);
      expect(on.heard).to.deep.equal([{ id: 'f1', text: '01/09/1990' }]);
    }
  });

  it('a lone number is pasted by the browser', async () => {
    const { find, heard } = await onePage({ control: 'date' });
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '27');
    const paste = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true, clipboardData });
    find('#f1').dispatchEvent(paste);
    expect(paste.defaultPrevented).to.equal(false);
    expect(heard).to.deep.equal([]);
  });

  it('a whole date typed into one box is split on leaving it, not while typing', async () => {
    const on = await onePage({ control: 'date' });
    const day = on.find('#f1');
    day.value = '1/9/1990';
    say(day, 'input');
    expect(values(on)).to.deep.equal(['1/9/1990', '', '']);
    say(day, 'change');
    expect(values(on)).to.deep.equal(['1', '9', '1990']);
    expect(on.heard.at(-1)).to.deep.equal({ id: 'f1', text: '1/9/1990' });
  });

  it('is read with its empty parts, and empty when all are', async () => {
    const { find, heard } = await onePage({ control: 'partial-date', text: '//1960' });
    say(find('#f1-year'), 'input');
    find('#f1-year').value = '';
    say(find('#f1-year'), 'input');
    expect(heard.map(({ text }) => text)).to.deep.equal(['//1960', '']);
  });

  it('marks the boxes that an error is about', async () => {
    expect(await wrong('27//1990')).to.equal('010');
    expect(await wrong('')).to.equal('111');
    expect(await wrong('32/13/1990')).to.equal('110');
    expect(await wrong('1/1/90')).to.equal('001');
    expect(await wrong('1/1/2090')).to.equal('111');
    expect(await wrong('5//1990', 'partial-date')).to.equal('010');
    expect(await wrong('/9/', 'partial-date')).to.equal('001');
  });

  it('shows a tidied partial date in the boxes that it has', async () => {
    const shown = async (text: string) => [...(await onePage({ control: 'partial-date', text })).root.querySelectorAll<HTMLInputElement>('.date input')].map(({ value }) => value);
    expect(await shown('1960')).to.deep.equal(['', '', '1960']);
    expect(await shown('05/1960')).to.deep.equal(['', '05', '1960']);
    expect(await shown('')).to.deep.equal(['', '', '']);
  });

  it('says which boxes of a partial date may stay empty', async () => {
    const { root } = await onePage({ control: 'partial-date', hint: 'Theo giấy khai sinh' });
    expect(root.querySelector('.hint')?.textContent).to.equal(`Theo giấy khai sinh. ${vi.dateExample}. ${vi.partialDate}`);
  });

  it('offers a calendar for near dates only', async () => {
    const near = await onePage({ control: 'date' });
    near.find<HTMLButtonElement>('[data-action=pick-date]').click();
    const native = near.find('input[type=date]');
    native.value = '2026-11-24';
    say(native, 'input');
    say(native, 'change');
    expect(near.heard.at(-1)).to.deep.equal({ id: 'f1', text: '24/11/2026' });
    expect(values(near)).to.deep.equal(['24', '11', '2026']);
    expect((await onePage({ control: 'date', autocomplete: 'bday' })).find('[data-action=pick-date]')).to.equal(null);
    expect((await onePage({ control: 'partial-date' })).find('[data-action=pick-date]')).to.equal(null);
  });

  it('shows a tidied date without moving the focus on', async () => {
    const on = await onePage({ control: 'date' });
    on.find('#f1').focus();
    on.find('#f1').value = '5';
    await on.draw(fieldView(field({ control: 'date', text: '5//' }), vi));
    expect(on.root.activeElement).to.equal(on.find('#f1'));
    await on.draw(fieldView(field({ control: 'date', text: '05/09/1990' }), vi));
    expect(values(on)).to.deep.equal(['05', '09', '1990']);
  });
});
