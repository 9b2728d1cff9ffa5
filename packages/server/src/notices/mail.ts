// E-mail by SMTP. A letter that was taken by the relay and then lost to us goes again with the same Message-ID, by which mailboxes know it.
import { createTransport } from 'nodemailer';
import type { Letter, Outcome, Sender } from './sender.js';
import type { MailSettings } from './settings.js';

const loopback = new Set(['localhost', '127.0.0.1', '::1']);
const domainOf = (address: string) => /@([A-Za-z0-9.-]+)>?$/.exec(address)?.[1] ?? 'localhost';

interface SmtpError extends Error { code?: string; responseCode?: number }

/** A mailbox or a message that the relay refuses for good is not tried again; a relay that does not know us is the operator's to mend. */
function outcomeOf({ code = '', responseCode }: SmtpError): Outcome {
  const reason = responseCode === undefined ? `smtp-${/^E[A-Z]+$/.test(code) ? code.slice(1).toLowerCase() : 'failed'}` : `smtp-${responseCode}`;
  const final = responseCode !== undefined && responseCode >= 500 && responseCode < 600 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return { kind: final ? 'refused' : 'later', reason };
}

export function mailSender({ host, port, secure = false, user, password, from, replyTo }: MailSettings, attemptMs: number): Sender {
  const near = loopback.has(host);
  const step = Math.min(10_000, attemptMs);
  const transport = createTransport({
    host, port: port ?? (secure ? 465 : 587), secure, pool: true, maxConnections: 2,
    ...(secure ? {} : near ? { ignoreTLS: true } : { requireTLS: true }), tls: { minVersion: 'TLSv1.2' },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: step, greetingTimeout: step, dnsTimeout: step, socketTimeout: attemptMs,
    disableFileAccess: true, disableUrlAccess: true,
  });
  // Of a connection that waits for its next letter: that one says what is wrong.
  transport.on('error', () => undefined);

  async function attempt({ id, to, title, mail, locale, params, at }: Letter): Promise<Outcome> {
    try {
      await transport.sendMail({
        from, to: { name: '', address: to }, subject: title, text: mail, date: at, messageId: `<${id}@${domainOf(from)}>`, ...(replyTo === undefined ? {} : { replyTo }),
        headers: {
          // RFC 8058: the mailbox has a button of its own.
          'List-Unsubscribe': `<${params.unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          // RFC 3834: no holiday reply comes back.
          'Auto-Submitted': 'auto-generated', 'Content-Language': locale,
        },
      });
      return { kind: 'sent' };
    } catch (error) { return outcomeOf(error as SmtpError); }
  }

  return {
    // SMTP cannot be broken off with a known end, so a server that stops waits for the letter in hand, as long as an attempt may last.
    send: (letter, signal) => Promise.race([
      attempt(letter),
      new Promise<Outcome>((done) => { signal.addEventListener('abort', () => { if ((signal.reason as Error | undefined)?.name === 'TimeoutError') done({ kind: 'later', reason: 'timeout' }); }, { once: true }); }),
    ]),
    close: () => { transport.close(); },
  };
}
