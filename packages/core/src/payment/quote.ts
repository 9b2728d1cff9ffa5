// What is to be paid, line by line, as a citizen reads it. The amounts are the back end's; a browser only shows them.

/** phí, lệ phí, a service, postage; a tax of a notice (thông báo nộp thuế); an obligation about land (nghĩa vụ tài chính về đất đai). */
export type QuoteKind = 'fee' | 'charge' | 'service' | 'postage' | 'tax' | 'land';

export interface QuoteLine {
  readonly id: string;
  readonly kind: QuoteKind;
  readonly title: string;
  /** integer đồng; what this line costs after exemption and reduction */
  readonly amount: number;
  /** integer đồng, before exemption or reduction; absent when there was none */
  readonly full?: number;
  /** Why less, or nothing, is paid, in words: `Miễn lệ phí cho người thuộc hộ nghèo`. */
  readonly reduction?: string;
  /** So many of `unit`, `each` đồng apiece: 3 bản, 8.000 đồng each. */
  readonly quantity?: { readonly count: number; readonly unit: string; readonly each: number };
  /** The paper that asks for a tax or an obligation. `date`: `YYYY-MM-DD` */
  readonly notice?: { readonly number: string; readonly date?: string; readonly issuer?: string };
  /** The amount was not checked against the law in force. */
  readonly unverified?: true;
  readonly note?: string;
}

/** integer đồng */
export const quoteTotal = (lines: readonly QuoteLine[]): number => lines.reduce((total, { amount }) => total + amount, 0);
