import type { Rows } from '../types.js';

/** Of a host's fee table and the form that it is for. */
export const feeTable: Rows = {
  'unknown-form': ['DVC-C401', 'error', 'Không có biểu mẫu “{got}” cho biểu phí này.', 'Sửa mục `for` thành mã biểu mẫu đã có, hoặc chỉ thư mục biểu mẫu bằng `--forms`.', 'There is no form “{got}” for this fee table.', 'Correct `for`, or name the folder of forms with `--forms`.'],
  'unknown-case': ['DVC-C402', 'error', 'Biểu mẫu không có trường hợp “{got}”.', 'Dùng một trong các mã trường hợp: {expected}.', 'The form has no case “{got}”.', 'Use one of its cases: {expected}.'],
  'unknown-fee': ['DVC-C403', 'error', 'Biểu mẫu không thu khoản “{got}” nên không bỏ được.', 'Sửa mã trong `remove` cho khớp với mã khoản thu của biểu mẫu, hoặc xóa mã này.', 'The form has no fee “{got}” to remove.', 'Correct the id in `remove`, or delete it.'],
  'fee-twice': ['DVC-C404', 'error', 'Khoản “{got}” vừa có mức thu vừa bị bỏ trong `remove`.', 'Giữ một trong hai.', 'The fee “{got}” is given and removed at once.', 'Keep one of the two.'],
  'fee-elsewhere': ['DVC-C405', 'error', 'Khoản “{got}” được quy định ở chỗ khác nên sẽ bị thu hai lần.', 'Chuyển khoản này sang `{expected}`, hoặc đặt một mã khác.', 'The fee “{got}” stands elsewhere and would be charged twice.', 'Move it to `{expected}`, or choose another id.'],
};
