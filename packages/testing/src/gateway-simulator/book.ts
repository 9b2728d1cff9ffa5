// What the simulator knows: whoever has a contract with it, their orders, what it told them and what it still has to tell. In memory; with a file it survives a restart.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stampOf } from './signing.js';

/** `pending`: nobody decided yet; `waiting`: the citizen left it unfinished (01), it may still be decided. */
export type State = 'pending' | 'waiting' | 'paid' | 'failed' | 'cancelled' | 'expired';
export type Decision = Exclude<State, 'pending'>;
export const ipnModes = ['before', 'after', 'late', 'twice', 'never'] as const;
/** When the merchant's server hears of it, seen from the browser's return. */
export interface IpnMode { mode: (typeof ipnModes)[number]; seconds: number }
/** `hang`: never answers; `error`: 500; `drop`: cuts the line unheard; `lose-reply`: does what was asked, then cuts the line. */
export const silences = ['none', 'hang', 'error', 'drop', 'lose-reply'] as const;
export type Silence = (typeof silences)[number];

export interface Refund { requestId: string; amount: number; type: '02' | '03'; transactionNo: string; at: number; status: '05' | '06' | '09' }
/** One taking of money from a citizen; more than one for an order is what the product must notice. */
export interface Charge { transactionNo: string; bankTranNo: string; payDate: string }
export interface Transaction {
  gateway: 'vnpay' | 'platform';
  /** in the address of its page: whoever has it may pay */
  token: string;
  merchant: string;
  reference: string;
  /** đồng */
  amount: number;
  about: string;
  /** as the merchant wrote it; with the reference it names the order to querydr */
  createDate: string;
  /** ms of the simulator's clock; undefined: never */
  expires?: number;
  returnUrl?: string;
  /** what the merchant signed: the same again is a second look at the page, another is a used reference */
  signed: string;
  bankCode: string;
  cardType: string;
  state: State;
  responseCode: string;
  status: string;
  transactionNo: string;
  bankTranNo: string;
  payDate: string;
  charges: Charge[];
  refunds: Refund[];
  ipn?: IpnMode;
}
/** One call of a merchant's IPN address. */
export interface Call { reference: string; url: string; attempt: number; at: string; httpStatus?: number; answer?: string; rspCode?: string; error?: string }
/** A notification that is not told yet. */
export interface Due { id: string; reference: string; merchant: string; query: string; attempt: number; /** ms of the simulator's clock */ due: number }
export interface StatementLine { id: string; at: string; amount: number; text: string }
export interface Feed { url: string; token: string }

export interface VnpayMerchant { tmnCode: string; secret: string; name?: string; ipnUrl?: string; /** where a return may lead on to; its own origin is always allowed */ returnOrigins?: string[] }
/** No document says how the platform sends a browser back: here a partner leaves an address once, and its page links there. */
export interface Partner { partner: string; secret: string; name?: string; returnUrl?: string }
export interface Account { bank: string; bankName: string; account: string; holder: string }
export interface Parties { merchants: VnpayMerchant[]; partners: Partner[]; accounts: Account[]; statement?: Feed }

export interface Data extends Parties {
  transactions: Transaction[];
  due: Due[];
  calls: Call[];
  statements: StatementLine[];
  /** of querydr and refund, so that a repetition is noticed */
  requestIds: string[];
  defaultIpn: IpnMode;
  /** by reference, for orders whose page nobody has opened yet too */
  ipnOf: Record<string, IpnMode>;
  silence: Silence;
  offsetMs: number;
  lastNumber: number;
  port?: number;
}

/** Of processes of a campaign, days long: the oldest are forgotten. */
const keptCalls = 10_000;

export class Book {
  readonly data: Data;
  private readonly file: string | undefined;

  constructor(parties: Partial<Parties>, file?: string) {
    this.file = file;
    const kept = file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Partial<Data> : {};
    this.data = {
      transactions: [], due: [], calls: [], statements: [], requestIds: [], defaultIpn: { mode: 'before', seconds: 90 }, ipnOf: {}, silence: 'none', offsetMs: 0, lastNumber: 14_567_000,
      merchants: [], partners: [], accounts: [], ...kept, ...parties,
    };
  }

  /** ms, as the simulator's clock has it */
  now(): number { return Date.now() + this.data.offsetMs; }

  /** Before anybody is told: what was answered is known after a kill too. */
  save(): void {
    if (this.file === undefined) return;
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify(this.data), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }

  merchant(tmnCode: string): VnpayMerchant | undefined { return this.data.merchants.find((one) => one.tmnCode === tmnCode); }
  partner(code: string): Partner | undefined { return this.data.partners.find((one) => one.partner === code); }
  byToken(token: string): Transaction | undefined { return this.data.transactions.find((one) => one.token === token); }
  /** The newest: a reference may come again on another day. */
  byReference(reference: string): Transaction | undefined { return this.data.transactions.findLast((one) => one.reference === reference); }
  ipnFor(reference: string): IpnMode { return this.data.ipnOf[reference] ?? this.data.defaultIpn; }

  nextNumber(): string { return String(++this.data.lastNumber); }
  log(call: Call): void {
    this.data.calls.push(call);
    if (this.data.calls.length > keptCalls) this.data.calls.shift();
  }

  open(order: Pick<Transaction, 'gateway' | 'merchant' | 'reference' | 'amount' | 'about' | 'createDate' | 'signed' | 'bankCode' | 'cardType'> & Partial<Transaction>): Transaction {
    const made: Transaction = {
      ...order, token: randomBytes(16).toString('base64url'), state: 'pending', responseCode: '', status: '01', transactionNo: '0', bankTranNo: '', payDate: '', charges: [], refunds: [],
    };
    this.data.transactions.push(made);
    this.save();
    return made;
  }
}

/** Whether time has run out for an order that nobody decided. */
export const isLate = (book: Book, { state, expires }: Transaction): boolean => (state === 'pending' || state === 'waiting') && expires !== undefined && book.now() > expires;

const codes: Record<Decision, readonly [response: string, status: string]> = { paid: ['00', '00'], failed: ['51', '02'], cancelled: ['24', '02'], expired: ['11', '02'], waiting: ['', '01'] };

/**
 * Decides an order, once: what is decided stays so. Past its time nothing but "expired" is possible.
 * @param code the ResponseCode of a failure
 * @param again a further charge of an order that is paid, as a gateway at its worst would make it
 * @returns whether this call decided it
 */
export function decide(book: Book, order: Transaction, wanted: Decision, { code, again = false }: { code?: string; again?: boolean } = {}): boolean {
  const open = order.state === 'pending' || order.state === 'waiting';
  if (!open && !(again && wanted === 'paid')) return false;
  const state = isLate(book, order) ? 'expired' : wanted;
  if (state === 'waiting' && order.state === 'waiting') return false;
  const [response, status] = codes[state];
  Object.assign(order, { state, responseCode: state === 'failed' ? (code ?? response) : response, status });
  if (state === 'paid' || state === 'failed') {
    const transactionNo = book.nextNumber();
    Object.assign(order, { transactionNo, bankTranNo: `VNP${transactionNo}`, payDate: stampOf(book.now()) });
    if (state === 'paid') order.charges.push({ transactionNo, bankTranNo: order.bankTranNo, payDate: order.payDate });
  } else if (state !== 'waiting') order.payDate = stampOf(book.now());
  book.save();
  return true;
}
