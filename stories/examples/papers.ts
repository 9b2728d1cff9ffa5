import type { PaperFile, PaperModel } from '@dvc/ui/files/model.js';
import { t, type Told } from '../support/text.js';

type Model = Told<PaperModel>;
const file = (state: PaperFile['state'], more: Partial<Told<PaperFile>> = {}): Told<PaperFile> => ({ key: state, name: `giay-chung-sinh-${state}.pdf`, size: 1_572_864, state, ...more });
const blank: Model = {
  id: 'paper-birth', title: t('Giấy chứng sinh', 'Medical certificate of birth'), hint: t('Do cơ sở y tế nơi trẻ sinh ra cấp.', 'Issued by the health facility where the child was born.'), required: true,
  accept: ['application/pdf', 'image/jpeg', 'image/png'], typeNames: t('PDF, JPG hoặc PNG', 'PDF, JPG or PNG'), maxBytes: 10_485_760, maxFiles: 5, files: [], disabled: false, readOnly: false,
};
const uploaded = file('uploaded', { sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' });
const failed = file('failed', { canRetry: true, error: t('Mất kết nối mạng nên chưa tải tệp lên được. Kiểm tra mạng rồi bấm “Thử lại”.', 'The connection is lost, so the file was not uploaded. Check it, then press “Try again”.') });

export const papers = {
  empty: blank,
  held: { ...blank, required: false, note: t('Cơ sở dữ liệu hộ tịch: Cơ quan nhà nước đã có giấy tờ này; ông/bà không phải nộp.', 'Civil-status database: the State has this paper already; you need not send it.') },
  uploading: { ...blank, files: [file('checking'), file('uploading', { part: 0.42 })] },
  filled: { ...blank, files: [uploaded] },
  error: { ...blank, error: t('Chưa có giấy chứng sinh. Chọn tệp để đính kèm.', 'There is no medical certificate of birth yet. Choose a file to attach.') },
  failed: { ...blank, files: [failed] },
  full: { ...blank, maxFiles: 1, files: [uploaded] },
  disabled: { ...blank, disabled: true, files: [uploaded] },
  readOnly: { ...blank, readOnly: true, files: [uploaded] },
  long: {
    ...blank, title: t('Văn bản xác nhận việc mang thai hộ của cơ sở y tế đã thực hiện kỹ thuật hỗ trợ sinh sản cho việc mang thai hộ', 'Confirmation of surrogacy by the health facility that performed the assisted reproduction for the surrogacy'),
    hint: t('Chụp hoặc quét đủ các trang, rõ chữ ký và dấu; nếu có nhiều trang thì gộp vào một tệp PDF theo đúng thứ tự.', 'Photograph or scan all pages with signature and seal; several pages go into one PDF in their order.'),
    files: [uploaded, failed, { ...file('uploading', { part: 0.9 }), name: `${'ban-chup-van-ban-xac-nhan-mang-thai-ho-'.repeat(3)}trang-01.pdf` }],
    error: t('Có tệp đính kèm cho văn bản xác nhận việc mang thai hộ chưa tải lên được. Bấm “Thử lại” hoặc xóa tệp đó.', 'A file of this paper was not uploaded. Press “Try again” or remove the file.'),
  },
} satisfies Record<string, Model>;
