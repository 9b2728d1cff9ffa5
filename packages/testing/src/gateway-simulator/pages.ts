// What a citizen sees at the simulator.
import type { Account, IpnMode, StatementLine, Transaction } from './book.js';
import { clock, html, money, page, type Html } from './html.js';
import type { Refusal } from './vnpay-pay.js';

const pair = (name: string, value: string): Html => html`<dt>${name}</dt><dd>${value}</dd>`;
const endings: Record<Transaction['state'], string> = {
  pending: 'Giao dịch chưa được thực hiện.', waiting: 'Giao dịch đang chờ ngân hàng xử lý, chưa có kết quả.', paid: 'Giao dịch đã thanh toán thành công.', failed: 'Giao dịch không thành công.', cancelled: 'Giao dịch đã được hủy.', expired: 'Giao dịch đã hết hạn thanh toán.',
};

const facts = (order: Transaction, merchant: string): Html => html`<div class="sheet">
<p class="amount">${money(order.amount)}</p>
<dl>${pair('Đơn vị nhận', merchant)}${pair('Nội dung', order.about)}${pair('Mã tham chiếu', order.reference)}${order.expires === undefined ? undefined : pair('Thanh toán trước', clock(order.expires))}</dl>
</div>`;

const modes: readonly (readonly [IpnMode['mode'], string])[] = [
  ['before', 'Trước khi trình duyệt quay lại'], ['after', 'Ngay sau khi trình duyệt quay lại'], ['late', 'Muộn, sau số giây ghi dưới đây'], ['twice', 'Hai lần cùng lúc, trước khi quay lại'], ['never', 'Không bao giờ'],
];
const notice = ({ mode, seconds }: IpnMode): Html => html`<fieldset><legend>Thông báo (IPN)</legend>
${modes.map(([value, text]) => html`<label class="choice"><input type="radio" name="ipn" value="${value}"${value === mode ? html` checked` : undefined}> ${text}</label>`)}
<label class="field" for="seconds">Số giây chờ khi thông báo muộn</label>
<input class="short" type="number" id="seconds" name="seconds" min="0" max="604800" step="1" inputmode="numeric" value="${seconds}">
</fieldset>`;

/** @param ipn what is chosen at first; undefined: this gateway notifies nobody */
export function bankPage(order: Transaction, merchant: string, ipn: IpnMode | undefined): string {
  const waiting = order.state === 'waiting' ? html`<p class="result" role="status">${endings.waiting} Ông/bà có thể đóng trang này, hoặc chọn kết quả bên dưới.</p>` : undefined;
  const aside = ipn ? 'Đóng trang, không quay lại' : 'Thanh toán rồi đóng trang';
  return page('Thanh toán', html`<h1>Thanh toán</h1>
${waiting}
${facts(order, merchant)}
<form method="post">
${ipn ? notice(ipn) : undefined}
<h2 id="outcome">Chọn kết quả của giao dịch</h2>
<div class="actions" role="group" aria-labelledby="outcome">
<button class="main" name="outcome" value="paid">Thanh toán thành công</button>
<button name="outcome" value="failed">Không đủ số dư (51)</button>
<button name="outcome" value="cancelled">Hủy giao dịch (24)</button>
<button name="outcome" value="waiting">Chờ – chưa xong</button>
<button name="outcome" value="paid-and-closed">${aside}</button>
</div>
<p class="hint">“${aside}”: tiền đã được trừ nhưng trình duyệt không trở về.</p>
</form>`);
}

/** What became of an order, for a browser that stays here. @param back a link for it to leave by */
export const endPage = (order: Transaction, merchant: string, back: string | undefined): string => page('Kết quả giao dịch', html`<h1>Kết quả giao dịch</h1>
<p class="result" role="status">${endings[order.state]} Ông/bà có thể đóng trang này.</p>
${facts(order, merchant)}
${back === undefined ? undefined : html`<p><a class="button" href="${back}">Quay lại trang của đơn vị nhận</a></p>`}`);

export const refusalPage = ({ code, reason, detail }: Refusal): string => page('Không thực hiện được', html`<h1>Không thực hiện được giao dịch</h1>
<p class="result" role="alert">${reason} Ông/bà hãy quay lại trang trước và tạo lại giao dịch.</p>
<div class="sheet"><dl>${pair('Mã lỗi', code)}</dl><p lang="en" class="hint">For developers: <code>${detail}</code></p></div>`);

export const notFoundPage = (): string => page('Không tìm thấy trang', html`<h1>Không tìm thấy trang</h1><p>Địa chỉ này không có ở cổng thanh toán mô phỏng. Ông/bà hãy quay lại trang trước.</p>`);

export interface Transfer { account: string; amount: string; text: string; noise: boolean }
const named = (error: Partial<Record<keyof Transfer, string>>, name: keyof Transfer): Html | undefined => (error[name] === undefined ? undefined : html`<p class="hint" id="${name}-error" role="alert">${error[name]}</p>`);

export function transferPage(accounts: readonly Account[], { account, amount, text, noise }: Transfer, error: Partial<Record<keyof Transfer, string>> = {}): string {
  const marks = (name: keyof Transfer) => (error[name] === undefined ? undefined : html` aria-invalid="true" aria-describedby="${name}-error"`);
  return page('Chuyển khoản', html`<h1>Chuyển khoản</h1>
<div class="sheet"><h2>Tài khoản nhận ở ngân hàng mô phỏng</h2>${accounts.map((one) => html`<dl>${pair('Ngân hàng', one.bankName)}${pair('Số tài khoản', one.account)}${pair('Chủ tài khoản', one.holder)}</dl>`)}</div>
<form method="post" action="/bank">
<label class="field" for="account">Số tài khoản nhận</label>${named(error, 'account')}
<input type="text" id="account" name="account" inputmode="numeric" autocomplete="off" required value="${account}"${marks('account')}>
<label class="field" for="amount">Số tiền (đồng)</label>${named(error, 'amount')}
<input type="text" id="amount" name="amount" inputmode="numeric" autocomplete="off" required value="${amount}"${marks('amount')}>
<label class="field" for="text">Nội dung chuyển khoản</label>${named(error, 'text')}
<input type="text" id="text" name="text" autocomplete="off" maxlength="200" value="${text}"${marks('text')}>
<label class="choice"><input type="checkbox" name="noise" value="1"${noise ? html` checked` : undefined}> Ngân hàng thêm chữ của mình vào nội dung, như thường gặp trên sao kê</label>
<div class="actions"><button class="main">Chuyển khoản</button></div>
</form>`);
}

/** @param told whether the agency's server took the line, and what it said */
export const transferredPage = (line: StatementLine, told: { ok: boolean; said: string }): string => page('Đã chuyển khoản', html`<h1>Đã chuyển khoản</h1>
<p class="result" role="status">${told.ok ? 'Dòng sao kê đã được gửi tới đơn vị nhận.' : 'Tiền đã chuyển, nhưng đơn vị nhận chưa nhận được dòng sao kê. Ông/bà hãy gửi lại.'}</p>
<div class="sheet"><p class="amount">${money(line.amount)}</p><dl>${pair('Nội dung trên sao kê', line.text)}${pair('Mã giao dịch', line.id)}${pair('Trả lời', told.said)}</dl></div>
<form method="post" action="/bank/again"><input type="hidden" name="id" value="${line.id}"><div class="actions"><button>Gửi lại dòng sao kê này</button></div></form>
<p><a href="/bank">Chuyển khoản khác</a></p>`);
