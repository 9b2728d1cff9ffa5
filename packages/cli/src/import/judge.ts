import { compilePlan, parse, PlanError, type FormDocument, type Problem } from '@dvc/schema';
import { ajvAuthority, checkDocument } from '@dvc/schema/node';

/** What still keeps an imported document from being a form; nothing, as a rule. */
export async function faultsOf(document: FormDocument): Promise<Problem[]> {
  const problems = (await checkDocument(document)).filter(({ level }) => level !== 'warning');
  if (problems.length > 0) return problems;
  const parsed = parse(document);
  if (!parsed.document) return parsed.problems;
  try {
    compilePlan(parsed.document);
    ajvAuthority().authorityFor(parsed.document.schema);
    return [];
  } catch (error) {
    if (error instanceof PlanError || 'problems' in (error as object)) return [...(error as PlanError).problems];
    throw error;
  }
}

/** Patterns that the language runs, of those that a source has: judged as they will be, by the document's own check. */
export async function safePatterns(patterns: Iterable<string>): Promise<Set<string>> {
  const safe = new Set<string>();
  for (const pattern of new Set(patterns)) {
    const document = { kind: 'form', id: 'mau', version: '1.0.0', title: 'Mẫu', schema: { type: 'object', properties: { a: { type: 'string', title: 'a', pattern } } } };
    if ((await checkDocument(document)).every(({ level }) => level === 'warning')) safe.add(pattern);
  }
  return safe;
}
