import { expect } from '@open-wc/testing';
import { documentOf, mount, threeSteps } from './mount.test-helper.js';

it('rows come with their sheet', async () => {
  const document = documentOf({ properties: { people: { type: 'array', title: 'Người', items: { type: 'object', properties: { name: { type: 'string', title: 'Tên' } } } } } });
  const { root } = await mount({ document, data: { people: [{ name: 'An' }] } } as never);
  expect(getComputedStyle(root.querySelector('[part~=row]')!).borderTopStyle).to.equal('solid');
});

it('the review page comes with its sheet', async () => {
  const { form, root } = await mount({ document: threeSteps(), data: { name: 'An', kids: 'no' } } as never);
  form.goTo('review');
  await form.updateComplete;
  while (!root.querySelector('.review dl')) await new Promise((resolve) => { setTimeout(resolve, 10); });
  expect(getComputedStyle(root.querySelector('.review dl > div')!).display).to.equal('grid');
});
