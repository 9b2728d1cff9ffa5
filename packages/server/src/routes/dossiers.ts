import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Submission } from '@dvc/core';
import type { Issue, Json } from '@dvc/schema';
import { dayInVietnam } from '../clock.js';
import type { Handler } from '../contract.js';
import type { Accepted } from '../dossiers.js';
import { asJson, newIncident, Refusal } from '../errors.js';
import { canonicalJson } from '../json-body.js';
import type { Verdict } from '../verdict.js';
import { listWithItems, missing, paperIssues } from '../paper-issues.js';
import { partiesOf } from '../parties.js';
import { billOf } from '../payment/bill.js';
import { requireSession } from '../session.js';
import type { Services } from '../services.js';

function answer(reply: FastifyReply, accepted: Accepted): FastifyReply {
  if (accepted.kind === 'key-conflict') throw new Refusal(422, 'key-conflict');
  if (accepted.kind === 'papers-gone') {
    // The same issue as for a paper that was never chosen: the citizen's way out is to choose it again.
    const issues: Issue[] = accepted.papers.map((paper) => missing(paper));
    throw new Refusal(422, 'refused', { issues: asJson(issues) });
  }
  return reply.code(201).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(accepted.text);
}

export function dossierRoutes({ forms, judge, uploads, codeLists, dossiers, accepted, now, session, log, maxWaiting, agency }: Services): Record<string, Handler> {
  let waiting = 0;

  async function take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const owner = requireSession(request, reply, session);
    const body = request.body as Omit<Submission, 'idempotencyKey'>;
    const key = request.headers['idempotency-key'] as string;
    const bodyHash = createHash('sha256').update(canonicalJson(body as unknown as Json)).digest('hex');
    const known = await dossiers.find(owner, key, bodyHash);
    if (known) return answer(reply, known);

    const form = await forms.get(body.document.id, body.document.version);
    if (!form) throw new Refusal(404, 'unknown-document');
    if (!form.document) throw new Refusal(422, 'broken-document', { problems: asJson(form.problems) });
    const today = dayInVietnam(now());
    const verdict = judge.judge(form.document, { ...body, idempotencyKey: key }, { today, codeLists: (id, within) => listWithItems(codeLists(id, within)?.list) });
    verdict.issues.push(...(await paperIssues(uploads, owner, body, verdict)));
    refuse(verdict, today);
    const outcome = await dossiers.accept({
      session: owner, key, bodyHash, submission: body, answers: verdict.answers, fees: verdict.fees, agency: verdict.agency ?? agency,
      parties: partiesOf(form.document, verdict.answers), bill: billOf(form.document, verdict), ...(verdict.people ? { people: verdict.people } : {}),
      ...(verdict.caseId === undefined ? {} : { caseId: verdict.caseId }),
    });
    accepted();
    return answer(reply, outcome);
  }

  /** What changed comes first: the browser reckons again with the new day, and then finds the issues that follow from it. */
  function refuse(verdict: Verdict, today: string): void {
    if (verdict.changes.length > 0) throw new Refusal(409, 'changed', { changes: asJson(verdict.changes), today });
    const issues = verdict.issues.filter((issue) => issue.level !== 'warning');
    if (issues.length > 0) throw new Refusal(422, 'refused', { issues: asJson(issues) });
  }

  return {
    submit: {
      handler: async (request, reply) => {
        if (waiting >= maxWaiting) {
          const incident = newIncident();
          log('shedding', { incident, waiting });
          throw new Refusal(503, 'busy', { incident }, 2 + Math.floor(Math.random() * 8));
        }
        waiting++;
        try { return await take(request, reply); } finally { waiting--; }
      },
    },
  };
}
