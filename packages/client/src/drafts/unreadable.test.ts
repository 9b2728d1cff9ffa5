import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { openDB } from 'idb';
import type { DraftRecord } from './record.js';
import { change, databaseName, dropDatabase, freshDatabase, half, name, opened, records, saved, store } from './store.test-helper.js';

beforeEach(freshDatabase);
afterEach(dropDatabase);

describe('a draft that cannot be read', () => {
  it('of another session is said to be; both then stand side by side, and each session sees its own', async () => {
    const [mine, other] = [store(), store({ keys: half(2) })];
    await saved(mine, 0, 'của A');
    expect(await other.open(name)).to.deep.equal({ kind: 'unreadable', reason: 'key' });
    await saved(other, 0, 'của B');
    expect([await opened(store()), await opened(store({ keys: half(2) }))]).to.deep.equal(['của A', 'của B']);
    await other.remove(name);
    expect([await opened(store()), (await store({ keys: half(2) }).open(name)).kind]).to.deep.equal(['của A', 'unreadable']);
    const third = store({ keys: half(3) });
    await third.open(name);
    await third.remove(name);
    expect(await records()).to.deep.equal([]);
  });

  it('a tab whose session was renewed goes on under the new key, and leaves nothing under the old one', async () => {
    let fill = 1;
    const device = store({ keys: { half: async () => new Uint8Array(32).fill(fill) } });
    await saved(device, 0, 'một');
    fill = 2;
    expect(await saved(device, 1, 'hai')).to.equal(2);
    expect((await records()).length).to.equal(1);
    expect(await opened(store({ keys: half(2) }))).to.equal('hai');
    expect(await device.save(name, 1, 'cũ')).to.deep.include({ kind: 'conflict' });
  });

  it('with any bit changed is broken, never other content; the next save replaces it', async () => {
    const device = store();
    await saved(device, 0, { fullName: 'Trần Văn Vỡ' });
    const [whole] = await records();
    await fc.assert(fc.asyncProperty(fc.constantFrom('sealed', 'iv', 'half'), fc.nat(), fc.integer({ min: 1, max: 255 }), async (part, at, mask) => {
      await change(() => {
        const bytes = new Uint8Array(whole![part].slice(0));
        bytes[at % bytes.length]! ^= mask;
        return { ...whole!, [part]: part === 'sealed' ? bytes.buffer : bytes };
      });
      expect(await store().open(name)).to.deep.equal({ kind: 'unreadable', reason: 'broken' });
    }), { numRuns: 40 });
    expect(await saved(store(), 0, 'mới')).to.equal(2);
    expect(await opened(store())).to.equal('mới');
  });

  const torn: Record<string, Partial<Record<keyof DraftRecord, unknown>>> = {
    'cut off': { sealed: new ArrayBuffer(3) }, 'of no bytes': { sealed: 'x' }, 'without half': { half: undefined }, 'with a short half': { half: new Uint8Array(31) }, 'with another revision': { revision: 7 },
    'with revision 0': { revision: 0 }, 'with no number as revision': { revision: 'x' }, 'with an instant beyond all dates': { expiresAt: 9e15 }, 'with no instant': { savedAt: NaN }, 'of no format': { format: '1' }, 'of an older format': { format: 0 },
  };
  for (const [what, parts] of Object.entries(torn)) {
    it(`${what} is broken; a tab that still has the words saves them`, async () => {
      const device = store();
      await saved(device, 0, 1);
      await change((record) => ({ ...record, ...parts }) as DraftRecord);
      expect(await store().open(name)).to.deep.equal({ kind: 'unreadable', reason: 'broken' });
      await saved(device, 1, 'lời');
      expect(await opened(store())).to.equal('lời');
    });
  }

  it('under another name does not open', async () => {
    await saved(store(), 0, 1);
    await saved(store(), 0, 2, 'other');
    const [a, b] = await records();
    await change((record) => (record.id === a!.id ? { ...b!, id: a!.id, check: a!.check } : { ...a!, id: b!.id, check: b!.check }));
    for (const each of [name, 'other']) expect(await store().open(each)).to.deep.equal({ kind: 'unreadable', reason: 'broken' });
  });

  it('of a newer SDK is left alone', async () => {
    await saved(store(), 0, 1);
    await change((record) => ({ ...record, format: 2, sealed: 'something else' }) as never);
    const before = await records();
    expect(await store().open(name)).to.deep.equal({ kind: 'unreadable', reason: 'newer' });
    expect(await store({ keys: half(2) }).open(name)).to.deep.equal({ kind: 'unreadable', reason: 'newer' });
    for (const revision of [0, 1]) expect(await store().save(name, revision, 2)).to.deep.equal({ kind: 'failed', reason: 'blocked' });
    expect(await records()).to.deep.equal(before);
  });

  it('in a database of a newer SDK is left alone', async () => {
    (await openDB(databaseName(), 2)).close();
    expect(await store().open(name)).to.deep.equal({ kind: 'unreadable', reason: 'newer' });
    expect(await store().save(name, 0, 1)).to.deep.equal({ kind: 'failed', reason: 'blocked' });
    expect((await indexedDB.databases()).find((each) => each.name === databaseName())?.version).to.equal(2);
  });
});
