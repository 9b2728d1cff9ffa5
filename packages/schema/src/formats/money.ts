const GROUPED = /^-?\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/;
const group = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, '.');

/**
 * An amount as people write it → integer đồng: `1.250.000 đ`, `1,250,000 VND`, `1 250 000`, `1250000`, `8.000,00`.
 * undefined when it is no whole amount (`1.25`, `8,5`) or too big to be exact.
 */
export function parseMoney(text: string): number | undefined {
  const plain = text.normalize('NFC').trim().replace(/\s*(?:đồng|vnđ|vnd|đ|₫)\.?$/i, '').replace(/,0{1,2}$/, '');
  if (!/^-?\d+$/.test(plain) && !GROUPED.test(plain)) return undefined;
  const amount = Number(plain.replace(/[.,\s]/g, ''));
  return Number.isSafeInteger(amount) ? amount || 0 : undefined;
}

/** `1250000` → `1.250.000`. The unit is the sentence's business. */
export const formatMoney = (amount: number): string => numberFormat(amount);

/** A number as Vietnamese write it: `1.250`, `1250`, `1,5`; `1.5` can only mean a decimal and is read as one. undefined when it is none. */
export function numberParse(text: string): number | undefined {
  let plain = text.trim().replace(/[−–]/, '-');
  if (/^-?[1-9]\d{0,2}([.\s]\d{3})+(,\d+)?$/.test(plain)) plain = plain.replace(/[.\s]/g, '');
  plain = plain.replace(',', '.');
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** `-1250.5` → `-1.250,5`; `numberParse` reads it back exactly. */
export function numberFormat(value: number): string {
  const text = String(value);
  const read = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  return read ? `${read[1]}${group(read[2] as string)}${read[3] ? `,${read[3]}` : ''}` : text;
}
