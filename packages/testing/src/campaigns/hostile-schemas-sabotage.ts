// Ways that are wrong on purpose: a campaign that finds nothing wrong with them proves nothing.
import type { HostileCase } from '../hostile/cases.js';
import type { Outcome } from '../hostile/exercise.js';

export type Way = (each: HostileCase) => Outcome;

const SABOTAGE: Record<string, (each: HostileCase) => void> = {
  throw: ({ family }) => { if (family === 'named') (undefined as unknown as { a(): void }).a(); },
  slow: ({ family }) => {
    if (family !== 'web') return;
    for (const end = performance.now() + 400; performance.now() < end;);
  },
  hang: ({ number }) => { while (number % 50 === 49); },
  pollute: ({ number }) => { if (number % 40 === 39) (Object.prototype as Record<string, unknown>)['polluted'] = 1; },
};

/** @throws when there is no such sabotage */
export function sabotaged(name: string | undefined, way: Way): Way {
  if (name === undefined) return way;
  const wrong = SABOTAGE[name];
  if (!wrong) throw new Error(`there is no sabotage ${name}; there are ${Object.keys(SABOTAGE).join(', ')}`);
  return (each) => {
    wrong(each);
    return way(each);
  };
}
