import { clean } from './clean.js';
import { isIpv4 } from './ipv4.js';
import { tidyAddress } from './rfc3986.js';
import type { Format } from './types.js';

/** Addresses of one's own machine or network: nobody else can open them. */
const PRIVATE = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|22[4-9]|2[3-5]\d)\.|\.(?:0|255)$/;
const LABEL = /^(?!-)[a-z\d\u00a1-\uffff-]+(?<!-)$/iu;
const LAST = /^[a-z\u00a1-\uffff]{2,}$/iu;

function isPublic(host: string): boolean {
  if (isIpv4(host)) return !PRIVATE.test(host);
  const labels = host.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && LAST.test(labels.at(-1)!);
}

/** A web address that others can open, as ajv-formats understands its own name for it: http, https or ftp, a name with a dot or a public number. */
export const url: Format = {
  name: 'url',
  // `https://a.vn?x` is right for a browser, which adds the slash, too.
  normalize: (text) => tidyAddress(clean(text)).replace(/^(\w+:\/\/[^\s/?#@]+)(?=[?#][^@]*$)/, '$1/'),
  check(value) {
    const [, host] = /^(?:https?|ftp):\/\/(?:[^\s/?#]+@)?([^\s/@:]+)(?::\d{2,5})?(?:\/\S*)?$/i.exec(value) ?? [];
    return (host !== undefined && isPublic(host)) || { reason: 'pattern' };
  },
  inputMode: 'url',
};
