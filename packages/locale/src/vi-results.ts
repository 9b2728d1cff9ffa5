/** Sentences of the results of a survey. */
export const viResults = {
  lang: 'vi',
  title: 'Kết quả khảo sát',
  loading: 'Đang tải kết quả khảo sát.', none: 'Chưa có nơi lấy kết quả khảo sát.',
  failedOffline: 'Không có kết nối mạng. Ông/bà kiểm tra mạng rồi bấm Tải lại.', failedLate: 'Máy chủ trả lời quá chậm. Ông/bà bấm Tải lại.', failedBusy: 'Máy chủ đang bận. Ông/bà thử lại sau ít phút.',
  failedServer: 'Máy chủ gặp lỗi. Ông/bà thử lại; nếu vẫn lỗi, báo người vận hành.', incident: 'Mã sự cố: {code}.',
  refusedUnknown: 'Không tìm thấy khảo sát này. Ông/bà kiểm tra mã khảo sát.', refusedRight: 'Ông/bà chưa có quyền xem kết quả này. Đăng nhập lại hoặc liên hệ người vận hành.', refusedFilter: 'Điều kiện lọc không hợp lệ. Ông/bà chọn lại rồi bấm Xem kết quả.',
  reload: 'Tải lại', stale: 'Số liệu dưới đây là của lần tải trước, lúc {time}.', shown: 'Đã cập nhật kết quả: {n} phiếu hoàn thành.', shownFew: 'Đã cập nhật kết quả: số phiếu không được công bố.',

  filters: 'Lọc kết quả', period: 'Kỳ báo cáo', periodAll: 'Toàn bộ thời gian', periodOwn: 'Tự chọn ngày', from: 'Từ ngày', to: 'Đến ngày', agency: 'Cơ quan', agencyAll: 'Tất cả cơ quan', procedure: 'Thủ tục', procedureAll: 'Tất cả thủ tục',
  channel: 'Kênh trả lời', channelAll: 'Tất cả kênh', portal: 'Cổng dịch vụ công', counter: 'Tại quầy', kiosk: 'Màn hình tại chỗ', link: 'Đường dẫn, mã QR', message: 'Tin nhắn', apply: 'Xem kết quả', print: 'In báo cáo',
  range: 'Từ {from} đến {to}', rangeFrom: 'Từ {from}', rangeTo: 'Đến {to}', rangeWrong: 'Ngày bắt đầu phải trước hoặc trùng ngày kết thúc. Ông/bà chọn lại ngày.', at: 'Số liệu lúc {time}', versions: 'Phiên bản phiếu: {list}',

  responses: 'Số phiếu', complete: 'Phiếu hoàn thành', partial: 'Trả lời dở', screened: 'Không thuộc đối tượng', invited: 'Số người được mời', rate: 'Tỷ lệ phản hồi', rateNone: 'Chưa tính được: chưa có số người được mời.',
  few: 'Không công bố: dưới {n} câu trả lời, hoặc suy ra được số như vậy.', hidden: 'không công bố', privacy: 'Số liệu dưới {n} câu trả lời không được công bố, để không ai bị nhận ra. Số lượt chọn mà từ đó tính ra được số như vậy cũng không được công bố. Tỷ lệ và điểm bình quân chỉ được công bố khi có từ {n} câu trả lời trở lên.',
  nothing: 'Chưa có phiếu trả lời nào trong phạm vi đã chọn. Ông/bà chọn kỳ hoặc cơ quan khác.', allFew: 'Phạm vi đã chọn có dưới {n} phiếu, hoặc số liệu của phạm vi này để lộ một phạm vi có dưới {n} phiếu, nên không công bố. Ông/bà chọn kỳ dài hơn hoặc bỏ bớt điều kiện lọc.',

  indices: 'Chỉ số', formula: 'Cách tính', exact: 'Công thức với số liệu', sources: 'Nguồn', confidence: 'Mức tin cậy', high: 'cao', medium: 'trung bình', low: 'thấp', note: 'Lưu ý', of: 'trên {max} điểm', unitPoints: '{value} điểm',
  missing: 'Chưa tính được vì còn thiếu: {list}.', indexNone: 'Chưa có câu trả lời.', class: 'Xếp loại',
  saysPercent: '100 × số câu trả lời được tính / số câu trả lời hợp lệ.', saysScore: 'Tổng của điểm × số câu trả lời, chia cho số câu trả lời.', saysNps: '100 × (số chọn 9–10 − số chọn 0–6) / số câu trả lời; từ −100 đến 100.', saysPoints: 'Tổng điểm của các phần.',
  rounding: 'Tính chính xác, làm tròn một lần ở hai chữ số thập phân.', formulaNumbers: 'Số viết theo cách Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân.',

  trend: 'Theo kỳ báo cáo', compare: 'So sánh các cơ quan', which: 'Chỉ số so sánh', overall: 'Chung: {value}', allAgencies: 'Hiện tất cả {n} cơ quan', fewerAgencies: 'Thu gọn', compareHidden: 'Đang hiện {n} cơ quan có giá trị cao nhất trong {all} cơ quan.',
  comparePeriod: 'Kỳ', value: 'Giá trị',

  questions: 'Từng câu hỏi', n: '{n} câu trả lời', share: 'Tỷ lệ', count: 'Số câu trả lời', choice: 'Lựa chọn', content: 'Nội dung', place: 'Thứ bậc bình quân', mean: 'Bình quân {value}', median: 'trung vị {value}', extremes: 'thấp nhất {minimum}, cao nhất {maximum}',
  many: 'Một người được chọn nhiều ý, nên tổng các tỷ lệ có thể quá 100%.', ranking: 'Thứ bậc nhỏ hơn là được xếp trước.', promoters: 'Sẵn sàng giới thiệu (9–10)', passives: 'Trung lập (7–8)', detractors: 'Chưa sẵn sàng (0–6)',
  find: 'Tìm trong ý kiến', found: '{n} trên {all} ý kiến', foundNone: 'Không có ý kiến nào chứa từ này. Ông/bà đổi từ tìm.', more: 'Xem thêm {n} ý kiến', textsNone: 'Chưa có ý kiến nào.', shuffled: 'Ý kiến không xếp theo thời gian gửi.',

  table: 'Bảng số liệu', png: 'Tải PNG', svg: 'Tải SVG', saved: 'Đã tải {file}.', savedNot: 'Không tạo được ảnh. Ông/bà thử lại hoặc dùng bảng số liệu.',
  chartBars: 'Biểu đồ thanh: {title}. {what}', chartStacked: 'Biểu đồ thanh xếp chồng: {title}. {what}', chartColumns: 'Biểu đồ cột: {title}. {what}', chartTrend: 'Biểu đồ theo kỳ: {title}. {what}', chartGauge: 'Thang giá trị: {title}. {what}', chartTable: 'Số liệu có trong bảng ngay sau biểu đồ.',
} as const;

/** Exactly the keys of `viResults`. */
export type ResultsWords = { readonly [K in keyof typeof viResults]: string };
