/**
 * The civil date at an instant in a time zone, e.g. `todayIn('Asia/Ho_Chi_Minh', '2026-11-20T17:00:00Z')` is `2026-11-21`.
 * @param instant ISO text with a zone, or milliseconds since 1970
 * @throws RangeError for an unknown zone or an unreadable instant
 */
export function todayIn(zone: string, instant: string | number): string {
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(instant));
  const part = (type: string) => made.find((p) => p.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
