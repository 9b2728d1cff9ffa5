export interface Channel<T> { tell(message: T): void; hear(listener: (message: T) => void): () => void }

/**
 * Between the tabs of one origin. A channel does not hear itself, so each hears the others only. Where a browser has no
 * channels, or gives this page none, nobody hears anything.
 */
export function openChannel<T>(name: string, isMessage: (data: unknown) => data is T): Channel<T> {
  let held: BroadcastChannel | undefined;
  const channel = (): BroadcastChannel | undefined => {
    try { return (held ??= new BroadcastChannel(name)); } catch { return undefined; }
  };
  return {
    tell(message) { channel()?.postMessage(message); },
    hear(listener) {
      const on = ({ data }: MessageEvent<unknown>) => { if (isMessage(data)) listener(data); };
      const open = channel();
      open?.addEventListener('message', on);
      return () => open?.removeEventListener('message', on);
    },
  };
}
