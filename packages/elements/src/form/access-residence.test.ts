import { expect } from '@open-wc/testing';
import { walk } from './access.test-helper.js';
import { mount, realForm } from './mount.test-helper.js';

describe('<dvc-form>: change of residence is accessible and keeps the page’s policy', () => {
  walk('cu-tru/thay-doi-thong-tin-cu-tru', ['Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp']);

  it('the summary of the whole form has no two equal lines', async () => {
    const { document } = await realForm('cu-tru/thay-doi-thong-tin-cu-tru');
    const { form, hand } = await mount({ document, data: { case: 'permanent', relationToHead: 'child', otherHead: {}, ownerOpinion: {}, place: { ownership: 'other', address: {} }, members: [{}, {}], applicant: { birthDate: '2015-01-01' } } } as never);
    form.reportValidity();
    await hand.settled();
    const lines = await hand.summary();
    expect(lines.length).to.be.at.least(20);
    expect(lines.filter((line, i) => lines.indexOf(line) !== i)).to.deep.equal([]);
  });
});
