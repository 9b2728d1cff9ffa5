const collators = new Map<string, Intl.Collator>();

/** The order of a dictionary in `locale`; numbers inside text by value (`Quận 2` before `Quận 10`). */
export function collator(locale = 'vi'): Intl.Collator {
  let found = collators.get(locale);
  if (!found) collators.set(locale, found = new Intl.Collator(locale, { numeric: true }));
  return found;
}

/** Orders people as Vietnamese lists do: by given name (the last word), then by family name, then by what is between. */
export function compareNames(a: string, b: string): number {
  const order = collator('vi');
  const x = a.trim().split(/\s+/);
  const y = b.trim().split(/\s+/);
  return order.compare(x.at(-1) ?? '', y.at(-1) ?? '') || order.compare(x[0] ?? '', y[0] ?? '') || order.compare(a, b);
}
