import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ResultsFilter } from '@dvc/core/survey/results.js';
import type { SurveyResponse } from '@dvc/core/survey/types.js';
import { isDate } from '@dvc/schema/calendar/index.js';
import type { Handler } from '../contract.js';
import { asJson, Refusal } from '../errors.js';
import { sendFile } from '../routes/documents.js';
import { codebookFile, exportFile, type File } from './files.js';
import type { Surveys } from './index.js';
import { resultsOf } from './results.js';

/** bytes of one response */
const LARGEST = 256 * 1024;
const say = (reply: FastifyReply, body: unknown, code = 200) => reply.code(code).header('cache-control', 'no-store').send(body);
const params = (request: FastifyRequest) => request.params as { survey: string; response: string };

function filterOf(request: FastifyRequest): ResultsFilter {
  const { from, to, agency, procedure, channel } = request.query as ResultsFilter;
  if ([from, to].some((day) => day !== undefined && !isDate(day)) || (from !== undefined && to !== undefined && from > to)) throw new Refusal(400, 'malformed');
  return Object.fromEntries(Object.entries({ from, to, agency, procedure, channel }).filter(([, value]) => value !== undefined)) as ResultsFilter;
}

/** @param guard lets only the operator by */
export function surveyRoutes(surveys: Surveys, guard: (request: FastifyRequest) => Promise<void>): Record<string, Handler> {
  const { library } = surveys;
  const known = async (request: FastifyRequest): Promise<string> => {
    const { survey } = params(request);
    if (!(await library.get(survey, 'latest'))?.document) throw new Refusal(404, 'not-found');
    return survey;
  };
  const operator = (work: (request: FastifyRequest, reply: FastifyReply, survey: string) => Promise<unknown>): Handler => ({
    handler: async (request, reply) => {
      await guard(request);
      return work(request, reply, await known(request));
    },
  });
  const file = (reply: FastifyReply, { name, type, body }: File) => reply.header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${name}"`).type(type).send(body);

  return {
    surveyIndex: { handler: async (_request, reply) => reply.header('cache-control', 'no-cache').send({ forms: await library.index() }) },
    survey: {
      handler: async (request, reply) => {
        const { id, version } = request.params as { id: string; version: string };
        const form = await library.get(id, version);
        if (!form) throw new Refusal(404, 'not-found');
        if (!form.document) throw new Refusal(422, 'broken-document', { problems: asJson(form.problems) });
        return sendFile(request, reply, form, 0);
      },
    },
    surveyKey: {
      handler: async (request, reply) => {
        const key = await surveys.keyOf(params(request).survey);
        if (!key) throw new Refusal(404, 'not-found');
        return say(reply, key);
      },
    },
    sendSurveyResponse: {
      bodyLimit: LARGEST,
      handler: async (request, reply) => {
        const { survey, response: id } = params(request);
        const response = request.body as SurveyResponse;
        if (response.id !== id || response.document.id !== survey) throw new Refusal(400, 'malformed');
        const sent = await surveys.send(survey, response, request.headers['dvc-invitation'] as string | undefined, request.ip);
        switch (sent.kind) {
          case 'kept': return say(reply, { receipt: sent.receipt }, sent.fresh ? 201 : 200);
          case 'superseded': throw new Refusal(409, 'superseded', { receipt: sent.receipt });
          case 'withdrawn': case 'conflict': throw new Refusal(409, sent.kind);
          case 'spent': case 'not-eligible': throw new Refusal(403, sent.kind);
          case 'closed': throw new Refusal(410, 'closed');
          case 'unknown': throw new Refusal(404, 'not-found');
          case 'attempts': throw new Refusal(429, 'attempts', {}, sent.seconds);
          case 'issues': throw new Refusal(422, 'refused', { issues: asJson(sent.issues) });
          case 'broken': throw new Refusal(422, 'broken-document', { problems: asJson(sent.problems) });
          case 'malformed': throw new Refusal(400, 'malformed', { problems: asJson(sent.problems) });
        }
      },
    },
    withdrawSurveyResponse: {
      handler: async (request, reply) => {
        const { survey, response } = params(request);
        const done = await surveys.withdraw(survey, response, request.headers['dvc-receipt'] as string, request.ip);
        if (typeof done === 'number') throw new Refusal(429, 'attempts', {}, done);
        if (!done) throw new Refusal(404, 'not-found');
        return reply.code(204).header('cache-control', 'no-store').send();
      },
    },
    surveyResults: operator(async (request, reply, survey) => say(reply, await resultsOf(surveys, survey, filterOf(request)))),
    surveyExport: operator(async (request, reply, survey) => {
      const { format, bom } = request.query as { format: 'csv' | 'xlsx' | 'json'; bom?: '0' | '1' };
      return file(reply, await exportFile(surveys, survey, filterOf(request), { format, bom: bom === '1' }));
    }),
    surveyCodebook: operator(async (request, reply, survey) => {
      const { format, bom } = request.query as { format: 'csv' | 'json'; bom?: '0' | '1' };
      return file(reply, await codebookFile(surveys, survey, { format, bom: bom === '1' }));
    }),
  };
}
