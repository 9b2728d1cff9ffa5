// The form that asks for the money of a payment back: it comes when it is asked for.
export const viRefund = {
  refundTitle: 'Yêu cầu hoàn tiền',
  refundHint: 'Cơ quan xem xét rồi chuyển tiền về tài khoản này. Thông tin tài khoản chỉ dùng để hoàn tiền.',
  refundAccount: 'Số tài khoản nhận tiền hoàn', refundHolder: 'Tên chủ tài khoản', refundBank: 'Ngân hàng', refundReason: 'Lý do hoàn tiền',
  refundSecret: 'Mã tra cứu hồ sơ', refundSecretHint: 'Mã ghi trong xác nhận đã nộp hồ sơ, để chắc chắn yêu cầu là của ông/bà.',
  refundSend: 'Gửi yêu cầu hoàn tiền',
  required: '(bắt buộc)',
  refundMissing: 'Nhập {label}.',
  refundAccountWrong: 'Số tài khoản gồm 4 đến 30 chữ số hoặc chữ cái, không có dấu cách.',
} as const;
