// The validators that we are compared with, as they come. Their classes are handed in: Ajv lives in packages/schema/src/node alone.
import { Validator, type Schema, type SchemaDraft } from '@cfworker/json-schema';
import type { JsonSchema } from '@dvc/schema';
import type { Peer } from './judge-suite.js';

interface AnyAjv { compile(schema: JsonSchema): unknown; addMetaSchema(schema: object): unknown }
type AjvClass = new (options: object) => AnyAjv;
export interface AjvParts {
  readonly Ajv: AjvClass;
  readonly Ajv2019: AjvClass;
  readonly Ajv2020: AjvClass;
  readonly draft6: object;
  addFormats(ajv: never): unknown;
}

/** Ajv with ajv-formats, in the dialect nearest to the draft: it has none of draft-04. */
export const ajvAsItComes = ({ Ajv, Ajv2019, Ajv2020, draft6, addFormats }: AjvParts): Peer => (schema, draft) => {
  const ajv = new (draft === 'draft2020-12' ? Ajv2020 : draft === 'draft2019-09' ? Ajv2019 : Ajv)({ strict: false, logger: false });
  addFormats(ajv as never);
  if (draft === 'draft6') ajv.addMetaSchema(draft6);
  const { $schema: _, ...bare } = typeof schema === 'object' ? schema : {};
  return ajv.compile(draft === 'draft4' && typeof schema === 'object' ? bare : schema) as ReturnType<Peer>;
};

const CFWORKER: Partial<Record<string, SchemaDraft>> = { draft4: '4', 'draft2019-09': '2019-09', 'draft2020-12': '2020-12' };

export const cfworkerAsItComes: Peer = (schema, draft) => {
  const validator = new Validator(schema as Schema, CFWORKER[draft] ?? '7');
  return (data) => validator.validate(data).valid;
};
