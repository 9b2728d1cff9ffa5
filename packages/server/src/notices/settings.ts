// What a host says about writing to citizens: by which ways, and through whom. Read once, at the start; a mistake is a sentence for the operator.
import { isObject, Reader } from '../settings-reader.js';

export interface MailSettings {
  host: string;
  /** default 587, or 465 when `secure` */
  port?: number;
  /** TLS from the first byte. Otherwise STARTTLS, without which nothing is sent; on this machine alone neither is needed. */
  secure?: boolean;
  user?: string;
  password?: string;
  /** `dichvucong@example.gov.vn`, or `Cổng dịch vụ công <…>`. The relay signs with DKIM, which must cover List-Unsubscribe. */
  from: string;
  replyTo?: string;
}
/** Whoever sends SMS or Zalo messages for the host: one address, which gets a signed POST per message (schemas/api/notices.openapi.yaml). */
export interface WebhookSettings {
  url: string;
  secret: string;
  /** Our name of a message → the one under which the provider has registered it. */
  templates?: Readonly<Record<string, string>>;
}
export interface NoticeSettings {
  /** The page on which a citizen sees the dossier: `https://dichvucong.example.gov.vn/ho-so.html?ma={dossierCode}` */
  statusPage: string;
  /** Where browsers reach this server, for links to unsubscribe. */
  publicUrl: string;
  /** A file of words of the host's own, over schemas/notices. */
  templates?: string;
  mail?: MailSettings;
  sms?: WebhookSettings;
  zalo?: WebhookSettings;
  /** Attempts after which a message goes to the dead-letter list; default 40, about a day and a half. */
  attempts?: number;
  /** ms of the first pause and of the longest; default 10,000 and 3,600,000 */
  pause?: { first: number; longest: number };
  /** ms between two looks at the queue; default 2,000 */
  pollMs?: number;
  /** Messages under way at once; default 4. */
  atOnce?: number;
  /** ms that one attempt may take; default 30,000 */
  attemptMs?: number;
}

const hostName = /^[A-Za-z0-9.:-]{1,253}$/;
const mailAddress = /^[^\s@<>,;:"()]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;
const sender = (text: string) => mailAddress.test(/^[^<>\p{Cc}]{1,100}<([^<>]+)>$/u.exec(text)?.[1] ?? text);
/** The link of one dossier. */
export const linkTo = (statusPage: string, dossierCode: string): string => statusPage.replaceAll('{dossierCode}', encodeURIComponent(dossierCode));

function readMail(value: unknown, env: NodeJS.ProcessEnv): MailSettings {
  const where = 'The settings of notices, "mail"';
  if (!isObject(value)) throw new Error(`${where} is an object with "host" and "from"`);
  const r = new Reader(value, where, env, ['host', 'port', 'secure', 'user', 'password', 'from', 'replyTo']);
  const address = (key: string) => {
    const text = r.text(key, undefined, 'an address like dichvucong@example.gov.vn');
    if (!sender(text)) throw new Error(`${where} needs "${key}": an address like dichvucong@example.gov.vn, or Cổng dịch vụ công <dichvucong@example.gov.vn>`);
    return text;
  };
  if (value['secure'] !== undefined && typeof value['secure'] !== 'boolean') throw new Error(`${where}: "secure" is true or false`);
  if ((value['user'] === undefined) !== (value['password'] === undefined)) throw new Error(`${where} has "user" and "password" together, or neither`);
  return {
    host: r.text('host', hostName, 'a name like smtp.example.gov.vn'), from: address('from'), ...r.maybe('replyTo', () => address('replyTo')), ...r.maybe('port', () => r.whole('port', 1, 65_535)),
    ...(value['secure'] === undefined ? {} : { secure: value['secure'] as boolean }), ...r.maybe('user', () => r.text('user')), ...r.maybe('password', () => r.secret('password', 1)),
  } as MailSettings;
}

function readWebhook(name: 'sms' | 'zalo', value: unknown, env: NodeJS.ProcessEnv): WebhookSettings {
  const where = `The settings of notices, "${name}"`;
  if (!isObject(value)) throw new Error(`${where} is an object with "url" and "secret"`);
  const r = new Reader(value, where, env, ['url', 'secret', 'templates']);
  return { url: r.address('url'), secret: r.secret('secret', 32), ...r.maybe('templates', () => r.table('templates')) } as WebhookSettings;
}

/**
 * Reads what a host wrote, from JSON.
 * @throws Error in a sentence for the operator
 */
export function readNoticeSettings(value: unknown, env: NodeJS.ProcessEnv = {}): NoticeSettings {
  if (!isObject(value)) throw new Error('The settings of notices are a JSON object with "statusPage" and "publicUrl"');
  const r = new Reader(value, 'The settings of notices', env, ['statusPage', 'publicUrl', 'templates', 'mail', 'sms', 'zalo', 'attempts']);
  const statusPage = r.address('statusPage');
  if (!statusPage.includes('{dossierCode}') || !URL.canParse(linkTo(statusPage, 'x'))) throw new Error('The settings of notices need "statusPage": an address with {dossierCode}, like https://dichvucong.example.gov.vn/ho-so.html?ma={dossierCode}');
  return {
    statusPage, publicUrl: r.address('publicUrl').replace(/\/+$/, ''), ...r.maybe('templates', () => r.text('templates', undefined, 'the path of a file')), ...r.maybe('attempts', () => r.whole('attempts', 1, 1000)),
    ...(value['mail'] === undefined ? {} : { mail: readMail(value['mail'], env) }),
    ...(value['sms'] === undefined ? {} : { sms: readWebhook('sms', value['sms'], env) }),
    ...(value['zalo'] === undefined ? {} : { zalo: readWebhook('zalo', value['zalo'], env) }),
  };
}
