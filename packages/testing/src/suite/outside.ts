/** Why a test has another verdict here, and why that is right for a form. The order is that of precedence. */
export const OUTSIDE = {
  'remote-ref': 'A reference into another document (a meta-schema, or one of the suite’s `remotes`). Nothing is ever fetched: it is refused by name in a document, named and left out of a plain schema.',
  'dynamic-ref': '`$dynamicRef` or `$recursiveRef`, which leads to another place for every answer. Refused by name in a document, named and left out of a plain schema.',
  'beside-ref': 'Before 2019-09 the drafts let `$ref` hide what stands beside it. Who writes it means it, and Ajv reads it: it counts, with a warning, so that no server refuses what the page took.',
  vocabulary: 'A meta-schema of its own says which keywords count. It would have to be fetched.',
  'format-asserts': '`format` is a rule here, as agencies mean it and as Ajv with ajv-formats reads it; by default the draft takes it for a note.',
  content: '`contentEncoding` and `contentMediaType` describe a text and assert nothing, as the drafts say since 2019-09.',
  email: 'An address with quotes or with an IP address after the @ is right by the RFC and reaches nobody: it is refused, as by ajv-formats.',
  number: '1.0 and 1 are the same number in JavaScript.',
} as const;
export type Outside = keyof typeof OUTSIDE;

