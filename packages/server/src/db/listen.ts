// A connection of its own that hears what other processes say. It is lost whenever PostgreSQL restarts or a network hiccups: it comes back by itself, and says so, because what was said meanwhile is not repeated.
interface Client {
  connect(): Promise<unknown>;
  query(text: string): Promise<unknown>;
  end(): Promise<void>;
  on(event: 'notification', heard: (message: { channel: string; payload?: string | undefined }) => void): unknown;
  on(event: 'error' | 'end', lost: () => void): unknown;
}

/** ms; a connection that was cut without a word is found out by then */
const CHECK = 15_000;
/** ms of the first pause before connecting anew, and of the longest */
const PAUSE = { first: 100, longest: 5_000 };

/** @returns ends it. Rejects when the first connection cannot be made. */
export async function listenTo(make: () => Client, channel: string, heard: (payload: string) => void, again: () => void): Promise<() => Promise<void>> {
  let client: Client | undefined;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;

  async function connect(): Promise<void> {
    const made = make();
    const lost = () => { if (client === made) { client = undefined; retry(); } };
    made.on('error', lost);
    made.on('end', lost);
    made.on('notification', ({ payload }) => heard(payload ?? ''));
    try {
      await made.connect();
      await made.query(`listen ${channel}`);
    } catch (error) {
      await made.end().catch(() => undefined);
      throw error;
    }
    if (ended) return made.end();
    client = made;
    failures = 0;
    check();
  }

  function check(): void {
    timer = setTimeout(() => {
      const asked = client;
      asked?.query('select 1').then(() => { if (client === asked) check(); }, () => {
        if (client !== asked) return;
        client = undefined;
        void asked.end().catch(() => undefined);
        retry();
      });
    }, CHECK);
    timer.unref();
  }

  function retry(): void {
    clearTimeout(timer);
    if (ended) return;
    timer = setTimeout(() => { connect().then(again, retry); }, Math.min(PAUSE.longest, PAUSE.first * 2 ** Math.min(failures++, 10)) * (0.5 + Math.random() / 2));
    timer.unref();
  }

  await connect();
  return async () => {
    ended = true;
    clearTimeout(timer);
    const last = client;
    client = undefined;
    await last?.end().catch(() => undefined);
  };
}
