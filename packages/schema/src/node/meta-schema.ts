import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { formDocumentSchema } from '../document/form-document.schema.js';
import { isDate } from '../document/shape.js';
import { problemOfPattern } from '../document/safe-pattern.js';
import { read } from '../pointer.js';
import type { Json, Problem } from '../types.js';

let compiled: ValidateFunction | undefined;

function validator(): ValidateFunction {
  if (compiled) return compiled;
  const ajv = new Ajv2020({ strict: false, allErrors: true, ownProperties: true, logger: false });
  ajv.addFormat('date', isDate);
  ajv.addFormat('regex', (text: string) => problemOfPattern(text)?.[0] !== 'bad-regex');
  return (compiled = ajv.compile(formDocumentSchema));
}

/** Holds a document against schemas/form-document.schema.json itself: the authority, whose sentences are less plain than those of `inspect`. */
export function checkGrammar(document: Json): Problem[] {
  const validate = validator();
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, keyword, params, message }) => ({
    path: instancePath,
    code: 'grammar',
    expected: `${message ?? keyword} ${JSON.stringify(params)}`,
    got: (JSON.stringify(read(document, instancePath)) ?? 'nothing').slice(0, 80),
  }));
}
