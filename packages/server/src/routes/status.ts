import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ChannelChoice, SecondFactor } from '@dvc/core';
import type { Json, JsonObject } from '@dvc/schema';
import type { Handler } from '../contract.js';
import { asJson, Refusal } from '../errors.js';
import { requireSession, sessionHash, tokenOf } from '../session.js';
import type { Services } from '../services.js';
import type { Right } from '../status/access.js';
import { eventsAfter } from '../status/log.js';
import type { SupplementAnswer } from '../status/supplement.js';

/** As many as a list shows. */
const LISTED = 100;

export function statusRoutes({ status, database: { db }, accepted, session, log }: Services): Record<string, Handler> {
  const { access, choices, facts, lookUps, supplements, wishes } = status;

  async function rightOf(request: FastifyRequest): Promise<Right> {
    const right = await access.check((request.params as { code: string }).code, request.headers['dvc-access'] as string | undefined);
    if (!right) throw new Refusal(401, 'expired');
    return right;
  }
  const say = (reply: FastifyReply, body: unknown, code = 200) => reply.code(code).header('cache-control', 'no-store').send(body);

  /** For whoever has the right to this dossier. */
  const owned = (work: (right: Right, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>, code?: number): Handler => ({
    handler: async (request, reply) => say(reply, await work(await rightOf(request), request, reply), code),
  });

  return {
    lookUp: {
      handler: async (request, reply) => {
        const { dossier, factor } = request.body as { dossier: string; factor: SecondFactor };
        const found = await lookUps.lookUp(dossier, factor, request.ip);
        if (found.kind === 'attempts') throw new Refusal(429, 'attempts', {}, found.seconds);
        if (found.kind === 'unknown') throw new Refusal(404, 'unknown');
        const [right] = await access.give([{ id: found.dossier, code: found.code }]);
        return say(reply, right);
      },
    },
    sendOtp: {
      handler: async (request, reply) => {
        const sent = await lookUps.sendOtp((request.body as { dossier: string }).dossier, request.ip);
        if (typeof sent === 'number') throw new Refusal(429, 'attempts', {}, sent);
        // Whether there is such a dossier begins to matter only when nobody measures any more.
        reply.raw.once('close', () => { sent().catch((error: Error) => log('one-time code', { error: error.name })); });
        return say(reply, { ok: true }, 202);
      },
    },
    listDossiers: {
      handler: async (request, reply) => {
        const token = tokenOf(request);
        const own = token === undefined ? undefined : sessionHash(token);
        return say(reply, { dossiers: own === undefined ? [] : await facts.list(own, LISTED, (rows) => access.give(rows, own)) });
      },
    },
    statusSnapshot: owned(({ dossier }) => facts.snapshot(dossier)),
    statusAnswers: owned(({ dossier }) => supplements.answers(dossier)),
    answerSupplement: owned(async ({ dossier }, request, reply) => {
      const answer = request.body as SupplementAnswer;
      const done = await supplements.answer(requireSession(request, reply, session), dossier, answer);
      if (done.kind === 'not-now') throw new Refusal(409, 'refused');
      if (done.kind === 'key-conflict') throw new Refusal(422, 'key-conflict');
      if (done.kind === 'refused') throw new Refusal(422, 'refused', { issues: asJson(done.issues) });
      accepted();
      return facts.snapshot(dossier);
    }),
    withdraw: owned(async ({ dossier }, request) => {
      if (!(await wishes.withdraw(dossier, (request.body as { reason: string }).reason))) throw new Refusal(409, 'refused');
      return facts.snapshot(dossier);
    }),
    complain: owned(async ({ dossier }, request) => {
      if (!(await wishes.complain(dossier, (request.body as { text: string }).text))) throw new Refusal(429, 'attempts', {}, 3600);
      return { ok: true };
    }, 201),
    channels: owned(async ({ dossier }) => ({ channels: await choices.channels(dossier) })),
    setChannel: owned(async ({ dossier }, request) => ({ channels: await choices.setChannel(dossier, request.body as ChannelChoice) })),
    notifications: owned(async ({ dossier }) => ({ notifications: await choices.notifications(dossier) })),
    readNotifications: owned(async ({ dossier }, request) => ({ notifications: await choices.read(dossier, (request.body as { ids: string[] }).ids) })),

    statusEvents: {
      handler: async (request, reply) => {
        const { dossier, hash } = await rightOf(request);
        const last = request.headers['last-event-id'] as string | undefined;
        const asked = Number(last !== undefined && /^\d{1,9}$/.test(last) ? last : (request.query as { after?: string }).after ?? 0);
        const events = await eventsAfter(db, dossier, 0);
        const revision = events.at(-1)?.seq ?? 0;
        // A number that this database does not have (it may be an older one, brought back): from the beginning, not silence.
        const after = asked > revision ? 0 : asked;
        if (!/\btext\/event-stream\b/.test(request.headers.accept ?? '')) return say(reply, { events: events.filter(({ seq }) => seq > after) as unknown as Json, revision } satisfies JsonObject);
        return stream(reply, String(dossier), hash, after);
      },
    },
  };

  function stream(reply: FastifyReply, dossier: string, hash: string, after: number): FastifyReply {
    const { raw } = reply;
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' });
    if (!status.hub.add(raw, dossier, hash, after)) raw.end();
    return reply;
  }
}
