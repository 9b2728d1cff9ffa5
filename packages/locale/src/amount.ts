/** An amount in đồng as it is printed, always grouped: `8.000` (vi) or `8,000` (en). */
export function amount(value: number, locale = 'vi'): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}
