import type { Problem } from '@dvc/schema';
import type { Lang, Said } from '../lang.js';
import type { Reported } from './loss.js';

export const usage: Said = {
  vi: `Cách dùng: dvc import <tệp> [tùy chọn]

Nhập một bảng trường (Excel .xlsx hoặc .csv), một biểu mẫu Form.io (.json), hoặc một phiếu khảo sát (SurveyJS .json, danh sách câu hỏi .xlsx hay .csv), và nói rõ những gì không giữ được.

  --out to-khai.yaml     ghi vào tệp này; không ghi thì lấy tên tệp nguồn với đuôi .yaml
  --id linh-vuc/ten      mã của biểu mẫu
  --title "Tên"          tên của biểu mẫu
  --report bao-cao.json  ghi danh sách những gì không giữ được thành JSON
  --kind <loại>          tệp là gì: formio, surveyjs, table (bảng trường), questions (danh sách câu hỏi khảo sát); không ghi thì tự nhận
  --form <tên>           biểu mẫu hay phiếu khảo sát nào, khi tệp có nhiều
  --force                ghi đè tệp đã có
  --lang en              thông báo bằng tiếng Anh
`,
  en: `Usage: dvc import <file> [options]

Makes a form of a table of fields (.xlsx or .csv) or of a Form.io form (.json), or a survey of SurveyJS (.json) or of a list of questions (.xlsx or .csv), and says what was not kept.

  --out form.yaml        the file to write; without it the name of the source with .yaml
  --id field/name        id of the form
  --title "Name"         name of the form
  --report report.json   what was not kept, as JSON
  --kind <kind>          what the file is: formio, surveyjs, table (of fields), questions (of a survey); guessed without it
  --form <name>          which form or survey, when the file has several
  --force                writes over a file that is there
  --lang en              messages in English
`,
};

const troubles = {
  missing: { vi: 'Không đọc được tệp {}. Kiểm tra lại đường dẫn.', en: 'The file {} cannot be read. Look at its path.' },
  'old-excel': { vi: 'Tệp này là Excel kiểu cũ (.xls) hoặc có mật khẩu. Mở bằng Excel, lưu lại thành "Excel Workbook (.xlsx)" không có mật khẩu, rồi nhập lại.', en: 'This is an old workbook (.xls) or one with a password. Save it as .xlsx without one and import it again.' },
  encoding: { vi: 'Không nhận ra bảng mã của tệp (có thể là phông TCVN3 hoặc VNI cũ). Mở bằng Excel, lưu thành "CSV UTF-8" hoặc .xlsx, rồi nhập lại.', en: 'The encoding of the file is not known. Save it as CSV UTF-8 or .xlsx and import it again.' },
  broken: { vi: 'Tệp bị hỏng hoặc không phải bảng. Mở thử bằng Excel, lưu lại, rồi nhập lại.', en: 'The file is broken or no table. Open it, save it, and import it again.' },
  'too-large': { vi: 'Tệp lớn hơn 20 MB. Xóa các trang tính và hình ảnh không cần, rồi nhập lại.', en: 'The file is larger than 20 MB. Take out sheets and pictures that are not needed.' },
  'no-fields': { vi: 'Không tìm thấy bảng trường. Bảng cần một dòng tiêu đề có ít nhất hai cột, trong đó có cột tên trường, ví dụ: "Tên trường", "Kiểu dữ liệu", "Bắt buộc".', en: 'There is no table of fields. It needs a row of headings with at least two columns, one of them the name of the field.' },
  json: { vi: 'Tệp không phải JSON: {}.', en: 'The file is not JSON: {}.' },
  'no-form': { vi: 'Tệp JSON không có biểu mẫu Form.io: không thấy "components".', en: 'There is no Form.io form in the file: "components" is missing.' },
  'which-form': { vi: 'Tệp có nhiều biểu mẫu hay phiếu khảo sát. Thêm --form với một trong các tên: {}.', en: 'The file has several forms or surveys. Add --form with one of: {}.' },
  'no-survey': { vi: 'Tệp JSON không có phiếu khảo sát SurveyJS: không thấy "pages" hay "elements".', en: 'There is no SurveyJS survey in the file: "pages" or "elements" are missing.' },
  'no-questions': { vi: 'Phiếu khảo sát không có câu hỏi nào nhập được. Kiểm tra lại tệp nguồn.', en: 'The survey has no question that can be imported. Look at the source.' },
  'too-deep': { vi: 'Tệp có quá nhiều tầng lồng nhau. Kiểm tra lại tệp nguồn.', en: 'The file is nested too deep. Look at the source.' },
  'too-many': { vi: 'Phiếu khảo sát quá lớn: nhiều nhất 900 câu hỏi và 180 trang. Tách thành nhiều phiếu.', en: 'The survey is too large: at most 900 questions and 180 pages. Make several of it.' },
  exists: { vi: 'Tệp {} đã có. Chọn tên khác bằng --out, hoặc thêm --force để ghi đè.', en: 'The file {} is there already. Choose another with --out, or add --force.' },
  'bad-id': { vi: 'Mã biểu mẫu chỉ gồm chữ thường không dấu, số, dấu gạch ngang và dấu /, ví dụ ho-tich/dang-ky-khai-sinh.', en: 'An id has lower case letters, digits, hyphens and slashes only, e.g. civil/birth.' },
  kind: { vi: 'Chỉ nhập được tệp .xlsx, .csv, .tsv, .txt và .json.', en: 'Only .xlsx, .csv, .tsv, .txt and .json can be imported.' },
  write: { vi: 'Không ghi được tệp {}. Kiểm tra quyền ghi.', en: 'The file {} cannot be written. Look at the permissions.' },
} satisfies Record<string, Said>;
export type Trouble = keyof typeof troubles;
export const trouble = (lang: Lang, name: Trouble, about = ''): string => `${troubles[name][lang].replace('{}', about)}\n`;

/** What is said of several questions in the same words is printed once; the file of the report has every one. */
export function alike(report: readonly Reported[]): [Reported, number][] {
  const found = new Map<string, [Reported, number]>();
  for (const each of report) {
    const key = [each.what, each.why, each.instead].join('\n');
    const held = found.get(key);
    if (held) held[1]++;
    else found.set(key, [each, 0]);
  }
  return [...found.values()];
}

export function done(lang: Lang, out: string, counts: { fields: number; papers: number; steps: number }, report: readonly Reported[], faults: readonly Problem[]): string {
  const vi = lang === 'vi';
  return said(lang, vi
    ? `Đã ghi ${out}: ${counts.fields} trường, ${counts.papers} thành phần hồ sơ, ${counts.steps} bước.\n`
    : `Wrote ${out}: ${counts.fields} questions, ${counts.papers} papers, ${counts.steps} steps.\n`, report, faults);
}

export function doneSurvey(lang: Lang, out: string, counts: { questions: number; pages: number }, report: readonly Reported[], faults: readonly Problem[]): string {
  return said(lang, lang === 'vi' ? `Đã ghi ${out}: ${counts.questions} câu hỏi, ${counts.pages} trang.\n` : `Wrote ${out}: ${counts.questions} questions, ${counts.pages} pages.\n`, report, faults);
}

/** What was written, what was not kept, what still keeps it from being used, what comes next. */
function said(lang: Lang, head: string, report: readonly Reported[], faults: readonly Problem[]): string {
  const vi = lang === 'vi';
  const losses = report.length === 0
    ? (vi ? 'Mọi thứ trong tệp nguồn đều được giữ.\n' : 'Everything in the source was kept.\n')
    : `${vi ? `${report.length} điểm không giữ được hoặc cần xem lại:` : `${report.length} points that were not kept or want a look:`}\n${alike(report).map(([{ path, component, what, why, instead }, more]) => `  ${path}  ${component}: ${what}\n      ${why} ${instead}${more > 0 ? (vi ? ` Cũng vậy ở ${more} chỗ khác.` : ` The same in ${more} other places.`) : ''}\n`).join('')}`;
  const broken = faults.length === 0 ? '' : `${vi ? 'Biểu mẫu chưa dùng được ngay vì:' : 'The form cannot be used yet:'}\n${faults.map(({ path, code, expected, got }) => `  ${path}  ${code}: ${vi ? 'cần' : 'expected'} ${expected}, ${vi ? 'có' : 'got'} ${got}\n`).join('')}`;
  const next = vi ? 'Việc tiếp theo: dvc check, rồi dvc preview.\n' : 'Next: dvc check, then dvc preview.\n';
  return head + losses + broken + next;
}
