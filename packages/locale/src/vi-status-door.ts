/** Sentences of the look-up and of the list: they come with them. */
export const viStatusDoor = {
  lookTitle: 'Tra cứu tình trạng hồ sơ',
  lookLead: 'Ông/bà nhập mã hồ sơ và một thông tin chỉ người nộp biết.',
  lookCode: 'Mã hồ sơ', lookCodeHint: 'Ghi trên xác nhận đã nộp hồ sơ hoặc giấy tiếp nhận, ví dụ H99.01-261121-0042.',
  lookBy: 'Xác nhận bằng',
  bySecret: 'Mã tra cứu', byId: 'Số định danh cá nhân', byOtp: 'Mã xác thực gửi về điện thoại (OTP)',
  secretHint: '8 chữ và số trên xác nhận đã nộp hồ sơ.', idHint: '12 chữ số của chủ hồ sơ hoặc người nộp.', otpHint: '6 chữ số trong tin nhắn.',
  otpSend: 'Gửi mã xác thực', otpSent: 'Nếu mã hồ sơ đúng, mã xác thực đã được gửi đến số điện thoại ghi trong hồ sơ.',
  look: 'Tra cứu',
  codeMissing: 'Nhập mã hồ sơ.', secretMissing: 'Nhập mã tra cứu.', idMissing: 'Nhập số định danh cá nhân.', otpMissing: 'Nhập mã xác thực.',

  listTitle: 'Hồ sơ của tôi', listFind: 'Tìm theo mã hoặc tên thủ tục', listStatus: 'Tình trạng', listAll: 'Tất cả', listMine: 'Cần ông/bà xử lý', listOpen: 'Đang giải quyết', listDone: 'Đã xong',
  listCount: '{n} hồ sơ', listNone: 'Ông/bà chưa có hồ sơ nào ở đây.', listNoMatch: 'Không có hồ sơ nào phù hợp. Ông/bà đổi từ tìm hoặc chọn Tất cả.', listNeeds: 'Cần ông/bà xử lý', listDue: 'Hẹn trả ngày {date}', listSubmitted: 'Nộp ngày {date}',
  open: 'Xem chi tiết',
} as const;
