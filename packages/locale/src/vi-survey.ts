// Sentences of a survey. Citizens are "ông/bà"; a sentence says what happened and what to do.
export const viSurvey = {
  lang: 'vi',
  required: '(bắt buộc)', error: 'Lỗi:', yes: 'Có', no: 'Không', choose: 'Chọn…', stars: 'sao', end: '{n} – {text}',

  loading: 'Đang tải phiếu khảo sát…',
  unreadable: 'Chưa mở được phiếu khảo sát. Ông/bà thử tải lại trang. Việc này không ảnh hưởng đến hồ sơ của ông/bà.',
  notOpen: 'Phiếu khảo sát này mở từ ngày {date}.', closed: 'Phiếu khảo sát này đã đóng. Cảm ơn ông/bà đã quan tâm.',
  partMissing: 'Một phần của trang chưa tải được nên có câu hiển thị đơn giản hơn. Ông/bà vẫn trả lời được.',
  preview: 'Bản xem thử: câu trả lời không được gửi đi.',

  next: 'Tiếp tục', back: 'Quay lại', send: 'Gửi ý kiến', sending: 'Đang gửi…',
  progress: 'Tiến độ', page: 'Trang {at} trên {of}', question: 'Câu {at} trên {of}',
  summary: 'Còn {n} câu cần xem lại', soft: 'Ông/bà chưa trả lời câu này. Xin ông/bà trả lời, hoặc bấm “{next}” lần nữa để bỏ qua.',
  atLeast: 'Chọn ít nhất {n} mục.', atMost: 'Chọn tối đa {n} mục.', between: 'Chọn từ {from} đến {n} mục.', exactly: 'Chọn {n} mục.',
  matrixHow: 'Phím mũi tên trái, phải: chọn trong một dòng. Phím mũi tên lên, xuống: sang dòng khác.',

  thanksTitle: 'Cảm ơn ông/bà đã góp ý', thanks: 'Ý kiến của ông/bà đã được ghi nhận.',
  queuedTitle: 'Ý kiến đã được lưu trên máy này', queued: 'Máy đang mất kết nối mạng. Khi có mạng trở lại, ý kiến sẽ tự được gửi; ông/bà không cần làm lại.',
  screenedTitle: 'Cảm ơn ông/bà đã quan tâm', screened: 'Phiếu khảo sát này dành cho trường hợp khác nên ông/bà không cần trả lời thêm.',
  receipt: 'Mã phiếu', receiptHint: 'Người có mã này rút lại được ý kiến đã gửi. Ông/bà chỉ cần ghi lại nếu sau này muốn rút.',
  anonymous: 'Phiếu này không hỏi tên và không gắn với hồ sơ của ông/bà.',

  offline: 'Mất kết nối mạng nên ý kiến chưa được gửi. Câu trả lời vẫn còn ở đây; ông/bà bấm “Gửi ý kiến” lại, sẽ không thành hai phiếu.',
  busy: 'Đang có đông người truy cập. Ông/bà chờ ít phút rồi bấm “Gửi ý kiến” lại; sẽ không thành hai phiếu.',
  server: 'Hệ thống gặp sự cố nên ý kiến chưa được gửi. Câu trả lời vẫn còn ở đây; ông/bà thử lại sau ít phút.',
  incident: 'Khi gọi đường dây hỗ trợ, xin đọc mã sự cố {incident}.',
  spent: 'Hồ sơ này đã có phiếu góp ý. Mỗi hồ sơ góp ý một lần; cảm ơn ông/bà.',
  notEligible: 'Phiếu này chỉ dành cho người đã nộp hồ sơ. Ông/bà mở phiếu từ trang hồ sơ hoặc từ đường dẫn đã nhận.',
  withdrawn: 'Phiếu này đã được rút lại nên không nhận thêm câu trả lời.',
  attempts: 'Đã có quá nhiều phiếu gửi từ nơi này. Ông/bà thử lại sau ít phút.',

  fault: 'Xem lại câu trả lời này.', faultOne: 'Chọn một câu trả lời.', faultMany: 'Chọn ít nhất một mục.', faultLevel: 'Chọn một mức.', faultText: 'Nhập câu trả lời.', faultRanking: 'Sắp xếp các mục, hoặc bấm “Giữ thứ tự này”.',
  faultFile: 'Chọn một tệp.', faultNumber: 'Nhập một số, ví dụ 12.', faultConsent: 'Đánh dấu vào ô này để tiếp tục.',
  'fault-minItems': 'Chọn ít nhất {limit} mục.', 'fault-maxItems': 'Chỉ chọn tối đa {limit} mục. Ông/bà bỏ bớt.', 'fault-minLength': 'Viết ít nhất {limit} ký tự.', 'fault-maxLength': 'Rút gọn còn tối đa {limit} ký tự.',
  'fault-minimum': 'Nhập số từ {limit} trở lên.', 'fault-maximum': 'Nhập số không quá {limit}.',
  'fault-email': 'Nhập địa chỉ thư điện tử đầy đủ, ví dụ ten@example.vn.', 'fault-phone': 'Nhập số điện thoại gồm 10 chữ số, bắt đầu bằng số 0.', 'fault-date': 'Nhập đủ ngày, tháng, năm, ví dụ 05/09/2026.',

  invite: 'Ông/bà góp ý giúp chúng tôi phục vụ tốt hơn.', join: 'Góp ý', later: 'Để sau', never: 'Không hỏi lại', close: 'Đóng',
} as const;
