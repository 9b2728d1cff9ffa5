import { dueViewOf, type DueContext } from './due.js';
import type { StatusEvent, StatusFacts } from './events.js';
import { standingOf, type Standing } from './fold.js';
import { statusStateOf } from './reduce.js';
import { hasGap, revisionOf, type StatusState } from './state.js';
import { nationalStatus } from './statuses.js';
import type { CitizenTask, StatusView, Turn } from './view.js';

/** A citizen may take it back while nobody has decided. */
const OPEN: readonly string[] = ['1', '2', '4', '5', '6'];
const NOTHING: CitizenTask = { kind: 'nothing' };

/**
 * What a tracker shows. Pure: the same facts, events, instant and calendar make the same view, on the server as on a page.
 * @param history the events in any order, or what a page holds of them; only the contiguous beginning is shown
 */
export function statusViewOf(facts: StatusFacts, history: readonly StatusEvent[] | StatusState, context: DueContext): StatusView {
  const state = 'early' in history ? history : statusStateOf(history);
  const { events } = state;
  const standing = standingOf(events);
  const { code, text, documents, posted, national, moved } = standing;
  const unit = standing.holder ?? (facts.agency === undefined ? undefined : { unit: facts.agency });
  const task = taskOf(standing);
  return {
    code, key: nationalStatus(code)?.key, ...(text === undefined ? {} : { text }), ...(unit ? { holder: unit } : {}), turn: turnOf(standing, task), task, due: dueViewOf(events, context), documents,
    ...(posted ? { posted } : {}), history: events, mayWithdraw: facts.owner === true && !moved && OPEN.includes(national),
    updatedAt: events.reduce((last, { at }) => (Number.isSafeInteger(at) ? Math.max(last, at) : last), facts.submittedAt), revision: revisionOf(state), gap: hasGap(state),
  };
}

/** What the citizen must do now. An open request comes before money, money before the result; whoever has asked for it back is asked for nothing. */
export function taskOf({ code, national, requests, payments, owes, posted, moved }: Standing): CitizenTask {
  if (moved || national === '7') return NOTHING;
  const [request] = requests;
  if (request) return { kind: 'supplement', request: request.request, remarks: request.remarks, ...(request.until === undefined ? {} : { until: request.until }) };
  if (payments.length > 0 || owes) return { kind: 'pay', payments };
  // Only the code that is shown asks for something: after an agency's own word, an older code would.
  const kind = nationalStatus(code)?.task;
  if (kind === 'collect') return posted && posted.state !== 'returned' ? NOTHING : { kind };
  return kind === 'read-reason' || kind === 'rate' ? { kind } : NOTHING;
}

function turnOf({ code, national, posted, moved }: Standing, task: CitizenTask): Turn {
  if (moved) return 'nobody';
  if (task.kind === 'supplement' || task.kind === 'pay' || task.kind === 'collect') return 'citizen';
  const known = nationalStatus(code) ?? nationalStatus(national);
  return known?.holder === 'nobody' || (code === '9' && posted) ? 'nobody' : 'agency';
}
