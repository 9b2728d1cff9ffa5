import { vi } from '@dvc/locale';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { fieldView, loadViews } from './fields/index.js';
import { field, onePage, page } from './page.test-helper.js';
import { focusField, leftField, readAction } from './read-control.js';

const options = ['a', 'b', 'c'].map(value => ({ value, label: value.toUpperCase() }));
before(() => loadViews());

describe('readControl', () => {
  it('reads what was typed, raw', async () => {
    for (const control of ['text', 'number', 'money', 'textarea'] as const) {
      const { find, heard } = await onePage({ control });
      find('#f1').value = ' 1.500 ';
      find('#f1').dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      expect(heard, control).to.deep.equal([{ id: 'f1', text: ' 1.500 ' }]);
    }
  });

  it('reads choices as option values', async () => {
    const radio = await onePage({ control: 'radio', options });
    radio.find('#f1-1').click();
    expect(radio.heard.at(-1)).to.deep.equal({ id: 'f1', chosen: ['b'] });
    const boxes = await onePage({ control: 'checkboxes', options, chosen: ['a'] });
    boxes.find('#f1-2').click();
    expect(boxes.heard.at(-1)).to.deep.equal({ id: 'f1', chosen: ['a', 'c'] });
    const one = await onePage({ control: 'checkbox' });
    one.find('#f1').click();
    expect(one.heard.at(-1)).to.deep.equal({ id: 'f1', chosen: ['true'] });
    one.find('#f1').click();
    expect(one.heard.at(-1)).to.deep.equal({ id: 'f1', chosen: [] });
    const select = await onePage({ control: 'select', options });
    select.find('#f1').value = 'c';
    select.find('#f1').dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    expect(select.heard.at(-1)).to.deep.equal({ id: 'f1', chosen: ['c'] });
  });

  it('a select whose list lacks the code shows "choose"', async () => {
    const { find } = await onePage({ control: 'select', options, chosen: ['zz'] });
    expect(find<HTMLSelectElement>('select').selectedIndex).to.equal(0);
  });

  it('the whole card of an option can be pressed', async () => {
    const { find, root, heard } = await onePage({ control: 'radio', options });
    const box = find<HTMLElement>('.option:nth-child(3)').getBoundingClientRect();
    (root.elementFromPoint(box.right - 5, box.top + 5) as HTMLElement).click();
    expect(heard.at(-1)).to.deep.equal({ id: 'f1', chosen: ['c'] });
  });

  it('knows when the focus left the whole field', async () => {
    const left: boolean[] = [];
    const { root, find } = await page(html`${fieldView(field({ control: 'date' }), vi)}${fieldView(field({ id: 'f2', control: 'text' }), vi)}`);
    root.addEventListener('focusout', event => left.push(leftField(event as FocusEvent)));
    find('#f1').focus();
    find('#f1-month').focus();
    find('#f2').focus();
    expect(left).to.deep.equal([false, true]);
  });
});

describe('focusField', () => {
  it('goes to the box that is wrong, the chosen option, else the control, in each kind of field', async () => {
    const { root } = await page(html`
      ${fieldView(field({ id: 'd', control: 'date', text: '1//2000', error: 'x' }), vi)}${fieldView(field({ id: 'r', control: 'radio', options, chosen: ['b'] }), vi)}
      ${fieldView(field({ id: 'r2', control: 'radio', options }), vi)}${fieldView(field({ id: 't', control: 'text', error: 'x' }), vi)}
      ${fieldView(field({ id: 's', control: 'select', options }), vi)}${fieldView(field({ id: 'ro', control: 'text', readOnly: true }), vi)}
      ${fieldView(field({ id: 'a"]b', control: 'textarea' }), vi)}<div data-field="g"></div>`);
    const at = (id: string) => focusField(root, id) && root.activeElement?.id;
    expect(at('d')).to.equal('d-month');
    expect(at('r')).to.equal('r-1');
    expect(at('r2')).to.equal('r2-0');
    expect(at('t')).to.equal('t');
    expect(at('s')).to.equal('s');
    expect(at('ro')).to.equal('ro');
    expect(at('a"]b')).to.equal('a"]b');
    expect(focusField(root, 'g') && (root.activeElement as HTMLElement).dataset['field']).to.equal('g');
    expect(focusField(root, 'none')).to.equal(false);
  });

  it('brings a skipped field of a long page into sight', async () => {
    const { root, find } = await page(html`<div class="long">${Array.from({ length: 300 }, (_, i) => fieldView(field({ id: `n${i}`, control: 'text' }), vi))}</div>`);
    const address = location.href;
    focusField(root, 'n290');
    await new Promise(resolve => setTimeout(resolve, 100));
    const { top, bottom } = find('#n290').getBoundingClientRect();
    expect(top).to.be.greaterThan(0);
    expect(bottom).to.be.lessThan(innerHeight);
    expect(location.href).to.equal(address);
  });
});

describe('readAction', () => {
  it('finds the action under a press and keeps links from navigating', async () => {
    const { root, find } = await page(html`<a href="#x" data-action="goto" data-id="x"><b>đi</b></a><button data-action="next" aria-disabled="true">n</button><p>p</p>`);
    const seen: (string | undefined)[] = [];
    let prevented = false;
    root.addEventListener('click', event => {
      const action = readAction(event);
      seen.push(action && `${action.action} ${action.id}`);
      prevented ||= event.defaultPrevented;
    });
    find('b').click();
    expect(prevented).to.equal(true);
    find('button').click();
    find('p').click();
    expect(seen).to.deep.equal(['goto x', undefined, undefined]);
  });
});
