// A receipt prints its amount in words (a biên lai has a line "Số tiền viết bằng chữ"). In a module of its own, which index.ts does not export: only receipts and slips load it.
// Spoken as a clerk of the State reads a sum: tens in mười and mươi; after mươi one is mốt, four tư, five lăm; an empty ten is linh (lẻ in the South); from nghìn on every group says its hundreds.
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

/** How an empty ten is said: `linh` in the North and in the State's own papers, `lẻ` in the South. */
export type EmptyTen = 'linh' | 'lẻ';

/** 0-999. `full`: hundreds and tens are said even when zero, because something stands before them. */
function threeVi(value: number, full: boolean, emptyTen: EmptyTen): string {
  const hundreds = Math.floor(value / 100), tens = Math.floor(value / 10) % 10, units = value % 10;
  const words: string[] = [];
  if (hundreds || full) words.push(`${DIGITS[hundreds]} trăm`);
  if (tens > 1) words.push(`${DIGITS[tens]} mươi`);
  else if (tens) words.push('mười');
  else if (units && words.length) words.push(emptyTen);
  if (units === 1 && tens > 1) words.push('mốt');
  else if (units === 4 && tens > 1) words.push('tư');
  else if (units === 5 && tens) words.push('lăm');
  else if (units) words.push(DIGITS[units] as string);
  return words.join(' ');
}

function wordsVi(value: number, emptyTen: EmptyTen, full = false): string {
  const billions = Math.floor(value / 1e9), rest = value % 1e9;
  const words: string[] = billions ? [wordsVi(billions, emptyTen, full), 'tỷ'] : [];
  [[1e6, 'triệu'], [1e3, 'nghìn'], [1, '']].forEach(([size, name]) => {
    const part = Math.floor(rest / (size as number)) % 1000;
    if (part) words.push(threeVi(part, full || words.length > 0, emptyTen), name as string);
  });
  return words.filter(Boolean).join(' ');
}

const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function threeEn(value: number): string {
  const hundreds = Math.floor(value / 100), rest = value % 100;
  const tail = rest < 20 ? ONES[rest] : `${TENS[Math.floor(rest / 10)]}${rest % 10 ? `-${ONES[rest % 10]}` : ''}`;
  return [hundreds ? `${ONES[hundreds]} hundred` : '', rest ? tail : ''].filter(Boolean).join(' and ');
}

function wordsEn(value: number): string {
  const words: string[] = [];
  for (const [size, name] of [[1e15, ' quadrillion'], [1e12, ' trillion'], [1e9, ' billion'], [1e6, ' million'], [1e3, ' thousand'], [1, '']] as const) {
    const part = Math.floor(value / size) % 1000;
    if (part) words.push(size === 1 && words.length && part < 100 ? `and ${threeEn(part)}` : `${threeEn(part)}${name}`);
  }
  return words.join(' ');
}

/**
 * An amount in words, in lower case: `1250000` → `một triệu hai trăm năm mươi nghìn đồng`.
 * @param dong whole đồng, as far as a number is exact (about nine million billion)
 * @param emptyTen of Vietnamese alone
 * @throws RangeError for a fraction or an amount that is not exact
 */
export function amountInWords(dong: number, language: 'vi' | 'en' = 'vi', emptyTen: EmptyTen = 'linh'): string {
  if (!Number.isSafeInteger(dong)) throw new RangeError('amount must be a whole number of đồng');
  const value = Math.abs(dong);
  return language === 'vi'
    ? `${dong < 0 ? 'âm ' : ''}${value ? wordsVi(value, emptyTen) : 'không'} đồng`
    : `${dong < 0 ? 'minus ' : ''}${value ? wordsEn(value) : 'zero'} dong`;
}
