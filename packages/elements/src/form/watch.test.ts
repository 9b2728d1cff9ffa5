import { expect } from '@open-wc/testing';
import { documentOf, mount } from './mount.test-helper.js';

const more = (title: string) => ({ required: ['more'], properties: { more: { type: 'string', title, minLength: 1 } } });
const document = documentOf({
  properties: { kind: { title: 'Loại', oneOf: [{ const: 'a', title: 'Loại A' }, { const: 'b', title: 'Loại B' }] } },
  allOf: [{ if: { properties: { kind: { const: 'b' } }, required: ['kind'] }, then: more('Nói thêm') }],
});

it('a field that goes away while it has the focus goes quietly, and comes back with its answer', async () => {
  const thrown: unknown[] = [];
  const listen = (event: ErrorEvent) => { thrown.push(event.error); };
  addEventListener('error', listen);
  const { form, root } = await mount({ document, data: { kind: 'b', more: 'x' } } as never);
  const box = root.querySelector<HTMLInputElement>('input:not([type=radio])')!;
  box.focus();
  // By script, as a host or an assistive tool does: a press of a person takes the focus away first.
  const [a, b] = root.querySelectorAll<HTMLInputElement>('input[type=radio]');
  a!.click();
  await form.updateComplete;
  expect(root.querySelector('input:not([type=radio])')).to.equal(null);
  b!.click();
  await form.updateComplete;
  expect(root.querySelector<HTMLInputElement>('input:not([type=radio])')!.value).to.equal('x');
  expect(thrown).to.deep.equal([]);
  removeEventListener('error', listen);
});

it('a field with two issues has one line in the summary', async () => {
  const { form, root } = await mount({ document: documentOf({ properties: { name: { type: 'string', title: 'Tên', format: 'person-name', minLength: 2 } }, required: ['name'] }), data: { name: '' } } as never);
  form.reportValidity();
  await form.updateComplete;
  expect(root.querySelectorAll('[part~=summary] a')).to.have.length(1);
});

it('what changes while the form is off the page is there when it is back', async () => {
  const { form, root } = await mount({ document, data: { kind: 'a' } } as never);
  const { parentElement } = form;
  form.remove();
  form.data = { kind: 'b', more: 'y' };
  await form.updateComplete;
  parentElement!.append(form);
  await form.updateComplete;
  expect(root.querySelector<HTMLInputElement>('input:not([type=radio])')!.value).to.equal('y');
  form.data = { kind: 'b', more: 'z' };
  expect(root.querySelector<HTMLInputElement>('input:not([type=radio])')!.value).to.equal('z');
});
