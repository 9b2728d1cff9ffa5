// What may become of a submission, even without a connection: loaded with the back end.
export const viSending = {
  offline: 'Mất kết nối mạng. Chưa có xác nhận đã nhận hồ sơ; khi có mạng trở lại, ông/bà bấm “Thử lại”, hồ sơ sẽ không bị nộp trùng.',
  waitingTitle: 'Hồ sơ đang chờ gửi',
  needsYouTitle: 'Hồ sơ cần ông/bà xử lý tiếp',
  sessionOver: 'Phiên làm việc đã kết thúc nên hồ sơ chưa được gửi. Ông/bà đăng nhập lại rồi bấm “Thử lại”; hồ sơ sẽ không bị nộp trùng.',
  login: 'Đăng nhập lại',
  earlier: 'Hồ sơ đã được tiếp nhận theo nội dung gửi lần trước. Những gì sửa sau lần gửi đó chưa có trong hồ sơ; nếu cần bổ sung, ông/bà liên hệ nơi tiếp nhận.',
  waiting: 'Sẽ tự gửi lại sau {n} giây.',
  timeout: 'Chưa nhận được phản hồi nên chưa biết hồ sơ đã đến nơi hay chưa. Ông/bà cứ bấm “Thử lại”; hồ sơ sẽ không bị nộp trùng.',
  busy: 'Hệ thống đang có đông người truy cập. Hồ sơ chưa được gửi.',
  incident: 'Khi gọi đường dây hỗ trợ, xin đọc mã sự cố {incident}.',
} as const;
