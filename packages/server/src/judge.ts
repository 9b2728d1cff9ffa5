import { judge as judgeForm, papersOf, startForm, type Change, type Submission } from '@dvc/core';
import { compilePlan, parse, PlanError, read, SchemaError, type FormDocument, type FormPlan, type Issue, type JsonObject } from '@dvc/schema';
import { ajvAuthority, checkDocument, type Authority } from '@dvc/schema/node';
import { peopleOf } from './parties.js';
import type { Judge, JudgeContext, PaperLimits, Verdict } from './verdict.js';

interface Compiled { plan: FormPlan; authority: Authority }

/** What may stand in a dossier code. */
const agencyCode = /^[A-Za-z0-9][A-Za-z0-9.]{0,29}$/;

/** The verdict by the same engine as in the browser, and by Ajv, which has the last word on the answers. */
export function createJudge(): Judge {
  const ajv = ajvAuthority();
  const compiled = new WeakMap<FormDocument, Compiled>();

  function compile(document: FormDocument): Compiled {
    let made = compiled.get(document);
    if (!made) compiled.set(document, (made = { plan: compilePlan(document), authority: ajv.authorityFor(document.schema) }));
    return made;
  }

  async function prepare(value: unknown): ReturnType<Judge['prepare']> {
    const parsed = parse(value);
    if (!parsed.document) return parsed;
    const serious = (await checkDocument(value)).filter((problem) => problem.level !== 'warning');
    if (serious.length > 0) return { problems: serious };
    try {
      compile(parsed.document);
      return parsed;
    } catch (error) {
      if (error instanceof PlanError || error instanceof SchemaError) return { problems: [...error.problems] };
      throw error;
    }
  }

  function judge(document: FormDocument, submission: Submission, { today, codeLists }: JudgeContext): Verdict {
    const { plan, authority } = compile(document);
    const context = { codeLists };
    const { answers, issues, changes, fees, lines, caseId } = judgeForm(plan, submission, { today, context });
    const papers = askedPapers(plan, answers, submission, today);
    const field = document.procedure?.agency?.field;
    const agency = field === undefined ? undefined : read(answers, field);
    return {
      answers, fees, lines, papers,
      issues: [...issues, ...refusedByAjv(authority, answers, issues)],
      changes: [...changes, ...paperChanges(papers, submission)],
      ...(caseId === undefined ? {} : { caseId }),
      people: peopleOf(plan, answers),
      ...(typeof agency === 'string' && agencyCode.test(agency) ? { agency } : {}),
    };
  }

  return { prepare, judge };
}

/** When Ajv refuses what the engine let through, the engine is wrong; the dossier is refused all the same. */
function refusedByAjv(authority: Authority, answers: JsonObject, known: readonly Issue[]): Issue[] {
  if (authority.accepts(answers).valid || known.some((issue) => issue.level !== 'warning')) return [];
  const own = authority.check(answers);
  return own.length > 0 ? own : [{ path: '', code: 'check', params: { reason: 'authority' } }];
}

/** Reckoned only when papers were sent: that required ones are there is already among the issues. */
function askedPapers(plan: FormPlan, answers: JsonObject, submission: Submission, today: string): PaperLimits[] {
  if (Object.values(submission.papers).every((ids) => ids.length === 0)) return [];
  return papersOf(startForm(plan, { data: answers, today })).map(({ key, id, plan: { types, maxBytes, maxFiles } }) => ({ key, id, types, maxBytes, maxFiles }));
}

/** Papers were sent that these answers do not ask for: the citizen saw another list than the server. */
function paperChanges(asked: readonly PaperLimits[], { papers }: Submission): Change[] {
  return Object.entries(papers).filter(([key, ids]) => ids.length > 0 && !asked.some((paper) => paper.key === key))
    .map(([key, ids]) => ({ path: `/papers/${key}`, kind: 'paper', shown: ids }));
}
