import { dayIn, type Lang, type Said } from '../lang.js';

export const usage: Said = {
  vi: `Cách dùng: dvc publish <tệp biểu mẫu> <thư mục công bố> [tùy chọn]

Kiểm tra biểu mẫu, rồi công bố thành một phiên bản không bao giờ thay đổi nữa. Máy chủ dùng thư mục này sẽ phục vụ ngay, không cần khởi động lại.

  --valid-from 2026-12-01   chỉ áp dụng từ ngày này; không ghi thì áp dụng ngay hôm nay
  --next patch|minor|major  lấy số phiên bản kế tiếp và ghi vào tệp biểu mẫu
                            (patch: sửa câu chữ; minor: thêm câu hỏi không bắt buộc; major: thay đổi khác)
  --dry-run                 chỉ cho biết sẽ làm gì, không ghi gì
  --lang en                 thông báo bằng tiếng Anh
`,
  en: `Usage: dvc publish <form file> <published folder> [options]

Checks the form, then publishes it as a version that never changes again. A server that uses the folder serves it at once, without a restart.

  --valid-from 2026-12-01   in force from that day on; today when absent
  --next patch|minor|major  takes the next version and writes it into the form file
                            (patch: wording; minor: further optional questions; major: anything else)
  --dry-run                 only says what would be done
  --lang en                 messages in English
`,
};

export const badDay: Said = {
  vi: 'Ngày sau --valid-from phải viết theo dạng năm-tháng-ngày và có thật, ví dụ 2026-12-01.\n',
  en: 'The day after --valid-from has to be a real one, written as in 2026-12-01.\n',
};

export const notChecked = (lang: Lang, errors: number): string => (lang === 'vi'
  ? `Chưa công bố: biểu mẫu còn ${errors} lỗi. Sửa các lỗi trên rồi chạy lại lệnh.\n`
  : `Not published: the form has ${errors} error${errors === 1 ? '' : 's'}. Mend them and run the command again.\n`);

export const published = (lang: Lang, form: string, file: string, validFrom: string, today: string): string => {
  const day = dayIn(lang, validFrom);
  const since: Said = validFrom <= today
    ? { vi: 'Phiên bản này có hiệu lực ngay.', en: 'It is in force now.' }
    : { vi: `Phiên bản này có hiệu lực từ ngày ${day}; trước ngày đó người dân vẫn dùng phiên bản đang có hiệu lực.`, en: `It is in force from ${day}; until then citizens use the version that is in force now.` };
  return lang === 'vi'
    ? `Đã công bố ${form}.\n  ${file}\n${since.vi} Hồ sơ và bản nháp đã bắt đầu vẫn theo phiên bản cũ.\n`
    : `Published ${form}.\n  ${file}\n${since.en} Dossiers and drafts that have begun keep their version.\n`;
};

export const would = (lang: Lang, form: string): string => (lang === 'vi' ? `Sẽ công bố ${form}. Chưa ghi gì vì có --dry-run.\n` : `Would publish ${form}. Nothing was written because of --dry-run.\n`);

export const already = (lang: Lang, form: string, file: string, validFrom: string): string => (lang === 'vi'
  ? `${form} đã được công bố từ trước với đúng nội dung này, có hiệu lực từ ngày ${dayIn(lang, validFrom)}. Không có gì thay đổi.\n  ${file}\n`
  : `${form} was already published with this content, in force from ${dayIn(lang, validFrom)}. Nothing changed.\n  ${file}\n`);

export const taken = (lang: Lang, form: string, file: string, next: string): string => (lang === 'vi'
  ? `Chưa công bố: ${form} đã có trong thư mục với nội dung khác, và phiên bản đã công bố thì không sửa nữa.\n  ${file}\nĐổi "version" trong tệp thành ${next} rồi công bố lại, hoặc thêm --next minor để lệnh tự đổi.\n`
  : `Not published: ${form} is already in the folder with another content, and a published version never changes.\n  ${file}\nWrite ${next} as "version" in the file and publish again, or add --next minor.\n`);

export const tooLarge = (lang: Lang, bytes: number): string => (lang === 'vi'
  ? `Chưa công bố: biểu mẫu nặng ${Math.ceil(bytes / 1024)} KB, máy chủ chỉ nhận đến 1024 KB. Rút gọn danh sách lựa chọn hoặc tách thành hai biểu mẫu.\n`
  : `Not published: the form weighs ${Math.ceil(bytes / 1024)} KB, a server takes 1024 KB at most. Shorten its lists of choices or make it two forms.\n`);

export const busy: Said = {
  vi: 'Chưa công bố: người khác đang công bố vào thư mục này. Đợi một phút rồi chạy lại lệnh.\n',
  en: 'Not published: somebody else is publishing into this folder. Run the command again in a minute.\n',
};

export const badIndex = (lang: Lang, why: string): string => (lang === 'vi'
  ? `Chưa công bố: tệp index.json trong thư mục công bố bị hỏng (${why}). Khôi phục tệp từ bản sao lưu, rồi chạy lại lệnh.\n`
  : `Not published: index.json of the folder is broken (${why}). Bring it back from a backup, then run the command again.\n`);

export const cannotWrite = (lang: Lang, why: string): string => (lang === 'vi'
  ? `Chưa công bố: không ghi được vào thư mục công bố (${why}). Kiểm tra quyền ghi và dung lượng còn trống.\n`
  : `Not published: the folder cannot be written (${why}). Look at its permissions and free space.\n`);
