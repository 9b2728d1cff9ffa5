import { alike } from '../import/sentences.js';
import type { Reported } from '../import/loss.js';
import type { Lang, Said } from '../lang.js';

export const exportUsage: Said = {
  vi: `Cách dùng: dvc export <tệp> --to surveyjs [tùy chọn]

Xuất một phiếu khảo sát của DVC thành JSON của SurveyJS, và nói rõ những gì SurveyJS không có.

  --to surveyjs          định dạng xuất
  --out khao-sat.json    ghi vào tệp này; không ghi thì lấy tên tệp nguồn với đuôi .surveyjs.json
  --report bao-cao.json  ghi danh sách những gì không giữ được thành JSON
  --force                ghi đè tệp đã có
  --lang en              thông báo bằng tiếng Anh
`,
  en: `Usage: dvc export <file> --to surveyjs [options]

Writes a survey of DVC as SurveyJS JSON, and says what SurveyJS has no word for.

  --to surveyjs          what to write
  --out survey.json      the file to write; without it the name of the source with .surveyjs.json
  --report report.json   what was not kept, as JSON
  --force                writes over a file that is there
  --lang en              messages in English
`,
};

const troubles = {
  missing: { vi: 'Không đọc được tệp {}. Kiểm tra lại đường dẫn.', en: 'The file {} cannot be read. Look at its path.' },
  'no-document': { vi: 'Tệp không phải tài liệu của DVC: {}. Chạy dvc check để xem chỗ cần sửa.', en: 'The file is no document of DVC: {}. Run dvc check to see what to mend.' },
  'no-survey': { vi: 'Đây là biểu mẫu, không phải phiếu khảo sát. Chỉ xuất được tài liệu có "kind": "survey".', en: 'This is a form. Only documents with "kind": "survey" can be exported.' },
  exists: { vi: 'Tệp {} đã có. Chọn tên khác bằng --out, hoặc thêm --force để ghi đè.', en: 'The file {} is there already. Choose another with --out, or add --force.' },
  write: { vi: 'Không ghi được tệp {}. Kiểm tra quyền ghi.', en: 'The file {} cannot be written. Look at the permissions.' },
} satisfies Record<string, Said>;
export type ExportTrouble = keyof typeof troubles;
export const exportTrouble = (lang: Lang, name: ExportTrouble, about: string): string => `${troubles[name][lang].replace('{}', about)}\n`;

export function exportDone(lang: Lang, out: string, report: readonly Reported[]): string {
  const vi = lang === 'vi';
  const head = vi ? `Đã ghi ${out}.\n` : `Wrote ${out}.\n`;
  if (report.length === 0) return `${head}${vi ? 'Mọi thứ trong phiếu khảo sát đều được giữ.' : 'Everything in the survey was kept.'}\n`;
  const lines = alike(report).map(([{ path, component, what, why, instead }, more]) => `  ${path}  ${component}: ${what}\n      ${why} ${instead}${more > 0 ? (vi ? ` Cũng vậy ở ${more} chỗ khác.` : ` The same in ${more} other places.`) : ''}\n`).join('');
  return `${head}${vi ? `${report.length} điểm SurveyJS không có:` : `${report.length} points that SurveyJS has no word for:`}\n${lines}`;
}
