import type { ActionsModel, GroupModel, NoticeModel, ProgressModel, SummaryItem } from '@dvc/ui';
import type { AcknowledgementModel } from '@dvc/ui/chrome/acknowledgement.js';
import type { ConflictModel } from '@dvc/ui/chrome/conflict.js';
import type { ReviewSection } from '@dvc/ui/chrome/review.js';
import type { RowsModel } from '@dvc/ui/chrome/rows.js';
import { t, type Told } from '../support/text.js';

export const summary: { title: Told<string>; items: readonly Told<SummaryItem>[] } = {
  title: t('Có 3 chỗ cần sửa', '3 things need to be mended'),
  items: [
    { id: 'name', text: t('Nhập họ, chữ đệm, tên.', 'Enter the full name.') },
    { id: 'copies', text: t('Số lượng bản sao không được quá 20.', 'The number of copies must be 20 or less.') },
    { id: 'parents', text: t('Chọn thông tin về cha, mẹ của trẻ.', 'Choose what is known of the child’s parents.') },
  ],
};

const step = (id: string, title: Told<string>, state: 'done' | 'current' | 'todo', more: { faulty?: boolean; open?: boolean } = {}) => ({ id, title, state, ...more });
export const progress: Told<ProgressModel> = {
  name: t('Các bước', 'Steps'), done: t('đã xong', 'done'), errors: t('có chỗ cần sửa', 'something needs to be mended'), text: t('Bước 3 trên 5: Cha, mẹ', 'Step 3 of 5: Parents'),
  steps: [
    step('request', t('Nơi nộp', 'Where to apply'), 'done', { open: true }), step('child', t('Trẻ', 'Child'), 'done', { open: true, faulty: true }), step('parents', t('Cha, mẹ', 'Parents'), 'current', { open: true }),
    step('papers', t('Giấy tờ cần nộp', 'Papers'), 'todo'), step('review', t('Kiểm tra lại', 'Review'), 'todo'),
  ],
};

export const notices: Record<NoticeModel['kind'], Told<NoticeModel>> = {
  info: { kind: 'info', text: t('Cơ quan tiếp nhận xử lý dữ liệu cá nhân trong tờ khai này để giải quyết thủ tục theo quy định của pháp luật.', 'The receiving authority processes the personal data in this form to carry out the procedure as the law provides.') },
  warning: { kind: 'warning', text: t('Mất kết nối mạng. Chưa có xác nhận đã nhận hồ sơ; khi có mạng trở lại, ông/bà bấm “Thử lại”, hồ sơ sẽ không bị nộp trùng.', 'The connection was lost. There is no confirmation yet that the dossier arrived; when you are online again, press “Try again”: it will not be submitted twice.'), more: [t('Những gì ông/bà đã nhập vẫn còn nguyên.', 'Everything that you entered is still here.')], actions: [{ action: 'submit', text: t('Thử lại', 'Try again') }] },
  error: {
    kind: 'error', title: t('Chưa nhận được hồ sơ', 'The dossier did not arrive'), text: t('Hệ thống gặp lỗi nên chưa nhận được hồ sơ. Xin ông/bà thử lại sau ít phút.', 'The system failed and did not receive the dossier. Please try again in a few minutes.'),
    more: [t('Khi gọi đường dây hỗ trợ, xin đọc mã sự cố S7-41B2.', 'When you call the hotline, please read out the incident code S7-41B2.')], actions: [{ action: 'submit', text: t('Thử lại', 'Try again') }, { action: 'print', text: t('In', 'Print') }],
  },
  success: { kind: 'success', text: t('Đã lưu bản nháp trên máy này lúc 09:30.', 'The draft was saved on this device at 09:30.') },
};

export const buttons: Told<ActionsModel> = { primary: { action: 'next', text: t('Tiếp tục', 'Continue') }, back: { action: 'back', text: t('Quay lại', 'Back') }, others: [{ action: 'save', text: t('Lưu bản nháp', 'Save as draft') }] };

export const group: Told<GroupModel> = { id: 'mother', title: t('Người mẹ', 'The mother'), hint: t('Khai theo giấy tờ tùy thân của mẹ.', 'As in the mother’s identity document.'), level: 3 };

export const rows: Told<RowsModel> = {
  id: 'members', title: t('Thành viên cùng thay đổi', 'Members who move along'), level: 3, hint: t('Mỗi người một mục.', 'One entry for each person.'), empty: t('Chưa có thành viên nào.', 'No member yet.'), add: t('Thêm thành viên', 'Add a member'),
  rows: [
    { id: 'r1', title: t('Thành viên 1', 'Member 1'), remove: t('Xóa thành viên 1', 'Remove member 1'), down: t('Chuyển xuống thành viên 1', 'Move member 1 down') },
    { id: 'r2', title: t('Thành viên 2', 'Member 2'), remove: t('Xóa thành viên 2', 'Remove member 2'), up: t('Chuyển lên thành viên 2', 'Move member 2 up') },
  ],
};

export const conflict: Told<ConflictModel> = {
  title: t('Có thông tin thay đổi kể từ khi ông/bà mở biểu mẫu', 'Something has changed since you opened the form'), text: t('Hồ sơ chưa được gửi. Xem lại những chỗ thay đổi dưới đây, rồi nộp lại nếu đồng ý.', 'The dossier was not sent. Look at the changes below and send again if you agree.'),
  item: t('Mục', 'Item'), shown: t('Trước đây', 'Before'), now: t('Bây giờ', 'Now'),
  changes: [
    { label: t('Lệ phí đăng ký quá hạn', 'Charge for late registration'), was: t('Miễn', 'None'), now: t('8.000 đồng', '8,000 đồng') },
    { label: t('Giấy chứng sinh', 'Medical certificate of birth'), now: t('Cần nộp thêm giấy tờ này.', 'This paper is needed, too.') },
  ],
};

export const review: readonly Told<ReviewSection>[] = [
  {
    step: 'child', title: t('Người được khai sinh', 'The child'), edit: t('Sửa phần Người được khai sinh', 'Change the part The child'),
    groups: [
      { items: [{ label: t('Họ, chữ đệm, tên', 'Full name'), value: 'Nguyễn Minh Anh', id: 'f1' }, { label: t('Ngày, tháng, năm sinh', 'Date of birth'), value: '01/11/2026', id: 'f2' }, { label: t('Dân tộc', 'Ethnic group'), value: '', id: 'f3' }] },
      { title: t('Quê quán', 'Place of origin'), items: [{ label: t('Nơi ở', 'Address'), value: t('Thôn Đông\nXã An Khánh\nThành phố Hà Nội', 'Thôn Đông\nXã An Khánh\nHanoi'), id: 'f4' }] },
    ],
  },
  { step: 'papers', title: t('Giấy tờ cần nộp', 'Papers'), groups: [{ items: [{ label: t('Giấy chứng sinh', 'Medical certificate of birth'), value: 'giay-chung-sinh.pdf (1,5 MB)' }] }] },
];

export const sent: Told<AcknowledgementModel> = {
  title: t('Xác nhận đã nộp hồ sơ trực tuyến', 'Your dossier was submitted online'), state: t('Hồ sơ đang chờ tiếp nhận; chưa có ngày hẹn trả kết quả.', 'It waits to be accepted; there is no date for the result yet.'),
  code: { label: t('Mã hồ sơ', 'Dossier code'), value: 'H99.01-261121-0001' },
  secret: { label: t('Mã tra cứu', 'Look-up code'), value: 'K7QF-2MXP-9TBD', hint: t('Ghi lại hoặc in trang này: cần cả hai mã để tra cứu hồ sơ. Không đưa mã tra cứu cho người khác.', 'Note or print both codes: both are needed to look the dossier up. Do not give the look-up code to others.') },
  receivedAt: { label: t('Thời điểm nộp', 'Submitted'), value: '09:30:00 21/11/2026', instant: '2026-11-21T02:30:00.000Z' },
  next: { title: t('Việc tiếp theo', 'What comes next'), items: [t('Cán bộ kiểm tra hồ sơ. Khi hồ sơ được tiếp nhận, ông/bà sẽ nhận Giấy tiếp nhận hồ sơ và hẹn trả kết quả.', 'An officer checks it. Once it is accepted you receive a slip with the date of the result.')] },
  papers: {
    title: t('Giấy tờ đã nhận', 'Papers received'), none: t('Không có giấy tờ kèm theo.', 'No papers.'),
    list: [{ title: t('Giấy chứng sinh', 'Medical certificate of birth'), files: [{ name: 'giay-chung-sinh.pdf', size: '1,5 MB', sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }] }],
  },
  hash: 'SHA-256',
};
