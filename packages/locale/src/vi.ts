// The source of truth: what a clerk at the counter would say, to "ông/bà". `{x}` is a parameter.
// Everything here is loaded with every form, so rarer sentences belong to vi-rest.ts (views and errors of some forms) or vi-more.ts (whole pages).
export const viPlain = {
  lang: 'vi',

  // Marks and buttons
  required: '(bắt buộc)',
  submit: 'Nộp hồ sơ',
  retry: 'Thử lại',
  yes: 'Có',
  no: 'Không',
  choose: '– Chọn –',
  error: 'Lỗi:',
  warning: 'Lưu ý:',
  empty: 'Chưa nhập',
  summaryTitle: 'Có {n} chỗ cần sửa',

  // Dates
  day: 'Ngày',
  month: 'Tháng',
  year: 'Năm',
  dateExample: 'Ví dụ: 27/09/1990',
  pickDate: 'Chọn trên lịch',

  // Phases that can come at any time, even without a connection
  loading: 'Đang tải biểu mẫu…',
  sending: 'Đang gửi hồ sơ. Xin ông/bà chờ trong giây lát…',
  broken: 'Biểu mẫu này hiện chưa dùng được. Xin ông/bà thử lại sau hoặc gọi đường dây hỗ trợ.',
  loadFailed: 'Không tải được biểu mẫu. Kiểm tra kết nối mạng rồi thử lại.',
  serverError: 'Hệ thống gặp lỗi nên chưa nhận được hồ sơ. Xin ông/bà thử lại sau ít phút.',
  kept: 'Những gì ông/bà đã nhập vẫn còn nguyên.',

  // Errors, by issue code and then by kind of control or reason. `{label}` stands in the middle of a
  // sentence, `{Label}` as written; a label that is a question or very long gives way to a `…bare` sentence or to `thisItem`.
  thisItem: 'mục này',
  invalid: 'Kiểm tra lại {label}.',
  'required.type': 'Nhập {label}.',
  'required.type.bare': 'Nhập câu trả lời.',
  'required.choose': 'Chọn {label}.',
  'required.choose.bare': 'Chọn một câu trả lời.',
  'required.checkbox': 'Đánh dấu vào ô “{Label}”.',
  'required.checkbox.bare': 'Đánh dấu vào ô này.',
  'required.date': 'Nhập {label}, ví dụ 27/09/1990.',
  wrongKind: 'Nội dung đã có ở mục này không đúng kiểu: {value}. Xóa hoặc nhập lại.',
  'data-kept': 'Trang vừa gửi nội dung khác cho mục này: {value}. Nội dung ông/bà đang nhập được giữ lại.',
  type: 'Nội dung ở mục {label} không đúng kiểu. Nhập lại.',
  'type.number': 'Nhập {label} bằng chữ số, ví dụ 12.',
  'type.integer': 'Nhập {label} bằng số nguyên, ví dụ 12.',
  'type.choose': 'Chọn lại {label}.',
  enum: 'Chọn {label} trong danh sách.',
  const: 'Câu trả lời ở mục {label} không được chấp nhận. Chọn câu trả lời khác.',
  'const.checkbox': 'Đánh dấu vào ô “{Label}” để tiếp tục.',
  minLength: 'Nhập ít nhất {limit} ký tự ở mục {label}.',
  maxLength: 'Nhập tối đa {limit} ký tự ở mục {label}. Viết ngắn lại.',
  minimum: '{Label} phải từ {limit} trở lên.',
  maximum: '{Label} không được quá {limit}.',
  exclusiveMinimum: '{Label} phải lớn hơn {limit}.',
  exclusiveMaximum: '{Label} phải nhỏ hơn {limit}.',
  pattern: '{Label} chưa đúng mẫu. Kiểm tra và nhập lại.',
  additionalProperties: 'Có nội dung không thuộc biểu mẫu này. Tải lại trang rồi nhập lại.',
  format: '{Label} chưa đúng cách viết. Kiểm tra và nhập lại.',
  'format.email': '{Label} chưa đúng. Nhập theo mẫu ten@example.vn.',
  'format.date': 'Nhập {label} đúng theo lịch, đủ ngày, tháng, năm, ví dụ 27/09/1990.',
  'format.date.incomplete': '{Label} còn thiếu {missing}. Nhập cho đủ.',
  'format.date.year': 'Năm ở mục {label} phải có đủ bốn chữ số, ví dụ 1990.',
  'format.date.month': 'Tháng ở mục {label} phải từ 1 đến 12. Kiểm tra và nhập lại.',
  'format.date.day': 'Ngày ở mục {label} không có trong lịch: tháng này chỉ có {days} ngày. Kiểm tra lại ngày và tháng.',
} as const;
