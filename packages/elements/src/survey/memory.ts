// What this device remembers of a survey: that it was answered, put off, or is never to be asked again. Nothing of what, by whom or about which dossier:
// a name is cut from a hash, so short that some ten dossiers of a province share one.

/** ms that "later" lasts */
const LATER_MS = 7 * 24 * 3_600_000;
const SHORT = 5;

/** `dvc-survey:` and 20 bits of SHA-256; undefined where the browser has no digest (a page without https). */
async function nameOf(survey: string, dossier: string): Promise<string | undefined> {
  try {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${survey}\n${dossier}`));
    return `dvc-survey:${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('').slice(0, SHORT)}`;
  } catch { return undefined; }
}

const read = (name: string): string | null => { try { return localStorage.getItem(name); } catch { return null; } };
const write = (name: string, value: string): void => { try { localStorage.setItem(name, value); } catch { /* A page in a frame may have no storage: then it asks again. */ } };

/** May it come up by itself? Not if this dossier has answered, somebody said never, or said later less than a week ago. */
export async function mayAsk(survey: string, dossier: string, now = Date.now()): Promise<boolean> {
  const [never, one] = await Promise.all([nameOf(survey, '*'), nameOf(survey, dossier)]);
  if (never && read(never) === 'never') return false;
  const known = one ? read(one) : null;
  return known === null || (known !== 'answered' && !(Number(known) > now));
}

/** `never` is about the survey, whatever dossier comes next; the others about this dossier. Of `later` only the day is kept. */
export async function remember(survey: string, dossier: string, what: 'answered' | 'later' | 'never', now = Date.now()): Promise<void> {
  const name = await nameOf(survey, what === 'never' ? '*' : dossier);
  if (name) write(name, what === 'later' ? String(Math.ceil((now + LATER_MS) / 86_400_000) * 86_400_000) : what);
}
