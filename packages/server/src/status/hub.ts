// Who is listening to which dossier. What is sent is always read from the table, in order and from the last number that a stream has had: whatever was missed, doubled or late on the way here, no stream has a gap.
import type { StatusEvent } from '@dvc/core';

/** One open answer. Its address is a stream of bytes that Node holds back by itself. */
export interface Outlet {
  write(bytes: Buffer): unknown;
  end(): unknown;
  destroy(): unknown;
  /** bytes that the other side has not taken */
  readonly writableLength: number;
  on(event: 'close', gone: () => void): unknown;
}
interface Stream { outlet: Outlet; dossier: string; token: string; sent: number }

export interface HubOptions {
  read(dossier: string, after: number): Promise<StatusEvent[]>;
  /** Which of these rights still hold; they are used, so they last on. */
  keep(tokens: readonly string[]): Promise<ReadonlySet<string>>;
  log(message: string, about: object): void;
  /** ms between two signs of life; default 15,000 */
  heartbeatMs?: number;
  /** ms between two looks at the rights; default 300,000 */
  keepMs?: number;
  /** open at once; default 20,000 */
  most?: number;
}
export interface Hub {
  /** Sends what is above `after`, then whatever comes. False when it is full or closing. */
  add(outlet: Outlet, dossier: string, token: string, after: number): boolean;
  /** The dossier has something new; without one, any may have. */
  poke(dossier?: string): void;
  readonly size: number;
  /** Ends all streams; pages come back to the next process. */
  close(): void;
}

/** bytes; who lets so much lie does not read. The page comes again with the last number that it has. */
const HELD_BACK = 256 * 1024;
const beat = Buffer.from(':\n\n');
const greeting = Buffer.from('retry: 3000\n:\n\n');
/** JSON has no line break outside of its texts, and none within them. */
const frame = (event: StatusEvent) => Buffer.from(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);

export function openHub({ read, keep, log, heartbeatMs = 15_000, keepMs = 300_000, most = 20_000 }: HubOptions): Hub {
  const rooms = new Map<string, Set<Stream>>();
  /** Dossiers that are being read; true: again, something came meanwhile. */
  const reading = new Map<string, boolean>();
  let size = 0;
  let closed = false;

  function drop(stream: Stream): void {
    const room = rooms.get(stream.dossier);
    if (!room?.delete(stream)) return;
    size--;
    if (room.size === 0) rooms.delete(stream.dossier);
  }

  function send(stream: Stream, bytes: Buffer): void {
    if (stream.outlet.writableLength > HELD_BACK) {
      drop(stream);
      stream.outlet.destroy();
    } else {
      stream.outlet.write(bytes);
    }
  }

  async function spread(dossier: string): Promise<void> {
    const room = rooms.get(dossier);
    if (!room) return;
    const events = await read(dossier, Math.min(...[...room].map(({ sent }) => sent)));
    // Once for all streams.
    const frames = events.map((event) => ({ seq: event.seq, bytes: frame(event) }));
    for (const stream of room) {
      for (const { seq, bytes } of frames) {
        if (seq !== stream.sent + 1) continue;
        stream.sent = seq;
        send(stream, bytes);
      }
    }
  }

  function poke(dossier?: string): void {
    if (dossier === undefined) { for (const each of rooms.keys()) poke(each); return; }
    if (closed || !rooms.has(dossier)) return;
    if (reading.has(dossier)) { reading.set(dossier, true); return; }
    reading.set(dossier, false);
    const work = async () => {
      try {
        await spread(dossier);
      } catch (error) {
        log('live updates', { error: (error as Error).name, code: (error as { code?: string }).code });
        // The database is away: the pages ask again, and are told by then.
        for (const stream of rooms.get(dossier) ?? []) { drop(stream); stream.outlet.end(); }
      }
      const again = reading.get(dossier);
      reading.delete(dossier);
      if (again) poke(dossier);
    };
    void work();
  }

  async function look(): Promise<void> {
    const all = [...rooms.values()].flatMap((room) => [...room]);
    if (all.length === 0) return;
    const kept = await keep([...new Set(all.map(({ token }) => token))]);
    for (const stream of all) if (!kept.has(stream.token)) { drop(stream); stream.outlet.end(); }
  }

  const heart = setInterval(() => { for (const room of rooms.values()) for (const stream of room) send(stream, beat); }, heartbeatMs);
  const looks = setInterval(() => { look().catch((error: Error) => log('live updates', { error: error.name })); }, keepMs);
  heart.unref();
  looks.unref();

  return {
    poke,
    get size() { return size; },
    add(outlet, dossier, token, after) {
      if (closed || size >= most) return false;
      const stream: Stream = { outlet, dossier, token, sent: after };
      const room = rooms.get(dossier) ?? new Set();
      rooms.set(dossier, room.add(stream));
      size++;
      outlet.on('close', () => drop(stream));
      outlet.write(greeting);
      poke(dossier);
      return true;
    },
    close() {
      closed = true;
      clearInterval(heart);
      clearInterval(looks);
      for (const room of [...rooms.values()]) for (const stream of [...room]) { drop(stream); stream.outlet.end(); }
    },
  };
}
