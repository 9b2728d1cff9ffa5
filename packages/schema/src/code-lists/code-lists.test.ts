import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkCode, findCode, matches, searchCodeList } from './index.js';
import type { CodeList } from './types.js';

const folder = new URL('../../../../schemas/code-lists/', import.meta.url);
const load = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as CodeList;
const provinces = load('provinces.json'), hanoi = load('communes/01.json');
const index = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as { lists: { id: string; version: string; file: string; count: number; counts?: Record<string, number> }[] };

describe('the lists', () => {
  test('the index tells the truth', () => {
    for (const { id, version, file, count, counts } of index.lists) {
      const files = counts ? Object.keys(counts).map((within) => file.replace('{within}', within)) : [file];
      const lists = files.map(load);
      expect(lists.map((list) => [list.id, list.version])).toEqual(lists.map(() => [id, version]));
      expect(lists.reduce((sum, list) => sum + list.items.length, 0)).toBe(count);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json').sort()).toEqual(index.lists.filter((l) => !l.counts).map((l) => l.file).sort());
  });
  test('34 provinces, 3,321 communes, each within a province, 54 ethnic groups and foreigners', () => {
    const of = (id: string) => index.lists.find((list) => list.id === id);
    expect([of('provinces')?.count, of('communes')?.count, of('ethnic-groups')?.count]).toEqual([34, 3321, 55]);
    expect(Object.keys(of('communes')?.counts ?? {}).sort()).toEqual(provinces.items.map((p) => p.code).sort());
  });
  test('every list: codes once, NFC, with version and source', () => {
    for (const file of [...readdirSync(folder).filter((n) => n.endsWith('.json') && n !== 'index.json'), ...readdirSync(new URL('communes/', folder)).map((n) => `communes/${n}`)]) {
      const list = load(file), text = readFileSync(new URL(file, folder), 'utf8');
      expect(new Set(list.items.map((item) => item.code)).size).toBe(list.items.length);
      expect(text).toBe(text.normalize('NFC'));
      expect(list.source && list.asOf && /^\d{4}-\d\d-\d\d$/.test(list.version)).toBe(true);
      expect(list.items.every((item) => item.name.trim() === item.name && item.name)).toBeTruthy();
    }
  });
  test('former provinces: each in one present province', () => {
    const former = provinces.items.flatMap((p) => p.formerly ?? []);
    expect(new Set(former).size).toBe(former.length);
    // 63 became 34. Other spellings, Bà Rịa - Vũng Tàu's city and the former name of Huế come on top.
    expect(former.filter((name) => !['Bắc Cạn', 'Đắc Nông', 'Đăk Nông', 'Vũng Tàu', 'Thừa Thiên Huế'].includes(name))).toHaveLength(63 - 34);
    for (const name of ['Hà Giang', 'Thái Bình', 'Quảng Bình', 'Bạc Liêu', 'Kon Tum', 'Thừa Thiên Huế']) expect(former).toContain(name);
    for (const name of ['Thanh Hóa', 'Lào Cai', 'Quảng Trị']) expect(former).not.toContain(name);
  });
});

describe('checkCode', () => {
  test('knows what is in the list', () => {
    expect(checkCode(provinces, '01')).toBe(true);
    expect(findCode(hanoi, '00004')?.name).toBe('Phường Ba Đình');
  });
  test.each(['99', '1', '', 'constructor', '__proto__', 1, null, ['01'], { code: '01' }])('refuses %j', (code) => {
    expect(checkCode(provinces, code)).toEqual({ reason: 'unknown-code', params: { list: 'provinces', version: provinces.version } });
  });
});

describe('search', () => {
  const first = (list: CodeList, query: string) => searchCodeList(list, query)[0]?.item.name;
  test.each([
    ['ha noi', 'Thành phố Hà Nội'], ['hanoi', 'Thành phố Hà Nội'], ['HÀ NỘI', 'Thành phố Hà Nội'], ['Hà Nội'.normalize('NFD'), 'Thành phố Hà Nội'], ['hcm', 'Thành phố Hồ Chí Minh'], ['tp.hcm', 'Thành phố Hồ Chí Minh'], ['sài gòn', 'Thành phố Hồ Chí Minh'],
    ['ho chi', 'Thành phố Hồ Chí Minh'], ['chi minh', 'Thành phố Hồ Chí Minh'], ['daklak', 'Tỉnh Đắk Lắk'], ['Đắc Lắc', 'Tỉnh Đắk Lắk'], ['khánh hòa', 'Tỉnh Khánh Hoà'], ['Thanh Hóa', 'Tỉnh Thanh Hoá'], ['tinh an', 'Tỉnh An Giang'], ['hue', 'Thành phố Huế'],
  ])('%j finds %s', (query, name) => { expect(first(provinces, query)).toBe(name); });

  test('an old province leads to the new one, and says that it is old', () => {
    expect(searchCodeList(provinces, 'thai binh')[0]).toMatchObject({ item: { name: 'Tỉnh Hưng Yên' }, via: 'Thái Bình', former: true });
    expect(searchCodeList(provinces, 'vung tau')[0]).toMatchObject({ item: { code: '79' }, former: true });
    expect(searchCodeList(provinces, 'hà nam')[0]).toMatchObject({ item: { name: 'Tỉnh Ninh Bình' }, via: 'Hà Nam', former: true });
  });
  test('a present name wins over a former one that fits as well', () => {
    expect(searchCodeList(provinces, 'bắc')[0]).toMatchObject({ item: { name: 'Tỉnh Bắc Ninh' }, via: 'Bắc Ninh', former: false });
    expect(searchCodeList(provinces, 'bac ninh')[0]).toMatchObject({ item: { name: 'Tỉnh Bắc Ninh' } });
  });
  test('right marks come first', () => {
    const list: CodeList = { id: 'x', version: '1', items: [{ code: '1', name: 'Ba Vì' }, { code: '2', name: 'Bà Rịa' }] };
    expect(searchCodeList(list, 'bà').map((m) => m.item.code)).toEqual(['2', '1']);
    expect(searchCodeList(list, 'ba').map((m) => m.item.code)).toEqual(['1', '2']);
  });
  test('communes: the middle of a word is no match', () => {
    expect(first(hanoi, 'ba dinh')).toBe('Phường Ba Đình');
    expect(searchCodeList(hanoi, 'inh')).toEqual([]);
    expect(searchCodeList(hanoi, 'zzz')).toEqual([]);
    expect(searchCodeList(hanoi, '', 5)).toHaveLength(5);
    expect(searchCodeList(hanoi, 'p', 3)).toHaveLength(3);
    expect(matches('', { code: '1', name: 'A' })).toMatchObject({ rank: 0 });
  });
  test('people and countries by other spellings', () => {
    expect(first(load('ethnic-groups.json'), 'hmong')).toBe('Mông');
    expect(first(load('ethnic-groups.json'), 'kho me')).toBe('Khmer');
    expect(first(load('countries.json'), 'mỹ')).toBe('Hoa Kỳ');
    expect(first(load('countries.json'), 'viet')).toBe('Việt Nam');
    expect(first(load('nationalities.json'), 'khong quoc tich')).toBe('Không quốc tịch');
  });
  test('finds each province and commune by its whole name, with or without marks', () => {
    for (const list of [provinces, hanoi]) for (const { name } of list.items) {
      expect(first(list, name)).toBe(name);
      expect(searchCodeList(list, name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')).map((m) => m.item.name)).toContain(name);
    }
  });
});
