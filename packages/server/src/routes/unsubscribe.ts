// Where the link of a message leads. Opening it changes nothing, because mail scanners open links too; the button does, and so does the mailbox's own (RFC 8058).
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Handler } from '../contract.js';
import type { Services } from '../services.js';
import type { Subscription } from '../notices/unsubscribe.js';

const style = 'body{font:18px/1.5 system-ui,sans-serif;max-width:36em;margin:2em auto;padding:0 1em}button{font:inherit;padding:.6em 1.2em;min-height:44px}';
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const words = {
  vi: {
    channels: { email: 'thư điện tử', sms: 'tin nhắn SMS', zalo: 'tin nhắn Zalo' }, title: 'Ngừng nhận tin về hồ sơ',
    ask: (channel: string, code: string) => `Ông/bà muốn ngừng nhận ${channel} về hồ sơ ${code}? Nếu ngừng, ông/bà tự xem hồ sơ trên cổng để biết khi cần bổ sung hoặc nộp tiền.`, button: 'Ngừng nhận',
    done: (channel: string, code: string) => `Ông/bà sẽ không nhận ${channel} về hồ sơ ${code} nữa. Muốn nhận lại, ông/bà bật lại ở trang theo dõi hồ sơ.`, see: 'Xem hồ sơ',
    unknown: 'Liên kết này không đúng. Ông/bà mở lại liên kết trong tin nhắn, hoặc tắt việc nhận tin ở trang theo dõi hồ sơ.',
  },
  en: {
    channels: { email: 'e-mails', sms: 'SMS messages', zalo: 'Zalo messages' }, title: 'Messages about a dossier',
    ask: (channel: string, code: string) => `Do you want no more ${channel} about the dossier ${code}? You will then have to look on the portal whether a supplement or a payment is asked for.`, button: 'Stop them',
    done: (channel: string, code: string) => `You will get no more ${channel} about the dossier ${code}. You can switch them on again on the page of the dossier.`, see: 'See the dossier',
    unknown: 'This link is not right. Open the link of the message again, or switch the messages off on the page of the dossier.',
  },
} as const;

function page(lang: 'vi' | 'en', body: string): string {
  const { title } = words[lang];
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
}

export function unsubscribeRoutes({ notices }: Services): Record<string, Handler> {
  const { unsubscribing, linkOf } = notices;

  const say = (reply: FastifyReply, found: Subscription | undefined, body: (found: Subscription) => string) =>
    reply.code(found ? 200 : 404).header('cache-control', 'no-store').header('content-security-policy', policy).type('text/html; charset=utf-8')
      .send(found ? page(found.locale, body(found)) : page('vi', `<p>${words.vi.unknown}</p><p lang="en">${words.en.unknown}</p>`));
  const tokenOf = (request: FastifyRequest) => (request.params as { token: string }).token;

  return {
    unsubscribePage: {
      handler: async (request, reply) => say(reply, await unsubscribing.find(tokenOf(request)), ({ locale, channel, dossierCode }) => {
        const { ask, channels, button } = words[locale];
        return `<p>${escape(ask(channels[channel], dossierCode))}</p><form method="post"><button>${button}</button></form>`;
      }),
    },
    unsubscribe: {
      // Whoever has the token may; a mailbox sends neither our header nor our origin, and what the body says does not matter.
      raw: true, anySource: true,
      handler: async (request, reply) => say(reply, await unsubscribing.end(tokenOf(request)), ({ locale, channel, dossierCode }) => {
        const { done, channels, see } = words[locale];
        const link = linkOf(dossierCode);
        return `<p role="status">${escape(done(channels[channel], dossierCode))}</p>${link === undefined ? '' : `<p><a href="${escape(link)}">${see}</a></p>`}`;
      }),
    },
  };
}
