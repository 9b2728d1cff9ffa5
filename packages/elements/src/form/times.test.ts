import { vi } from '@dvc/locale';
import { expect } from '@open-wc/testing';
import { keyIn } from '@dvc/testing/harness/gestures.js';
import { documentOf, mount } from './mount.test-helper.js';

const fields = documentOf({
  required: ['at'],
  properties: {
    at: { type: 'string', title: 'Giờ hẹn', format: 'time' }, on: { type: 'string', title: 'Lúc sinh', format: 'date-time' },
    stay: { type: 'string', title: 'Thời gian ở', format: 'duration' }, site: { type: 'string', title: 'Trang web', format: 'uri' }, ip: { type: 'string', title: 'Địa chỉ máy', format: 'ipv4' },
  },
});

describe('<dvc-form>: times and other formats', () => {
  it('keeps times with their offset, however they are typed', async () => {
    const { hand, form } = await mount({ document: fields });
    await hand.fill('Giờ hẹn', '8 giờ 30');
    expect(await hand.value('Giờ hẹn')).to.equal('08:30');
    const boxes = hand.dateBoxes('Lúc sinh');
    ['21', '11', '2026', '8h30'].forEach((text, i) => { keyIn(boxes[i]!, text); });
    await hand.leave();
    expect(boxes.map(({ value }) => value)).to.deep.equal(['21', '11', '2026', '08:30']);
    expect(form.data).to.deep.equal({ at: '08:30:00+07:00', on: '2026-11-21T08:30:00+07:00' });
    expect(form.checkValidity()).to.equal(true);
    await expect(form).to.be.accessible();
  });

  it('shows given ones faithfully and gives them back as they were', async () => {
    const data = { at: '08:30:00Z', on: '2026-11-21T08:30:15+07:00' };
    const { hand, form } = await mount({ document: fields, data });
    expect(await hand.value('Giờ hẹn')).to.equal('08:30:00Z');
    expect(hand.dateBoxes('Lúc sinh').map(({ value }) => value)).to.deep.equal(['21', '11', '2026', '08:30:15']);
    for (const label of ['Giờ hẹn', 'Lúc sinh']) {
      (hand.control(label) as HTMLInputElement).focus();
      await hand.leave();
    }
    expect(form.data).to.deep.equal(data);
  });

  it('what is no time stays as typed and is said where it is wrong', async () => {
    const { hand, form } = await mount({ document: fields });
    await hand.fill('Giờ hẹn', '25:00');
    expect([await hand.value('Giờ hẹn'), await hand.error('Giờ hẹn')]).to.deep.equal(['25:00', 'Giờ hẹn phải trong khoảng từ 00:00 đến 23:59. Kiểm tra và nhập lại.']);
    const [day, month, year] = hand.dateBoxes('Lúc sinh');
    keyIn(day!, '31'); keyIn(month!, '2'); keyIn(year!, '2026');
    await hand.leave();
    expect(await hand.error('Lúc sinh')).to.contain('28 ngày');
    day!.value = '';
    keyIn(day!, '21');
    await hand.leave();
    expect(await hand.error('Lúc sinh')).to.equal('Lúc sinh còn thiếu giờ. Nhập thêm giờ và phút, ví dụ 08:30.');
    expect(form.data).to.deep.equal({ at: '25:00', on: '21/2/2026' });
    form.reset();
    form.submit();
    await hand.settled();
    expect(await hand.error('Giờ hẹn')).to.equal('Nhập giờ hẹn, ví dụ 08:30.');
  });

  it('reads what people type for the other formats, and says how when it cannot', async () => {
    const { hand, form } = await mount({ document: fields });
    await hand.fill('Thời gian ở', '2 tuần 3 ngày');
    await hand.fill('Trang web', 'www.example.vn/hồ-sơ');
    await hand.fill('Địa chỉ máy', '192.168.1.300');
    expect(form.data).to.deep.equal({ stay: 'P17D', site: 'https://www.example.vn/h%E1%BB%93-s%C6%A1', ip: '192.168.1.300' });
    expect(await hand.value('Thời gian ở')).to.equal('17 ngày');
    expect(await hand.error('Địa chỉ máy')).to.equal(vi['format.ipv4'].replace('{Label}', 'Địa chỉ máy'));
    expect([hand.control('Trang web'), hand.control('Địa chỉ máy')].map((each) => (each as HTMLInputElement).inputMode)).to.deep.equal(['url', 'decimal']);
  });
});
