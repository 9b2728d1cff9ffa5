import { dueDateVectors } from './due-dates.js';
import { formatVectors } from './formats.js';
import { ruleVectors } from './rules.js';
import { signatureVectors } from './signatures.js';
import { verdictVectors } from './verdicts.js';

/** One vector in a line, so that a difference is one line. */
function print(value: object): string {
  const lines = Object.entries(value).map(([key, inner]) => (
    Array.isArray(inner) && inner.length > 0 && typeof inner[0] === 'object'
      ? `  ${JSON.stringify(key)}: [\n${inner.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]`
      : `  ${JSON.stringify(key)}: ${JSON.stringify(inner)}`));
  return `{\n${lines.join(',\n')}\n}\n`;
}

/**
 * The files of schemas/vectors, made by our engine. What is written by hand beside a vector is compared at once.
 * @throws Error when the engine says something else than what is written
 */
export function vectorFiles(root: string): Record<string, string> {
  return {
    'signatures.json': print(signatureVectors()), 'rules.json': print(ruleVectors()), 'formats.json': print(formatVectors()),
    'due-dates.json': print(dueDateVectors()), 'verdicts.json': print(verdictVectors(root)),
  };
}
