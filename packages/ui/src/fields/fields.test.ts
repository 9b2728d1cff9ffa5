import { vi, loadWords } from '@dvc/locale';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { Control, FieldModel } from '../model.js';
import { field, onePage, page } from '../page.test-helper.js';
import { fieldView, loadViews } from './index.js';

const options = [{ value: '1', label: 'Nam' }, { value: '2', label: 'Nữ', hint: 'Theo giấy tờ' }];
const all: Control[] = ['text', 'number', 'money', 'textarea', 'select', 'radio', 'checkboxes', 'checkbox', 'date', 'partial-date', 'time', 'date-time', 'file', 'combobox'];
const of = (control: Control, more: Partial<FieldModel> = {}) => field({ control, options, ...more });
const textOf = (root: ShadowRoot, ids: string | null) => (ids ?? '').split(' ').filter(Boolean).map(id => root.getElementById(id)?.textContent ?? `(no ${id})`).join(' | ');

before(() => loadViews());

describe('every field view', () => {
  for (const control of all) {
    it(`${control}: names, describes and marks its control`, async () => {
      const { root, find } = await page(fieldView(of(control, { hint: 'Ghi theo giấy tờ', error: 'Nhập họ tên.', warning: 'Xem lại.' }), vi));
      const own = find<HTMLElement>(control === 'checkboxes' ? 'fieldset' : '#f1');
      const describing = control.includes('date') ? find<HTMLElement>('fieldset') : own;
      const description = textOf(root, describing.getAttribute('aria-describedby'));
      for (const part of ['Ghi theo giấy tờ', 'Lỗi: Nhập họ tên.', 'Lưu ý: Xem lại.']) expect(description).to.contain(part);
      expect(description).not.to.contain('(no ');
      expect(root.querySelectorAll('[aria-invalid=true]').length, 'aria-invalid').to.be.greaterThan(0);
      const caption = find<HTMLElement>('label, legend');
      expect(find<HTMLElement>('[part~=label]').textContent).to.equal(`Họ, chữ đệm, tên ${vi.required}`);
      if (caption instanceof HTMLLabelElement) expect(caption.control?.id).to.equal('f1');
      if (control !== 'checkboxes') expect(root.querySelectorAll('[aria-required=true]').length, 'aria-required').to.be.greaterThan(0);
      for (const part of ['field', 'label', 'hint', 'error', 'control']) expect(root.querySelectorAll(`[part~=${part}]`).length, part).to.be.greaterThan(0);
    });

    it(`${control}: takes error, hint and label away again`, async () => {
      const { root, draw, find } = await page(fieldView(of(control, { hint: 'a', error: 'b', warning: 'c' }), vi));
      await draw(fieldView(of(control, { label: 'Khác', required: false }), vi));
      for (const gone of ['[part~=error]', '.warning', '[aria-invalid]', '[aria-required]', '.invalid']) expect(root.querySelectorAll(gone).length, gone).to.equal(0);
      expect(find<HTMLElement>('[part~=label]').textContent).to.equal('Khác');
      const left = [...root.querySelectorAll('[aria-describedby]')].map(element => textOf(root, element.getAttribute('aria-describedby'))).join();
      expect(left).not.to.contain('(no ');
    });

    it(`${control}: its elements serve another field without a trace of the first`, async () => {
      const { root, draw } = await page(fieldView(of(control, { id: 'a', error: 'x', hint: 'y', text: '1/2/2000', chosen: ['1'], autocomplete: 'name', maxLength: 9, disabled: true, width: 's' }), vi));
      await draw(fieldView(of(control, { id: 'b', hint: 'z' }), vi));
      const fresh = await page(fieldView(of(control, { id: 'b', hint: 'z' }), vi));
      const shape = (r: ShadowRoot) => [...r.querySelectorAll('.field, .field *')].map(e => `${e.localName}${[...e.attributes].filter(a => a.value || a.name.startsWith('aria')).map(a => ` ${a.name}=${a.value}`).sort().join('')}`).join('\n');
      if (control !== 'combobox') expect(shape(root)).to.equal(shape(fresh.root));
      expect([...root.querySelectorAll('input')].map(({ value, checked, disabled }) => [value, checked, disabled])).to.deep.equal([...fresh.root.querySelectorAll('input')].map(({ value, checked, disabled }) => [value, checked, disabled]));
    });

    for (const theme of ['light', 'dark'] as const) {
      it(`${control}: no axe violation, ${theme}`, async () => {
        const { host } = await page(html`${[{}, { error: 'Nhập lại.', hint: 'Gợi ý' }, { disabled: true, text: '5//1990' }, { readOnly: true, text: '5//1990' }]
          .map((more, i) => fieldView(of(control, { ...more, id: `f${i}` }), vi))}`, theme);
        await expect(host).to.be.accessible();
      });
    }
  }

  it('a model that is the same object touches nothing', async () => {
    const models = all.map((control, i) => of(control, { id: `f${i}`, hint: 'h', error: 'e' }));
    const content = () => models.map(model => fieldView(model, vi));
    const { root, draw } = await page(content());
    const watch = new MutationObserver(() => {});
    watch.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    await draw(content());
    expect(watch.takeRecords()).to.have.length(0);
  });

  it('has no style attribute and no listener attribute anywhere', async () => {
    const { root } = await page(all.map((control, i) => fieldView(of(control, { id: `f${i}`, error: 'e' }), vi)));
    for (const element of root.querySelectorAll('*')) expect([...element.attributes].map(a => a.name).filter(name => name === 'style' || name.startsWith('on'))).to.deep.equal([]);
  });

  it('shows author texts as text', async () => {
    const { root } = await page(all.map((control, i) => fieldView(of(control, { id: `f${i}`, label: '<img src=x>', hint: '<b>h</b>', error: '<i>e</i>', options: [{ value: '<', label: '<u>o</u>', hint: '<s>' }] }), vi)));
    expect(root.querySelectorAll('img, b, i, u, s').length).to.equal(0);
  });

  it('speaks another language without losing what is half typed', async () => {
    const en = await loadWords('en');
    for (const control of ['text', 'money', 'textarea', 'date', 'time', 'date-time'] as const) {
      const { draw, find, root } = await page(fieldView(of(control), vi));
      find('input, textarea').value = '12';
      await draw(fieldView(of(control), en));
      expect(find('input, textarea').value, control).to.equal('12');
      expect(root.textContent).to.contain(en.required).and.not.to.contain(vi.required);
    }
  });
});

describe('text', () => {
  it('is never rewritten while an input method composes', async () => {
    const { draw, find, heard } = await onePage({ control: 'text' });
    const input = find('#f1');
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
    input.value = 'Nguyeenx';
    await draw(fieldView(field({ control: 'text', text: 'Nguyen' }), vi));
    expect(input.value).to.equal('Nguyeenx');
    input.value = 'Nguyễn';
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true }));
    expect(heard.at(-1)).to.deep.equal({ id: 'f1', text: 'Nguyễn' });
    await draw(fieldView(field({ control: 'text', text: 'Nguyễn Văn' }), vi));
    expect(input.value).to.equal('Nguyễn Văn');
  });

  it('keeps the caret when the model comes back with what was typed', async () => {
    const { draw, find } = await onePage({ control: 'text' });
    const input = find('#f1');
    input.value = 'Trần Anh';
    input.setSelectionRange(4, 4);
    await draw(fieldView(field({ control: 'text', text: 'Trần Anh', error: 'x' }), vi));
    expect(input.selectionStart).to.equal(4);
  });

  it('asks the keyboard for what is typed', async () => {
    const name = (await onePage({ control: 'text', autocomplete: 'name' })).find('#f1');
    expect([name.autocomplete, name.autocapitalize, name.getAttribute('spellcheck')]).to.deep.equal(['name', 'words', 'false']);
    const tel = (await onePage({ control: 'text', inputMode: 'tel' })).find('#f1');
    expect([tel.type, tel.inputMode]).to.deep.equal(['tel', 'tel']);
    const money = (await onePage({ control: 'money' })).find('#f1');
    expect([money.type, money.inputMode]).to.deep.equal(['text', 'numeric']);
  });
});

describe('read-only', () => {
  const shown = async (model: Partial<FieldModel> & Pick<FieldModel, 'control'>) => (await onePage({ readOnly: true, options, ...model })).find<HTMLElement>('#f1').textContent;
  it('reads as on paper', async () => {
    expect(await shown({ control: 'radio', chosen: ['2'] })).to.equal('Nữ');
    expect(await shown({ control: 'checkboxes', chosen: ['1', '2'] })).to.equal('Nam\nNữ');
    expect(await shown({ control: 'checkbox', chosen: ['true'] })).to.equal(vi.yes);
    expect(await shown({ control: 'money', text: '8.000' })).to.equal('8.000 đồng');
    expect(await shown({ control: 'partial-date', text: '//1960' })).to.equal('1960');
    expect(await shown({ control: 'text' })).to.equal(vi.empty);
    expect(await shown({ control: 'select', chosen: ['99'] })).to.equal('99');
  });
});
