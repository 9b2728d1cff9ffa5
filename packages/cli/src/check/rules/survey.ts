import type { Rows } from '../types.js';

/** What the language refuses of a survey, by the code of its Problem. */
export const survey: Rows = {
  'consent-ticked': ['DVC-C151', 'error', 'Ô đồng ý được đánh dấu sẵn.', 'Xóa `default`: người trả lời tự đánh dấu.', 'The box of a consent is ticked in advance.', 'Delete `default`: the person ticks it.'],
  'not-anonymous': ['DVC-C152', 'error', 'Khảo sát ẩn danh nhưng hỏi ai là người trả lời ({got}).', 'Bỏ câu hỏi này, hoặc bỏ `anonymous: true`.', 'The survey is anonymous and asks who answers ({got}).', 'Take this out, or take `anonymous: true` out.'],
  'unknown-choice': ['DVC-C153', 'error', 'Câu hỏi không có lựa chọn “{got}”.', 'Sửa cho khớp với `const` của một lựa chọn.', 'The question has no choice “{got}”.', 'Write it as the `const` of a choice.'],
  'reads-nothing': ['DVC-C154', 'error', 'Điều kiện này không nhắc tới câu trả lời nào.', 'Ghi câu trả lời cần xét, ví dụ `when: { submitted: false }`.', 'This condition names no answer.', 'Name the answer that it is about.'],
  'survey-only': ['DVC-C155', 'error', '“{got}” chỉ dùng trong phiếu khảo sát.', 'Xóa mục này, hoặc ghi `kind: survey`.', '“{got}” is for surveys only.', 'Delete it, or write `kind: survey`.'],
  'form-only': ['DVC-C156', 'error', 'Phiếu khảo sát không có mục `{got}`.', 'Xóa mục này.', 'A survey has no `{got}`.', 'Delete it.'],
  'index-incomplete': ['DVC-C157', 'error', 'Chỉ số chưa đủ để tính.', 'Thêm hoặc sửa: {expected}.', 'The index cannot be reckoned.', 'Add or correct: {expected}.'],
  'not-a-question': ['DVC-C158', 'error', 'Phiếu khảo sát không hỏi được câu này.', 'Dùng lựa chọn, số, chữ, hoặc một bảng gồm các dòng có cùng lựa chọn.', 'A survey cannot ask this.', 'Use choices, a number, a text, or a matrix of rows with the same choices.'],
  'other-always': ['DVC-C159', 'error', 'Câu ghi rõ “{got}” luôn được hỏi, kể cả khi không chọn “khác”.', 'Đặt `when` cho câu này, ví dụ `when: { reasons: khac }`.', 'The question “{got}” is asked whatever was chosen.', 'Declare it in a `then`, or give it a `when`.'],
  'closes-before-opens': ['DVC-C160', 'error', 'Khảo sát đóng ngày {got}, trước khi mở.', 'Sửa `closes` hoặc `opens`.', 'The survey closes on {got}, before it opens.', 'Correct `closes` or `opens`.'],
  'image-elsewhere': ['DVC-C161', 'error', 'Hình “{got}” không nằm cạnh tệp khảo sát.', 'Đặt hình cạnh tệp rồi ghi đường dẫn, ví dụ `hinh/quay.png`.', 'The image “{got}” does not lie beside the document.', 'Put it beside the document and write its path.'],
};
