/* eslint-disable no-script-url -- hostile on purpose */
// What nobody should write into a schema, and somebody will.

/** Whatever a form element or any object answers to. */
export const NAMES = [
  'action', 'method', 'target', 'elements', 'length', 'name', 'submit', 'reset', 'checkValidity', 'reportValidity', 'requestSubmit', 'noValidate', 'autocomplete', 'enctype', 'acceptCharset', 'encoding', 'rel', 'relList',
  'attributes', 'children', 'firstChild', 'parentNode', 'style', 'innerHTML', 'outerHTML', 'id', 'className', 'title', 'hidden', 'shadowRoot', 'attachInternals', 'getAttribute', 'setAttribute', 'appendChild', 'remove',
  '__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'toLocaleString', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', '__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__',
  'then', 'toJSON', 'caller', 'arguments', 'apply', 'call', 'bind', 'keys', 'values', 'entries', 'map', 'push', 'concat', 'size', 'get', 'set', 'has', 'iterator', 'document', 'window', 'self', 'globalThis', 'undefined', 'null', 'NaN',
  '', ' ', '/', '~', '~0', '~1', '~2', '#', '%', '%zz', '.', '..', '*', '**', '-1', '0', '01', '4294967295', '$ref', '$defs', '$id', 'properties', 'items', 'type', 'enum', '\u0000', '\ud800', '\udc00\ud800', '\u202e', 'ế', 'e\u0302\u0301', '👩‍👧', 'x'.repeat(500),
];

export const MARKUP = [
  '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '"><svg onload=alert(1)>', "' autofocus onfocus='alert(1)", '</textarea><script>alert(1)</script>', '</style><script>alert(1)</script>', 'javascript:alert(1)', '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}', '<!--', ']]>', '&lt;b&gt;', '&#x3C;b&#x3E;', '<template><b>', '<math><mtext></form><form><mglyph><style></math>', '\u202etxt.exe', '\u0000', '\ud800', 'a\u0300'.repeat(200), 'x'.repeat(5000), '{0} {name} {{limit}}', '%s%d%n', '',
];

/** Doubling, and powers. */
export const SLOW_PATTERNS = [
  '^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^(.*a){12}$', '(a*)*b', '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(x+x+)+y', '^(\\w+\\s?)*$',
  '^(?:(?:a|b)*)*c$', '(?=(a+))a*b\\1', '^((a{0,9}){0,9}){0,9}$', 'a*a*a*a*a*a*b', '(.*)(.*)(.*)(.*)(.*)c', '^(a?){40}a{40}$', '(?:a{1,1000}){1,1000}$', '^(?!(a+)+b).*$', '(\\p{L}+)+!', '[\\s\\S]*[\\s\\S]*[\\s\\S]*x', '\\d+\\d+\\d+\\d+$',
];
export const NO_PATTERNS = ['(', '[', '*', '+', '\\', '(?<a', '(?P<a>b)', '\\k<a>', '{', '}', ']', 'a{2,1}', '[b-a]', '\\p{Nonsense}', '(?i)a', '\\c', '\\u{110000}', '(?<a>.)(?<a>.)', '[\\w-.]', '\\-', '\\_', 'x'.repeat(3000), '('.repeat(400) + ')'.repeat(400)];

export const NUMBERS = [0, -0, 1, -1, 0.1, 1e308, -1e308, 5e-324, 2 ** 53, 2 ** 53 + 2, -(2 ** 53), 1e21, 1e-7, 4294967296, 2147483648, 1e9, 1000, 99999, 0.30000000000000004, Number.MAX_VALUE, Number.EPSILON];
export const TEXTS = ['', 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', `${'a'.repeat(3000)}!`, 'x@', '1e999', '-', '2024-02-30', '00', '1,5', '1.000.000', '\ud800', '\u0000', '🇻🇳', 'Nguyễn Văn An', `${'1 '.repeat(300)}`];

export const SCHEMA_KEYWORDS = ['additionalProperties', 'propertyNames', 'items', 'contains', 'unevaluatedItems', 'unevaluatedProperties', 'not', 'if', 'then', 'else', 'contentSchema', 'additionalItems'];
export const LIST_KEYWORDS = ['prefixItems', 'allOf', 'anyOf', 'oneOf', 'items'];
export const MAP_KEYWORDS = ['$defs', 'definitions', 'properties', 'patternProperties', 'dependentSchemas', 'dependencies'];
export const KEYWORDS = [
  ...SCHEMA_KEYWORDS, ...LIST_KEYWORDS, ...MAP_KEYWORDS, '$schema', '$id', 'id', '$anchor', '$ref', '$comment', '$dynamicRef', '$dynamicAnchor', '$recursiveRef', '$recursiveAnchor', '$vocabulary', 'title', 'description', 'format', 'pattern', 'contentMediaType',
  'contentEncoding', 'deprecated', 'readOnly', 'writeOnly', 'uniqueItems', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength', 'minLength', 'maxItems', 'minItems', 'maxContains', 'minContains', 'maxProperties',
  'minProperties', 'required', 'dependentRequired', 'enum', 'enumNames', 'examples', 'example', 'const', 'default', 'type', 'nullable', 'x-dvc', 'errorMessage', 'discriminator', 'extends', '$data',
];
