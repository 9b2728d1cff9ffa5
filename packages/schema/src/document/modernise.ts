import { join, read, split } from '../pointer.js';
import type { Json, JsonObject, Path, Problem } from '../types.js';
import { isLater, isLonely } from './dialects.js';
import { BESIDE_REF, enumLabels, habits, type Part } from './habits.js';
import { expectedOf, keywords } from './keywords.js';
import { isLost, NamedPlaces, referenceTo, ROOT, type Place } from './named-places.js';
import { isObject, type Loose, type Report } from './report.js';
import { breakRings } from './rings.js';
import { setOwn } from './set-own.js';

const HABITS = new Map(Object.entries(habits));

/** A copy, and its pointer. */
interface Placed { readonly to: Path; made?: Json }
/** Where a `$ref` stood that was given, and what it leads to. */
interface Link { readonly from: Path; readonly target: Placed }
/** A `$ref` that waits until all places are known. */
interface Open { readonly made: JsonObject; readonly ref: string; readonly place: Place }

/**
 * A copy of a draft-04 to 2020-12 schema in the keywords of 2020-12. What has no counterpart is left out with a warning.
 * Every reference of the copy is a pointer from its root: ids and anchors have done their work, and what leads into another document, to nothing,
 * or in a ring is left out with a warning too, so that the rest can be used.
 * @param schema plain JSON (`plainCopy`)
 */
export function modernise(schema: unknown, report: Report, problems: Problem[]): unknown {
  return new Modernising(schema as Json, report, problems).whole();
}

class Modernising {
  readonly #root: Json;
  readonly #report: Report;
  readonly #problems: Problem[];
  readonly #names = new NamedPlaces();
  readonly #open: Open[] = [];
  /** Schemas of the copy with a reference. */
  readonly #links = new Map<JsonObject, Link>();
  /** pointer in what was given → the copy */
  readonly #placed = new Map<Path, Placed>();
  /** Evaluated items are counted otherwise in the draft of 2019. */
  readonly counts: boolean;

  constructor(root: Json, report: Report, problems: Problem[]) {
    this.#root = root;
    this.#report = report;
    this.#problems = problems;
    this.counts = JSON.stringify(root)?.includes('"unevaluatedItems"') ?? false;
  }

  whole(): Json {
    const made = this.copy(this.#root, ROOT);
    if (!isObject(made)) return made;
    const id = (this.#root as Loose).$id ?? (this.#root as Loose).id;
    if (typeof id === 'string' && /^[^#\s]+#?$/.test(id)) made.$id = id;
    for (const open of this.#open) this.#refer(open, made as JsonObject);
    if (this.#links.size > 0) breakRings(made as JsonObject, (schema) => this.#links.get(schema)?.target.made, (schema, endless) => {
      const { from } = this.#links.get(schema)!;
      if (endless) this.warn(from, 'endless-recursion', 'a reference that reaches a smaller part of the answer', schema.$ref);
      else this.warn(from, 'too-deep', 'fewer references one after the other', schema.$ref);
    });
    return made as JsonObject;
  }

  warn(path: Path, code: string, expected: string, got: unknown): void {
    this.#report(path, code, expected, got);
    this.#problems.at(-1)!.level = 'warning';
  }

  copy(schema: Json | undefined, outer: Place): Json {
    const placed = this.#placed.get(outer.from);
    if (placed) return this.#link(outer.from, placed);
    const place: Placed = { to: outer.to };
    this.#placed.set(outer.from, place);
    return (place.made = this.#made(schema, outer, place));
  }

  #made(schema: Json | undefined, outer: Place, place: Placed): Json {
    if (typeof schema === 'boolean') return schema;
    if (!isObject(schema)) {
      this.warn(outer.from, 'bad-keyword-value', 'a schema', schema);
      return {};
    }
    const part = new Copying(this, schema as JsonObject, this.#names.enter(schema, outer));
    place.made = part.made;
    const alone = isLonely(part.place.dialect) && typeof schema.$ref === 'string';
    for (const name of Object.keys(schema)) {
      part.look(name);
      // The drafts let `$ref` hide what stands beside it. Who writes it means it, and Ajv reads it: hidden, the server would refuse what the page took.
      if (alone && !BESIDE_REF.has(name)) part.warn('beside-ref', 'nothing beside $ref before draft 2019-09, for readers that ignore it', part.value);
      this.#keyword(part, name);
    }
    return part.done();
  }

  #keyword(part: Copying, name: string): void {
    const { made, place, value } = part;
    if (name === '$ref' && typeof value === 'string') {
      this.#open.push({ made, ref: value, place });
      made.$ref = value; // keeps its place among the keywords
      return;
    }
    const habit = HABITS.get(name);
    if (habit?.(part)) return;
    const kind = isLater(name, place.dialect) ? undefined : keywords.get(name);
    const wrong = kind && expectedOf(name, value);
    if (!kind) part.warn('unknown-keyword', place.dialect ? `a keyword of draft ${place.dialect}` : 'a keyword of JSON Schema 2020-12', name);
    else if (wrong) part.warn('bad-keyword-value', wrong, value);
    else if (kind === 'schema') made[name] = part.sub(value, [name]);
    else if (kind === 'schemas') made[name] = (value as Json[]).map((child, index) => part.sub(child, [name, index]));
    else if (kind === 'schemaMap') {
      const map = (made[name] ??= {}) as JsonObject;
      for (const key of Object.keys(value as JsonObject)) setOwn(map, key, part.sub((value as JsonObject)[key], [name, key]));
    } else made[name] = value;
  }

  /** Settles a reference: a pointer from the root, or nothing. */
  #refer({ made, ref, place }: Open, root: JsonObject): void {
    const found = this.#names.find(ref, place.base);
    const target = isLost(found) ? undefined : this.#placed.get(found) ?? this.#moved(found, root)
      // An id that was only meant as a label moves no pointers.
      ?? (ref.startsWith('#/') ? this.#placed.get(this.#names.find(ref, ROOT.base)) : undefined);
    if (target) {
      this.#link(join(place.from, '$ref'), target, made);
    } else {
      delete made.$ref;
      if (found === 'remote-ref') this.warn(join(place.from, '$ref'), found, 'a reference into this schema', ref);
      else this.warn(join(place.from, '$ref'), 'unresolved-ref', 'a reference to a schema that is there', ref);
    }
  }

  /** `made` with a reference to a place of the copy; `from` is where it stood. */
  #link(from: Path, target: Placed, made: JsonObject = {}): JsonObject {
    this.#links.set(made, { from, target });
    made.$ref = referenceTo(target.to);
    return made;
  }

  /** A schema where no keyword leads, such as `#/components/schemas/a`, gets a place in `$defs`. */
  #moved(from: Path, root: JsonObject): Placed | undefined {
    const schema = read(this.#root, from);
    if (typeof schema !== 'boolean' && !isObject(schema)) return undefined;
    const $defs = (root.$defs ??= {}) as JsonObject;
    const last = split(from).at(-1)!;
    let name = last;
    for (let n = 2; Object.hasOwn($defs, name); n++) name = `${last}-${n}`;
    setOwn($defs, name, true); // taken, while what is in it is copied
    setOwn($defs, name, this.copy(schema as Json, { ...this.#names.around(from), from, to: join('/$defs', name) }));
    return this.#placed.get(from);
  }
}

/** One schema on its way into the copy. */
class Copying implements Part {
  readonly given: JsonObject;
  readonly place: Place;
  readonly made: JsonObject = {};
  readonly counts: boolean;
  value: Json = null;
  readonly #whole: Modernising;
  #name = '';
  #parts: JsonObject[] | undefined;

  constructor(whole: Modernising, given: JsonObject, place: Place) {
    this.#whole = whole;
    this.given = given;
    this.place = place;
    this.counts = whole.counts;
  }

  look(name: string): void {
    this.#name = name;
    this.value = this.given[name]!;
  }

  sub(value: Json | undefined, below: (string | number)[], moved?: (string | number)[]): Json {
    const { from, to, base, dialect } = this.place;
    const next = join(from, ...below);
    return this.#whole.copy(value, { from: next, to: from === to && !moved ? next : join(to, ...(moved ?? below)), base, dialect });
  }

  also(make: (to: (string | number)[]) => JsonObject): void {
    const { allOf } = this.given;
    this.#parts ??= [];
    this.#parts.push(make(['allOf', (expectedOf('allOf', allOf) ? 0 : (allOf as Json[]).length) + this.#parts.length]));
  }

  warn(code: string, expected: string, got: unknown, ...below: (string | number)[]): void {
    this.#whole.warn(join(this.place.from, this.#name, ...below), code, expected, got);
  }

  done(): JsonObject {
    if (this.#parts) this.made.allOf = [...(this.made.allOf as Json[] | undefined ?? []), ...this.#parts];
    enumLabels(this.given, this.made);
    return this.made;
  }
}
