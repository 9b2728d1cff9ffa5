// Does time say which codes there are? A wrong secret of a known code against any secret of an unknown one, in pairs whose order is thrown, so that what drifts (heat, neighbours, garbage) drifts for both.
import { Random } from '../random/random.js';
import type { Guesser } from './lookups-guesses.js';
import { median, rankTest } from './lookups-ranks.js';
import { lookUp, type LookUpTown } from './lookups-town.js';

export interface Timing { probes: number; p: number; share: number; medianMicros: { known: number; unknown: number }; differenceMicros: number; differencePercent: number; told: boolean }

const rounded = (value: number, digits = 1) => Number(value.toFixed(digits));

export async function timeLookUps(town: LookUpTown, guesser: Guesser, { probes, seed }: { probes: number; seed: number }): Promise<Timing> {
  const random = new Random(seed);
  // As many of each, and each code as often: a row of tries that is there already is found otherwise than one that is made.
  const codes = { known: town.owns.map(({ code }) => code), unknown: town.owns.map(() => guesser.unknown()) };
  const micros: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  const secret = () => Array.from({ length: 8 }, () => random.pick([...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'])).join('');
  const pairs = Math.ceil(probes / 2);
  const warm = Math.min(500, Math.max(codes.known.length, Math.ceil(pairs / 10)));
  for (let at = 0; at < warm + pairs; at++) {
    const index = at % codes.known.length;
    for (const arm of random.chance(0.5) ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const heard = await town.ask({ body: lookUp(codes[arm][index]!, 'secret', secret()), ip: '198.51.100.7' });
      if (heard.status !== 404) throw new Error(`a probe was answered ${heard.status} ${heard.body}`);
      if (at >= warm) micros[arm].push(heard.micros);
    }
  }
  const { p, share } = rankTest(micros.known, micros.unknown);
  const [known, unknown] = [median(micros.known), median(micros.unknown)];
  const differencePercent = (100 * (known - unknown)) / unknown;
  return {
    probes: pairs * 2, p: Number(p.toPrecision(3)), share: rounded(share, 4), medianMicros: { known: rounded(known), unknown: rounded(unknown) }, differenceMicros: rounded(known - unknown), differencePercent: rounded(differencePercent, 2),
    // Either alone is nothing: in many probes any hair is significant, in few any medians differ. Two in a hundred of some milliseconds are tens of µs, which a network hides from hundreds of thousands of tries, and the limits allow thirty.
    told: p < 0.001 && Math.abs(differencePercent) > 2,
  };
}
