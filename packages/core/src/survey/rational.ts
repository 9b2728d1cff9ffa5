// Exact fractions for indices: what is published must come out the same in any other program that reckons it.

/** `den` is above zero. */
export interface Rational { readonly num: bigint; readonly den: bigint }

export const zero: Rational = { num: 0n, den: 1n };
export const ratio = (num: bigint | number, den: bigint | number = 1n): Rational => ({ num: BigInt(num), den: BigInt(den) });
export const plus = (a: Rational, b: Rational): Rational => ({ num: a.num * b.den + b.num * a.den, den: a.den * b.den });
export const times = (a: Rational, b: Rational): Rational => ({ num: a.num * b.num, den: a.den * b.den });
/** `b` is above zero. */
export const over = (a: Rational, b: Rational): Rational => ({ num: a.num * b.den, den: a.den * b.num });
export const isAtMost = (a: Rational, b: Rational): boolean => a.num * b.den <= b.num * a.den;

/** A number as it is written: 0.1 is one tenth, which a double is not. undefined when it is no finite number. */
export function exactly(value: number): Rational | undefined {
  const [, sign, whole, part = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  if (whole === undefined) return undefined;
  const digits = BigInt(`${sign}${whole}${part}`), shift = Number(power) - part.length;
  return shift >= 0 ? ratio(digits * 10n ** BigInt(shift)) : ratio(digits, 10n ** BigInt(-shift));
}

/** Hundredths: half up, away from zero. */
export function hundredths({ num, den }: Rational): bigint {
  const size = num < 0n ? -num : num;
  const found = (size * 200n + den) / (den * 2n);
  return num < 0n ? -found : found;
}

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, '.');
/** As Vietnamese figures are printed: `1.234,50`, `−8,00`. */
export function twoDecimals(value: Rational): string {
  const found = hundredths(value), text = String(found < 0n ? -found : found).padStart(3, '0');
  return `${found < 0n ? '−' : ''}${grouped(text.slice(0, -2))},${text.slice(-2)}`;
}

/** A count, a score or a maximum: as many decimals as it has. */
export function figure(value: number): string {
  const [whole = '', part] = String(Math.abs(value)).split('.');
  return `${value < 0 ? '−' : ''}${grouped(whole)}${part ? `,${part}` : ''}`;
}
