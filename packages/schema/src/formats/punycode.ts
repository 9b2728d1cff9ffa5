// RFC 3492: letters beyond ASCII as the names of machines carry them.
const BASE = 36, FIRST_BIAS = 72, FIRST_CODE = 128, LARGEST = 0x10ffff;

function adapt(delta: number, points: number, first: boolean): number {
  let left = Math.floor(delta / (first ? 700 : 2));
  left += Math.floor(left / points);
  let k = 0;
  for (; left > 455; k += BASE) left = Math.floor(left / 35);
  return k + Math.floor((36 * left) / (left + 38));
}

const threshold = (k: number, bias: number) => Math.min(Math.max(k - bias, 1), 26);

/** What stands after `xn--`, in lower case → the label; undefined when it is no Punycode. */
export function decodePunycode(text: string): string | undefined {
  const end = Math.max(text.lastIndexOf('-'), 0);
  const points = [...text.slice(0, end)].map((char) => char.charCodeAt(0));
  let at = end > 0 ? end + 1 : 0;
  for (let code = FIRST_CODE, i = 0, bias = FIRST_BIAS; at < text.length; i++) {
    const before = i;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = parseInt(text.charAt(at++), 36);
      // In Punycode a-z are 0-25 and 0-9 are 26-35.
      const value = digit > 9 ? digit - 10 : digit + 26;
      if (!(value < BASE)) return undefined;
      i += value * weight;
      const least = threshold(k, bias);
      if (value < least) break;
      weight *= BASE - least;
    }
    bias = adapt(i - before, points.length + 1, before === 0);
    code += Math.floor(i / (points.length + 1));
    i %= points.length + 1;
    if (code > LARGEST) return undefined;
    points.splice(i, 0, code);
  }
  return String.fromCodePoint(...points);
}

/** A label → what stands after `xn--`. */
export function encodePunycode(label: string): string {
  const points = [...label].map((char) => char.codePointAt(0)!);
  const plain = points.filter((point) => point < FIRST_CODE);
  let made = plain.length ? `${String.fromCharCode(...plain)}-` : '';
  let code = FIRST_CODE, delta = 0, bias = FIRST_BIAS;
  for (let done = plain.length; done < points.length; delta++, code++) {
    const next = Math.min(...points.filter((point) => point >= code));
    delta += (next - code) * (done + 1);
    code = next;
    for (const point of points) {
      if (point < code) delta++;
      if (point !== code) continue;
      let left = delta;
      for (let k = BASE; ; k += BASE) {
        const least = threshold(k, bias);
        const digit = left < least ? left : least + ((left - least) % (BASE - least));
        made += String.fromCharCode(digit < 26 ? digit + 97 : digit + 22);
        if (left < least) break;
        left = Math.floor((left - least) / (BASE - least));
      }
      bias = adapt(delta, done + 1, done === plain.length);
      delta = 0;
      done++;
    }
  }
  return made;
}
