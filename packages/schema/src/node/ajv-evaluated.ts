// How Ajv 8.20 notes which properties were evaluated, mended where it forgets or invents them. Each has a test that shows the fault and its end.
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { _, Name } from 'ajv/dist/compile/codegen/index.js';
import { evaluatedPropsToName } from 'ajv/dist/compile/util.js';
import type { KeywordCxt } from 'ajv/dist/compile/validate/index.js';
import type { CodeKeywordDefinition } from 'ajv/dist/types/index.js';
import anyOf from 'ajv/dist/vocabularies/applicator/anyOf.js';
import dependentSchemas from 'ajv/dist/vocabularies/applicator/dependentSchemas.js';
import condition from 'ajv/dist/vocabularies/applicator/if.js';
import oneOf from 'ajv/dist/vocabularies/applicator/oneOf.js';
import patternProperties from 'ajv/dist/vocabularies/applicator/patternProperties.js';
import unevaluatedProperties from 'ajv/dist/vocabularies/unevaluated/unevaluatedProperties.js';

// Node hands over the whole of a CommonJS module, a bundler its default.
const definition = (made: CodeKeywordDefinition): CodeKeywordDefinition => (made as CodeKeywordDefinition & { default?: CodeKeywordDefinition }).default ?? made;

/** A list that is written while Ajv compiles becomes one that is kept while it validates; and one it is, whatever a reference has left behind. */
function keep({ gen, it }: KeywordCxt): void {
  if (it.props instanceof Name) gen.assign(it.props, _`${it.props} || {}`);
  else if (it.props !== true) it.props = evaluatedPropsToName(gen, it.props);
}

/** `if` counts only when it holds. Ajv counts it always. */
function whenItHolds(cxt: KeywordCxt): void {
  const { subschema, mergeEvaluated } = cxt;
  let holds: Name | undefined;
  cxt.subschema = (part, valid) => {
    if (part.keyword === 'if') holds = valid;
    return subschema.call(cxt, part, valid);
  };
  cxt.mergeEvaluated = (schema, toName) => {
    if (toName || !holds) mergeEvaluated.call(cxt, schema, toName);
    else cxt.mergeValidEvaluated(schema, holds);
  };
}

export function mendEvaluated(ajv: Ajv2020): void {
  const before = (made: CodeKeywordDefinition, work: (cxt: KeywordCxt) => void): void => {
    const original = definition(made);
    ajv.removeKeyword(original.keyword as string).addKeyword({
      ...original,
      code(cxt, rule) {
        work(cxt);
        original.code(cxt, rule);
      },
    });
  };
  // Made into a variable only inside of a branch, the list is lost with what it had when the branch is not taken; made of nothing, it is the branch's own, and stays when that fails.
  before(anyOf, keep);
  before(oneOf, keep);
  before(dependentSchemas, keep);
  before(patternProperties, keep);
  before(condition, (cxt) => {
    keep(cxt);
    whenItHolds(cxt);
  });
  // Ajv writes one comparison per property into one expression: 1,000 fields overflowed its stack. A table is looked up instead. It must run last.
  before(unevaluatedProperties, (cxt) => { if (typeof cxt.it.props === 'object') keep(cxt); });
}
