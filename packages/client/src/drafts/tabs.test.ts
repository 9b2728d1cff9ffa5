// Two stores on one database are two tabs: they share nothing else.
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { DraftKeys, DraftStore, SaveReply } from '@dvc/core';
import type { Json } from '@dvc/schema';
import { createDraftStore } from './index.js';

const name = 'cu-tru/dang-ky-tam-tru';
const half: DraftKeys = { half: async () => new Uint8Array(32).fill(7) };

let count = 0;
let databaseName: string;
const fresh = () => { databaseName = `test-tabs-${Date.now()}-${count++}`; };
beforeEach(fresh);
afterEach(() => { indexedDB.deleteDatabase(databaseName); });
const tab = (keys: DraftKeys = half): DraftStore => createDraftStore({ keys, databaseName });

const content = async (from: DraftStore): Promise<Json | undefined> => {
  const reply = await from.open(name);
  if (reply.kind !== 'opened') throw new Error(JSON.stringify(reply));
  return reply.draft?.content;
};

describe('two tabs with one draft', () => {
  it('the second to save is shown what the first wrote, and nothing is overwritten', async () => {
    const [a, b] = [tab(), tab()];
    await a.save(name, 0, 'chung');
    await b.open(name);
    await a.save(name, 1, 'của A');
    const reply = await b.save(name, 1, 'của B') as Extract<SaveReply, { kind: 'conflict' }>;
    expect(reply).to.deep.include({ kind: 'conflict' });
    expect(reply.theirs).to.deep.include({ revision: 2, content: 'của A' });
    expect(await content(tab())).to.equal('của A');
    expect(await b.save(name, 2, 'cả hai')).to.deep.include({ kind: 'saved', revision: 3 });
  });

  it('of two that start at once one wins', async () => {
    const replies = await Promise.all([tab().save(name, 0, 'A'), tab().save(name, 0, 'B')]);
    expect(replies.map(({ kind }) => kind).sort()).to.deep.equal(['conflict', 'saved']);
  });

  it('a draft that was removed and begun anew is not taken for the old one, though its revision is the same', async () => {
    const [a, b] = [tab(), tab()];
    await a.save(name, 0, 'cũ');
    await b.open(name);
    await b.remove(name);
    await b.save(name, 0, 'mới');
    expect(await a.save(name, 1, 'cũ hơn')).to.deep.include({ kind: 'conflict' });
    expect(await content(tab())).to.equal('mới');
  });

  it('a draft that was removed does not come back by itself', async () => {
    const [a, b] = [tab(), tab()];
    await a.save(name, 0, 1);
    await b.clear();
    expect(await a.save(name, 1, 2)).to.deep.equal({ kind: 'conflict', theirs: undefined });
    expect(await content(tab())).to.equal(undefined);
  });

  it('a save that was under way when its draft was removed does not bring it back', async () => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), fc.boolean(), fc.nat({ max: 12 }), async (scheduler, clear, turns) => {
      fresh();
      const device = tab({ half: (of) => scheduler.schedule(half.half(of)) });
      const work = async () => {
        const saving = device.save(name, 0, 1);
        for (let turn = 0; turn < turns; turn++) await new Promise((done) => { setTimeout(done, 0); });
        await (clear ? device.clear() : device.remove(name));
        await saving;
      };
      await scheduler.waitFor(work());
      expect(await content(tab())).to.equal(undefined);
      indexedDB.deleteDatabase(databaseName);
    }), { numRuns: 30 });
  });

  it('however they interleave, every word that was typed is saved in the end, or was shown to the tab that replaced it', async () => {
    const step = fc.record({ tab: fc.constantFrom(0, 1), kind: fc.constantFrom('save', 'save', 'save', 'open', 'pause'), turns: fc.nat({ max: 3 }) });
    await fc.assert(fc.asyncProperty(fc.scheduler(), fc.array(step, { minLength: 4, maxLength: 16 }), async (scheduler, steps) => {
      fresh();
      let words = 0;
      const person = (number: number) => {
        const device = tab({ half: (of) => scheduler.schedule(half.half(of)) });
        let [revision, held] = [0, [] as string[]];
        const take = (theirs: { revision: number; content: Json } | undefined) => {
          revision = theirs?.revision ?? 0;
          held = [...new Set([...held, ...((theirs?.content ?? []) as string[])])];
        };
        const save = async (): Promise<boolean> => {
          const sent = [...held];
          const reply = await device.save(name, revision, sent);
          if (reply.kind === 'failed') throw new Error(reply.reason);
          if (reply.kind === 'conflict') { take(reply.theirs); return false; }
          expect(reply.revision).to.equal(revision + 1);
          revision = reply.revision;
          return true;
        };
        return {
          save,
          async act({ kind, turns }: { kind: string; turns: number }) {
            for (let turn = 0; turn < turns; turn++) await new Promise((done) => { setTimeout(done, 0); });
            if (kind === 'pause') return;
            if (kind === 'open') { const reply = await device.open(name); if (reply.kind === 'opened') take(reply.draft); return; }
            held.push(`${number}:${words++}`);
            await save();
          },
        };
      };
      const people = [person(0), person(1)];
      const live = async (number: number) => { for (const each of steps) if (each.tab === number) await people[number]!.act(each); };
      await scheduler.waitFor(Promise.all([live(0), live(1)]));
      const finish = async () => { for (const each of people) for (let tries = 0; !(await each.save()); tries++) if (tries > 3) throw new Error('never saved'); };
      await scheduler.waitFor(finish());
      const kept = await content(tab()) as string[];
      indexedDB.deleteDatabase(databaseName);
      expect(kept.map((word) => Number(word.split(':')[1])).sort((a, b) => a - b)).to.deep.equal(Array.from({ length: words }, (_, index) => index));
    }), { numRuns: 60 });
  }).timeout(30_000);
});

describe('watching a draft', () => {
  const soon = () => new Promise((done) => { setTimeout(done, 60); });

  it('hears of other tabs, of this draft only, and of no content', async () => {
    const [a, b] = [tab(), tab()];
    const heard: unknown[] = [];
    const spied: unknown[] = [];
    const spy = new BroadcastChannel(databaseName);
    spy.onmessage = ({ data }) => spied.push(data);
    const stop = a.watch(name, (change) => heard.push(change));
    await b.save(name, 0, 'bí mật');
    await b.save('other', 0, 'bí mật');
    await a.save(name, 1, 'của mình');
    await b.remove(name);
    await b.clear();
    await soon();
    expect(heard).to.deep.equal([{ kind: 'saved', revision: 1 }, { kind: 'removed', revision: 0 }, { kind: 'removed', revision: 0 }]);
    expect(spied.length).to.equal(5);
    expect(JSON.stringify(spied)).not.to.match(/bí mật|cu-tru|của mình/);
    for (const odd of [null, 1, {}, { kind: 'x', revision: 1 }, { kind: 'saved' }]) spy.postMessage(odd);
    stop();
    await b.save(name, 0, 1);
    await soon();
    expect(heard.length).to.equal(3);
    spy.close();
  });

  it('works without channels, only not at once', async () => {
    const real = window.BroadcastChannel;
    window.BroadcastChannel = undefined as never;
    try {
      const device = tab();
      const stop = device.watch(name, () => {});
      expect((await device.save(name, 0, 1)).kind).to.equal('saved');
      stop();
    } finally { window.BroadcastChannel = real; }
  });
});
