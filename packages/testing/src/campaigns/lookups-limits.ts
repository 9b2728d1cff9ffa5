// With the limits as they are: too many tries are answered alike for a code that there is and one that there is not, and no patience gets more than a day's.
import type { Guesser } from './lookups-guesses.js';
import { lookUp, type Heard, type LookUpTown } from './lookups-town.js';

const quarter = 15 * 60_000 + 1;
const wrong = 'ABCDEFGH';
const seen = ({ status, head, body }: Heard) => `${status}\n${head}\n\n${body}`;

export interface Limited { tries: number; faults: string[]; judgedADay: { known: number; unknown: number } }

/** @param rounds pairs of a known and an unknown code */
export async function tryLimits(town: LookUpTown, guesser: Guesser, rounds: number): Promise<Limited> {
  const faults: string[] = [];
  let tries = 0;
  const ask = (code: string, value = wrong, ip = guesser.ip()) => { tries++; return town.ask({ body: lookUp(code, 'secret', value), ip }); };
  const fresh = () => { town.clock.ms += 24 * 3_600_000 + 1; };
  const fault = (what: string, got: unknown) => { faults.push(`${what}: ${JSON.stringify(got).slice(0, 600)}`); };

  for (let round = 0; round < rounds; round++) {
    fresh();
    const own = town.owns[round % town.owns.length]!;
    const unknown = guesser.unknown();
    const [known, not]: [string[], string[]] = [[], []];
    for (let at = 0; at < 8; at++) {
      known.push(seen(await ask(own.code)));
      not.push(seen(await ask(unknown)));
    }
    // The right one waits too: else the wait would say that it was wrong.
    known.push(seen(await ask(own.code, own.secret)));
    not.push(seen(await ask(unknown, own.secret)));
    if (known.join('\n') !== not.join('\n')) fault('a known code waits otherwise than an unknown one', [known.at(-1), not.at(-1)]);
    const statuses = known.map((each) => each.slice(0, 3)).join(' ');
    if (statuses !== '404 404 404 404 404 429 429 429 429') fault('not five tries', statuses);
  }

  fresh();
  for (const code of [town.owns[0]!.code, guesser.unknown()]) {
    const burst = await Promise.all(Array.from({ length: 40 }, () => ask(code)));
    const judged = burst.filter(({ status }) => status === 404).length;
    if (judged !== 5 || burst.some(({ status }) => status !== 404 && status !== 429)) fault('forty at once', burst.map(({ status }) => status));
  }

  fresh();
  const one = '2001:db8:ffff:ffff::1';
  const walk: Heard[] = [];
  for (let at = 0; at < 100; at++) walk.push(await ask(at % 2 ? guesser.unknown() : town.owns[(at / 2) % town.owns.length]!.code, wrong, one));
  const walked = [...new Set(walk.map(seen))];
  if (walk.findIndex(({ status }) => status === 429) !== 60 || walk.slice(60).some(({ status }) => status !== 429) || walked.length !== 2) fault('one client at many codes', walk.map(({ status }) => status));

  fresh();
  const judgedADay = { known: 0, unknown: 0 };
  const pair = [['known', town.owns[0]!.code], ['unknown', guesser.unknown()]] as const;
  // Five in each quarter of an hour as long as they are judged, then one each hour to the end of the day.
  for (let at = 0; at < 30; at++) {
    for (const [which, code] of pair) for (let tried = 0; tried < (at < 8 ? 5 : 1); tried++) if ((await ask(code)).status === 404) judgedADay[which]++;
    town.clock.ms += at < 8 ? quarter : 4 * quarter;
  }
  if (judgedADay.known !== 30 || judgedADay.unknown !== 30) fault('a day of patience', judgedADay);
  return { tries, faults, judgedADay };
}
