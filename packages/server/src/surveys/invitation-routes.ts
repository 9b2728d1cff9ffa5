import type { FastifyRequest } from 'fastify';
import type { Handler } from '../contract.js';
import { Refusal } from '../errors.js';
import type { FormLibrary } from '../forms.js';
import { sessionHash, tokenOf } from '../session.js';
import type { Services } from '../services.js';
import type { Right } from '../status/access.js';
import type { Invitations } from './invitations.js';
import type { SurveyDocument } from './questions.js';

/** Of the dossiers' back end. `library`: the surveys that may be asked for; their responses are not known here. */
export function invitationRoutes({ status, database: { db } }: Services, library: FormLibrary, invitations: Invitations): Record<string, Handler> {
  /** Whoever may read the dossier, and the browser that has just submitted it. */
  async function rightOf(request: FastifyRequest): Promise<Pick<Right, 'dossier' | 'code'>> {
    const { code } = request.params as { code: string };
    const right = await status.access.check(code, request.headers['dvc-access'] as string | undefined);
    if (right) return right;
    const token = tokenOf(request);
    const own = token === undefined ? undefined : await db.selectFrom('dossier').select('id').where('code', '=', code).where('session', '=', sessionHash(token)).executeTakeFirst();
    if (!own) throw new Refusal(401, 'expired');
    return { dossier: own.id, code };
  }

  return {
    surveyInvitation: {
      handler: async (request, reply) => {
        const { survey, blinded } = request.body as { survey: string; blinded?: string };
        const { dossier, code } = await rightOf(request);
        const document = (await library.get(survey, 'latest'))?.document as SurveyDocument | undefined;
        const eligibility = document?.survey?.eligibility ?? 'open';
        if (!document || eligibility === 'open') throw new Refusal(404, 'not-found');
        if ((eligibility === 'token') !== (blinded !== undefined)) throw new Refusal(400, 'malformed');
        const made = blinded === undefined ? await invitations.prove(survey, dossier, code) : await invitations.sign(survey, dossier, blinded);
        if (made.kind === 'spent') throw new Refusal(409, 'spent');
        if (made.kind === 'malformed') throw new Refusal(400, 'malformed');
        return reply.header('cache-control', 'no-store').send(made.kind === 'signed' ? { signature: made.signature } : { proof: made.proof });
      },
    },
  };
}
