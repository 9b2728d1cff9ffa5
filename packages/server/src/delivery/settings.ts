/** How dossiers reach the case system. */
export interface CaseSystem {
  /** The folder of its two addresses: `<url>/dossiers` and `<url>/files/<sha256>`. */
  url: string;
  /** Each signs; at least 32 characters each. */
  secrets: readonly string[];
  /** Deliveries under way at once; default 4. */
  atOnce?: number;
  /** ms that one attempt may take, files included; default 300,000 */
  turnMs?: number;
  /** Attempts after which a delivery goes to the dead-letter list; default 500, about three weeks. */
  attempts?: number;
  /** ms of the first pause and of the longest; default 5,000 and 3,600,000 */
  pause?: { first: number; longest: number };
  /** ms between two looks at the queue when nothing calls; default 2,000 */
  pollMs?: number;
  /** Seconds between two looks for the turns of dead processes; default 30 */
  maintenanceSeconds?: number;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * What cannot work is said at the start, not by a delivery at night.
 * @throws Error in a sentence for the operator
 */
export function checkCaseSystem({ url, secrets }: CaseSystem): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol) || parsed.username !== '' || parsed.search !== '' || parsed.hash !== '') {
    throw new Error('DVC_CASE_SYSTEM is an address without query or password, like https://mot-cua.example.gov.vn/dvc');
  }
  if (parsed.protocol === 'http:' && !loopback.has(parsed.hostname)) throw new Error('DVC_CASE_SYSTEM needs https: dossiers do not cross a network unencrypted');
  if (secrets.length === 0) throw new Error('DVC_CASE_SYSTEM needs DVC_CASE_SYSTEM_SECRET, which the case system knows too');
  if (secrets.some((secret) => secret.length < 32)) throw new Error('Each secret of DVC_CASE_SYSTEM_SECRET must have at least 32 characters');
}

/** ms until the next attempt: doubles, up to the longest, less up to half by chance so that a crowd does not come back at once; never before the case system said. */
export function pauseMs(attempts: number, retryAfterMs: number | undefined, { first, longest }: { first: number; longest: number }, random: () => number): number {
  const doubled = Math.min(longest, first * 2 ** Math.min(attempts - 1, 30));
  const wait = doubled * (0.5 + random() / 2);
  return retryAfterMs === undefined ? wait : Math.max(wait, Math.min(retryAfterMs, 6 * 3_600_000) * (1 + random() / 10));
}
