// How fast those may come whom nobody knows. Counted in memory, for a while, and written nowhere: who it was is forgotten with the count.
import { clientOf } from './status/look-up.js';

export interface RateLimits {
  /** Of one client in the window, behind whom an office or a kiosk may sit; default 120. */
  client?: number;
  /** Of all together; default 20,000. */
  all?: number;
  /** default 10 */
  minutes?: number;
}

export function createRate({ client: perClient = 120, all: most = 20_000, minutes = 10 }: RateLimits, now: () => Date) {
  const window = minutes * 60_000;
  let [since, all, clients] = [0, 0, new Map<string, number>()];
  /** The seconds to wait when it is too much. */
  return (ip: string): number => {
    const at = now().getTime();
    if (at - since >= window || at < since) [since, all, clients] = [at, 0, new Map()];
    const client = clientOf(ip);
    const count = (clients.get(client) ?? 0) + 1;
    if (count > perClient || all >= most) return Math.ceil((since + window - at) / 1000);
    clients.set(client, count);
    all++;
    return 0;
  };
}
export type Rate = ReturnType<typeof createRate>;
