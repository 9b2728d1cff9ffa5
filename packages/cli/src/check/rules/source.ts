import type { Rows } from '../types.js';

/** Of the file itself, and of the short form `when:`. */
export const source: Rows = {
  'unreadable': ['DVC-C001', 'error', 'Không đọc được tệp ({detail}).', 'Kiểm tra tên tệp và quyền đọc.', 'The file cannot be read ({detail}).', 'Check its name and your right to read it.'],
  'encoding': ['DVC-C002', 'error', 'Tệp không dùng bảng mã UTF-8.', 'Lưu lại tệp với bảng mã UTF-8.', 'The file is not in UTF-8.', 'Save it as UTF-8.'],
  'too-large-file': ['DVC-C003', 'error', 'Tệp quá lớn.', 'Tách biểu mẫu hoặc bỏ bớt nội dung không cần.', 'The file is too large.', 'Split the form or leave out what it does not need.'],
  'syntax': ['DVC-C004', 'error', 'Tệp viết sai cú pháp ở chỗ này ({detail}).', 'Kiểm tra thụt đầu dòng, dấu phẩy, dấu ngoặc và dấu nháy ở dòng này và dòng trên.', 'The file breaks off here ({detail}).', 'Check indentation, commas, brackets and quotes on this line and the one above.'],
  'duplicate-key': ['DVC-C005', 'error', 'Mục này được viết hai lần trong cùng một chỗ.', 'Giữ lại một mục, xóa mục kia.', 'The same name stands here twice.', 'Keep one and delete the other.'],
  'when-shape': ['DVC-C006', 'error', 'Điều kiện `when` viết chưa đúng: {detail}.', 'Viết theo mẫu `when: { tên-trường: giá-trị }`, `[giá-trị-1, giá-trị-2]`, `{ not: … }`, `{ filled: true }`, `{ min: … }` hoặc `{ has: … }`.', 'The condition `when` is not understood: {detail}.', 'Write `when: { field: value }`, `[value, value]`, `{ not: … }`, `{ filled: true }`, `{ min: … }` or `{ has: … }`.'],
  'when-far': ['DVC-C007', 'error', 'Điều kiện `when` không với tới được trường “{detail}” từ đây.', 'Đặt `when` ở nhóm chứa trường này, hoặc bỏ `unevaluatedProperties: false` của nhóm; trong một dòng của danh sách chỉ hỏi được các trường cùng dòng.', 'The condition `when` cannot reach the field “{detail}” from here.', 'Put `when` on the group around this field, or leave out the group’s `unevaluatedProperties: false`; inside a row only fields of the same row can be asked.'],
  'thousands': ['DVC-C009', 'error', 'Số {detail} có dấu chấm: máy đọc là số thập phân, không phải số nghìn.', 'Viết liền các chữ số, ví dụ 200000.', 'The number {detail} has a dot, which makes it a fraction and no thousands.', 'Write the digits without a dot, such as 200000.'],
  'comma-in-braces': ['DVC-C010', 'error', 'Dấu phẩy trong ngoặc nhọn cắt câu này làm hai: “{detail}” đứng một mình.', 'Đặt cả câu trong dấu nháy kép, ví dụ `{ title: "Cha, mẹ" }`.', 'A comma between braces cuts this text in two: “{detail}” stands alone.', 'Put the whole text in quotes, as in `{ title: "Cha, mẹ" }`.'],
  'file-name': ['DVC-C008', 'warning', 'Tên tệp không khớp với mục `{name}` ({got}).', 'Đặt tệp ở `<id>/<version>.yaml`, hoặc sửa mục `{name}` cho khớp.', 'The file’s name does not match `{name}` ({got}).', 'Put the file at `<id>/<version>.yaml`, or correct `{name}`.'],
};
