import type { DraftStore, KeptDraft } from '@dvc/core';
import type { Json } from '@dvc/schema';

/** The DraftStore port in memory, with a second window at hand: every state on demand. */
export interface FakeDrafts extends DraftStore {
  /** What is kept under a name. */
  kept(name: string): KeptDraft | undefined;
  /** Another window saves the same draft. */
  elsewhere(name: string, change: (content: Json) => Json): void;
}

export interface FakeDraftOptions {
  /** What saving comes to, and opening where it can. */
  fails?: 'full' | 'blocked' | 'locked';
  /** There is one that cannot be read. */
  unreadable?: 'key' | 'broken' | 'newer';
  /** The device's clock, an ISO instant. */
  now?: string;
}

export function fakeDrafts({ fails, unreadable, now = '2026-11-21T02:30:00.000Z' }: FakeDraftOptions = {}): FakeDrafts {
  const drafts = new Map<string, KeptDraft>();
  const watchers = new Map<string, (change: { kind: 'saved' | 'removed'; revision: number }) => void>();
  const keep = (name: string, content: Json): KeptDraft => {
    const draft: KeptDraft = { revision: (drafts.get(name)?.revision ?? 0) + 1, savedAt: now, expiresAt: '2026-11-28T02:30:00.000Z', content };
    drafts.set(name, draft);
    return draft;
  };
  return {
    async open(name) {
      if (fails === 'blocked' || fails === 'locked') return { kind: 'failed', reason: fails };
      return unreadable ? { kind: 'unreadable', reason: unreadable } : { kind: 'opened', draft: drafts.get(name) };
    },
    async save(name, revision, content) {
      if (fails) return { kind: 'failed', reason: fails };
      const held = drafts.get(name);
      if ((held?.revision ?? 0) !== revision) return { kind: 'conflict', theirs: held };
      return { kind: 'saved', revision: keep(name, content).revision, savedAt: now };
    },
    async remove(name) { drafts.delete(name); },
    async clear() { drafts.clear(); },
    watch(name, listener) {
      watchers.set(name, listener);
      return () => { watchers.delete(name); };
    },
    kept: (name) => drafts.get(name),
    elsewhere(name, change) {
      const held = drafts.get(name);
      if (held) watchers.get(name)?.({ kind: 'saved', revision: keep(name, change(held.content)).revision });
    },
  };
}
