import { binary } from './binary.js';
import { byte } from './byte.js';
import { double } from './double.js';
import { float } from './float.js';
import { hostname } from './hostname.js';
import { idnEmail } from './idn-email.js';
import { idnHostname } from './idn-hostname.js';
import { int32 } from './int32.js';
import { int64 } from './int64.js';
import { ipv4 } from './ipv4.js';
import { ipv6 } from './ipv6.js';
import { iri } from './iri.js';
import { iriReference } from './iri-reference.js';
import { jsonPointer } from './json-pointer.js';
import { jsonPointerUriFragment } from './json-pointer-uri-fragment.js';
import { password } from './password.js';
import { regex } from './regex.js';
import { relativeJsonPointer } from './relative-json-pointer.js';
import type { Format } from './types.js';
import { uri } from './uri.js';
import { uriReference } from './uri-reference.js';
import { uriTemplate } from './uri-template.js';
import { url } from './url.js';
import { uuid } from './uuid.js';

/** One chunk: formats that forms for citizens seldom use, and other people's schemas often. */
export const table: Readonly<Record<string, Format>> = {
  binary, byte, double, float, hostname, 'idn-email': idnEmail, 'idn-hostname': idnHostname, int32, int64, ipv4, ipv6, iri, 'iri-reference': iriReference,
  'json-pointer': jsonPointer, 'json-pointer-uri-fragment': jsonPointerUriFragment, password, regex, 'relative-json-pointer': relativeJsonPointer,
  uri, 'uri-reference': uriReference, 'uri-template': uriTemplate, url, uuid,
};
