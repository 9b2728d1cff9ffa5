/** Sentences of what is opened on a status page when it is wanted: they come with it. */
export const viStatusMore = {
  // A supplement in place
  supplementText: 'Dưới đây chỉ có những mục cán bộ yêu cầu; các mục khác giữ nguyên như đã nộp.',
  supplementWhole: 'Cán bộ có yêu cầu chung cho cả hồ sơ, nên ông/bà có thể sửa mọi mục.',
  supplementForm: 'Nội dung bổ sung',
  supplementSend: 'Gửi phần bổ sung',
  supplementSent: 'Đã gửi phần bổ sung. Ông/bà không phải gửi lại.',

  withdrawText: 'Cơ quan sẽ dừng giải quyết khi xác nhận yêu cầu này. Phí, lệ phí đã nộp được xử lý theo quy định.',
  withdrawReason: 'Lý do rút hồ sơ', withdrawMissing: 'Nhập lý do rút hồ sơ.',
  withdrawAsk: 'Ông/bà chắc chắn muốn rút hồ sơ {code}?', withdrawGo: 'Tiếp tục', withdrawYes: 'Gửi yêu cầu rút hồ sơ', withdrawNo: 'Không rút',
  withdrawSent: 'Đã gửi yêu cầu rút hồ sơ.',

  complainText: 'Nội dung được gửi đến cơ quan đang giải quyết, kèm mã hồ sơ. Ông/bà không ghi số định danh hoặc mật khẩu vào đây.',
  complainBox: 'Nội dung phản ánh, kiến nghị', complainMissing: 'Nhập nội dung phản ánh, kiến nghị.', complainSend: 'Gửi phản ánh, kiến nghị', complainSent: 'Đã gửi phản ánh, kiến nghị. Cơ quan sẽ trả lời theo thông tin liên hệ trong hồ sơ.',

  channelsText: 'Mặc định không gửi thư hay tin nhắn, chỉ có danh sách thông báo ngay trên cổng. Ông/bà bật kênh nào thì đồng ý nhận thông báo về hồ sơ này qua kênh đó và có thể tắt bất cứ lúc nào.',
  email: 'Thư điện tử', sms: 'Tin nhắn SMS', portal: 'Thông báo trên cổng dịch vụ công', zalo: 'Zalo',
  channelTo: 'Gửi đến {address}', channelAddressEmail: 'Địa chỉ thư điện tử', channelAddressPhone: 'Số điện thoại', channelAddressMissing: 'Nhập nơi nhận.', channelAddressWrongEmail: 'Nhập đúng địa chỉ, ví dụ ten@example.vn.', channelAddressWrongPhone: 'Nhập số điện thoại di động 10 chữ số.',
  channelOn: 'Đồng ý nhận', channelOff: 'Thôi nhận', channelIsOn: 'Đang bật', channelIsOff: 'Đang tắt', channelSince: 'Đồng ý lúc {time}, bản nội dung {version}.',
  channelSaved: 'Đã ghi lựa chọn.',

  notificationsNone: 'Chưa có thông báo nào.', unread: 'Mới',

  qrText: 'Quét mã để mở trang này trên máy khác. Mã chỉ có địa chỉ trang; người mở vẫn phải tra cứu bằng thông tin xác nhận.', qrLabel: 'Mã QR: {url}', copyLink: 'Sao chép địa chỉ',
} as const;
