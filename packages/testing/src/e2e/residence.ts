// CT01 as a household tells it.
import type { JsonObject } from '@dvc/schema';
import type { Answers } from './keyboard.js';

/** A family of three moves in: the applicant, a wife, and a child under 18 whom the applicant stands for. */
export const residenceTyped: Answers = {
  'Kính gửi (cơ quan đăng ký cư trú)': 'cong an xa suoi may',
  'Trường hợp': 'Đăng ký thường trú',
  '1. Họ, chữ đệm và tên khai sinh': 'Lê Văn Bình',
  '2. Ngày, tháng, năm sinh': '02/03/1985',
  '3. Giới tính': 'Nam',
  '4. Số định danh cá nhân': '001085012345',
  '5. Số điện thoại liên hệ': '0987654321',
  'Địa chỉ chỗ ở › Tỉnh, thành phố': 'ha noi',
  'Địa chỉ chỗ ở › Xã, phường, đặc khu': 'cau giay',
  'Địa chỉ chỗ ở › Số nhà, đường, thôn, tổ dân phố': 'Số 8, phố Trần Thái Tông',
  'Chỗ ở thuộc quyền sở hữu của': 'Người kê khai',
  '8. Mối quan hệ với chủ hộ': 'Chủ hộ',
  'Thành viên 1 › Họ, chữ đệm và tên': 'Phạm Thị Lụa',
  'Thành viên 1 › Ngày, tháng, năm sinh': '11/12/1987',
  'Thành viên 1 › Giới tính': 'Nữ',
  'Thành viên 1 › Số định danh cá nhân': '001187012345',
  'Thành viên 1 › Mối quan hệ với chủ hộ': 'vợ',
  'Thành viên 2 › Họ, chữ đệm và tên': 'Lê Bảo Ngọc',
  'Thành viên 2 › Ngày, tháng, năm sinh': '07/08/2015',
  'Thành viên 2 › Giới tính': 'Nữ',
  'Thành viên 2 › Số định danh cá nhân': '001315012345',
  'Thành viên 2 › Mối quan hệ với chủ hộ': 'con',
  'Thành viên 2 › Cha, mẹ hoặc người giám hộ đồng ý': 'Người kê khai',
  'Hình thức nhận kết quả': 'Trực tuyến (bản điện tử)',
  'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.': 'x',
  'Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp': 'so-hong.png',
};

export const residenceMembers: JsonObject[] = [
  { fullName: 'Phạm Thị Lụa', birthDate: '1987-12-11', sex: 'female', personalId: '001187012345', relation: 'vợ' },
  { fullName: 'Lê Bảo Ngọc', birthDate: '2015-08-07', sex: 'female', personalId: '001315012345', relation: 'con', guardian: 'applicant' },
];

/** A request that needs no paper and costs nothing. */
export const confirmation: JsonObject = {
  agency: 'H99.51', case: 'confirmation', details: 'Xác nhận nơi thường trú để làm hồ sơ vay vốn.',
  applicant: { fullName: 'Lê Văn Bình', birthDate: '1985-03-02', sex: 'male', personalId: '001085012345', phone: '0987654321' },
  relationToHead: 'head', members: [], delivery: { method: 'electronic' }, declaration: true,
};
