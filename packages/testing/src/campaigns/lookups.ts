// npm run campaign -- lookups: guesses of dossier codes and second factors. Only a right pair may open a dossier; whatever is refused is refused in the same bytes, in the same time and with the same waits,
// whether there is such a dossier or not. Guesses run with the limits out of the way (else nothing would be judged), then the limits are tried as they are.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from './campaign.js';
import { Guesser, type Guess } from './lookups-guesses.js';
import { tryLimits } from './lookups-limits.js';
import { timeLookUps } from './lookups-timing.js';
import { LookUpTown, type Heard } from './lookups-town.js';
import { crowd } from './submissions-server.js';
import { emptyDatabase } from './submissions-template.js';

const most = 1_000_000_000;

export const run: Campaign = async ({ args, say, root, cache }) => {
  const n = args.number('n', 100_000);
  const probes = args.number('probes', 20_000);
  const seed = args.number('seed', 1);
  const dossiers = args.number('dossiers', n < 10_000 ? 20 : 60);
  const rounds = args.number('rounds', n < 10_000 ? 5 : 40);
  const sabotage = args.text('sabotage');
  if (sabotage) say(`sabotaged on purpose: ${sabotage}; this run must fail`);
  mkdirSync(cache, { recursive: true });
  const dir = mkdtempSync(join(cache, 'run-'));
  const town = new LookUpTown(dir, root);
  const began = Date.now();
  try {
    if (!process.env['DATABASE_URL']) await emptyDatabase(join(dir, 'data'), join(cache, '../submissions'));
    await town.open({ perCode: most, perCodeADay: most, perClient: most }, sabotage);
    await town.submit(dossiers);
    say(`${dossiers} dossiers; ${n} guesses, seed ${seed}`);
    const guesser = new Guesser(town.owns, seed);
    const found = await guessAll(town, guesser, n, say);
    say(`guessed, ${Math.round((n * 1000) / (Date.now() - began))}/s; ${probes} probes of time`);
    const timing = await timeLookUps(town, guesser, { probes, seed });
    await town.close();
    town.clock.ms += 24 * 3_600_001;
    await town.open({}, sabotage);
    const { faults, tries, judgedADay } = await tryLimits(town, guesser, rounds);
    for (const fault of faults.slice(0, 10)) say(fault);
    if (timing.told) say('time tells which codes there are');
    const { disclosures, unlike, shut, leaks, strayCodes } = found;
    return {
      n, failed: disclosures + unlike + shut + leaks + strayCodes + faults.length + (timing.told ? 1 : 0), seed, dossiers, ...found, timing, limits: { tries, faults: faults.length, judgedADay }, seconds: Math.round((Date.now() - began) / 1000), ...(sabotage ? { sabotage } : {}),
    };
  } finally {
    await town.close();
    rmSync(dir, { recursive: true, force: true });
  }
};

async function guessAll(town: LookUpTown, guesser: Guesser, n: number, say: (line: string) => void) {
  /** What each group is answered, and by whom first. */
  const answers = new Map<string, { seen: string; status: number }>();
  const kinds: Record<string, number> = {};
  const found = { disclosures: 0, unlike: 0, shut: 0, leaks: 0, strayCodes: 0, opened: 0 };
  let shown = 0;
  const tell = (guess: Guess, heard: Heard, what: string) => { if (++shown <= 20) say(`${what}: ${guess.kind}: ${guess.body ?? guess.path} → ${heard.status} ${heard.body.slice(0, 200)}`); };
  const secrets = town.owns.flatMap((own) => [own.code, own.secret, own.owner, own.submitter, own.phone, own.otp, own.token, Buffer.from(own.name).toString('latin1')]);

  function judge(guess: Guess, heard: Heard): void {
    kinds[guess.kind] = (kinds[guess.kind] ?? 0) + 1;
    if (guess.own) {
      // Guards against a server that refuses everybody, and would pass.
      const right = heard.status === 200 && (JSON.parse(heard.body) as { dossier: string }).dossier === guess.opens;
      if (right) found.opened++; else { found.shut++; tell(guess, heard, 'the right pair did not open'); }
      return;
    }
    if (heard.status === 200) { found.disclosures++; tell(guess, heard, 'opened'); return; }
    const seen = `${heard.status}\n${heard.head}\n\n${heard.body}`;
    const known = answers.get(guess.alike);
    if (known?.seen === seen) return;
    // Each text is looked through once.
    if (secrets.some((secret) => seen.includes(secret))) { found.leaks++; tell(guess, heard, 'says what is secret'); }
    if (known === undefined) answers.set(guess.alike, { seen, status: heard.status });
    else { found.unlike++; tell(guess, heard, `unlike the others of "${guess.alike}"`); }
  }

  let done = 0;
  await crowd(n, 16, async () => {
    const guess = guesser.next();
    judge(guess, await town.ask({ ...guess, ip: guesser.ip() }));
    if (++done % Math.max(1000, Math.round(n / 10)) === 0) say(`${done} guesses, ${found.disclosures} disclosures, ${found.opened} rightly opened`);
  });
  const expected = (alike: string) => (alike === 'look-up' ? 404 : alike === 'otp' ? 202 : alike.startsWith('door') ? 401 : 400);
  for (const [alike, { status }] of answers) if (status !== expected(alike)) { found.unlike++; say(`"${alike}" is answered ${status}, not ${expected(alike)}`); }
  if (found.opened === 0) { found.shut++; say('no right pair was tried'); }
  const phones = new Map(town.owns.map((own) => [own.code, own.phone]));
  found.strayCodes = town.sent.filter(([code, to]) => phones.get(code) !== to).length;
  return { ...found, oneTimeCodes: town.sent.length, answers: answers.size, kinds };
}
