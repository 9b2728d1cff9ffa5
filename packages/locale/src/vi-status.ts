/** Sentences of the status of a dossier. The ten labels are those of the national codes. */
export const viStatus = {
  lang: 'vi',
  loading: 'Đang tải tình trạng hồ sơ…',
  title: 'Tình trạng hồ sơ',
  dossier: 'Mã hồ sơ', agency: 'Nơi tiếp nhận', submitted: 'Ngày nộp', delivery: 'Cách nhận kết quả',
  submittedOnline: '{time}, nộp trực tuyến', submittedCounter: '{time}, nộp trực tiếp', submittedPost: '{time}, nộp qua bưu chính',
  required: '(bắt buộc)',
  retry: 'Thử lại', back: 'Quay lại', cancel: 'Hủy', copy: 'Sao chép', copied: 'Đã sao chép.', copyFailed: 'Trình duyệt không cho sao chép. Ông/bà chép tay giúp.',
  newTab: 'mở trong cửa sổ mới',

  // Looking up
  wrong: 'Mã hồ sơ hoặc thông tin xác nhận chưa đúng. Ông/bà kiểm tra lại cả hai rồi thử lại.',
  attempts: 'Đã thử sai quá nhiều lần. Ông/bà thử lại sau {minutes} phút, lúc {time}.',
  attemptsNoTime: 'Đã thử sai quá nhiều lần. Ông/bà chờ ít phút rồi thử lại.',
  expired: 'Lượt tra cứu đã hết hạn để giữ an toàn cho hồ sơ. Ông/bà tra cứu lại.',
  expiredHost: 'Phiên đăng nhập đã hết hạn. Ông/bà đăng nhập lại để xem tiếp.',
  login: 'Đăng nhập lại',
  other: 'Tra cứu hồ sơ khác',

  // What to do now
  nothingTitle: 'Ông/bà không cần làm gì lúc này.',
  supplementTitle: 'Ông/bà cần bổ sung hồ sơ',
  supplementUntil: 'Ông/bà cần bổ sung hồ sơ trước hết ngày {date}',
  supplementPast: 'Hạn bổ sung là ngày {date}, nay đã qua. Ông/bà bổ sung ngay hoặc liên hệ nơi tiếp nhận.',
  supplementGo: 'Bổ sung hồ sơ',
  supplementElse: 'Hồ sơ này không bổ sung trực tuyến được tại đây. Ông/bà mang giấy tờ đến nơi tiếp nhận, kèm mã hồ sơ.',
  remarksTitle: 'Cán bộ yêu cầu',
  payTitle: 'Ông/bà cần nộp {amount} đồng', payTitleOpen: 'Ông/bà cần thực hiện nghĩa vụ tài chính',
  payUntil: 'Hạn nộp: ngày {date}.', payGo: 'Xem và nộp {amount} đồng', payNotice: 'Số tiền và cách nộp ghi trong thông báo của cơ quan.',
  collectTitle: 'Mời ông/bà nhận kết quả', collectText: 'Cách nhận đã chọn: {how}.', collectPlain: 'Ông/bà xem nơi nhận và cách nhận trên giấy tiếp nhận, hoặc liên hệ nơi tiếp nhận.',
  collectHere: 'Kết quả điện tử có ở mục Giấy tờ và kết quả bên dưới.',
  postedTitle: 'Kết quả đang được gửi qua bưu chính. Ông/bà không cần làm gì lúc này.',
  postedBackTitle: 'Bưu phẩm đã bị trả lại. Ông/bà liên hệ nơi tiếp nhận để nhận kết quả.',
  reasonNotReceived: 'Hồ sơ không được tiếp nhận. Ông/bà xem lý do dưới đây.',
  reasonStopped: 'Hồ sơ đã dừng xử lý. Ông/bà xem lý do dưới đây.',
  reasonNone: 'Cơ quan chưa ghi lý do ở đây. Ông/bà liên hệ nơi tiếp nhận để được giải thích bằng văn bản.',
  reasonFrom: 'Lý do của cơ quan',
  rateTitle: 'Hồ sơ đã giải quyết xong. Ông/bà không cần làm gì thêm.',

  // The ten codes: label, and a plain sentence
  status: 'Tình trạng',
  newlySubmitted: 'Mới đăng ký', received: 'Được tiếp nhận', notReceived: 'Không được tiếp nhận', processing: 'Đang xử lý', supplementRequired: 'Yêu cầu bổ sung giấy tờ',
  paymentRequired: 'Yêu cầu thực hiện nghĩa vụ tài chính', withdrawalRequested: 'Công dân yêu cầu rút hồ sơ', stopped: 'Dừng xử lý', processed: 'Đã xử lý xong', resultReturned: 'Đã trả kết quả',
  newlySubmittedSays: 'Hồ sơ đã được gửi, đang chờ cán bộ kiểm tra và tiếp nhận.',
  receivedSays: 'Hồ sơ hợp lệ và đã được tiếp nhận để giải quyết.',
  notReceivedSays: 'Hồ sơ không được tiếp nhận. Ông/bà có thể nộp lại khi đủ điều kiện.',
  processingSays: 'Cơ quan đang giải quyết hồ sơ.',
  supplementRequiredSays: 'Hồ sơ còn thiếu hoặc có chỗ cần sửa. Thời gian chờ bổ sung không tính vào thời hạn giải quyết.',
  supplementAnsweredSays: 'Cơ quan đã nhận phần bổ sung và đang kiểm tra.',
  paymentRequiredSays: 'Ông/bà nộp phí, lệ phí hoặc thuế theo thông báo để hồ sơ được giải quyết tiếp.',
  paymentSettledSays: 'Cơ quan đã nhận tiền; hồ sơ được giải quyết tiếp.',
  withdrawalRequestedSays: 'Yêu cầu rút hồ sơ đã được gửi, đang chờ cơ quan xác nhận.',
  stoppedSays: 'Cơ quan đã dừng xử lý hồ sơ.',
  processedSays: 'Hồ sơ đã có kết quả.',
  resultReturnedSays: 'Kết quả đã được trả.',
  pausedSays: 'Hồ sơ đang tạm dừng tính thời hạn theo thông báo của cơ quan.',
  unknownSays: 'Đây là thông báo nguyên văn của cơ quan đang giữ hồ sơ.',
  unknownStatus: 'Trạng thái riêng của cơ quan',

  // Who has it
  holder: 'Nơi đang giữ hồ sơ', holderPerson: '{unit} ({person})',
  holderCitizen: 'Đang chờ ông/bà; hồ sơ ở {unit}.', holderCitizenOnly: 'Đang chờ ông/bà.', holderUnknown: 'Cơ quan chưa ghi.',

  // When it is due
  due: 'Hạn trả kết quả',
  dueOn: 'Hẹn trả ngày {date}', dueAt: 'Hẹn trả trước {time} ngày {date}', dueMaybe: 'Dự kiến trả ngày {date}', dueNone: 'Chưa có ngày hẹn trả kết quả.', dueNoneNew: 'Hồ sơ đang chờ tiếp nhận; chưa có ngày hẹn trả kết quả.',
  dueSlip: 'Ngày hẹn ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
  leftDays: 'còn {n} ngày làm việc', leftToday: 'hôm nay', overdueDays: 'quá hạn {n} ngày làm việc', overdueToday: 'đã quá giờ hẹn',
  lateNow: 'Cơ quan trả kết quả quá hạn {n} ngày làm việc.', lateHour: 'Cơ quan trả kết quả quá giờ hẹn.', lateText: 'Cơ quan phải có phiếu xin lỗi và hẹn lại ngày trả kết quả. Ông/bà có thể gửi phản ánh, kiến nghị ở cuối trang.',
  extended: 'Cơ quan đã xin lỗi và hẹn lại ngày trả kết quả.',
  extendedNoPaper: 'Cơ quan đã hẹn lại ngày trả kết quả.',
  clockPaused: 'Thời hạn đang tạm dừng; những ngày chờ không tính vào thời hạn giải quyết.',
  clockPausedLeft: 'Thời hạn đang tạm dừng, khi tính tiếp còn {n} ngày làm việc.',
  wasDue: 'Ngày hẹn trước khi tạm dừng: {date}.',
  doneInTime: 'Đã giải quyết đúng hạn (hẹn ngày {date}).', doneEarly: 'Đã giải quyết sớm {n} ngày làm việc (hẹn ngày {date}).', doneLate: 'Đã giải quyết quá hạn {n} ngày làm việc (hẹn ngày {date}).',

  // Papers
  papers: 'Giấy tờ và kết quả', paperNumber: 'số {number}', noLink: 'nhận bản giấy tại nơi tiếp nhận',
  slip: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', apology: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', notice: 'Thông báo', result: 'Kết quả',
  post: 'Gửi qua bưu chính', postCode: 'Mã bưu gửi {code}', postSent: 'Đang trên đường', postDelivered: 'Đã phát', postReturned: 'Bị trả lại', postTrack: 'Theo dõi bưu gửi',

  // History
  history: 'Quá trình giải quyết', historyHint: 'Mới nhất ở trên.', historyNow: 'hiện tại', historyMore: 'Xem {n} mục trước đó', historyNote: 'Cơ quan ghi:',
  wasSubmitted: 'Ông/bà nộp hồ sơ',
  wasAccepted: 'Tiếp nhận hồ sơ', wasSupplementAsked: 'Cơ quan yêu cầu bổ sung', wasSupplementAnswered: 'Ông/bà đã bổ sung hồ sơ', wasPaused: 'Tạm dừng tính thời hạn', wasResumed: 'Tiếp tục tính thời hạn',
  wasExtended: 'Hẹn lại ngày trả kết quả: {date}', wasPaymentAsked: 'Cơ quan yêu cầu nộp {amount} đồng', wasPaymentSettled: 'Đã nhận tiền', wasWithdrawAsked: 'Ông/bà yêu cầu rút hồ sơ', wasWithdrawRefused: 'Cơ quan không đồng ý cho rút hồ sơ',
  wasResubmitted: 'Nộp lại hồ sơ', wasResubmittedAs: 'Nộp lại với mã hồ sơ {dossier}', wasDocument: 'Ban hành: {title}', wasPosted: 'Gửi bưu chính: {carrier}', wasDelivered: 'Bưu chính đã phát', wasReturned: 'Bưu phẩm bị trả lại', wasOther: 'Cập nhật của cơ quan',
  limit: 'Thời hạn: {limit}.', limitWorkingDay: '{n} ngày làm việc', limitDay: '{n} ngày', limitWorkingHour: '{n} giờ làm việc', limitToday: 'trong ngày',

  // Freshness and troubles
  updated: 'Cơ quan cập nhật lúc {time}.', live: 'Trang tự cập nhật khi có thay đổi.',
  gap: 'Có cập nhật đang tải thêm; dưới đây là tình trạng gần nhất đã đủ thông tin.',
  offline: 'Mất kết nối mạng. Tình trạng dưới đây là lúc {time}; có mạng trở lại trang sẽ tự cập nhật.',
  offlineNone: 'Mất kết nối mạng nên chưa tải được tình trạng hồ sơ. Có mạng trở lại ông/bà bấm Thử lại.',
  offlineAct: 'Mất kết nối mạng nên chưa thực hiện được. Ông/bà giữ nguyên trang này rồi bấm lại.',
  busy: 'Hệ thống đang có đông người truy cập. Ông/bà chờ ít phút rồi thử lại.',
  server: 'Hệ thống gặp sự cố. Ông/bà thử lại sau ít phút.',
  incident: 'Khi gọi đường dây hỗ trợ, xin đọc mã sự cố {incident}.',
  notNow: 'Việc này không còn thực hiện được, vì hồ sơ đã chuyển sang bước khác. Dưới đây là tình trạng mới nhất.',
  part: 'Chưa tải được phần này. Ông/bà kiểm tra kết nối mạng rồi bấm lại.',
  none: 'Trang này chưa được nối với hệ thống tra cứu hồ sơ.',
  changed: 'Hồ sơ vừa có thay đổi: {what}',

  listBack: 'Quay lại danh sách',

  // The rest, opened when wanted
  more: 'Việc khác với hồ sơ này',
  supplementOpen: 'Bổ sung hồ sơ', withdrawOpen: 'Rút hồ sơ', complainOpen: 'Gửi phản ánh, kiến nghị về hồ sơ này', channelsOpen: 'Nhận thông báo', notificationsOpen: 'Thông báo đã gửi', qrOpen: 'Mã QR của trang này', printPage: 'In trang này',
} as const;
