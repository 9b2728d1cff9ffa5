import { vi } from '@dvc/locale';
import { expect, fixture, waitUntil, aTimeout } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { html, LitElement, type TemplateResult } from 'lit';
import { base } from '../base.styles.js';
import { controls } from '../controls.styles.js';
import type { FieldModel, Option } from '../model.js';
import { tokens } from '../tokens.js';
import { defineCombobox, type ComboboxChoice, type DvcCombobox } from './combobox.js';
import { comboboxView } from './view.js';

const provinces: Option[] = [
  { value: '01', label: 'Thành phố Hà Nội', formerly: ['Tỉnh Hà Tây'] },
  { value: '33', label: 'Tỉnh Hưng Yên', formerly: ['Tỉnh Thái Bình'] },
  { value: '19', label: 'Tỉnh Thái Nguyên', formerly: ['Tỉnh Bắc Kạn'] },
  { value: '66', label: 'Tỉnh Đắk Lắk', formerly: ['Tỉnh Phú Yên'] },
  { value: '79', label: 'Thành phố Hồ Chí Minh', formerly: ['Tỉnh Bình Dương', 'Tỉnh Bà Rịa - Vũng Tàu'] },
  { value: '38', label: 'Tỉnh Thanh Hóa' },
];
const blank: FieldModel = { id: 'f1', control: 'combobox', label: 'Tỉnh, thành phố', text: '', required: true, readOnly: false, disabled: false, options: provinces };

/** Stands for the form: a shadow root with the sheets, a model, and the one listener. */
class Host extends LitElement {
  static override properties = { model: { attribute: false } };
  static override styles = [tokens, base, controls];
  declare model: FieldModel;
  heard: ComboboxChoice[] = [];
  natives = 0;
  override render(): TemplateResult {
    return html`<div class="dvc" @dvc-choose=${this.hear} @input=${this.count} @change=${this.count}>${comboboxView(this.model, vi)}<button id="after" type="button">Sau</button></div>`;
  }
  private hear({ detail }: CustomEvent<ComboboxChoice>): void {
    this.heard.push(detail);
    this.model = 'text' in detail ? { ...this.model, text: detail.text, chosen: [] } : { ...this.model, text: '', chosen: detail.chosen };
  }
  private count(): void { this.natives++; }
}
customElements.define('combo-host', Host);

async function mount(model: Partial<FieldModel> = {}): Promise<{ host: Host; input: HTMLInputElement; combo: DvcCombobox; options: () => string[]; active: () => string | undefined; settled: () => Promise<unknown> }> {
  const host = await fixture<Host>(html`<combo-host .model=${{ ...blank, ...model }}></combo-host>`);
  const root = host.renderRoot as ShadowRoot;
  const combo = root.querySelector('dvc-combobox') as DvcCombobox;
  await combo.updateComplete;
  const input = root.querySelector('input') as HTMLInputElement;
  return {
    host, input, combo,
    options: () => [...root.querySelectorAll('[role=option]')].map(option => option.textContent?.trim() ?? ''),
    active: () => root.getElementById(input.getAttribute('aria-activedescendant') ?? '-')?.textContent?.trim(),
    settled: async () => { await host.updateComplete; await combo.updateComplete; await combo.updateComplete; },
  };
}
const press = async (...keys: string[]) => { for (const key of keys) await sendKeys({ press: key }); };

describe('<dvc-combobox>', () => {
  it('has the roles of the pattern, closed and open, and no axe violation', async () => {
    const { host, input, combo, settled } = await mount({ hint: 'Nơi đăng ký', error: 'Chọn tỉnh, thành phố.' });
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(input.getAttribute('aria-describedby')).to.equal('f1-hint f1-error');
    await expect(host).to.be.accessible();
    input.focus();
    await press('ArrowDown');
    await settled();
    const root = host.renderRoot as ShadowRoot;
    for (const id of (input.getAttribute('aria-describedby') ?? '').split(' ')) expect(root.getElementById(id), id).to.exist;
    expect(root.getElementById(input.getAttribute('aria-controls') ?? '')?.getAttribute('role')).to.equal('listbox');
    expect(root.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-selected')).to.equal('true');
    expect(combo.querySelectorAll('[role=status]')).to.have.length(1);
    await expect(host).to.be.accessible();
  });

  it('is walked by keyboard', async () => {
    const { host, input, active, options, settled } = await mount();
    input.focus();
    await settled();
    expect(options()).to.have.length(0);
    await press('ArrowDown'); await settled();
    expect(active()).to.equal('Thành phố Hà Nội');
    await press('ArrowDown', 'ArrowDown'); await settled();
    expect(active()).to.equal('Tỉnh Thái Nguyên');
    await press('End'); await settled();
    expect(active()).to.equal('Tỉnh Thanh Hóa');
    await press('ArrowDown'); await settled();
    expect(active()).to.equal('Thành phố Hà Nội');
    await press('ArrowUp'); await settled();
    expect(active()).to.equal('Tỉnh Thanh Hóa');
    await press('Home'); await settled();
    expect(active()).to.equal('Thành phố Hà Nội');
    await press('PageDown'); await settled();
    expect(active()).to.equal('Tỉnh Thanh Hóa');
    await press('PageUp', 'Enter'); await settled();
    expect(input.value).to.equal('Thành phố Hà Nội');
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    expect(host.heard).to.deep.equal([{ id: 'f1', chosen: ['01'] }]);
    await press('ArrowDown'); await settled();
    expect(options()).to.have.length(6);
    expect(active()).to.equal('Thành phố Hà Nội');
    await press('Escape'); await settled();
    expect(input.getAttribute('aria-expanded')).to.equal('false');
    expect(input.value).to.equal('Thành phố Hà Nội');
    await press('Escape'); await settled();
    expect(input.value).to.equal('');
    expect(host.heard.at(-1)).to.deep.equal({ id: 'f1', chosen: [] });
  });

  it('narrows while typing, suggests from old names, and Enter never reaches a form', async () => {
    const { host, input, options, active, settled } = await mount();
    let enters = 0;
    host.addEventListener('keydown', event => { if (event.key === 'Enter' && !event.defaultPrevented) enters++; });
    input.focus();
    await sendKeys({ type: 'thai bi' }); await settled();
    expect(options()).to.deep.equal(['Tỉnh Hưng Yên (trước đây: Tỉnh Thái Bình)']);
    await press('Home'); await settled();
    expect(active(), 'Home moves the caret while no option is active').to.equal(undefined);
    await press('ArrowDown', 'Enter'); await settled();
    expect(input.value).to.equal('Tỉnh Hưng Yên');
    expect(host.heard.at(-1)).to.deep.equal({ id: 'f1', chosen: ['33'] });
    await press('Enter');
    expect([enters, host.natives]).to.deep.equal([0, 0]);
  });

  it('Tab keeps the only match; leaving with an exact text chooses it; other text stays and is told', async () => {
    const { host, input, settled } = await mount();
    input.focus();
    await sendKeys({ type: 'dak' }); await press('Tab'); await settled();
    expect(input.value).to.equal('Tỉnh Đắk Lắk');
    expect((host.renderRoot as ShadowRoot).activeElement?.id).to.equal('after');

    input.focus(); input.select();
    await sendKeys({ type: 'tinh thai nguyen' });
    input.blur(); await settled();
    expect([input.value, host.heard.at(-1)]).to.deep.equal(['Tỉnh Thái Nguyên', { id: 'f1', chosen: ['19'] }]);

    input.focus(); input.select();
    await sendKeys({ type: 'thanh' }); await press('Tab'); await settled();
    expect([input.value, host.heard.at(-1)]).to.deep.equal(['thanh', { id: 'f1', text: 'thanh' }]);
  });

  it('leaves the text alone while Telex or VNI composes', async () => {
    const { host, input, options, settled } = await mount();
    input.focus();
    await press('ArrowDown'); await settled();
    const before = options().length;
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
    for (const text of ['d', 'dd', 'đ', 'đa', 'đă', 'đắk']) {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
      host.model = { ...host.model };
      await settled();
      expect([input.value, options().length, host.heard.length]).to.deep.equal([text, before, 0]);
    }
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true }));
    await settled();
    expect([input.value, options(), host.heard]).to.deep.equal(['đắk', ['Tỉnh Đắk Lắk'], [{ id: 'f1', text: 'đắk' }]]);
  });

  it('never rewrites what is being typed, whatever the model says', async () => {
    const { host, input, settled } = await mount();
    input.focus();
    await sendKeys({ type: 'tha' });
    host.model = { ...host.model, text: 'khác', chosen: ['01'] }; await settled();
    expect(input.value).to.equal('tha');
  });

  it('announces the count once, after typing has paused', async () => {
    const { combo, input } = await mount();
    input.focus();
    await waitUntil(() => combo.querySelector('[role=status]'));
    const said: string[] = [];
    new MutationObserver(() => said.push(combo.querySelector('[role=status]')?.textContent ?? '')).observe(combo.querySelector('[role=status]') as Element, { childList: true, characterData: true, subtree: true });
    await sendKeys({ type: 'thanh' });
    expect(said).to.deep.equal([]);
    await waitUntil(() => said.length, 'announced', { timeout: 2000 });
    await aTimeout(100);
    expect(said).to.deep.equal(['3 kết quả']);
  });

  it('asks for its options when focused, busy meanwhile, and shows the chosen name without focus', async () => {
    let asked = 0;
    let give: (options: readonly Option[]) => void = () => undefined;
    const loadOptions = () => { asked++; return new Promise<readonly Option[]>(resolve => { give = resolve; }); };
    const { host, combo, input, options, settled } = await mount({ options: undefined, loadOptions });
    expect(asked).to.equal(0);
    input.focus();
    await press('ArrowDown'); await settled();
    expect(asked).to.equal(1);
    expect(combo.querySelector('[role=listbox]')?.getAttribute('aria-busy')).to.equal('true');
    expect(combo.querySelector('.combo-popup p')?.textContent).to.equal(vi.comboLoading);
    await expect(host).to.be.accessible();
    give(provinces); await aTimeout(0); await settled();
    expect(options()).to.have.length(6);
    expect(combo.querySelector('[aria-busy]')).to.equal(null);

    const second = await mount({ options: undefined, chosen: ['66'], loadOptions: () => Promise.resolve(provinces) });
    await waitUntil(() => second.input.value);
    expect(second.input.value).to.equal('Tỉnh Đắk Lắk');
  });

  it('drops the options when the list is another one', async () => {
    const { host, input, options, settled } = await mount({ options: undefined, loadOptions: () => Promise.resolve(provinces) });
    input.focus(); await press('ArrowDown'); await settled(); await settled();
    expect(options()).to.have.length(6);
    host.model = { ...host.model, loadOptions: () => Promise.resolve([{ value: 'x', label: 'Phường Một' }]) };
    await settled(); await aTimeout(0); await settled();
    expect(options()).to.deep.equal(['Phường Một']);
  });

  it('is typed freely when the list cannot be had, and asks again at the next focus', async () => {
    let works = false;
    const { host, combo, input, options, settled } = await mount({ options: undefined, loadOptions: () => works ? Promise.resolve(provinces) : Promise.reject(new Error('offline')) });
    input.focus(); await aTimeout(0); await settled();
    expect(combo.querySelector('#f1-missing')?.textContent).to.equal(vi.comboMissing);
    expect(input.getAttribute('aria-describedby')).to.equal('f1-missing');
    await sendKeys({ type: 'Phú Thọ' }); await press('ArrowDown', 'Tab'); await settled();
    expect([input.value, host.heard.at(-1)]).to.deep.equal(['Phú Thọ', { id: 'f1', text: 'Phú Thọ' }]);
    await expect(host).to.be.accessible();
    works = true;
    input.focus(); await aTimeout(0); await settled();
    await press('ArrowDown'); await settled();
    expect(options()).to.deep.equal([]);
    expect(combo.querySelector('.combo-popup p')?.textContent).to.equal(vi.comboNone);

    const marked = await mount({ options: undefined, listMissing: true });
    expect(marked.combo.querySelector('#f1-missing')).to.exist;
    expect(marked.combo.querySelector('button')).to.equal(null);
  });

  it('shows at most 50 and says so', async () => {
    const many = Array.from({ length: 120 }, (_, i): Option => ({ value: `${i}`, label: `Xã số ${i}` }));
    const { combo, input, options, active, settled } = await mount({ options: many });
    input.focus(); await press('ArrowUp'); await settled();
    expect(options()).to.have.length(50);
    expect(active()).to.equal('Xã số 49');
    expect(combo.querySelector('.combo-popup p')?.textContent).to.equal('Đang hiện 50 trên 120 kết quả. Gõ thêm để thu hẹp.');
  });

  it('is chosen from with the mouse, the focus staying in the input; its popup is not clipped by the field', async () => {
    const { host, combo, input, settled } = await mount();
    const style = new CSSStyleSheet();
    style.replaceSync('.field { content-visibility: auto; contain: paint layout; overflow: hidden; height: 110px; } .dvc { overflow: hidden; height: 160px; }');
    (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(style);
    // What is near the screen is laid out with the next frame, and a busy machine is late with it.
    await aTimeout(50);
    const box = input.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(box.x + 20), Math.round(box.y + box.height / 2)] });
    await waitUntil(() => combo.querySelectorAll('[role=option]').length > 2 && combo.querySelector('.combo-popup')!.getBoundingClientRect().height > 0, 'the popup opens', { timeout: 5000 });
    await settled(); await aTimeout(50);
    const option = combo.querySelectorAll('[role=option]')[2] as HTMLElement;
    const place = option.getBoundingClientRect();
    const popup = (combo.querySelector('.combo-popup') as HTMLElement).getBoundingClientRect();
    expect(Math.abs(popup.left - box.left)).to.be.lessThan(2);
    expect(Math.abs(popup.width - box.width)).to.be.lessThan(2);
    expect(popup.top).to.be.within(box.bottom, box.bottom + 8);
    const [x, y] = [Math.round(place.x + 30), Math.round(place.y + place.height / 2)];
    expect((host.renderRoot as ShadowRoot).elementFromPoint(x, y)).to.equal(option);
    await sendMouse({ type: 'click', position: [x, y] }); await settled();
    expect([input.value, host.heard, (host.renderRoot as ShadowRoot).activeElement === input]).to.deep.equal(['Tỉnh Thái Nguyên', [{ id: 'f1', chosen: ['19'] }], true]);
    const toggle = combo.querySelector('button') as HTMLElement;
    toggle.click(); await settled();
    expect(input.getAttribute('aria-expanded')).to.equal('true');
    toggle.click(); await settled();
    expect(input.getAttribute('aria-expanded')).to.equal('false');
  });

  it('disabled or read-only it does not open; defining twice does not throw', async () => {
    const { input, options, settled } = await mount({ readOnly: true, chosen: ['01'] });
    expect(input.value).to.equal('Thành phố Hà Nội');
    input.focus(); await press('ArrowDown'); await settled();
    expect(options()).to.deep.equal([]);
    defineCombobox();
    await fixture(html`<dvc-combobox></dvc-combobox>`);
  });
});
