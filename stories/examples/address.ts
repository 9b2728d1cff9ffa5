import type { FieldModel } from '@dvc/ui';
import { codeList } from '../support/schemas.js';
import { t, type Told } from '../support/text.js';

type Model = Told<FieldModel>;
export type AddressState = 'empty' | 'filled' | 'error' | 'listMissing' | 'readOnly' | 'disabled' | 'long';

const list = (id: string, within?: string) => async () => (await codeList(id, within)).items.map(({ code, name }) => ({ value: code, label: name }));
const provinces = list('provinces');
const communes = list('communes', '01');
const blank = { text: '', required: true, readOnly: false, disabled: false } as const;
const province: Model = { ...blank, id: 'province', control: 'combobox', label: t('Tỉnh, thành phố', 'Province or city'), loadOptions: provinces };
const commune: Model = { ...blank, id: 'commune', control: 'combobox', label: t('Xã, phường, đặc khu', 'Commune or ward'), loadOptions: communes };
const detail: Model = { ...blank, id: 'detail', control: 'text', label: t('Số nhà, đường, thôn, tổ dân phố', 'House number, street, hamlet'), autocomplete: 'street-address' };
const hint = t('Địa giới hai cấp, từ ngày 01/7/2025.', 'Two levels, as from 1 July 2025.');
const filled: readonly Model[] = [{ ...province, text: 'Thành phố Hà Nội', chosen: ['01'] }, { ...commune, text: 'Phường Cầu Giấy', chosen: ['00166'] }, { ...detail, text: 'Số 5, ngõ 12, phố Dịch Vọng' }];

const FIELDS: Record<AddressState, readonly Model[]> = {
  empty: [province, { ...commune, disabled: true }, detail],
  filled,
  error: [{ ...province, error: t('Chọn tỉnh, thành phố.', 'Choose a province or city.') }, { ...commune, disabled: true }, { ...detail, error: t('Nhập số nhà, đường, thôn, tổ dân phố.', 'Enter house number, street, hamlet.') }],
  listMissing: [filled[0]!, { ...commune, text: 'Cầu Giấy', listMissing: true }, filled[2]!],
  readOnly: filled.map((each) => ({ ...each, readOnly: true })),
  disabled: filled.map((each) => ({ ...each, disabled: true })),
  long: [filled[0]!, { ...filled[1]!, error: t('Xã, phường, đặc khu này không thuộc tỉnh, thành phố đã chọn. Chọn lại trong danh sách.', 'This commune is not in the chosen province. Choose again from the list.') },
    { ...filled[2]!, text: 'Căn hộ số 2507, tầng 25, tòa nhà hỗn hợp CT2-A, khu đô thị mới Nam Trung Yên, tổ dân phố số 45' }],
};

/** A two-level address as one group. */
export const address = (state: AddressState) => ({
  title: t('Nơi cư trú', 'Place of residence'), hint, fields: FIELDS[state],
  ...(state === 'error' ? { error: t('Phần nơi cư trú nhập chưa đủ. Kiểm tra lại từng ô.', 'The place of residence is not complete. Check each box.') } : {}),
});
