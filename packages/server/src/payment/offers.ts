// The ways to pay of one host, ready to use: each an adapter, and what it puts before the citizen.
import { BlockList, isIP } from 'node:net';
import type { Kysely } from 'kysely';
import type { MethodOffer, PaymentAct, PaymentMethod } from '@dvc/core';
import type { Tables } from '../db/schema.js';
import { cash } from './gateways/cash.js';
import type { Answer, Created, Gateway, Order, Send } from './gateways/gateway.js';
import { transfer } from './gateways/transfer.js';
import { prohibited, vnpay } from './gateways/vnpay.js';
import { nationalOf } from './national.js';
import type { OfferSettings, PaymentSettings, Words } from './settings.js';
import { linesOf } from './statement.js';

export type Locale = 'vi' | 'en';
export interface Offer {
  id: string;
  type: OfferSettings['type'];
  method: PaymentMethod;
  gateway: Gateway;
  shown(locale: Locale): MethodOffer;
  /** ms that an attempt may take; undefined: no clock ends it */
  lastsMs: number | undefined;
  /** Giving it the same order twice gives the same: nothing is told to anybody. */
  pure: boolean;
  /** What the citizen does; undefined for what is no order. */
  act(created: Created, order: Order): PaymentAct | undefined;
  /** May a notification come from here? */
  takesFrom(ip: string): boolean;
  /** What somebody else is told. */
  prohibited: Answer;
}

const say = (words: Words, locale: Locale) => (locale === 'en' ? words.en ?? words.vi : words.vi);
const minute = 60_000;
/** `::ffff:203.0.113.7` is 203.0.113.7 */
export const plainAddress = (ip: string): string => ip.replace(/^::ffff:(?=\d+\.)/i, '');

function guard(blocks: readonly string[] | undefined): (ip: string) => boolean {
  if (!blocks) return () => true;
  const list = new BlockList();
  for (const block of blocks) {
    const [address = '', bits] = block.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (ip) => { const plain = plainAddress(ip); return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4'); };
}

const redirect = (created: Created): PaymentAct | undefined => (created.kind === 'redirect' ? { kind: 'redirect', url: created.url } : undefined);

export function openOffers({ offers, minutes = 15 }: PaymentSettings, { db, send }: { db: Kysely<Tables>; send: Send }): ReadonlyMap<string, Offer> {
  const made = offers.map((settings): Offer => {
    const { id, type, title, note } = settings;
    const base = {
      id, type, takesFrom: () => true, prohibited: { code: 'prohibited' } as Answer, lastsMs: (settings.minutes ?? minutes) * minute, pure: true,
      shown: (method: PaymentMethod) => (locale: Locale): MethodOffer => ({ id, method, title: say(title, locale), ...(note ? { note: say(note, locale) } : {}) }),
    };
    if (settings.type === 'vnpay') return {
      ...base, shown: base.shown('redirect'), method: 'redirect', gateway: vnpay({ tmnCode: settings.tmnCode, secret: settings.secret, payUrl: settings.payUrl, apiUrl: settings.apiUrl, send }), act: redirect,
      takesFrom: guard(settings.addresses), prohibited,
    };
    if (settings.type === 'national-platform') return { ...base, shown: base.shown('redirect'), method: 'redirect', gateway: nationalOf(settings, send), act: redirect, pure: false };
    if (settings.type === 'transfer') {
      const { bank, bankName, account, holder, qr } = settings;
      return {
        ...base, shown: base.shown('transfer'), method: 'transfer', lastsMs: (settings.minutes ?? 24 * 60) * minute, gateway: transfer({ bank, account, statement: (reference) => linesOf(db, reference) }),
        act: (created, { reference }) => (created.kind === 'qr' ? { kind: 'transfer', ...(qr === false ? {} : { payload: created.payload }), bank: bankName, account, holder, content: reference } : undefined),
      };
    }
    return {
      ...base, shown: base.shown('cash'), method: 'cash', lastsMs: settings.minutes === undefined ? undefined : settings.minutes * minute, gateway: cash(),
      act: (created, { reference, locale }) => (created.kind === 'counter' ? { kind: 'cash', place: say(settings.place, locale), ...(settings.hours ? { hours: say(settings.hours, locale) } : {}), code: reference } : undefined),
    };
  });
  return new Map(made.map((offer) => [offer.id, offer]));
}
