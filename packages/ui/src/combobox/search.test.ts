import { expect } from '@open-wc/testing';
import type { Option } from '../model.js';
import { exactly, fold, formerName, search } from './search.js';

const provinces: Option[] = [
  { value: '01', label: 'Thành phố Hà Nội', formerly: ['Tỉnh Hà Tây'] },
  { value: '33', label: 'Tỉnh Hưng Yên', formerly: ['Tỉnh Thái Bình'] },
  { value: '19', label: 'Tỉnh Thái Nguyên', formerly: ['Tỉnh Bắc Kạn'] },
  { value: '66', label: 'Tỉnh Đắk Lắk', formerly: ['Tỉnh Phú Yên'] },
  { value: '79', label: 'Thành phố Hồ Chí Minh', formerly: ['Tỉnh Bình Dương', 'Tỉnh Bà Rịa - Vũng Tàu'] },
  { value: '38', label: 'Tỉnh Thanh Hóa' },
];

describe('search', () => {
  it('ignores marks, đ, tone placement, case and spaces', () => {
    const find = (query: string) => search(query, provinces, 50).map(option => option.label);
    expect(find('dak lak')).to.deep.equal(['Tỉnh Đắk Lắk']);
    expect(find('ĐẮK LẮK')).to.deep.equal(['Tỉnh Đắk Lắk']);
    expect(find('thanh hoá')).to.deep.equal(['Tỉnh Thanh Hóa']);
    expect(find('hanoi')).to.deep.equal(['Thành phố Hà Nội']);
    expect(find('minh chi')).to.deep.equal(['Thành phố Hồ Chí Minh']);
    expect(find('x')).to.deep.equal([]);
    expect(search('', provinces, 2)).to.have.length(2);
    expect(fold('  Hoà’s—Đ ')).to.equal('hoa s d');
  });
  it('puts own names before old ones and tells the old name', () => {
    expect(search('thai', provinces, 50).map(option => option.value)).to.deep.equal(['19', '33']);
    expect(search('tha', provinces, 50).map(option => option.value), 'the word "Thành phố" comes last').to.deep.equal(['19', '38', '33', '01', '79']);
    expect(search('tinh', provinces, 50)).to.have.length(6);
    expect(formerName(provinces[1] as Option, 'thai bình')).to.equal('Tỉnh Thái Bình');
    expect(formerName(provinces[1] as Option, 'tinh')).to.equal(undefined);
    expect(formerName({ value: '01', label: 'Thành phố Hà Nội', aliases: ['HN'], formerly: ['Hà Tây'] }, 'hn'), 'a short form is no former name').to.equal(undefined);
  });
  it('names one option only when it is the only one', () => {
    const twins: Option[] = [{ value: 'a', label: 'Tân Lập' }, { value: 'b', label: 'Tân Lạp' }, { value: 'c', label: 'Yên' }];
    expect(exactly('tân lạp', twins)?.value).to.equal('b');
    expect(exactly('tan lap', twins)).to.equal(undefined);
    expect(exactly('YEN', twins)?.value).to.equal('c');
    expect(exactly('tinh thai binh', provinces)?.value).to.equal('33');
    expect(exactly('Hà Nội', provinces)?.value).to.equal('01');
    expect(exactly(' ', provinces)).to.equal(undefined);
  });
});
