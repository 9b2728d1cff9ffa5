// Where @cfworker/json-schema is known to be wrong: each fault is told by a small test of the pair, and says what the standard says.
import type { Json, JsonSchema } from '@dvc/schema';

/** A pair of which somebody says something else than our evaluator. */
export interface Disputed {
  readonly schema: JsonSchema;
  readonly value: Json;
  readonly ours: boolean;
  readonly others: Record<string, boolean>;
}

interface Fault { readonly reason: string; is(disputed: Disputed): boolean }

export const FAULTS: Record<string, Fault> = {
  cousins: {
    reason: 'an unevaluated… keyword in a branch sees what a neighbour of the branch has evaluated; it must not',
    // Where Ajv was asked, it says what we say.
    is: ({ schema, ours, others }) => (others['ajv'] ?? ours) === ours && /"(allOf|anyOf|oneOf|if|then|else|dependentSchemas|\$defs)":.*"unevaluated(Items|Properties)"/.test(JSON.stringify(schema)),
  },
};

/** The known fault of cfworker that a dispute comes from. */
export const faultOf = (disputed: Disputed): string | undefined => Object.entries(FAULTS).find(([, { is }]) => is(disputed))?.[0];
