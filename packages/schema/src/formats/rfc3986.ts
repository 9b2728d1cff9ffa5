// Addresses by the grammar of RFC 3986, and with letters of any script that of RFC 3987.
import { isIpv6 } from './ipv6.js';

/** scheme, authority, path, query, fragment: the expression of RFC 3986, appendix B */
const PARTS = /^(?:([^:/?#]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;
// The last two code points of each plane are nobody's, and not looked for.
const LETTERS = '\\u00a0-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\uffef\\u{10000}-\\u{effff}';
const PRIVATE = '\\ue000-\\uf8ff\\u{f0000}-\\u{10fffd}';

const only = (more: string) => new RegExp(`^(?:[\\w.~!$&'()*+,;=${more}-]|%[\\da-fA-F]{2})*$`, 'u');
const grammar = (letters: string, own: string) => ({ user: only(`:${letters}`), name: only(letters), path: only(`:@/${letters}`), query: only(`:@/?${letters}${own}`), fragment: only(`:@/?${letters}`) });
const uri = grammar('', '');
const iri = /* @__PURE__ */ grammar(LETTERS, PRIVATE);

export interface Kind {
  /** Letters beyond ASCII stand for themselves. */
  readonly letters?: boolean;
  /** It may also be relative: without a scheme. */
  readonly relative?: boolean;
}

/**
 * Is the text such an address? As in ajv-formats, `http:` alone is none, although the grammar would have it.
 * What the grammar allows is more than a browser opens: `http://` and `http://999.1.1.1/` pass.
 */
export function isAddress(text: string, { letters = false, relative = false }: Kind): boolean {
  const [, scheme, authority, path, query = '', fragment = ''] = PARTS.exec(text)!;
  const { user, name, path: segments, query: search, fragment: mark } = letters ? iri : uri;
  if (scheme === undefined ? !relative : !/^[a-z][a-z\d+.-]*$/i.test(scheme) || (authority === undefined && path === '' && !relative)) return false;
  if (authority !== undefined) {
    const [, before = '', host, literal] = /^(?:([^@]*)@)?(\[([^\]]*)\]|[^:@]*)(?::\d*)?$/.exec(authority) ?? [];
    if (host === undefined || !user.test(before) || !(literal === undefined ? name.test(host) : isIpv6(literal) || /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(literal))) return false;
  }
  return segments.test(path!) && search.test(query) && mark.test(fragment);
}

/** What a person types or copies: without `https://` before `www.`, and from an address line that shows letters as they read. */
export function tidyAddress(text: string): string {
  const whole = /^www\.[^\s@]+$/i.test(text) ? `https://${text}` : text;
  const [, start, rest] = /^([a-z][a-z\d+.-]*:\/\/[\x21-\x2e\x30-\x7e]*?)([/?#].*)$/is.exec(whole) ?? [];
  return start === undefined ? whole : start + rest!.replace(/[\u0080-\ud7ff\ue000-\uffff]|[\u{10000}-\u{10ffff}]/gu, encodeURIComponent);
}
