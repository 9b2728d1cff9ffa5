// The measures as a table for a spreadsheet: UTF-8 with the mark that Excel needs, and no cell that it would run.
import { csvOf as csvOfRows } from '../csv.js';
import { SUMS, type Measure } from './measures.js';

const NAMES: Readonly<Record<(typeof SUMS)[number], string>> = {
  view: 'Lượt xem', start: 'Bắt đầu điền', step: 'Lượt qua bước', abandon: 'Bỏ dở', rate: 'Lượt đánh giá', submitted: 'Hồ sơ đã nộp', submittedOnline: 'Nộp trực tuyến', due: 'Khoản phải nộp', paid: 'Đã nộp tiền', paidOnline: 'Nộp tiền trực tuyến',
  finished: 'Đã có kết quả', withDue: 'Có hạn trả', onTime: 'Đúng hạn',
};

/** Percent with one digit, `''` where there is nothing to divide. */
export const share = (part: number, whole: number): string => (whole === 0 ? '' : (Math.round((part / whole) * 1000) / 10).toFixed(1));

export function csvOf(measures: readonly Measure[]): string {
  const head = ['Kỳ', 'Mã tờ khai', 'Tên tờ khai', 'Mã cơ quan', ...SUMS.map((name) => NAMES[name]), 'Tỷ lệ đúng hạn (%)', 'Tỷ lệ nộp trực tuyến (%)', 'Tỷ lệ thanh toán trực tuyến (%)'];
  const lines = measures.map((each) => [
    each.period, each.document, each.title, each.agency, ...SUMS.map((name) => each[name]), share(each.onTime, each.withDue), share(each.submittedOnline, each.submitted), share(each.paidOnline, each.paid),
  ]);
  return csvOfRows([head, ...lines], true);
}
