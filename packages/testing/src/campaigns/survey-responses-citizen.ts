// Somebody who answers, with the client that a browser has, and knows afterwards what was promised.
import { randomBytes } from 'node:crypto';
import { createHttpSurveys } from '@dvc/client/surveys.js';
import type { SurveyReply } from '@dvc/core/survey/ports.js';
import type { SurveyResponse } from '@dvc/core/survey/types.js';
import type { JsonObject } from '@dvc/schema';
import { agencies, answersOf, channels, markerOf, survey } from './survey-responses-document.js';

export interface Sheet { marker: string; answers: JsonObject; agency: string; channel: string; /** what the keeper has promised of it last */ kept: boolean; /** nobody knows whether it arrived */ left: boolean; withdrawn: boolean; partial: boolean; wrong?: string }

const pause = (ms: number) => new Promise<void>((done) => { setTimeout(done, ms); });

export async function citizen({ base, number, random, patience }: { base: string; number: number; random: () => number; patience: number }): Promise<Sheet> {
  const answers = answersOf(number, random);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const [agency, channel] = [pick(agencies), pick(channels)];
  const [goesHome, withdraws, asksAgain, inParts, stays] = [random() < 0.02, random() < 0.03, random() < 0.05, random() < 0.2, random() < 0.1];
  const sheet: Sheet = { marker: markerOf(number), answers, agency, channel, kept: false, left: false, withdrawn: false, partial: false };
  const deadline = Date.now() + patience;
  let settled: ((reply: SurveyReply) => void) | undefined;
  const surveys = createHttpSurveys({ api: base, pauses: [20, 60], outbox: { keep: 'page', first: 50, longest: 400, settled: (_, reply) => settled?.(reply) } });
  const response: SurveyResponse = { id: randomBytes(16).toString('base64url'), revision: 1, document: { id: survey.id, version: survey.version }, answers, outcome: 'complete', locale: 'vi', context: { agency, procedure: '1.001193', channel } };

  /** Until it is known what became of it. */
  async function send(each: SurveyResponse): Promise<SurveyReply | undefined> {
    const later = new Promise<SurveyReply>((done) => { settled = done; });
    const reply = await surveys.send(each);
    if (reply.kind !== 'queued' || goesHome) return reply.kind === 'queued' ? undefined : reply;
    return Promise.race([later, pause(Math.max(0, deadline - Date.now())).then(() => undefined)]);
  }

  try {
    let revision = 1;
    if (inParts) {
      // What a form in parts sends on the way: all so far.
      const { comment, satisfaction } = answers;
      const part = await send({ ...response, revision: revision++, outcome: 'partial', answers: { comment: comment!, satisfaction: satisfaction! } });
      if (part?.kind !== 'kept') { sheet.left = true; if (part) sheet.wrong = JSON.stringify(part); return sheet; }
      sheet.partial = true;
      if (stays) { sheet.kept = true; return sheet; }
    }
    const whole = { ...response, revision };
    const reply = await send(whole);
    if (!reply) { sheet.left = true; return sheet; }
    if (reply.kind !== 'kept') { sheet.wrong = JSON.stringify(reply); return sheet; }
    Object.assign(sheet, { kept: true, partial: false });
    if (asksAgain) {
      const again = await send(whole);
      if (again?.kind === 'kept' && again.receipt !== reply.receipt) sheet.wrong = 'two receipts of one response';
    }
    if (withdraws) {
      for (let wait = 20; Date.now() < deadline; wait = Math.min(400, wait * 2)) {
        const done = await surveys.withdraw(survey.id, response.id, reply.receipt);
        if (done === 'withdrawn') { sheet.withdrawn = true; break; }
        if (done === 'unknown') { sheet.wrong = 'its receipt does not withdraw it'; break; }
        await pause(wait);
      }
      if (!sheet.withdrawn) return sheet;
      // A late repetition must not bring it back.
      const late = await send(whole);
      if (late && !(late.kind === 'refused' && late.reason === 'withdrawn')) sheet.wrong = `after its withdrawal: ${JSON.stringify(late)}`;
    }
    return sheet;
  } finally {
    surveys.close();
  }
}
