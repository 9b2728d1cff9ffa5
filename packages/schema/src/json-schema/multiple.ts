import { limit } from './scalars.js';

const decimal = (n: number): [digits: bigint, exponent: number] => {
  const [mantissa, exponent = '0'] = String(n).split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
};

/** Exact on the decimals as written: 0.07 is a multiple of 0.01, and so is 99999999.99, which a tolerance of 1e-6 refuses. */
export function isMultiple(value: number, of: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(of)) return value % of === 0;
  if (!Number.isFinite(value)) return false;
  const [a, x] = decimal(value);
  const [b, y] = decimal(of);
  const low = Math.min(x, y);
  return (a * 10n ** BigInt(x - low)) % (b * 10n ** BigInt(y - low)) === 0n;
}

export const multipleOf = limit((v, n) => typeof v !== 'number' || isMultiple(v, n));
