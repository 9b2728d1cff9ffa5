// Sentences of a survey. Citizens are "ông/bà"; a sentence says what happened and what to do.
export const viSurvey = {
  lang: 'vi',
  required: '(bắt buộc)', error: 'Lỗi:', yes: 'Có', no: 'Không', stars: 'sao',

  loading: 'Đang tải phiếu khảo sát…',
  unreadable: 'Chưa mở được phiếu khảo sát. Ông/bà thử tải lại trang. Việc này không ảnh hưởng đến hồ sơ của ông/bà.',
  notOpen: 'Phiếu khảo sát này mở từ ngày {date}.', closed: 'Phiếu khảo sát này đã đóng. Cảm ơn ông/bà đã quan tâm.',
  partMissing: 'Một phần của trang chưa tải được nên có câu hiển thị đơn giản hơn. Ông/bà vẫn trả lời được.',
  lost: 'Mất kết nối mạng. Câu trả lời vẫn còn ở đây; ông/bà bấm lại khi có mạng.',
  preview: 'Bản xem thử: câu trả lời không được gửi đi.',

  next: 'Tiếp tục', back: 'Quay lại', send: 'Gửi ý kiến', sending: 'Đang gửi…',
  progress: 'Tiến độ', page: 'Trang {at} trên {of}', question: 'Câu {at} trên {of}',
  atLeast: 'Chọn ít nhất {n} mục.', atMost: 'Chọn tối đa {n} mục.', between: 'Chọn từ {from} đến {n} mục.', exactly: 'Chọn {n} mục.',

  anonymous: 'Phiếu này không hỏi tên và không gắn với hồ sơ của ông/bà.',
} as const;
