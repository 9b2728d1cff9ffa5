// What the results must be, reckoned again from the raw export alone. Nothing of the product is used here, neither its types nor its arithmetic: the CSV is taken apart by hand, fractions are whole numbers.

export interface Recounted { readonly [path: string]: number | string | null }
type Row = Readonly<Record<string, string>>;

/** RFC 4180. */
export function readCsv(text: string): Row[] {
  const rows: string[][] = [];
  let [row, cell, quoted] = [[] as string[], '', false];
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') { cell += '"'; at++; } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') { row.push(cell); cell = ''; }
    else if (sign === '\n') { row.push(cell); rows.push(row); row = []; cell = ''; }
    else if (sign !== '\r') cell += sign;
  }
  const [head = [], ...rest] = rows;
  return rest.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])));
}

/** Hundredths of `top / bottom`, half away from nought. */
function rounded(top: bigint, bottom: bigint): number | null {
  if (bottom === 0n) return null;
  const size = top < 0n ? -top : top;
  const hundredths = (size * 100n + bottom / 2n) / bottom;
  // `bottom / 2n` rounds half up when bottom is even; when it is odd there is no half.
  return Number(top < 0n ? -hundredths : hundredths) / 100;
}
const scoreOf: Readonly<Record<string, bigint>> = { 'rat-hai-long': 5n, 'hai-long': 4n, 'binh-thuong': 3n, 'khong-hai-long': 2n, 'rat-khong-hai-long': 1n };

/** Every number that results may tell, by a name such as `/satisfaction=hai-long`. */
export function recount(all: readonly Row[], givenPart: number | undefined): Recounted {
  const rows = all.filter((row) => row['outcome'] === 'complete');
  const made: Record<string, number | string | null> = {
    complete: rows.length, partial: all.filter((row) => row['outcome'] === 'partial').length, screenedOut: all.filter((row) => row['outcome'] === 'screened-out').length,
  };
  const given = (column: string) => rows.map((row) => row[column] ?? '').filter((value) => value !== '');
  const count = (path: string, values: readonly string[]) => {
    const answers = given(path);
    made[`n ${path}`] = answers.length;
    for (const value of values) made[`${path}=${value}`] = answers.filter((each) => each === value).length;
  };
  const statistics = (path: string, numbers: readonly bigint[]) => {
    const sorted = [...numbers].sort((a, b) => Number(a - b)), n = BigInt(sorted.length);
    made[`mean ${path}`] = rounded(sorted.reduce((sum, each) => sum + each, 0n), n);
    const half = sorted.length >> 1;
    made[`median ${path}`] = sorted.length === 0 ? null : sorted.length % 2 ? Number(sorted[half]) : Number(sorted[half - 1]! + sorted[half]!) / 2;
  };
  const levels = Object.keys(scoreOf);
  for (const path of ['/satisfaction', '/staff/polite', '/staff/clear']) {
    count(path, levels);
    statistics(path, given(path).map((value) => scoreOf[value]!));
  }
  count('/why', ['late', 'cost', 'manner']);
  count('/online', ['true', 'false']);
  count('/recommend', Array.from({ length: 11 }, (_, at) => String(at)));
  statistics('/recommend', given('/recommend').map(BigInt));
  count('/visits', Array.from({ length: 6 }, (_, at) => String(at)));
  statistics('/visits', given('/visits').map(BigInt));
  made['n /ways'] = given('/ways=web').length;
  for (const way of ['web', 'counter', 'post', 'none']) made[`/ways=${way}`] = given(`/ways=${way}`).filter((value) => value === '1').length;
  for (const wish of ['time', 'cost', 'staff']) statistics(`/wishes#${wish}`, given(`/wishes#${wish}`).map(BigInt));
  made['n /comment'] = given('/comment').length;

  const pool = [...given('/satisfaction'), ...given('/staff/polite'), ...given('/staff/clear')];
  const good = BigInt(pool.filter((value) => value === 'rat-hai-long' || value === 'hai-long').length), of = BigInt(pool.length);
  made['index share'] = rounded(100n * good, of);
  const staff = [...given('/staff/polite'), ...given('/staff/clear')].map((value) => scoreOf[value]!);
  made['index mean'] = rounded(staff.reduce((sum, each) => sum + each, 0n), BigInt(staff.length));
  const recommend = given('/recommend').map(Number);
  made['index nps'] = rounded(100n * BigInt(recommend.filter((each) => each >= 9).length - recommend.filter((each) => each <= 6).length), BigInt(recommend.length));
  const whole = given('/satisfaction').map((value) => scoreOf[value]!), n = BigInt(whole.length), sum = whole.reduce((made_, each) => made_ + each, 0n);
  // 12 × share / 100 + mean + what the host gives, over one line: all × of × n × 2.
  made['index points'] = givenPart === undefined || of === 0n || n === 0n ? null : rounded(24n * good * n + 2n * sum * of + BigInt(givenPart * 2) * of * n, 2n * of * n);
  return made;
}
