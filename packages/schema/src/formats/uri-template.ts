import { clean } from './clean.js';
import type { Format } from './types.js';

const NAME = '(?:\\w|%[\\da-f]{2})(?:\\.?(?:\\w|%[\\da-f]{2}))*(?::[1-9]\\d{0,3}|\\*)?';
/** RFC 6570 with its errata: an apostrophe is a letter, a control character is not. */
const TEMPLATE = new RegExp(`^(?:[^\\0-\\x20\\x7f-\\x9f"<>%\\\\^\`{|}]|%[\\da-f]{2}|\\{[+#./;?&=,!@|]?${NAME}(?:,${NAME})*\\})*$`, 'i');

/** An address with places to fill: `/ho-so/{ma}`. For authors; no citizen types one. */
export const uriTemplate: Format = {
  name: 'uri-template',
  normalize: clean,
  check: (value) => TEMPLATE.test(value) || { reason: 'pattern' },
  inputMode: 'url',
};
