import type { FieldModel, Option } from '@dvc/ui';
import { codeList } from '../support/schemas.js';
import { t, type Told } from '../support/text.js';

type Model = Told<FieldModel>;
export type State = 'empty' | 'filled' | 'error' | 'warning' | 'readOnly' | 'disabled' | 'long';
/** One control: the empty field, and what each state changes of it. Stories, tests and axe read the same list. */
export interface FieldExample {
  readonly empty: Model;
  readonly filled: Partial<Model>;
  readonly error: Partial<Model>;
  readonly warning?: Partial<Model>;
  readonly long: Partial<Model>;
}

const blank = { text: '', required: true, readOnly: false, disabled: false } as const;

const longLabel = t(
  'Nghề nghiệp, chức vụ, nơi làm việc và địa chỉ liên hệ của người được ủy quyền đến làm thủ tục thay cho người yêu cầu đăng ký',
  'Occupation, position, place of work and contact address of the person authorised to carry out the procedure in the name of the requester',
);
const longHint = t(
  'Ghi theo giấy tờ do cơ quan có thẩm quyền cấp. Nếu giấy tờ ghi khác nhau thì ghi theo giấy khai sinh; trường hợp không có giấy khai sinh, ghi theo thẻ căn cước còn hiệu lực.',
  'As written on the document issued by the competent authority. If documents differ, follow the birth certificate; without one, follow the identity card that is still valid.',
);
const longError = t(
  'Nội dung ở mục này không khớp với thông tin trong Cơ sở dữ liệu quốc gia về dân cư. Kiểm tra lại từng dấu thanh, từng chữ đệm như in trên thẻ căn cước, rồi nhập lại cho đúng.',
  'What is written here does not match the national population database. Check every tone mark and every middle name as printed on the identity card, then write it again.',
);
const long = { label: longLabel, hint: longHint, error: longError };

export const text: FieldExample = {
  empty: { ...blank, id: 'name', control: 'text', label: t('Họ, chữ đệm, tên', 'Full name'), hint: t('Ghi có dấu, như trong giấy khai sinh.', 'With its marks, as on the birth certificate.'), autocomplete: 'name', spelling: 'name' },
  filled: { text: 'Đặng Thị Ngọc Huyền' },
  error: { error: t('Nhập họ, chữ đệm, tên.', 'Enter the full name.') },
  warning: { text: 'Đặng Thị Ngọc Huyền', warning: t('Tên này khác tên người yêu cầu. Nếu đúng thì cứ tiếp tục.', 'This is not the requester’s name. If it is right, go on.') },
  long: { ...long, text: 'Công Tằng Tôn Nữ Hoàng Thị Phương Nghiêm Thị Quỳnh Nguyễn Ngọc Trường Khuê' },
};

export const number: FieldExample = {
  empty: { ...blank, id: 'copies', control: 'number', label: t('Số lượng bản sao', 'Number of copies'), hint: t('Từ 1 đến 20 bản.', 'From 1 to 20.'), width: 'xs' },
  filled: { text: '3' },
  error: { text: '200', error: t('Số lượng bản sao không được quá 20.', 'The number of copies must be 20 or less.') },
  long: { ...long, text: '1234567890' },
};

export const money: FieldExample = {
  empty: { ...blank, id: 'income', control: 'money', label: t('Thu nhập bình quân mỗi tháng', 'Average monthly income') },
  filled: { text: '12.500.000' },
  error: { text: '12 triệu', error: t('Nhập thu nhập bình quân mỗi tháng bằng chữ số, ví dụ 150.000.', 'Enter the average monthly income in digits, for example 150.000.') },
  long: { ...long, text: '999.999.999.999.999' },
};

export const textarea: FieldExample = {
  empty: { ...blank, id: 'details', control: 'textarea', label: t('Nội dung đề nghị', 'What is asked for'), hint: t('Viết ngắn gọn: việc gì, ở đâu, từ ngày nào.', 'In a few words: what, where, from which day.') },
  filled: { text: 'Đăng ký thường trú về nhà bố mẹ đẻ tại thôn Đông, kể từ ngày 01 tháng 12 năm 2026.' },
  error: { error: t('Nhập nội dung đề nghị.', 'Enter what is asked for.') },
  long: { ...long, text: 'Kính đề nghị quý cơ quan xem xét, giải quyết cho gia đình chúng tôi.\n\n'.repeat(6).trim() },
};

export const checkbox: FieldExample = {
  empty: { ...blank, id: 'declaration', control: 'checkbox', label: t('Tôi cam đoan những nội dung khai trên đây là đúng sự thật.', 'I declare that what is stated above is true.') },
  filled: { chosen: ['true'] },
  error: { error: t('Đánh dấu vào ô này.', 'Tick this box.') },
  long: { label: longHint, error: longError },
};

const parents: Told<Option>[] = [
  { value: 'both', label: t('Đã xác định được cả cha và mẹ', 'Both parents are known') },
  { value: 'mother', label: t('Chưa xác định được cha', 'The father is not known'), hint: t('Phần khai về người cha để trống.', 'The father’s part stays empty.') },
  { value: 'father', label: t('Chưa xác định được mẹ', 'The mother is not known') },
  { value: 'abandoned', label: t('Trẻ bị bỏ rơi', 'An abandoned child') },
];
const longOptions: Told<Option>[] = [
  { value: 'a', label: longHint },
  { value: 'b', label: longLabel, hint: longError },
  { value: 'c', label: t('Khác', 'Other') },
];

export const radio: FieldExample = {
  empty: { ...blank, id: 'parents', control: 'radio', label: t('Thông tin về cha, mẹ của trẻ', 'What is known of the child’s parents'), options: parents },
  filled: { chosen: ['mother'] },
  error: { error: t('Chọn thông tin về cha, mẹ của trẻ.', 'Choose what is known of the child’s parents.') },
  long: { ...long, options: longOptions, chosen: ['b'] },
};

export const checkboxes: FieldExample = {
  empty: {
    ...blank, id: 'receive', control: 'checkboxes', label: t('Cách nhận thông báo', 'How to be notified'), hint: t('Có thể chọn nhiều cách.', 'You may choose several.'),
    options: [{ value: 'sms', label: t('Tin nhắn SMS', 'Text message') }, { value: 'email', label: t('Thư điện tử', 'E-mail') }, { value: 'zalo', label: 'Zalo' }],
  },
  filled: { chosen: ['sms', 'zalo'] },
  error: { error: t('Chọn ít nhất một cách nhận thông báo.', 'Choose at least one way to be notified.') },
  long: { ...long, options: longOptions, chosen: ['a', 'c'] },
};

export const select: FieldExample = {
  empty: {
    ...blank, id: 'relation', control: 'select', label: t('Quan hệ với chủ hộ', 'Relation to the head of household'), width: 'm',
    options: [{ value: 'spouse', label: t('Vợ, chồng', 'Spouse') }, { value: 'child', label: t('Con', 'Child') }, { value: 'parent', label: t('Cha, mẹ', 'Parent') }, { value: 'other', label: t('Quan hệ khác', 'Other') }],
  },
  filled: { chosen: ['child'] },
  error: { error: t('Chọn quan hệ với chủ hộ.', 'Choose the relation to the head of household.') },
  long: { ...long, width: 'full', options: longOptions, chosen: ['a'] },
};

const optionsOf = async (id: string, within?: string): Promise<readonly Option[]> =>
  (await codeList(id, within)).items.map(({ code, name, aliases, formerly }) => ({ value: code, label: name, ...(aliases ? { aliases } : {}), ...(formerly ? { formerly } : {}) }));
// The same function each time: another one would drop the options.
const provinces = () => optionsOf('provinces');

export const combobox: FieldExample = {
  empty: { ...blank, id: 'province', control: 'combobox', label: t('Tỉnh, thành phố', 'Province or city'), hint: t('Tìm được cả bằng tên cũ trước ngày 01/7/2025.', 'Names from before 1 July 2025 are found, too.'), loadOptions: provinces },
  filled: { text: 'Tỉnh Thái Nguyên', chosen: ['19'] },
  error: { text: 'Thái', error: t('Chọn tỉnh, thành phố trong danh sách.', 'Choose a province or city from the list.') },
  warning: { text: 'Tỉnh Hà Tây', listMissing: true, warning: t('Nội dung này chưa được so với danh mục.', 'This was not compared with the list.') },
  long: { ...long, text: 'Thành phố Hồ Chí Minh', chosen: ['79'] },
};

export const date: FieldExample = {
  empty: { ...blank, id: 'from', control: 'date', label: t('Ở từ ngày', 'Living there since') },
  filled: { text: '01/12/2026' },
  error: { text: '31/02/2026', error: t('Ngày ở mục ở từ ngày không có trong lịch: tháng này chỉ có 28 ngày. Kiểm tra lại ngày và tháng.', 'That day does not exist: this month has only 28 days. Check day and month.') },
  warning: { text: '01/12/2016', warning: t('Đã quá mười năm. Nếu đúng thì cứ tiếp tục.', 'That is ten years ago. If it is right, go on.') },
  long: { ...long, text: '01/12/2026' },
};

export const partialDate: FieldExample = {
  empty: { ...blank, id: 'born', control: 'partial-date', label: t('Ngày, tháng, năm sinh', 'Date of birth'), autocomplete: 'bday' },
  filled: { text: '//1960' },
  error: { text: '5//1990', error: t('Ngày, tháng, năm sinh còn thiếu tháng. Nhập cho đủ.', 'The month is missing from the date of birth.') },
  long: { ...long, text: '05/09/1960' },
};

export const time: FieldExample = {
  empty: { ...blank, id: 'at', control: 'time', label: t('Giờ hẹn', 'Time of the appointment'), hint: t('Trong giờ làm việc, từ 07:30 đến 17:00.', 'In office hours, from 07:30 to 17:00.') },
  filled: { text: '08:30' },
  error: { text: '25:00', error: t('Giờ hẹn phải trong khoảng từ 00:00 đến 23:59. Kiểm tra và nhập lại.', 'The time of the appointment must be from 00:00 to 23:59. Check it and enter it again.') },
  // A value from elsewhere: what a clock here would not show is not left out.
  warning: { text: '08:30:15Z', warning: t('Giờ này có giây và theo giờ quốc tế (UTC). Nếu đúng thì cứ tiếp tục.', 'This time has seconds and is in UTC. If it is right, go on.') },
  long: { ...long, text: '08:30:15.123456+09:30' },
};

export const dateTime: FieldExample = {
  empty: { ...blank, id: 'born-at', control: 'date-time', label: t('Trẻ sinh lúc', 'Time of birth'), hint: t('Ghi theo giấy chứng sinh.', 'As on the medical birth record.') },
  filled: { text: '21/11/2026 08:30' },
  error: { text: '21/11/2026', error: t('Trẻ sinh lúc còn thiếu giờ. Nhập thêm giờ và phút, ví dụ 08:30.', 'The time is missing from the time of birth. Add hours and minutes, for example 08:30.') },
  warning: { text: '21/11/2026 08:30:15.5-05:00', warning: t('Giờ này có giây và theo múi giờ khác. Nếu đúng thì cứ tiếp tục.', 'This time has seconds and is of another time zone. If it is right, go on.') },
  long: { ...long, text: '31/02/2026 8 giờ 30' },
};

export const file: FieldExample = {
  empty: { ...blank, id: 'photo', control: 'file', label: t('Ảnh chân dung', 'Portrait'), hint: t('Chụp trong sáu tháng gần đây, nền trắng.', 'Taken in the last six months, on white.'), accept: 'image/jpeg,image/png' },
  filled: { text: `data:image/jpeg;name=${encodeURIComponent('ảnh thẻ 4x6.jpg')};base64,${'/9j/4AAQ'.repeat(16_000)}` },
  error: { error: t('Chưa có ảnh chân dung. Chọn tệp để đính kèm.', 'Missing: portrait. Choose a file to attach.') },
  long: { ...long, text: `data:application/pdf;name=${encodeURIComponent('Giấy ủy quyền có xác nhận của ủy ban nhân dân phường về việc nhận thay kết quả giải quyết thủ tục hành chính (bản chụp).pdf')};base64,${'JVBERi0x'.repeat(9000)}`, accept: 'application/pdf' },
};

/** The model of one state. Long texts come with their error: that is when most stands on the screen. */
export function modelOf(example: FieldExample, state: State): Model {
  if (state === 'readOnly') return { ...example.empty, ...example.filled, readOnly: true };
  if (state === 'disabled') return { ...example.empty, ...example.filled, disabled: true };
  return { ...example.empty, ...(state === 'empty' ? {} : example[state]) };
}
