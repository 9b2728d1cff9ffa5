// What the pages of the desk share: elements without HTML in strings, requests with the operator's token, words for codes.

/** An element. `on…` listens, `undefined` leaves out, a text child is only ever text. */
export function h(tag, about = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (name === 'value') made.value = value;
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return made;
}

const KEY = 'dvc-desk-token';
/** Kept in this tab alone, and gone with it. */
export const token = {
  get: () => sessionStorage.getItem(KEY) ?? '',
  set: (value) => sessionStorage.setItem(KEY, value),
  clear: () => sessionStorage.removeItem(KEY),
};

export class Failure extends Error {
  constructor(status, code) { super(code); this.status = status; this.code = code; }
}
const SENTENCES = {
  401: 'Mã truy cập không đúng. Vui lòng nhập lại.', 404: 'Không tìm thấy hồ sơ hoặc chức năng này.', 400: 'Nội dung chưa hợp lệ. Vui lòng kiểm tra lại các ô đã nhập.', 409: 'Hồ sơ đã thay đổi. Vui lòng tải lại trang.',
  503: 'Máy chủ đang bận. Vui lòng thử lại sau ít phút.', 0: 'Không kết nối được với máy chủ. Vui lòng kiểm tra mạng rồi thử lại.',
};
export const sentenceOf = (error) => (error instanceof Failure ? SENTENCES[error.status] ?? `Máy chủ báo lỗi ${error.status}. Vui lòng thử lại.` : 'Có lỗi trên trang này. Vui lòng tải lại trang.');

/** @throws Failure */
export async function ask(path, body) {
  const headers = { authorization: `Bearer ${token.get()}`, 'x-dvc': '1', ...(body ? { 'content-type': 'application/json' } : {}) };
  const reply = await fetch(path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }).catch(() => { throw new Failure(0, 'offline'); });
  if (reply.ok) return reply;
  const { code = '' } = await reply.json().catch(() => ({}));
  throw new Failure(reply.status, code);
}
export const askJson = async (path, body) => (await ask(path, body)).json();

/** Said to everybody, those who do not see it too. */
export function say(text) {
  const news = document.getElementById('news');
  clearTimeout(news.ends);
  news.textContent = text;
  // It lies over the page: long enough to be read, and gone.
  if (text) news.ends = setTimeout(() => { news.textContent = ''; }, 10_000);
}

export const newId = () => `desk:${crypto.randomUUID()}`;

const ZONE = 'Asia/Ho_Chi_Minh';
const moments = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short', timeZone: ZONE });
export const moment = (ms) => moments.format(new Date(ms));
export const day = (text) => text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
export const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
export const money = (amount) => `${new Intl.NumberFormat('vi-VN').format(amount)} đồng`;
export const number = (value) => new Intl.NumberFormat('vi-VN').format(value);

export const STATUS = {
  1: 'Mới đăng ký', 2: 'Được tiếp nhận', 3: 'Không được tiếp nhận', 4: 'Đang xử lý', 5: 'Yêu cầu bổ sung giấy tờ', 6: 'Yêu cầu thực hiện nghĩa vụ tài chính', 7: 'Công dân yêu cầu rút hồ sơ',
  8: 'Dừng xử lý', 9: 'Đã xử lý xong', 10: 'Đã trả kết quả',
};
export const statusName = ({ status, text }) => (STATUS[status] ? (text ? `${STATUS[status]} – ${text}` : STATUS[status]) : text ?? status);
const units = { workingDay: 'ngày làm việc', day: 'ngày', workingHour: 'giờ làm việc' };
export const limitName = ({ value, unit }) => `${number(value)} ${units[unit]}`;

export function dueName({ due, left, overdue, clock }) {
  if (!due) return clock === 'not-started' ? 'Chưa tính hạn' : 'Không có hạn';
  const date = day(typeof due === 'string' ? due : due.date);
  if (clock === 'paused') return `${date} (tạm dừng tính hạn)`;
  if (overdue) return `${date} (quá hạn ${left ? `${number(-left)} ngày làm việc` : 'trong ngày'})`;
  if (clock === 'stopped') return `${date} (đúng hạn)`;
  return `${date} (${left === 0 ? 'hết hạn hôm nay' : `còn ${number(left)} ngày làm việc`})`;
}
const PHASES = {
  unquoted: 'Chưa có số tiền', free: 'Không phải nộp', quote: 'Chờ nộp', choosing: 'Chờ nộp', acting: 'Đang nộp', pending: 'Đang chờ kết quả của ngân hàng', paid: 'Đã nộp', failed: 'Nộp không thành công', expired: 'Hết thời gian nộp',
  cancelled: 'Đã hủy lần nộp', officer: 'Cần cán bộ kiểm tra', 'refund-asked': 'Đang chờ hoàn tiền', refunded: 'Đã hoàn tiền',
};
export const phaseName = (phase) => PHASES[phase] ?? phase;
