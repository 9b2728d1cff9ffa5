// A birth as a family tells it, and as it must be stored.
import type { JsonObject } from '@dvc/schema';
import type { Answers } from './keyboard.js';

/** `2026-11-02` → `02/11/2026` */
export const vietnamese = (iso: string): string => iso.split('-').reverse().join('/');
export const daysBefore = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** What is typed and chosen, by label. */
export const birthTyped = (born: string): Answers => ({
  'Kính gửi (cơ quan đăng ký khai sinh)': 'suoi may',
  'Thông tin về cha, mẹ của trẻ': 'Đã xác định được cả cha và mẹ',
  'Quan hệ với người được khai sinh': 'Cha',
  'Họ, chữ đệm, tên người yêu cầu': 'Nguyễn Văn Ẩn',
  'Người yêu cầu đăng ký › Ngày, tháng, năm sinh': '05/06/1990',
  'Người yêu cầu đăng ký › Giấy tờ tùy thân › Loại giấy tờ': 'Thẻ căn cước',
  'Người yêu cầu đăng ký › Số định danh cá nhân': '004 090 054 321',
  'Loại cư trú': 'Thường trú',
  'Người yêu cầu đăng ký › Nơi cư trú › Tỉnh, thành phố': 'ha noi',
  'Người yêu cầu đăng ký › Nơi cư trú › Xã, phường, đặc khu': 'cau giay',
  'Người yêu cầu đăng ký › Nơi cư trú › Số nhà, đường, thôn, tổ dân phố': 'Số 5, ngõ 12, phố Dịch Vọng',
  'Số điện thoại': '0912 345 678',
  'Thư điện tử': 'an.nguyen@example.com',
  'Người được khai sinh › Họ, chữ đệm, tên': 'Nguyễn Hoàng Ưu',
  'Người được khai sinh › Ngày, tháng, năm sinh': vietnamese(born),
  'Giới tính': 'Nữ',
  'Người được khai sinh › Dân tộc': 'kinh',
  'Trẻ được sinh tại': 'Cơ sở y tế',
  'Tên cơ sở y tế': 'Bệnh viện Phụ sản Hà Nội',
  'Nơi sinh › Địa chỉ nơi sinh › Tỉnh, thành phố': 'thanh pho ha noi',
  'Nơi sinh › Địa chỉ nơi sinh › Xã, phường, đặc khu': 'Cầu Giấy',
  'Nơi sinh › Địa chỉ nơi sinh › Số nhà, đường, thôn, tổ dân phố': '929 La Thành',
  'Quê quán › Tỉnh, thành phố': 'hà nội',
  'Quê quán › Xã, phường, đặc khu': 'cầu giấy',
  'Giấy tờ chứng minh việc sinh': 'Giấy chứng sinh',
  'Người mẹ › Họ, chữ đệm, tên': 'Trần Thị Hoà',
  'Người mẹ › Ngày, tháng, năm sinh': '12/04/1995',
  'Người mẹ › Dân tộc': 'kinh',
  'Người mẹ › Số định danh cá nhân': '001195012345',
  'Người mẹ › Nơi cư trú': 'Có nơi cư trú',
  'Người mẹ › Địa chỉ nơi cư trú › Tỉnh, thành phố': 'ha noi',
  'Người mẹ › Địa chỉ nơi cư trú › Xã, phường, đặc khu': 'cau giay',
  'Người cha › Họ, chữ đệm, tên': 'Nguyễn Văn Ẩn',
  // A year is enough for a parent.
  'Người cha › Ngày, tháng, năm sinh': '1990',
  'Người cha › Dân tộc': 'tày',
  'Người cha › Số định danh cá nhân': '004090054321',
  'Người cha › Nơi cư trú': 'Đã chết',
  'Đề nghị cấp bản sao trích lục khai sinh': 'Có',
  'Số lượng bản': '3',
  'Hình thức nhận kết quả': 'Trực tiếp tại nơi nộp',
  'Nhận thông báo qua': ['Thư điện tử', 'Zalo'],
  'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.': 'x',
  'Giấy chứng sinh': 'giay-chung-sinh.pdf',
});

const cauGiay = { country: 'VN', province: '01', commune: '00166' };

/** The same as it is stored: codes, tidied values, what was computed. */
export const birthStored = (born: string, today: string): JsonObject => ({
  agency: 'H99.01', parents: 'both-known',
  requester: {
    relation: 'father', fullName: 'Nguyễn Văn Ẩn', birthDate: '1990-06-05', idDocument: { kind: 'identity-card' }, personalId: '004090054321', residenceKind: 'permanent',
    residence: { ...cauGiay, detail: 'Số 5, ngõ 12, phố Dịch Vọng' }, phone: '0912345678', email: 'an.nguyen@example.com',
  },
  child: {
    fullName: 'Nguyễn Hoàng Ưu', birthDate: born, sex: 'female', ethnicity: '01', nationality: 'VN',
    birthPlace: { where: 'facility', facilityName: 'Bệnh viện Phụ sản Hà Nội', address: { ...cauGiay, detail: '929 La Thành' } }, hometown: cauGiay,
  },
  birthProof: 'medical-record',
  mother: { fullName: 'Trần Thị Hoà', birthDate: '1995-04-12', ethnicity: '01', nationality: 'VN', personalId: '001195012345', residenceStatus: 'resident', residence: cauGiay },
  father: { fullName: 'Nguyễn Văn Ẩn', birthDate: '1990', ethnicity: '02', nationality: 'VN', personalId: '004090054321', residenceStatus: 'deceased' },
  copies: { wanted: 'yes', count: 3 }, delivery: { method: 'counter', notify: ['email', 'zalo'] }, declaration: true,
  daysSinceBirth: (Date.parse(today) - Date.parse(born)) / 86_400_000, childAge: 0, registrationKind: 'on-time',
});

/** What a citizen tells, without what is computed from it. */
export function birthTold(born: string): JsonObject {
  const { daysSinceBirth: _, childAge: __, registrationKind: ___, ...told } = birthStored(born, born);
  return told;
}
