// What the references of a plain schema mean: where each schema with a name stands in what was given.
import { join, split } from '../pointer.js';
import type { Path } from '../types.js';
import { dialectOf, isLonely, type Dialect } from './dialects.js';
import { own, type Loose } from './report.js';

// The language's library is without DOM; every browser and Node has it.
declare const URL: new (url: string, base?: string) => { href: string };

const ANCHORS = ['$anchor', '$dynamicAnchor'];
const HOME = 'json://root/';

/** Where a schema stands in what was given and in what is made of it, how it is read, and what its references start from. */
export interface Place {
  readonly from: Path;
  readonly to: Path;
  readonly base: string;
  readonly dialect: Dialect;
}
export const ROOT: Place = { from: '', to: '', base: HOME, dialect: 0 };

/** Why a reference leads nowhere: into another document, or to nothing in this one. */
export type Lost = 'remote-ref' | 'unresolved-ref';
export const isLost = (found: Path | Lost): found is Lost => found !== '' && found[0] !== '/';

export class NamedPlaces {
  /** id → pointer */
  readonly #resources = new Map<string, Path>([[HOME, '']]);
  /** id#name → pointer */
  readonly #anchors = new Map<string, Path>();
  /** The places below which references start from somewhere else, or keywords mean something else. */
  readonly #turns = new Map<Path, Place>();

  /** The place with what the schema there says of itself. */
  enter(schema: Loose, outer: Place): Place {
    const { from } = outer;
    const dialect = dialectOf(schema, outer.dialect);
    let { base } = outer;
    const alone = isLonely(dialect) && typeof own(schema, '$ref') === 'string';
    const id = alone ? undefined : own(schema, dialect === 4 ? 'id' : '$id') ?? (dialect === 0 ? own(schema, 'id') : undefined);
    if (typeof id === 'string') {
      const [url, name = ''] = absolute(id, base).split('#') as [string, string?];
      // Up to draft-07 a name was an id with a fragment.
      if (name && dialect < 2019) this.#anchors.set(`${url}#${decoded(name)}`, from);
      if (id[0] !== '#') {
        base = url;
        this.#resources.set(base, from);
      }
    }
    if (!alone && (dialect === 0 || dialect >= 2019)) {
      for (const keyword of ANCHORS) {
        const name = own(schema, keyword);
        if (typeof name === 'string') this.#anchors.set(`${base}#${name}`, from);
      }
    }
    if (from !== '' && base === outer.base && dialect === outer.dialect) return outer;
    const place = { ...outer, base, dialect };
    this.#turns.set(from, place);
    return place;
  }

  /** How a schema is read that no keyword leads to. */
  around(pointer: Path): Place {
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const place = this.#turns.get(at);
      if (place) return place;
    }
    return this.#turns.get('') ?? ROOT;
  }

  /** The pointer that `ref` stands for, in what was given; there may be nothing. */
  find(ref: string, base: string): Path | Lost {
    const [url, fragment = ''] = (ref[0] === '#' ? base + ref : absolute(ref, base)).split('#') as [string, string?];
    const resource = this.#resources.get(url);
    if (resource === undefined) return 'remote-ref';
    const name = decoded(fragment);
    const at = name === '' || name[0] === '/' ? resource + name : this.#anchors.get(`${url}#${name}`);
    return at === undefined ? 'unresolved-ref' : canonical(at);
  }

}

/** A text that is no URL names something that is not here. */
function absolute(url: string, base: string): string {
  try {
    return new URL(url, base).href;
  } catch {
    return url;
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a stray `%`
  }
}

/** One text for each place: escapes may be written in more than one way. */
const canonical = (pointer: Path): Path => (!pointer.includes('~') ? pointer : join('', ...split(pointer)));

/** A pointer as a `$ref`: what a URL cannot hold is escaped, Vietnamese names stay readable. */
export const referenceTo = (pointer: Path): string => `#${pointer.replace(/[\s"#%<>?[\\\]^`{|}]/g, encodeURIComponent)}`;
