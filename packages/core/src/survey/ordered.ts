/** The list in a recorded order. What the record does not know comes after it; what is not there any more is passed over. */
export function ordered<T>(list: readonly T[], order: readonly string[] | undefined, keyOf: (item: T) => string): T[] {
  if (!order) return [...list];
  const rank = new Map(order.map((key, i) => [key, i]));
  const place = (item: T) => rank.get(keyOf(item)) ?? order.length;
  return [...list].sort((a, b) => place(a) - place(b));
}
