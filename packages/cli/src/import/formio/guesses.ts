/** Components that somebody added tell by their names what they are like. */
export const GUESSES: [RegExp, string, string][] = [
  [/e-?mail/i, 'email', 'email'], [/phone|điện.?thoại|dien_?thoai/i, 'phoneNumber', 'số điện thoại'], [/date.?time|timestamp/i, 'datetime', 'ngày giờ'], [/date|calendar|ngay/i, 'day', 'ngày'], [/check_?box/i, 'checkbox', 'có/không'],
  [/file|upload|attach|dinh_?kem/i, 'file', 'thành phần hồ sơ'], [/address|dia_?chi/i, 'address', 'địa chỉ'], [/text_?area|editor/i, 'textarea', 'đoạn văn'], [/number|integer|decimal/i, 'number', 'số'], [/currency|money|so_?tien/i, 'currency', 'số tiền'],
  [/select|drop_?down|combo|radio/i, 'select', 'lựa chọn'], [/signature|chu_?ky/i, 'signature', 'ký số'],
];
