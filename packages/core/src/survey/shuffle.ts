// An order that looks like none, and comes back from its seed: so a page that was left is the same when it is opened again, and an analyst knows what was shown.

/** A text as 32 bits (FNV-1a, stirred so that neighbouring texts lie far apart). */
function hash(text: string): number {
  let made = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) made = Math.imul(made ^ text.charCodeAt(i), 0x01000193);
  made = Math.imul(made ^ (made >>> 16), 0x85ebca6b);
  made = Math.imul(made ^ (made >>> 13), 0xc2b2ae35);
  return made ^ (made >>> 16);
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). They are for orders, never for secrets. */
function numbers(seed: string): () => number {
  let at = hash(seed);
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let made = Math.imul(at ^ (at >>> 15), at | 1);
    made ^= made + Math.imul(made ^ (made >>> 7), made | 61);
    return ((made ^ (made >>> 14)) >>> 0) / 4294967296;
  };
}

/** Every order is as likely as any other (Fisher–Yates). What `stays` keeps its place: "khác" is the last where the author put it last. */
export function shuffled<T>(list: readonly T[], seed: string, stays: (item: T) => boolean = () => false): T[] {
  const next = numbers(seed);
  const made = [...list];
  const free = [...made.keys()].filter((i) => !stays(made[i]!));
  for (let i = free.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [made[free[i]!], made[free[j]!]] = [made[free[j]!]!, made[free[i]!]!];
  }
  return made;
}
