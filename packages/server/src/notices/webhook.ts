// SMS and Zalo go through whoever the host has a contract with: one signed POST per message, to the one address of the settings (schemas/api/notices.openapi.yaml).
import { retryAfter } from '../delivery/send.js';
import { signatureHeaders } from '../delivery/sign.js';
import type { Letter, Outcome, Sender } from './sender.js';
import type { WebhookSettings } from './settings.js';

/** bytes of a reply; more is no reply of an adapter */
const limit = 64 * 1024;
/** Statuses of 4xx that pass by themselves, or that the operator mends. */
const passing = new Set([401, 403, 404, 408, 409, 425, 429]);

/** `+84…`, whatever the citizen wrote. */
export const international = (phone: string): string => phone.replace(/^0/, '+84');

async function readJson(answer: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    if ((size += part.length) > limit) return undefined;
    parts.push(part);
  }
  try { return JSON.parse(Buffer.concat(parts).toString('utf8')); } catch { return undefined; }
}

export function webhookSender(channel: 'sms' | 'zalo', { url, secret, templates = {} }: WebhookSettings): Sender {
  const textOf = ({ text, sms }: Letter) => (channel === 'sms' ? sms : text);
  return {
    async send(letter, signal) {
      const { id, to, template, locale, params } = letter;
      const body = JSON.stringify({ id, channel, to: international(to), text: textOf(letter), template: Object.hasOwn(templates, template) ? templates[template] : template, locale, params });
      try {
        // A redirect would tell somebody else who has which dossier.
        const answer = await fetch(url, {
          method: 'POST', body, redirect: 'manual', signal,
          headers: { 'content-type': 'application/json', 'accept': 'application/json', ...signatureHeaders([secret], id, body, new Date()) },
        });
        return outcomeOf(answer, await readJson(answer), id);
      } catch (error) {
        if (signal.aborted && (signal.reason as Error | undefined)?.name !== 'TimeoutError') throw error;
        return { kind: 'later', reason: signal.aborted ? 'timeout' : 'offline' };
      }
    },
    close: () => undefined,
  };
}

/** Success and refusal are believed only of a reply that names the message: a wrong address also answers 200 or 400. */
function outcomeOf({ status, headers }: Response, json: unknown, id: string): Outcome {
  const named = typeof json === 'object' && json !== null && (json as { id?: unknown }).id === id;
  if (status >= 200 && status < 300) return named ? { kind: 'sent' } : { kind: 'later', reason: 'not-verified' };
  const reason = `http-${status}`;
  if (named && status >= 400 && status < 500 && !passing.has(status)) return { kind: 'refused', reason };
  const retryAfterMs = retryAfter(headers.get('retry-after'), Date.now());
  return { kind: 'later', reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
