// Sentences of the rarer questions and of a survey at a kiosk, loaded with them.
export const viSurveyRest = {
  choose: 'Chọn…', end: '{n} – {text}',
  matrixHow: 'Phím mũi tên trái, phải: chọn trong một dòng. Phím mũi tên lên, xuống: sang dòng khác.',
  invite: 'Mời ông/bà góp ý để chúng tôi phục vụ tốt hơn.', join: 'Góp ý', later: 'Để sau', never: 'Không hỏi lại', close: 'Đóng',
  notChosen: 'Chưa chọn', clear: 'Bỏ chọn',
  rankHow: 'Kéo để sắp xếp, hoặc bấm “Lên”, “Xuống”. Bằng bàn phím: phím cách để nhấc, mũi tên để chuyển, phím cách để đặt, Esc để trả về chỗ cũ.',
  rankUp: 'Lên', rankDown: 'Xuống', rankKeep: 'Giữ thứ tự này',
  rankPlace: 'thứ {place} trên {of}', rankOpen: 'chưa xếp',
  rankTaken: 'Đã nhấc {title}, đang ở thứ {place} trên {of}.', rankPut: 'Đã đặt {title} ở thứ {place} trên {of}.', rankBack: 'Đã trả {title} về thứ {place} trên {of}.',
  idleTitle: 'Ông/bà còn đang trả lời không?', idleText: 'Sau {n} giây nữa, câu trả lời trên máy này sẽ được xóa và phiếu trở về trang đầu.', idleStay: 'Tôi vẫn đang trả lời',
  nextPerson: 'Mời người tiếp theo', nextSoon: 'Phiếu mới tự mở sau {n} giây.',
} as const;
