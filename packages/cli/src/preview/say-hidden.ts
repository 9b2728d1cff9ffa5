import type { FormPlan, Json, Path } from '@dvc/schema';
import type { Lang } from '../check/types.js';
import type { Hidden, Reason, Unmet } from './explain.js';

/**
 * Why a place is hidden, in one sentence.
 * @param lineOf the author's line of a place in the document
 */
export function sayHidden(plan: FormPlan, { path, title, ways }: Hidden, lang: Lang, lineOf?: (source: Path) => number): string {
  const vi = lang === 'vi';
  const reasons = ways.map((way) => way.map((reason) => sayReason(plan, reason, vi, lineOf)).join(vi ? '; và ' : '; and ')).filter((each) => each !== '');
  const why = reasons.join(vi ? '; hoặc ' : '; or ');
  return vi ? `“${title}” (${path}) đang ẩn: ${why || 'không có điều kiện nào cho hiện'}.` : `“${title}” (${path}) is hidden: ${why || 'nothing shows it'}.`;
}

function sayReason(plan: FormPlan, { source, holds, reads, alternatives }: Reason, vi: boolean, lineOf: ((source: Path) => number) | undefined): string {
  if (alternatives.length > 0) return alternatives.map((tests) => tests.map((test) => sayTest(plan, test, vi)).join(vi ? ', và ' : ', and ')).join(vi ? '; hoặc ' : '; or ');
  const names = reads.filter((read) => read !== '').join(', ');
  const line = lineOf?.(source);
  const place = line === undefined ? source : vi ? `dòng ${line}` : `line ${line}`;
  if (vi) return `điều kiện ở ${place} ${holds ? 'chưa đúng' : 'đang đúng'}${names ? ` (xét ${names})` : ''}`;
  return `the condition at ${place} ${holds ? 'does not hold' : 'holds'}${names ? ` (it reads ${names})` : ''}`;
}

function sayTest(plan: FormPlan, { path, title, need, now, hidden }: Unmet, vi: boolean): string {
  const name = `“${title}” (${path})`;
  const list = (values: readonly Json[]) => values.map((value) => choice(plan, path, value)).join(vi ? ' hoặc ' : ' or ');
  const is = now === undefined ? (hidden ? (vi ? 'cũng đang ẩn' : 'is hidden too') : vi ? 'chưa được trả lời' : 'is not answered') : `${vi ? 'đang là' : 'is'} ${Array.isArray(now) ? now.map((value) => choice(plan, path, value)).join(', ') || '[]' : choice(plan, path, now)}`;
  const wanted = (() => {
    switch (need.kind) {
      case 'is': return vi ? `cần là ${list(need.values)}` : `must be ${list(need.values)}`;
      case 'not': return vi ? `cần khác ${list(need.values)}` : `must not be ${list(need.values)}`;
      case 'filled': return vi ? 'cần được trả lời' : 'must be answered';
      case 'empty': return vi ? 'cần để trống' : 'must be empty';
      case 'min': return vi ? `cần từ ${need.limit} trở lên` : `must be at least ${need.limit}`;
      case 'max': return vi ? `cần không quá ${need.limit}` : `must be at most ${need.limit}`;
      case 'has': return vi ? `cần có ${list(need.values)} trong các mục đã chọn` : `must include ${list(need.values)}`;
    }
  })();
  return `${name} ${is}, ${wanted}`;
}

/** As the citizen sees it, with what is kept. */
function choice(plan: FormPlan, path: Path, value: Json): string {
  const title = plan.find(path)?.choices?.find((each) => each.value === value)?.title.text;
  const kept = typeof value === 'boolean' ? String(value) : JSON.stringify(value);
  return title === undefined || title === value ? kept : `“${title}” (${String(value)})`;
}
