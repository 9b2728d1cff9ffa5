import { loadWords, vi } from '@dvc/locale';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { field, onePage } from '../page.test-helper.js';
import { fieldView, loadViews } from './index.js';

before(() => loadViews(['time']));

describe('time', () => {
  it('is one box with an example, for digits or words, that no browser reads in its own language', async () => {
    const { find, root } = await onePage({ control: 'time', label: 'Giờ hẹn', hint: 'Trong giờ làm việc' });
    const input = find('#f1');
    expect([input.type, input.inputMode, input.autocomplete, input.dataset['width']]).to.deep.equal(['text', 'numeric', 'off', 's']);
    expect(root.querySelector('.hint')?.textContent).to.equal(`Trong giờ làm việc. ${vi.timeExample}`);
    expect(input.getAttribute('aria-describedby')).to.equal('f1-hint');
    expect(root.querySelector('label')?.control).to.equal(input);
  });

  it('is told as typed, and shows what it was tidied to', async () => {
    const { draw, find, heard, root } = await onePage({ control: 'time' });
    find('#f1').focus();
    await sendKeys({ type: '8 giờ 30' });
    expect(heard.at(-1)).to.deep.equal({ id: 'f1', text: '8 giờ 30' });
    await draw(fieldView(field({ control: 'time', text: '8 giờ 30' }), vi));
    expect([find('#f1').value, root.activeElement?.id]).to.deep.equal(['8 giờ 30', 'f1']);
    await sendKeys({ press: 'Tab' });
    await draw(fieldView(field({ control: 'time', text: '08:30' }), vi));
    expect(find('#f1').value).to.equal('08:30');
  });

  it('shows what no clock of this country shows, whole', async () => {
    for (const text of ['08:30:15', '08:30:00Z', '23:59:60.123456-05:00', 'hôm qua']) {
      const { find } = await onePage({ control: 'time', text });
      expect(find('#f1').value).to.equal(text);
      expect(find('#f1').scrollWidth, text).to.be.at.most(find('#f1').clientWidth);
    }
  });

  it('says its error on the box, beside the example', async () => {
    const { find, root, host } = await onePage({ control: 'time', text: '25:00', error: 'Giờ hẹn phải trong khoảng từ 00:00 đến 23:59.' });
    expect([find('#f1').getAttribute('aria-invalid'), find('#f1').getAttribute('aria-describedby')]).to.deep.equal(['true', 'f1-hint f1-error']);
    expect(root.querySelector('.error')?.textContent).to.contain('23:59');
    await expect(host).to.be.accessible();
  });

  it('speaks another language', async () => {
    const en = await loadWords('en');
    const { draw, root } = await onePage({ control: 'time' });
    await draw(fieldView(field({ control: 'time' }), en));
    expect(root.querySelector('.hint')?.textContent).to.equal(en.timeExample);
  });
});
