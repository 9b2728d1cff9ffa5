import { expect } from '@open-wc/testing';
import { walk } from './access.test-helper.js';
import { mount, realForm } from './mount.test-helper.js';

describe('<dvc-form>: birth registration is accessible and keeps the page’s policy', () => {
  walk('ho-tich/dang-ky-khai-sinh', ['Giấy chứng sinh']);

  it('the summary of the whole form has no two equal lines', async () => {
    const { document } = await realForm('ho-tich/dang-ky-khai-sinh');
    const { form, hand } = await mount({ document, data: { parents: 'both-known', mother: { residenceStatus: 'resident', residence: { country: 'VN' } }, father: { residenceStatus: 'resident', residence: { country: 'VN' } }, child: { hometown: { country: 'VN' }, birthPlace: { address: { country: 'VN' } } } } } as never);
    form.reportValidity();
    await hand.settled();
    const lines = await hand.summary();
    expect(lines).to.include.members(['Người mẹ: Nhập họ, chữ đệm, tên.', 'Người cha, Địa chỉ nơi cư trú: Chọn tỉnh, thành phố.']);
    expect(lines.filter((line, i) => lines.indexOf(line) !== i)).to.deep.equal([]);
  });
});
