import { expect } from '@open-wc/testing';
import { defineForm, type DvcForm } from './index.js';

const booking = defineForm({ type: 'object', required: ['name'], properties: { name: { type: 'string', title: 'Họ và tên' }, part: { enum: ['morning', 'afternoon'] } } });

describe('defineForm', () => {
  let element: DvcForm;
  beforeEach(() => { document.body.append(element = document.createElement('dvc-form')); });
  afterEach(() => element.remove());

  it('shows the schema in the element, and is the element itself', async () => {
    const form = booking.attach(element);
    expect(form).to.equal(element);
    expect(form.schema).to.equal(booking.schema);
    await form.updateComplete;
    expect(element.shadowRoot!.querySelector('label')?.textContent).to.contain('Họ và tên');
  });

  it('carries the answers as they are typed', async () => {
    const form = booking.attach(element);
    form.data = { name: 'Trần Thị Hoà', part: 'morning' };
    await form.updateComplete;
    const sent = new Promise<string>((done) => {
      form.addEventListener('dvc-submit', (event) => {
        event.preventDefault();
        done(`${event.detail.answers.name}, ${event.detail.answers.part}`);
      });
    });
    form.submit();
    expect(await sent).to.equal('Trần Thị Hoà, morning');
    expect(form.payload?.part).to.equal('morning');
  });

  it('leaves an element alone that gets its form in another way', () => {
    expect(booking.of(element)).to.equal(element);
    expect(element.schema).to.equal(undefined);
  });
});
