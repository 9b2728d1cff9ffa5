// One payment and everybody who has to do with it: tabs, bank pages, a bank's notifications, a cashier, an officer, a forger. What they do is random; what each of them knows for sure is kept.
import type { PaymentView } from '@dvc/core';
import { signedQuery } from '../gateway-simulator/signing.js';
import type { IpnMode, Transaction } from '../gateway-simulator/index.js';
import type { Random } from '../random/random.js';
import { merchant, pause, price, request, type Reply, type Town } from './payments-http-town.js';

const modes: readonly IpnMode['mode'][] = ['before', 'before', 'after', 'late', 'late', 'twice', 'never'];
const minute = 60_000;
const isOpen = ({ state }: Transaction) => state === 'pending' || state === 'waiting';

export class Life {
  readonly payment: string;
  readonly code: string;
  private readonly secret: string;
  private readonly town: Town;
  private readonly roll: Random;
  private readonly name: string;
  private view: PaymentView | undefined;
  /** Of every attempt that anybody saw: its reference and its intent. */
  private readonly attempts = new Map<number, string>();
  private readonly orders = new Map<string, { address: string; intent: string; page?: string }>();
  private readonly returns: string[] = [];
  private readonly transfers = new Set<string>();
  /** Orders whose notification comes, some day: after "failed" or beside another charge, money of which no notification tells is money of which nobody can know. */
  private readonly told = new Set<string>();
  /** The bank's lines and the cashier's numbers: đồng, and whether the server has said that it has them. */
  readonly money = new Map<string, { amount: number; told: boolean }>();
  /** Transactions that somebody was shown as having paid. */
  readonly shown = new Set<string>();
  revision = 0;
  /** What must never be seen. */
  readonly wrong: string[] = [];
  steps = 0;

  constructor(town: Town, roll: Random, name: string, { payment, code, secret }: { payment: string; code: string; secret: string }) {
    this.town = town; this.roll = roll; this.name = name; this.payment = payment; this.code = code; this.secret = secret;
  }

  /** Of the orders that the gateway has had from this payment; the server never saw this list. */
  ordersAtGateway(references: readonly string[]): Transaction[] {
    return this.town.simulator.book.data.transactions.filter(({ reference }) => references.includes(reference));
  }

  async live(): Promise<void> {
    const { roll } = this;
    type Ways = readonly (readonly [weight: number, way: () => Promise<unknown>])[];
    /** Of these any may happen at the same time as another thing. */
    const tabs: Ways = [
      [7, () => this.open()], [3, () => this.visit('leave')], [5, () => this.comeBack()], [2, () => this.visit('cancel')], [2, () => this.look()], [2, () => this.read()], [2, () => this.replay()],
      [1, () => this.town.inside('reconcile')],
    ];
    const ways: Ways = [
      ...tabs, [14, () => this.bank()], [2, () => this.askRefund()], [2, () => this.officer()], [3, () => this.statement()], [1, () => this.cash()], [1, () => this.forge()], [1, () => this.failFirst()], [1, () => this.chargeAgain()],
      [1, () => this.town.pass(roll.chance(0.02) ? 1_500 * minute : roll.pick([6_000, 6_000, 6_000, minute, minute, 6 * minute, 16 * minute]))],
      [1, async () => { this.town.simulator.book.data.silence = roll.pick(['none', 'none', 'none', 'drop', 'error', 'lose-reply']); }],
    ];
    const oneOf = (list: Ways) => {
      let at = roll.below(list.reduce((all, [weight]) => all + weight, 0));
      return list.find(([weight]) => (at -= weight) < 0)![1];
    };
    for (let tries = 0; tries < 5 && !this.view?.intent; tries++) {
      await this.town.up();
      await this.open();
    }
    for (let left = 8 + roll.below(14); left > 0; left--, this.steps++) {
      if (!roll.chance(0.05)) await this.town.up();
      await Promise.all([oneOf(ways)(), ...(roll.chance(0.3) ? [oneOf(tabs)()] : [])]);
      if (roll.chance(0.2)) await pause(roll.below(60));
    }
  }

  /** A citizen's request may have no answer, and be repeated or not. */
  private async ask(path: string, body?: object): Promise<Reply | undefined> {
    const tries = 1 + this.roll.below(3);
    for (let i = 0; i < tries; i++) {
      const reply = await request(`${this.town.base}/api/v1/payments/${this.payment}${path}`, body);
      if (reply && reply.status !== 503) { this.take(reply, path); return reply; }
      await pause(30 * (i + 1));
    }
    return undefined;
  }

  private take({ status, body }: Reply, path: string): void {
    const view = status === 200 ? body as PaymentView : status === 409 ? (body as { payment?: PaymentView }).payment : undefined;
    if (view?.phase) this.see(view);
    else if (![403, 429].includes(status)) this.wrong.push(`${path || 'read'} answered ${status} ${JSON.stringify(body)?.slice(0, 200)}`);
  }

  see(view: PaymentView): void {
    if (view.revision >= (this.view?.revision ?? 0)) this.view = view;
    this.revision = Math.max(this.revision, view.revision);
    if (view.paid) this.shown.add(view.paid.transaction);
    const { intent } = view;
    if (intent) {
      const named = `${intent.id} ${intent.reference}`;
      if ((this.attempts.get(intent.attempt) ?? named) !== named) this.wrong.push(`attempt ${intent.attempt} is ${this.attempts.get(intent.attempt)} and ${named}`);
      this.attempts.set(intent.attempt, named);
      if (intent.act?.kind === 'redirect' && !this.orders.has(intent.reference)) this.orders.set(intent.reference, { address: intent.act.url, intent: intent.id });
      if (intent.act?.kind === 'transfer') this.transfers.add(intent.reference);
    }
    const charged = this.ordersAtGateway([...this.orders.keys()]).reduce((sum, { charges, amount }) => sum + charges.length * amount, 0);
    const handed = [...this.money.values()].reduce((sum, { amount }) => sum + amount, 0);
    if (view.money.received > charged + handed) this.wrong.push(`${view.money.received} shown as received, ${charged} charged and ${handed} handed in`);
    if (view.phase === 'paid' && view.money.paid !== price) this.wrong.push(`paid, with ${view.money.paid}`);
  }

  private async read(): Promise<void> { await this.ask(''); }
  private async look(): Promise<void> { await this.ask('/look', {}); }

  /** Several tabs press the same button. */
  private async open(): Promise<void> {
    const { roll } = this;
    const last = this.view?.intent?.attempt ?? 0;
    const offer = roll.pick([...Array.from({ length: 9 }, () => 'vnpay'), 'transfer', 'transfer', 'cash'] as const);
    const order = { attempt: Math.max(1, last + (roll.chance(0.75) ? 1 : roll.below(2))), offer, total: roll.chance(0.03) ? 1_000 : price, returnTo: `${this.town.base}/thanh-toan?ho-so=${this.name}#nop` };
    await Promise.all(Array.from({ length: roll.pick([1, 1, 2, 3]) }, () => this.ask('/intents', { ...order, ...(roll.chance(0.04) ? { offer: 'transfer' } : {}) })));
  }

  private async visit(how: 'leave' | 'cancel'): Promise<void> {
    const intent = this.view?.intent;
    if (intent) await this.ask(`/intents/${intent.id}/${how}`, {});
  }

  /** Some tab is at the bank's page, of this attempt or of an older one, and a button is pressed. */
  private async bank(): Promise<void> {
    const { roll } = this;
    const all = [...this.orders];
    if (all.length === 0) return;
    const [reference, order] = roll.chance(0.7) ? all.at(-1)! : roll.pick(all);
    if (roll.chance(0.7)) await this.ask(`/intents/${order.intent}/leave`, {});
    if (!order.page) {
      const reply = await fetch(order.address);
      await reply.text();
      // Ran out while nobody looked.
      if (!reply.ok) return;
      order.page = reply.url;
    }
    const outcome = roll.pick(['paid', 'paid', 'paid', 'paid-and-closed', 'paid-and-closed', 'failed', 'cancelled', 'waiting', 'none'] as const);
    if (outcome === 'none') return;
    let mode = roll.pick(modes);
    if (mode === 'never' && this.told.has(reference)) mode = 'late';
    if (mode !== 'never' && this.ordersAtGateway([reference]).some(isOpen)) this.told.add(reference);
    const reply = await fetch(order.page, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ outcome, ipn: mode, seconds: String(roll.below(1800)) }) });
    await reply.text();
    const location = reply.headers.get('location');
    if (location) this.returns.push(location);
  }

  /** The browser comes back: now or later, once or twice, or never. */
  private async comeBack(): Promise<void> {
    const at = this.returns.length > 0 ? this.roll.below(this.returns.length) : -1;
    if (at < 0) return;
    const [address] = this.roll.chance(0.7) ? this.returns.splice(at, 1) : [this.returns[at]];
    await this.followReturn(address!);
  }

  private async followReturn(address: string): Promise<void> {
    const reply = await request(address);
    if (!reply || reply.status === 503) return;
    if (reply.status !== 303 || reply.location !== `${this.town.base}/thanh-toan?ho-so=${this.name}#nop`) this.wrong.push(`a return was answered ${reply.status} to ${reply.location}`);
    else await this.read();
  }

  private async askRefund(): Promise<void> {
    await this.ask('/refunds', { account: '0123456789', holder: 'NGO NOP PHI', bank: 'Vietcombank', reason: 'Nộp hai lần', lookupSecret: this.roll.chance(0.9) ? this.secret : 'SAI-MA-TRA-CUU' });
  }

  private async officer(): Promise<void> {
    const { roll } = this;
    const { refunds } = (await this.town.insist('/admin/payments/refunds')).body as { refunds: { id: string; dossierCode: string; state: string }[] };
    const own = refunds.filter(({ dossierCode }) => dossierCode === this.code);
    if (own.length === 0) return;
    const { id, state } = roll.pick(own);
    const decision = state === 'by-hand' ? 'done' : roll.chance(0.75) ? 'approve' : 'refuse';
    await Promise.all(Array.from({ length: roll.pick([1, 1, 2]) }, () => this.town.insist('/admin/payments/refunds', { refund: id, decision, by: 'can-bo-1' })));
  }

  /** The bank tells the account's lines; some it tells twice, some have another amount. */
  private async statement(): Promise<void> {
    const { roll } = this;
    const references = [...this.transfers];
    if (references.length === 0) return;
    const reference = roll.pick(references);
    const old = [...this.money.keys()].filter((id) => id.startsWith('FT'));
    const id = old.length > 0 && roll.chance(0.4) ? roll.pick(old) : `FT${this.name}N${this.money.size}`;
    const amount = this.money.get(id)?.amount ?? (roll.chance(0.9) ? price : 5_000);
    if (!this.money.has(id)) this.money.set(id, { amount, told: false });
    const lines = [{ id, at: new Date(this.town.now()).toISOString(), amount, text: `NHMP.CK.${reference}.CT TU 0000000000` }];
    const fates = ((await this.town.insist('/admin/payments/lines', { lines })).body as { lines: { fate: string }[] }).lines;
    if (!['paid', 'known'].includes(fates[0]!.fate)) this.wrong.push(`line ${id} is ${fates[0]!.fate}`);
    this.money.get(id)!.told = true;
  }

  private async cash(): Promise<void> {
    const { roll } = this;
    const old = [...this.money.keys()].filter((id) => id.startsWith('PT'));
    const number = old.length > 0 && roll.chance(0.5) ? roll.pick(old) : `PT${this.name}N${this.money.size}`;
    const amount = this.money.get(number)?.amount ?? (roll.chance(0.9) ? price : 7_000);
    // Handed in as soon as it is asked for: the answer may be lost.
    const before = this.money.get(number);
    if (!before) this.money.set(number, { amount, told: false });
    const reply = await this.town.insist('/admin/payments/cash', { code: this.code, amount, number });
    if (reply.status === 200) this.money.get(number)!.told = true;
    else if (reply.status !== 409) this.wrong.push(`cash was answered ${reply.status}`);
    else if (!before) this.money.delete(number);
  }

  /** What was told is told again, several times at once. */
  private async replay(): Promise<void> {
    const decided = this.ordersAtGateway([...this.orders.keys()]).filter(({ responseCode }) => responseCode !== '');
    if (decided.length > 0) await this.town.steer('notify', { reference: this.roll.pick(decided).reference, times: 1 + this.roll.below(3) });
  }

  /** A notification, and a return, of somebody who knows everything but the secret. */
  private async forge(): Promise<void> {
    const [found] = [...this.orders].slice(-1);
    if (!found) return;
    const [reference, { intent }] = found;
    const query = this.result('a-secret-that-is-nobody-s', reference, '00', '00');
    const reply = await request(`http://127.0.0.1:${this.town.line.port}/api/v1/gateways/vnpay/notify?${query}`);
    if (reply && reply.status !== 503 && (reply.body as { RspCode?: string }).RspCode !== '97') this.wrong.push(`a forgery was answered ${JSON.stringify(reply.body)}`);
    await this.followReturn(`${this.town.base}/api/v1/gateways/vnpay/return?intent=${intent}&${query}`);
  }

  private result(secret: string, reference: string, response: string, status: string): string {
    const number = `9${String(this.roll.below(1e7)).padStart(7, '0')}`;
    return signedQuery(secret, {
      vnp_Amount: String(price * 100), vnp_BankCode: 'NCB', vnp_BankTranNo: `VNP${number}`, vnp_CardType: 'ATM', vnp_OrderInfo: 'Thanh toan', vnp_PayDate: '', vnp_ResponseCode: response, vnp_TmnCode: merchant.tmnCode,
      vnp_TransactionNo: number, vnp_TransactionStatus: status, vnp_TxnRef: reference,
    });
  }

  /** The card was refused, and VNPAY says so, while its page is still open: the citizen may yet pay. */
  private async failFirst(): Promise<void> {
    const open = this.ordersAtGateway([...this.orders.keys()]).filter(isOpen);
    if (open.length === 0) return;
    const { reference } = this.roll.pick(open);
    this.told.add(reference);
    await request(`http://127.0.0.1:${this.town.line.port}/api/v1/gateways/vnpay/notify?${this.result(merchant.secret, reference, '51', '02')}`);
  }

  /** The gateway at its worst takes the money twice. */
  private async chargeAgain(): Promise<void> {
    const paid = this.ordersAtGateway([...this.orders.keys()]).filter(({ state, reference, refunds }) => state === 'paid' && refunds.length === 0 && this.told.has(reference));
    if (paid.length === 0) return;
    const { reference } = this.roll.pick(paid);
    await this.town.steer('decide', { reference, outcome: 'pay', again: true, ipn: { mode: this.roll.pick(['before', 'after', 'late', 'twice']), seconds: this.roll.below(1800) } });
  }
}
