// Pages that listen, many in one process, each with a connection of its own: whoever is cut off comes again after a random part of what `retry:` says, with the last number that it has.
import { request as httpRequest } from 'node:http';

export interface Order { port: number; code: string; tokens: string[]; atOnce: number }
/** `faults`: numbers that came twice, or not in their order. */
export interface Count { open: number; opened: number; refused: number; faults: string[]; reached: number[] }

const seqs: number[] = [];
/** For each number, when each listener had it. */
const times = new Map<number, number[]>();
const count = { open: 0, opened: 0, refused: 0, faults: [] as string[] };
const waiting: (() => void)[] = [];
let room = 0;

const enter = async () => { if (room > 0) { room--; return; } await new Promise<void>((done) => { waiting.push(done); }); };
const leave = () => { const next = waiting.shift(); if (next) next(); else room++; };

async function listen(order: Order, at: number): Promise<void> {
  await enter();
  let retry = 1000;
  let inside = true;
  const out = () => { if (inside) { inside = false; leave(); } };
  const again = () => { out(); setTimeout(() => { void listen(order, at); }, Math.random() * retry); };
  const sent = httpRequest({
    host: '127.0.0.1', port: order.port, agent: false, path: `/api/v1/dossiers/${order.code}/events`,
    headers: { 'accept': 'text/event-stream', 'dvc-access': order.tokens[at]!, ...(seqs[at]! > 0 ? { 'last-event-id': String(seqs[at]) } : {}) },
  }, (answer) => {
    if (answer.statusCode !== 200) { count.refused++; answer.resume(); again(); return; }
    count.open++;
    count.opened++;
    out();
    let rest = '';
    answer.setEncoding('utf8').on('data', (text: string) => {
      const now = Date.now();
      const parts = (rest + text).split('\n\n');
      rest = parts.pop()!;
      for (const part of parts) {
        retry = Number(/^retry: (\d+)$/m.exec(part)?.[1] ?? retry);
        const id = /^id: (\d+)$/m.exec(part);
        if (id) take(at, Number(id[1]), now);
      }
    }).once('close', () => { count.open--; again(); }).on('error', () => undefined);
  });
  sent.on('error', () => { if (inside) again(); });
  sent.end();
}

function take(at: number, seq: number, now: number): void {
  if (seq !== seqs[at]! + 1) count.faults.push(`listener ${at} has ${seqs[at]}, and hears ${seq}`);
  seqs[at] = Math.max(seqs[at]!, seq);
  const all = times.get(seq);
  if (all) all.push(now); else times.set(seq, [now]);
}

process.on('message', (message: { order?: Order; count?: true; times?: number }) => {
  if (message.order) {
    const { order } = message;
    room = order.atOnce;
    for (let at = 0; at < order.tokens.length; at++) { seqs.push(0); void listen(order, at); }
  }
  if (message.count) process.send!({ count: { ...count, faults: count.faults.slice(0, 20), reached: seqs } satisfies Count });
  if (message.times !== undefined) process.send!({ times: times.get(message.times) ?? [] });
});
process.once('disconnect', () => process.exit(0));
