// Who says what of each test of the official suite.
import { compileSchema, normaliseSchema, type Json, type JsonSchema, type Problem } from '@dvc/schema';
import { modernSchema } from '@dvc/schema/document/modern-schema.js';
import { compileWithAjv } from '@dvc/schema/node';
import type { Outside } from './outside.js';
import type { Score } from './results.js';
import type { Draft } from './drafts.js';
import { published, type SuiteFile, type SuiteGroup } from './read-suite.js';

type Verdict = (data: Json) => boolean;
/** Another validator, for comparison; what it throws counts as wrong. */
export type Peer = (schema: JsonSchema, draft: Draft) => Verdict;

export interface Judged {
  readonly draft: Draft;
  readonly name: string;
  readonly score: Score;
  /** tests that we miss for no named reason */
  readonly wrong: string[];
  /** tests of which Ajv, as the server uses it, says something else than our evaluator */
  readonly divided: string[];
}

export function judge({ draft, name, groups }: SuiteFile, peers: { ajv: Peer; cfworker: Peer }): Judged {
  const score: Score = { tests: 0, ours: 0, ajv: 0, cfworker: 0, outside: {} };
  const wrong: string[] = [];
  const divided: string[] = [];
  for (const group of groups) {
    const schema = published(group.schema, draft);
    const problems: Problem[] = [];
    const modern = normaliseSchema(modernSchema(schema, problems));
    const compiled = compileSchema(modern, modern);
    const authority = guarded(() => compileWithAjv(modern) as Verdict);
    const opinions = { ajv: guarded(() => peers.ajv(group.schema, draft)), cfworker: guarded(() => peers.cfworker(group.schema, draft)) };
    for (const { description, data, valid } of group.tests) {
      score.tests++;
      for (const [who, verdict] of Object.entries(opinions)) if (verdict(data) === valid) score[who as keyof typeof opinions]++;
      const verdict = compiled.test(data);
      // The server refuses such names before Ajv is asked, which does not see them.
      if (authority(data) !== verdict && !/"(__proto__|constructor|toString)":/.test(JSON.stringify(data))) divided.push(`${group.description} | ${description}: ours ${verdict}`);
      if (verdict !== (compiled.check(data).length === 0)) wrong.push(`${group.description} | ${description}: test and check differ`);
      if (verdict === valid) {
        score.ours++;
        continue;
      }
      const reason = outside(name, group, problems, description);
      if (reason) score.outside[reason] = (score.outside[reason] ?? 0) + 1;
      else wrong.push(`${group.description} | ${description}: ${verdict}`);
    }
  }
  return { draft, name, score, wrong, divided };
}

function guarded(compile: () => Verdict): (data: Json) => boolean | undefined {
  let verdict: Verdict;
  try {
    verdict = compile();
  } catch {
    return () => undefined;
  }
  return (data) => {
    try {
      return verdict(data) === true;
    } catch {
      return undefined;
    }
  };
}

function outside(name: string, { schema }: SuiteGroup, problems: readonly Problem[], description: string): Outside | undefined {
  const named = (['remote-ref', 'dynamic-ref', 'beside-ref'] as const).find((code) => problems.some((problem) => problem.code === code));
  if (named) return named;
  const { $schema } = (typeof schema === 'object' ? schema : {}) as { $schema?: string };
  if (/^http:\/\/localhost:1234\//.test($schema ?? '')) return 'vocabulary';
  if (name === 'format' && description.includes('only an annotation')) return 'format-asserts';
  if (name === 'optional/content') return 'content';
  if (name === 'optional/format/email' && /quoted string|address-literal/.test(description)) return 'email';
  return name === 'optional/zeroTerminatedFloats' ? 'number' : undefined;
}
