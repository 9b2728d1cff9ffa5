// A bank in a few lines: whoever transfers to an account makes a line of its statement, and the account's owner is told of it.
import { randomInt } from 'node:crypto';
import type { Book, Feed, StatementLine } from './book.js';
import type { Transfer } from './pages.js';

export type Transferred = { line: StatementLine } | { error: Partial<Record<keyof Transfer, string>> };

export function transfer(book: Book, { account, amount, text, noise }: Transfer): Transferred {
  const error: Partial<Record<keyof Transfer, string>> = {};
  const digits = amount.replace(/[.\s]/g, '');
  if (!book.data.accounts.some((one) => one.account === account.replace(/\s/g, ''))) error.account = 'Không có tài khoản này ở ngân hàng mô phỏng. Nhập một số tài khoản ghi bên trên.';
  if (!/^[1-9]\d{0,11}$/.test(digits)) error.amount = 'Nhập số tiền là số nguyên đồng lớn hơn 0, ví dụ 8000.';
  if (Object.keys(error).length > 0) return { error };
  const id = `FT${book.nextNumber()}`;
  // As on real statements: the bank's own words before and after, in capitals.
  const said = noise ? `NHMP.CK.${randomInt(1e6, 1e7)}.${text.toUpperCase()}.CT TU 0000000000 NGUYEN VAN MAU` : text;
  const line = { id, at: new Date(book.now()).toISOString(), amount: Number(digits), text: said };
  book.data.statements.push(line);
  book.save();
  return { line };
}

/** Gives statement lines to whoever keeps the account; the same line twice is the same payment, known by its id. */
export async function feed(to: Feed | undefined, lines: readonly StatementLine[]): Promise<{ ok: boolean; said: string }> {
  if (!to) return { ok: false, said: 'Chưa có địa chỉ nhận sao kê.' };
  try {
    const reply = await fetch(to.url, {
      method: 'POST', redirect: 'error', signal: AbortSignal.timeout(10_000),
      headers: { authorization: `Bearer ${to.token}`, 'x-dvc': '1', 'content-type': 'application/json' }, body: JSON.stringify({ lines }),
    });
    return { ok: reply.ok, said: `${reply.status} ${(await reply.text()).slice(0, 300)}` };
  } catch (error) {
    return { ok: false, said: error instanceof Error ? error.message : String(error) };
  }
}
