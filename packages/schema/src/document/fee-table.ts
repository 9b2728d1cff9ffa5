import { join } from '../pointer.js';
import type { JsonSchema, Path, Problem } from '../types.js';
import { visitor } from './inspect.js';
import { missingReferences } from './missing-references.js';
import { plainData } from './parse.js';
import { checkTranslations } from './references.js';
import { isObject, listOf, own, reporter, type Report } from './report.js';
import { checkShape } from './shape.js';
import type { Fee, FeeTable, FormDocument, Translation } from './types.js';

/** A fee table that does not fit the form. `problems` names every reason, with pointers into the table. */
export class FeeTableError extends Error {
  override name = 'FeeTableError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code, path, expected, got }) => `${code} at ${path}: expected ${expected}, got ${got}`).join('; '));
    this.problems = problems;
  }
}

/**
 * The form with a host's own amounts: fees of the same id are replaced where they stand, others come after them, those that are named go.
 * The document is not touched. What it gives takes the same table again and stays the same.
 * @throws FeeTableError when the table is for another form, names what the form does not have, or is not well-formed
 */
export function withFeeTable(document: FormDocument, table: FeeTable): FormDocument {
  const problems = problemsOfFeeTable(document, table);
  if (problems.length > 0) throw new FeeTableError(problems);
  const moves: Move[] = [];
  const merge = (old: readonly Fee[] | undefined, at: Path, given: readonly Fee[] | undefined, from: Path): { fees?: Fee[] } => merged(table, moves, { old, at, given, from });
  const { procedure } = document;
  const cases = procedure?.cases?.map((each, i) => ({ ...each, ...merge(each.fees, join('/procedure/cases', i, 'fees'), own(table.cases, each.id) as Fee[] | undefined, join('/cases', each.id)) }));
  return {
    ...document,
    ...(procedure && cases ? { procedure: { ...procedure, cases } } : {}),
    ...merge(document.fees, '/fees', table.fees, '/fees'),
    ...translated(document, table, moves),
    feeTables: [...(document.feeTables ?? []).filter(({ id }) => id !== table.id), { id: table.id, version: table.version }],
  };
}

/** Where the texts of a fee stood, in the document or in the table, and where they stand now. */
interface Move { readonly of: 'document' | 'table'; readonly from: Path; readonly to: Path }
interface Lists { readonly old: readonly Fee[] | undefined; readonly at: Path; readonly given: readonly Fee[] | undefined; readonly from: Path }

function merged(table: FeeTable, moves: Move[], { old = [], at, given = [], from }: Lists): { fees?: Fee[] } {
  const place = (id: string) => given.findIndex((fee) => fee.id === id);
  const kept = old.flatMap((fee, i): [Fee, Move['of'], Path][] => (table.remove?.includes(fee.id) ? [] : place(fee.id) < 0 ? [[fee, 'document', join(at, i)]] : [[given[place(fee.id)]!, 'table', join(from, place(fee.id))]]));
  const added = given.flatMap((fee, i): [Fee, Move['of'], Path][] => (old.some(({ id }) => id === fee.id) ? [] : [[fee, 'table', join(from, i)]]));
  const all = [...kept, ...added];
  all.forEach(([, of, path], i) => moves.push({ of, from: path, to: join(at, i) }));
  return all.length + old.length === 0 ? {} : { fees: all.map(([fee, of]) => (of === 'table' ? traced(fee, table) : fee)) };
}

/** A fee without a source of its own has that of its table. */
const traced = (fee: Fee, { sources, confidence, lastChecked }: FeeTable): Fee => ({
  ...(sources ? { sources } : {}), ...(confidence ? { confidence } : {}), ...(lastChecked ? { lastChecked } : {}), ...fee,
});

/** Translations go with their texts; those of what is replaced are the table's to give. */
function translated(document: FormDocument, table: FeeTable, moves: readonly Move[]): Pick<FormDocument, 'translations'> {
  const locales = new Set([...Object.keys(document.translations ?? {}), ...Object.keys(table.translations ?? {})]);
  if (locales.size === 0) return {};
  return {
    translations: Object.fromEntries([...locales].map((locale) => {
      const [ours, theirs] = [document.translations?.[locale] ?? {}, table.translations?.[locale] ?? {}];
      const made: [Path, Translation][] = Object.entries(ours).filter(([path]) => !/^\/(procedure\/cases\/\d+\/)?fees\//.test(path));
      for (const { of, from, to } of moves) {
        for (const [path, text] of Object.entries(of === 'table' ? theirs : ours)) if (path.startsWith(`${from}/`)) made.push([to + path.slice(from.length), text]);
      }
      return [locale, Object.fromEntries(made)];
    })),
  };
}

/** Everything that is wrong with a fee table for this form: by the same checks as the document's own fees. Pointers lead into the table. */
export function problemsOfFeeTable(document: FormDocument, input: unknown): Problem[] {
  const problems: Problem[] = [];
  const report = reporter(problems);
  const table = plainData(input, report);
  if (table === undefined) return problems;
  const wanted = own(table, 'for');
  const isOurs = wanted === document.id;
  const root = isOurs ? document.schema : undefined;
  const visit = visitor(root, { problems, report, findings: { conditions: [], patterns: [], schemas: [] } });
  checkShape('@feeTable', table, '', report, (kind, part, path, holder) => {
    visit(kind, part, path, holder);
    // To the rules it is plain data; to a fee it is a slip.
    if (kind === 'rule' && isObject(part) && Object.keys(part).length !== 1) report(path, 'unknown-operator', 'one operator of the rules', part);
    // A document's references are compile's to follow; a table never comes that far by itself.
    if (root && kind === 'schema') for (const { path: at, ref, why } of missingReferences(part as JsonSchema, root)) if (why !== 'remote-ref') report(path + at, why, 'a name in $defs of the form', ref);
  });
  checkTranslations(table, report);
  if (!isOurs && typeof wanted === 'string') report('/for', 'other-form', document.id, wanted);
  if (isOurs) checkNames(document, table, report);
  return problems;
}

/** Reports cases and fees that the form does not have, and those that would be charged twice. */
function checkNames(document: FormDocument, table: unknown, report: Report): void {
  const cases = new Map((document.procedure?.cases ?? []).map((each) => [each.id, idsOf(each.fees)]));
  const common = idsOf(document.fees);
  const removed = listOf(own(table, 'remove'));
  const isKnown = (id: unknown) => [common, ...cases.values()].some((ids) => ids.has(id));
  const wasApplied = document.feeTables?.some(({ id }) => id === own(table, 'id'));
  removed.forEach((id, i) => { if (!isKnown(id) && !wasApplied) report(join('/remove', i), 'unknown-fee', 'a fee of the form', id); });

  const check = (fees: unknown, at: Path, elsewhere: (id: unknown) => string | undefined): void => listOf(fees).forEach((fee, i) => {
    const id = own(fee, 'id');
    if (removed.includes(id)) report(join(at, i, 'id'), 'fee-twice', 'a fee that is not among `remove`', id);
    const other = elsewhere(id);
    if (other !== undefined) report(join(at, i, 'id'), 'fee-elsewhere', other, id);
  });
  check(own(table, 'fees'), '/fees', (id) => [...cases].filter(([, ids]) => ids.has(id) && !common.has(id)).map(([name]) => `/cases/${name}`)[0]);
  const given = own(table, 'cases');
  const forAll = new Set([...common, ...listOf(own(table, 'fees')).map((fee) => own(fee, 'id'))]);
  for (const [name, fees] of Object.entries(isObject(given) ? given : {})) {
    const ids = cases.get(name);
    if (ids) check(fees, join('/cases', name), (id) => (forAll.has(id) && !ids.has(id) ? '/fees' : undefined));
    else report(join('/cases', name), 'unknown-case', [...cases.keys()].join(', ') || 'no case: the form has none', name);
  }
}

const idsOf = (fees: readonly Fee[] | undefined): ReadonlySet<unknown> => new Set((fees ?? []).map(({ id }) => id));
