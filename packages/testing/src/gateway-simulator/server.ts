// The other side of VNPAY 2.1.0 and of the national payment platform, with a bank beside them: an HTTP server that nobody can tell from the real ones by the protocol.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { feed, transfer } from './bank.js';
import { Book, decide, ipnModes, isLate, type Decision, type IpnMode, type Parties, type Transaction } from './book.js';
import { ControlError, controls, type ControlRequests } from './control.js';
import { css } from './html.js';
import { formOf, isControl, jsonOf, sendJson, sendOn, sendPage } from './http.js';
import { Notifier, patience, type Retry } from './notifier.js';
import { bankPage, endPage, notFoundPage, refusalPage, transferPage, transferredPage } from './pages.js';
import { platformInit, platformStatus } from './platform.js';
import { transactionApi } from './vnpay-api.js';
import { returnAddress, takeOrder } from './vnpay-pay.js';

export interface GatewaySimulatorOptions extends Partial<Parties> {
  /** 0, the default: the port of the last time when `data` knows it and it is free, else any. */
  port?: number;
  host?: string;
  /** A JSON file: what happened survives a restart, and a kill. */
  data?: string;
  retry?: Partial<Retry>;
}
export interface GatewaySimulator {
  readonly url: string;
  /** What a test may look into without a request. */
  readonly book: Book;
  close(): Promise<void>;
}

type Request = http.IncomingMessage;
type Response = http.ServerResponse;
const outcomes: Record<string, Decision> = { paid: 'paid', 'paid-and-closed': 'paid', failed: 'failed', cancelled: 'cancelled', waiting: 'waiting' };

export class Desk {
  readonly book: Book;
  readonly notifier: Notifier;
  address = '';
  private readonly control: ReturnType<typeof controls>;

  constructor(book: Book, retry: Retry) {
    this.book = book;
    this.notifier = new Notifier(book, retry);
    this.control = controls(book, this.notifier);
  }

  async answer(request: Request, response: Response): Promise<void> {
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
    const at = `${request.method === 'HEAD' ? 'GET' : request.method ?? ''} ${path}`;
    if (at === 'GET /simulator.css') { response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(css); return; }
    if (at === 'GET /paymentv2/vpcpay.html') { this.begin(query, response); return; }
    if (at === 'POST /merchant_webapi/api/transaction') { await this.loudly(request, response, (body) => transactionApi(this.book, body)); return; }
    if (at === 'POST /platform/init') { await this.loudly(request, response, (body) => platformInit(this.book, body, this.address)); return; }
    if (at === 'POST /platform/status') { await this.loudly(request, response, (body) => platformStatus(this.book, body)); return; }
    if (/^(GET|POST) \/bank(\/again)?$/.test(at)) { await this.bank(at, query, request, response); return; }
    const [, token] = /^\/(?:paymentv2|platform)\/pay\/([\w-]{22})$/.exec(path) ?? [];
    const order = token === undefined ? undefined : this.book.byToken(token);
    if (order && at.startsWith('GET ')) { this.show(order, response); return; }
    if (order && at.startsWith('POST ')) { await this.choose(order, await formOf(request), response); return; }
    const [, name] = /^POST \/control\/(\w+)$/.exec(at) ?? [];
    if (name !== undefined && Object.hasOwn(this.control, name) && isControl(request)) { await this.steer(name as keyof ControlRequests, request, response); return; }
    sendPage(response, notFoundPage(), { status: 404 });
  }

  /** An interface for servers, which may be told to be ill. */
  private async loudly(request: Request, response: Response, work: (body: unknown) => object): Promise<void> {
    const { silence } = this.book.data;
    const body = await jsonOf(request);
    if (silence === 'hang') return;
    if (silence === 'drop') { response.destroy(); return; }
    if (silence === 'error') { sendPage(response, notFoundPage(), { status: 500 }); return; }
    const answer = work(body);
    if (silence === 'lose-reply') { response.destroy(); return; }
    sendJson(response, answer);
  }

  private begin(query: string, response: Response): void {
    const taken = takeOrder(this.book, query);
    if ('refusal' in taken) { sendPage(response, refusalPage(taken.refusal), { status: 400 }); return; }
    sendOn(response, `/paymentv2/pay/${taken.order.token}`);
  }

  /** How the one who is paid is called. */
  private nameOf({ gateway, merchant }: Transaction): string {
    return (gateway === 'vnpay' ? this.book.merchant(merchant) : this.book.partner(merchant))?.name ?? merchant;
  }
  /** A policy holds for every step of a redirect, so the places beyond the return belong to it. */
  private originsOf({ merchant, returnUrl }: Transaction): string[] {
    return [...(returnUrl === undefined ? [] : [new URL(returnUrl).origin]), ...(this.book.merchant(merchant)?.returnOrigins ?? [])];
  }
  private back(order: Transaction): string | undefined { return order.gateway === 'vnpay' ? returnAddress(this.book, order) : order.returnUrl; }

  private show(order: Transaction, response: Response): void {
    if (isLate(this.book, order)) decide(this.book, order, 'expired');
    const open = order.state === 'pending' || order.state === 'waiting';
    const ipn = order.gateway === 'vnpay' ? this.book.ipnFor(order.reference) : undefined;
    sendPage(response, open ? bankPage(order, this.nameOf(order), ipn) : endPage(order, this.nameOf(order), this.back(order)), { origins: this.originsOf(order) });
  }

  private async choose(order: Transaction, form: URLSearchParams, response: Response): Promise<void> {
    const outcome = form.get('outcome') ?? '';
    const origins = this.originsOf(order);
    if (!Object.hasOwn(outcomes, outcome)) { this.show(order, response); return; }
    const decided = decide(this.book, order, outcomes[outcome]!);
    if (order.state === 'waiting') { this.show(order, response); return; }
    // A second press, in this tab or another, finds it decided: the browser goes where the first one went, and nobody is told twice.
    if (decided && order.gateway === 'vnpay') await this.notifier.plan(order, this.chosen(order, form));
    const back = this.back(order);
    if (outcome === 'paid-and-closed' || back === undefined) { sendPage(response, endPage(order, this.nameOf(order), undefined), { origins }); return; }
    if (order.gateway === 'platform') { sendPage(response, endPage(order, this.nameOf(order), back), { origins }); return; }
    sendOn(response, back, origins);
  }

  private chosen(order: Transaction, form: URLSearchParams): IpnMode {
    const usual = this.book.ipnFor(order.reference);
    const seconds = Number(form.get('seconds') ?? '');
    return { mode: ipnModes.find((mode) => mode === form.get('ipn')) ?? usual.mode, seconds: form.has('seconds') && seconds >= 0 && seconds <= 604_800 ? seconds : usual.seconds };
  }

  private async bank(at: string, query: string, request: Request, response: Response): Promise<void> {
    const { accounts, statement, statements } = this.book.data;
    if (at === 'GET /bank') {
      const asked = new URLSearchParams(query);
      sendPage(response, transferPage(accounts, { account: asked.get('account') ?? '', amount: asked.get('amount') ?? '', text: asked.get('text') ?? '', noise: true }));
      return;
    }
    const form = at.startsWith('POST ') ? await formOf(request) : undefined;
    if (at === 'POST /bank') {
      const sent = { account: form!.get('account') ?? '', amount: form!.get('amount') ?? '', text: (form!.get('text') ?? '').slice(0, 200), noise: form!.has('noise') };
      const made = transfer(this.book, sent);
      if ('error' in made) sendPage(response, transferPage(accounts, sent, made.error), { status: 422 });
      else sendPage(response, transferredPage(made.line, await feed(statement, [made.line])));
      return;
    }
    const line = statements.find(({ id }) => id === form?.get('id'));
    if (line) sendPage(response, transferredPage(line, await feed(statement, [line])));
    else sendPage(response, notFoundPage(), { status: 404 });
  }

  private async steer(name: keyof ControlRequests, request: Request, response: Response): Promise<void> {
    const body = await jsonOf(request);
    try {
      sendJson(response, await (this.control[name] as (asked: unknown) => unknown)(typeof body === 'object' && body !== null ? body : {}));
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      sendJson(response, { error: error.message }, 400);
    }
  }
}

/** Starts it. Listens on this machine alone unless told otherwise. */
export async function startGatewaySimulator({ port = 0, host = '127.0.0.1', data, retry, ...parties }: GatewaySimulatorOptions = {}): Promise<GatewaySimulator> {
  const book = new Book(parties, data);
  const desk = new Desk(book, { ...patience, ...retry });
  const server = http.createServer((request, response) => {
    desk.answer(request, response).catch(() => { if (response.headersSent) response.destroy(); else sendPage(response, notFoundPage(), { status: 500 }); });
  });
  const listen = (wanted: number) => new Promise<void>((done, failed) => {
    server.once('error', failed).listen(wanted, host, () => { server.removeListener('error', failed); done(); });
  });
  // The same address as before, so that a page that is still open, or a link to it, goes on working after a restart.
  await listen(port || (book.data.port ?? 0)).catch(async (error: NodeJS.ErrnoException) => {
    if (port || error.code !== 'EADDRINUSE') throw error;
    await listen(0);
  });
  book.data.port = (server.address() as AddressInfo).port;
  book.save();
  desk.address = `http://${host.includes(':') ? `[${host}]` : host}:${book.data.port}`;
  desk.notifier.look();
  return {
    url: desk.address, book,
    close: async () => {
      const closed = new Promise<void>((done) => { server.close(() => done()); });
      server.closeAllConnections();
      await Promise.all([desk.notifier.stop(), closed]);
    },
  };
}
