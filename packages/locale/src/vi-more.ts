// Sentences of views that load on demand: papers, fees, review, differences, acknowledgement.
export const viMore = {
  // Papers and uploads
  papersTitle: 'Giấy tờ cần nộp',
  papersNone: 'Trường hợp này không phải nộp giấy tờ nào.',
  paperHeld: 'cơ quan tiếp nhận tự tra cứu được, ông/bà chỉ nộp khi được yêu cầu.',
  paperRules: 'Nhận tệp {types}, mỗi tệp tối đa {size}.',
  paperFiles: 'Nộp tối đa {n} tệp.',
  chooseFile: 'Chọn tệp',
  chooseMore: 'Chọn thêm tệp',
  dropHere: 'hoặc kéo tệp vào đây',
  fileList: 'Tệp đã chọn cho {title}',
  fileNone: 'Chưa có tệp nào.',
  fileChecking: 'Đang kiểm tra tệp…',
  fileUploading: 'Đang tải lên {percent} %',
  fileUploaded: 'Đã tải lên',
  fileFailed: 'Chưa tải lên được',
  fileRemove: 'Xóa tệp {name}',
  fileRetry: 'Thử lại với tệp {name}',
  fileRemoved: 'Đã xóa tệp {name}.',
  fingerprint: 'Mã kiểm tra SHA-256',

  // Fees
  feesTitle: 'Phí, lệ phí',
  fee: 'Phí',
  charge: 'Lệ phí',
  service: 'Dịch vụ',
  postage: 'Cước bưu chính',
  total: 'Tổng cộng',
  subtotal: 'Cộng {kind}',
  inWords: 'Bằng chữ',
  free: 'Miễn',
  'free.fee': 'Miễn phí',
  'free.charge': 'Miễn lệ phí',
  feeNone: 'Không thu phí, lệ phí.',
  amount: '{amount} đồng',
  perUnit: '{each} × {count} {unit}',
  // Read before an amount that is struck through: a line through it is not heard.
  fullPrice: 'Mức thu chung:',
  toPay: 'Phải nộp:',
  reduction: 'Lý do: {title}',
  feeOpen: 'Chưa tính được',
  feeOpenNote: 'Khoản ghi “Chưa tính được” sẽ hiện số tiền khi ông/bà khai đủ các mục liên quan.',

  // Facts of the procedure
  unverifiedNote: 'Nội dung ghi “chưa kiểm chứng” chưa được đối chiếu với văn bản gốc. Xin ông/bà hỏi lại cơ quan tiếp nhận.',

  // Review
  reviewTitle: 'Kiểm tra lại thông tin trước khi nộp',
  reviewHint: 'Xin ông/bà đọc lại. Bấm “Sửa” ở phần cần sửa; sửa xong sẽ trở lại trang này.',
  editStep: 'Sửa phần {title}',
  backToReview: 'Trở lại trang kiểm tra',
  print: 'In',
  copy: 'Sao chép',

  // The back end reckons otherwise than what was shown
  changedTitle: 'Có thông tin thay đổi kể từ khi ông/bà mở biểu mẫu',
  changedHint: 'Hồ sơ chưa được gửi. Xem lại những chỗ thay đổi dưới đây, rồi nộp lại nếu đồng ý.',
  changedItem: 'Mục',
  changedShown: 'Trước đây',
  changedNow: 'Bây giờ',
  changedAppears: 'Cần khai thêm mục này.',
  changedGone: 'Không phải khai mục này nữa.',
  changedNoFee: 'Không thu khoản này nữa.',
  changedPaper: 'Cần nộp thêm giấy tờ này.',
  changedPaperGone: 'Không phải nộp giấy tờ này nữa.',
  keyConflict: 'Hồ sơ này đã được gửi trước đó với nội dung khác; bản đã gửi vẫn giữ nguyên. Muốn thay đổi, xin ông/bà liên hệ cơ quan tiếp nhận.',

  // Acknowledgement. Not the slip with an appointment, which only an officer issues.
  sentTitle: 'Xác nhận đã nộp hồ sơ trực tuyến',
  dossierCode: 'Mã hồ sơ',
  lookupSecret: 'Mã tra cứu',
  lookupHint: 'Ghi lại hoặc in trang này: cần cả hai mã để tra cứu hồ sơ. Không đưa mã tra cứu cho người khác.',
  sentState: 'Hồ sơ đang chờ tiếp nhận; chưa có ngày hẹn trả kết quả.',
  sentAt: 'Thời điểm nộp',
  sentPapers: 'Giấy tờ đã nhận',
  sentNoPapers: 'Không có giấy tờ kèm theo.',
  newDossier: 'Khai hồ sơ khác',
} as const;
