import type { Fee, FormDocument } from '../document/types.js';
import type { CompiledSchema } from '../json-schema/types.js';
import { join } from '../pointer.js';
import type { JsonSchema, Path } from '../types.js';
import { findPlace } from './places.js';
import type { Surroundings } from './kit.js';
import type { CasePlan, FeePlan, NodePlan, NoticePlan, PaperPlan, Text } from './types.js';

type When = (when: JsonSchema) => CompiledSchema;

/** What a phone's camera and a scanner give; a document may narrow it. */
const PAPER_TYPES = ['application/pdf', 'image/jpeg', 'image/png'];
const PAPER_BYTES = 10 * 1024 * 1024;

function papersOf(document: FormDocument, root: NodePlan, when: When): PaperPlan[] {
  return (document.papers ?? []).map((paper, i) => {
    const at = join('/papers', i);
    const each = paper.each === undefined ? undefined : findPlace(root, paper.each)?.item;
    return {
      id: paper.id,
      title: { text: paper.title, at: join(at, 'title') },
      ...hint(paper.hint, join(at, 'hint')),
      ...(paper.when === undefined ? {} : { when: when(paper.when) }),
      required: typeof paper.required === 'object' ? when(paper.required) : paper.required === true,
      types: paper.types ?? PAPER_TYPES,
      maxBytes: paper.maxBytes ?? PAPER_BYTES,
      maxFiles: paper.maxFiles ?? 5,
      ...(paper.sourceDb === undefined ? {} : { sourceDb: { text: paper.sourceDb, at: join(at, 'sourceDb') } }),
      ...(each ? { each } : {}),
    };
  });
}

function feesOf(fees: readonly Fee[], at: Path, when: When): FeePlan[] {
  return fees.map((fee, i) => ({
    id: fee.id,
    kind: fee.kind,
    title: { text: fee.title, at: join(at, i, 'title') },
    amount: fee.amount,
    ...(fee.quantity === undefined ? {} : { quantity: fee.quantity }),
    ...(fee.unit === undefined ? {} : { unit: { text: fee.unit, at: join(at, i, 'unit') } }),
    ...(fee.when === undefined ? {} : { when: when(fee.when) }),
    ...(fee.channel === undefined ? {} : { channel: fee.channel }),
    unverified: fee.confidence !== undefined && fee.confidence !== 'high',
    ...(fee.note === undefined ? {} : { note: { text: fee.note, at: join(at, i, 'note') } }),
    reductions: (fee.reductions ?? []).map((reduction, j) => ({
      id: reduction.id,
      title: { text: reduction.title, at: join(at, i, 'reductions', j, 'title') },
      when: when(reduction.when),
      ...(reduction.amount === undefined ? {} : { amount: reduction.amount }),
      ...(reduction.percent === undefined ? {} : { percent: reduction.percent }),
    })),
  }));
}

function casesOf(document: FormDocument, when: When): CasePlan[] {
  return (document.procedure?.cases ?? []).map((each, i) => {
    const source = join('/procedure/cases', i);
    return {
      id: each.id, title: { text: each.title, at: join(source, 'title') }, when: when(each.when), source,
      ...(each.code === undefined ? {} : { code: each.code }),
      fees: feesOf(each.fees ?? [], join(source, 'fees'), when),
    };
  });
}

function noticesOf(document: FormDocument, when: When): NoticePlan[] {
  return (document.notices ?? []).map((notice, i) => ({
    id: notice.id,
    text: { text: notice.text, at: join('/notices', i, 'text') },
    at: notice.at ?? 'start',
    ...(notice.when === undefined ? {} : { when: when(notice.when) }),
  }));
}

const hint = (text: string | undefined, at: Path): { hint?: Text } => (text === undefined ? {} : { hint: { text, at } });

/** Papers, fees, cases and notices: what surrounds the answers. */
export const surroundings: Surroundings = (document, root, when) => ({
  papers: papersOf(document, root, when),
  fees: feesOf(document.fees ?? [], '/fees', when),
  cases: casesOf(document, when),
  notices: noticesOf(document, when),
});
