// What somebody tries who has no right to a dossier. `alike`: all guesses of this name must have one answer, to the byte, whichever code they are about.
import { Random } from '../random/random.js';
import { lookUp, type Asked, type Own } from './lookups-town.js';

export interface Guess extends Asked { kind: string; alike: string; /** The dossier that it opens rightly. */ opens?: string; own: boolean }

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const text = (random: Random, length: number, from: string) => Array.from({ length }, () => from[random.below(from.length)]!).join('');

/** One mistake: another character, one too many, one too few, two swapped, a look-alike. */
function slip(random: Random, right: string, from: string): string {
  const at = random.below(right.length);
  const [before, after] = [right.slice(0, at), right.slice(at + 1)];
  switch (random.below(6)) {
    case 0: return before + after;
    case 1: return before + text(random, 1, from) + right.slice(at);
    case 2: return before + (after[0] ?? '') + right[at] + after.slice(1);
    case 3: return before + random.pick(['%', '_', '*', '.', '\u0000', '\u200b', "'", 'İ']) + after;
    case 4: return right + right;
    default: return before + text(random, 1, from) + after;
  }
}

/** In other alphabets it looks the same. */
const likeness = (code: string) => code.replace('H', 'Н').replace(/1/g, '１');
const odd = ['~', '%', '_', '*', "' or ''='", '\u0000', '\ud800', '{}', 'null', '0', '-1', '../../status', 'không có', 'x'.repeat(80)];

/** Not a look-up at all; what stands in it is not the code's matter. */
const malformed: ((dossier: string) => unknown)[] = [
  (dossier) => ({ dossier }), (dossier) => ({ dossier, factor: null }), (dossier) => ({ dossier, factor: {} }), (dossier) => ({ dossier, factor: { kind: 'none', value: 'x' } }),
  (dossier) => ({ dossier, factor: { kind: 'secret' } }), (dossier) => ({ dossier, factor: { kind: 'secret', value: '' } }), (dossier) => ({ dossier, factor: { kind: 'secret', value: 1 } }),
  (dossier) => ({ dossier, factor: { kind: 'secret', value: ['A'] } }), (dossier) => ({ dossier, factor: { kind: 'secret', value: { $ne: '' } } }), (dossier) => ({ dossier, factor: { kind: 'secret', value: 'A'.repeat(101) } }),
  (dossier) => ({ dossier: [dossier], factor: { kind: 'secret', value: 'A' } }), (dossier) => ({ dossier, factor: { kind: 'secret', value: 'A' }, admin: true }), (dossier) => [dossier],
];
const doors = ['status', 'events', 'answers', 'channels', 'notifications'];

export class Guesser {
  private readonly random: Random;
  private readonly owns: readonly Own[];
  private readonly byCode: ReadonlyMap<string, Own>;

  constructor(owns: readonly Own[], seed: number) {
    this.owns = owns;
    this.random = new Random(seed);
    this.byCode = new Map(owns.map((own) => [own.code, own]));
  }

  /** A code as the agency gives them, which it has not given: the next ones, those of other days and of other offices. */
  unknown(): string {
    const { random } = this;
    for (;;) {
      const code = `H99.${random.chance(0.8) ? '01' : text(random, 2, '0123456789')}-26${random.pick(['1121', '1121', '1120', '0105'])}-${text(random, random.pick([4, 4, 4, 5]), '0123456789')}`;
      if (!this.byCode.has(code)) return code;
    }
  }

  /** Somewhere that nobody has guessed from. */
  ip(): string { return `2001:db8:${this.random.below(65_536).toString(16)}:${this.random.below(65_536).toString(16)}::1`; }

  next(): Guess {
    const { random, owns } = this;
    const [own, other] = [random.pick(owns), random.pick(owns)];
    const any = random.chance(0.5) ? own.code : this.unknown();
    switch (random.below(20)) {
      case 0: case 1: return this.made('a wrong secret', own.code, 'secret', text(random, 8, letters));
      case 2: case 3: return this.made('nearly the secret', own.code, 'secret', slip(random, own.secret, letters));
      case 4: return this.made("another dossier's secret", own.code, 'secret', other.secret);
      case 5: return this.made('a personal number', own.code, 'personalId', `001${text(random, 9, '0123456789')}`);
      case 6: return this.made('nearly the personal number', own.code, 'personalId', slip(random, random.pick([own.owner, own.submitter]), '0123456789'));
      case 7: return this.made("another's personal number", own.code, 'personalId', random.pick([other.owner, other.submitter]));
      case 8: return this.made('a right factor as another kind', own.code, random.pick(['secret', 'personalId', 'otp']), random.pick([own.secret, own.owner, own.otp, own.phone, own.name, own.code]));
      case 9: return this.made('a one-time code', own.code, 'otp', text(random, 6, '0123456789'));
      case 10: return this.made("another's one-time code", own.code, 'otp', other.otp);
      case 11: case 12: return this.made('an unknown code', this.unknown(), random.pick(['secret', 'personalId', 'otp']), text(random, 8, letters));
      case 13: { const kind = random.pick(['secret', 'personalId', 'otp']); return this.made('an unknown code with what is right elsewhere', this.unknown(), kind, rightOf(own, kind, random)); }
      case 14: { const kind = random.pick(['secret', 'personalId', 'otp']); return this.made('nearly the code', random.chance(0.2) ? likeness(own.code) : slip(random, own.code, '0123456789'), kind, rightOf(own, kind, random)); }
      case 15: return this.made('no code', random.pick(odd), random.pick(['secret', 'personalId', 'otp']), random.chance(0.5) ? own.secret : random.pick(odd));
      case 16: { const at = random.below(malformed.length); return { kind: 'malformed', alike: `malformed ${at}`, own: false, body: JSON.stringify(malformed[at]!(any)) }; }
      case 17: {
        const door = random.pick(doors);
        const token = random.pick([undefined, text(random, 43, letters), other.code === any ? undefined : other.token, 'x', own.secret]);
        return { kind: 'no right to it', alike: `door ${door}`, own: false, method: 'GET', path: `/api/v1/dossiers/${any}/${door}`, headers: token === undefined ? {} : { 'dvc-access': token } };
      }
      case 18: return { kind: 'a one-time code, please', alike: 'otp', own: false, path: '/api/v1/dossiers/otp', body: JSON.stringify({ dossier: any }) };
      default: {
        if (random.chance(0.8)) return this.made('nearly both', slip(random, own.code, '0123456789'), 'secret', slip(random, own.secret, letters));
        const kind = random.pick(['secret', 'personalId', 'otp']);
        return this.made('its own', random.chance(0.5) ? own.code : ` ${own.code.toLowerCase()} `, kind, rightOf(own, kind, random));
      }
    }
  }

  /** Chance may be right, and a slip may be none: what opens a dossier is asked of what was given out, and of nothing else. */
  private made(kind: string, code: string, factor: string, value: string): Guess {
    const own = this.byCode.get(code.trim().toUpperCase());
    const right = own !== undefined && (factor === 'secret' ? value.replace(/[\s-]/g, '').toUpperCase() === own.secret : factor === 'personalId' ? [own.owner, own.submitter].includes(value.replace(/\D/g, '')) : value.trim() === own.otp);
    const body = lookUp(code, factor, value);
    // What no text may hold is refused before anything is looked up, with the place where that text begins.
    const bad = /\\u(0000|d800)/.exec(body);
    return { kind, alike: bad ? `not strict JSON, ${bad[1]} at ${body.lastIndexOf('"', bad.index)}` : 'look-up', body, own: right, ...(right ? { opens: own.code } : {}) };
  }
}

function rightOf(own: Own, kind: string, random: Random): string {
  if (kind === 'otp') return own.otp;
  if (kind === 'personalId') return random.pick([own.owner, own.submitter]);
  return random.chance(0.5) ? own.secret : `${own.secret.slice(0, 4).toLowerCase()}-${own.secret.slice(4)}`;
}
