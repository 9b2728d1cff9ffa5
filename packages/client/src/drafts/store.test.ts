import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { DraftKeys } from '@dvc/core';
import type { Json } from '@dvc/schema';
import { fromSecret } from './index.js';
import { databaseName, day, dropDatabase, freshDatabase, half, name, opened, records, saved, store } from './store.test-helper.js';

beforeEach(freshDatabase);
afterEach(dropDatabase);

describe('a draft on the device', () => {
  it('is opened by the next tab as it was saved', async () => {
    const content = { answers: { fullName: 'Đặng Thị Ư', list: [1, null, true, ''] }, key: 'k'.repeat(32) };
    expect(await opened(store())).to.equal(undefined);
    expect(await saved(store(), 0, 'trước')).to.equal(1);
    expect(await saved(store({ now: () => Date.UTC(2100, 0, 1) }), 1, content)).to.equal(2);
    expect(await store({ now: () => Date.UTC(2100, 0, 1) }).open(name)).to.deep.equal({ kind: 'opened', draft: { revision: 2, savedAt: '2100-01-01T00:00:00.000Z', expiresAt: '2100-01-08T00:00:00.000Z', content } });
    expect(await opened(store(), 'another')).to.equal(undefined);
  });

  it('any content comes back', async () => {
    const device = store();
    let revision = 0;
    await fc.assert(fc.asyncProperty(fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text) as Json), async (content) => {
      revision = await saved(device, revision, content);
      expect(await opened(store())).to.deep.equal(content);
    }), { numRuns: 60 });
  });

  it('tells nothing on the disk: no name, no content, no other half; and no two saves share a key or a nonce', async () => {
    const device = store({ keys: half(0xab) });
    await saved(device, await saved(device, 0, { a: 'Nguyễn Văn Lộ' }, 'ho-tich/0123456789'), { a: 'Nguyễn Văn Lộ' }, 'ho-tich/0123456789');
    const first = (await records())[0]!;
    const bytes = [...new Uint8Array(first.sealed), ...first.half, ...first.iv];
    const text = `${JSON.stringify(first)}${new TextDecoder('latin1').decode(Uint8Array.from(bytes))}`;
    for (const planted of ['0123456789', 'Nguy', 'Lộ', 'ho-tich', '\xab'.repeat(8), 'ab'.repeat(8)]) expect(text).not.to.include(planted);
    await saved(device, 2, { a: 'Nguyễn Văn Lộ' }, 'ho-tich/0123456789');
    const second = (await records())[0]!;
    expect([...second.half]).not.to.deep.equal([...first.half]);
    expect([...second.iv]).not.to.deep.equal([...first.iv]);
  });

  it('asks for strict durability in every transaction that writes', async () => {
    const asked: unknown[] = [];
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof real>) {
      if (given[1] === 'readwrite') asked.push(given[2]?.durability);
      return real.apply(this, given);
    };
    try {
      const device = store();
      await saved(device, 0, 1);
      await device.open(name);
      await device.remove(name);
      await device.clear();
    } finally { IDBDatabase.prototype.transaction = real; }
    expect(asked).to.deep.equal(Array(4).fill('strict'));
  });

  it('saved is said after the transaction is complete', async () => {
    const order: string[] = [];
    const device = store();
    await device.open(name);
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof real>) {
      const made = real.apply(this, given);
      made.addEventListener('complete', () => order.push('complete'));
      return made;
    };
    try { await saved(device, 0, 1); order.push('saved'); } finally { IDBDatabase.prototype.transaction = real; }
    expect(order).to.deep.equal(['complete', 'saved']);
  });
});

describe('the term of a draft', () => {
  const at = Date.UTC(2026, 10, 21);
  it('ends: it is removed before anything is read, of every name and key, also when there is no key', async () => {
    await saved(store({ now: () => at, ttlMs: day }), 0, 1);
    await saved(store({ now: () => at, ttlMs: day, keys: half(2) }), 0, 2, 'other');
    await saved(store({ now: () => at, ttlMs: 3 * day }), 0, 3, 'longer');
    expect((await store({ now: () => at + day - 1 }).open(name)).kind).to.equal('opened');
    const locked: DraftKeys = { half: () => Promise.reject(new Error('no session')) };
    expect(await store({ now: () => at + day, keys: locked }).open(name)).to.deep.equal({ kind: 'failed', reason: 'locked' });
    expect((await records()).length).to.equal(1);
    expect(await opened(store({ now: () => at + day }))).to.equal(undefined);
  });

  it('begins again with every save', async () => {
    const clock = { now: at };
    const device = store({ now: () => clock.now, ttlMs: day });
    let revision = 0;
    for (let step = 0; step < 5; step++) { clock.now += day * 0.9; revision = await saved(device, revision, step); }
    clock.now += day * 0.9;
    expect(await opened(store({ now: () => clock.now }))).to.equal(4);
    // The tab slept for longer than its draft was kept: nothing is lost, it still has the words.
    clock.now += day * 10;
    expect(await saved(device, revision, 'tỉnh')).to.equal(6);
  });

  it('is at most its own length from when the clock was put right, and is given once', async () => {
    await saved(store({ now: () => at + 3650 * day, ttlMs: 2 * day }), 0, 1);
    for (const hours of [0, 20, 40]) expect(await opened(store({ now: () => at + hours * 3_600_000 }))).to.equal(1);
    expect(await opened(store({ now: () => at + 2 * day }))).to.equal(undefined);
    expect(await records()).to.deep.equal([]);
  });

  it('whatever the clock does, a draft is gone when its term passed twice without a save', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: -4000, max: 4000 }), { maxLength: 3 }), async (jumps) => {
      freshDatabase();
      let clock = at;
      await saved(store({ now: () => clock, ttlMs: 2 * day }), 0, 1);
      for (const jump of jumps) { clock = Math.max(0, clock + jump * day); await store({ now: () => clock }).open(name); }
      clock += 3 * day + 1;
      await store({ now: () => clock }).open(name);
      clock += 2 * day;
      await store({ now: () => clock }).open(name);
      const left = await records();
      dropDatabase();
      expect(left).to.deep.equal([]);
    }), { numRuns: 25 });
  });
});

describe('when the device keeps nothing', () => {
  const refusing = async (patch: () => () => void, work: () => Promise<void>) => { const undo = patch(); try { await work(); } finally { undo(); } };
  const method = <T extends object, K extends keyof T>(on: T, key: K, value: T[K]) => () => { const real = on[key]; on[key] = value; return () => { on[key] = real; }; };

  it('no room is said, and nothing of the former draft is lost', async () => {
    const device = store();
    await saved(device, 0, 'giữ');
    await refusing(method(IDBObjectStore.prototype, 'put', () => { throw new DOMException('', 'QuotaExceededError'); }), async () => {
      expect(await device.save(name, 1, 'to')).to.deep.equal({ kind: 'failed', reason: 'full' });
    });
    expect(await saved(device, 1, 'sau')).to.equal(2);
  });

  it('IndexedDB that throws, is missing, or refuses', async () => {
    for (const value of [() => { throw new DOMException('', 'SecurityError'); }, undefined as never, () => { const request = new EventTarget() as IDBOpenDBRequest; Object.assign(request, { error: new DOMException('', 'InvalidStateError') }); setTimeout(() => request.dispatchEvent(new Event('error'))); return request; }]) {
      await refusing(method(IDBFactory.prototype, 'open', value), async () => {
        const device = store();
        expect(await device.open(name)).to.deep.equal({ kind: 'failed', reason: 'blocked' });
        expect(await device.save(name, 0, 1)).to.deep.equal({ kind: 'failed', reason: 'blocked' });
        await device.remove(name);
      });
    }
  });

  it('no key, half a key, a key that is thrown at once: locked, and nothing is written', async () => {
    const wrong: DraftKeys[] = [
      { half: () => Promise.reject(new Error('ended')) }, { half: () => { throw new Error('ended'); } }, { half: async () => new Uint8Array(16) }, { half: async () => 'x'.repeat(32) as never }, { half: async () => undefined as never },
    ];
    for (const keys of wrong) {
      expect(await store({ keys }).save(name, 0, 1)).to.deep.equal({ kind: 'failed', reason: 'locked' });
      expect(await store({ keys }).open(name)).to.deep.equal({ kind: 'failed', reason: 'locked' });
    }
    expect(await records()).to.deep.equal([]);
  });

  it('a tab that does not let go of the database: blocked after five seconds; afterwards it works', async () => {
    const old = await new Promise<IDBDatabase>((done) => { const request = indexedDB.open(databaseName(), 1); request.onupgradeneeded = () => { request.result.createObjectStore('x'); }; request.onsuccess = () => done(request.result); });
    const gone = new Promise((done) => { indexedDB.deleteDatabase(databaseName()).onsuccess = done; });
    const device = store();
    const first = device.open(name);
    setTimeout(() => old.close(), 5500);
    expect(await first).to.deep.equal({ kind: 'failed', reason: 'blocked' });
    await gone;
    expect(await saved(device, 0, 1)).to.equal(1);
  });

  it('stands in nobody\'s way: the database can be upgraded or deleted, and the store finds itself again', async () => {
    const device = store();
    await saved(device, 0, 'một');
    await new Promise((done, fail) => { const request = indexedDB.deleteDatabase(databaseName()); request.onsuccess = done; request.onblocked = fail; });
    expect(await device.save(name, 1, 'hai')).to.deep.equal({ kind: 'conflict', theirs: undefined });
    expect(await saved(device, 0, 'hai')).to.equal(1);
  });

  it('content that is no JSON does not throw', async () => {
    const ring: Record<string, unknown> = {};
    ring['ring'] = ring;
    expect((await store().save(name, 0, ring as Json)).kind).to.equal('failed');
  });
});

describe('keys from a secret', () => {
  it('the same for the same secret and name, another otherwise; a text is its bytes', async () => {
    const [secret, more] = ['một bí mật của phiên này', 'một bí mật của phiên khác'];
    const of = async (given: string | Uint8Array, about: string) => [...await fromSecret(given).half(about)].join();
    expect(await of(secret, 'a')).to.equal(await of(new TextEncoder().encode(secret), 'a'));
    expect(new Set([await of(secret, 'a'), await of(secret, 'b'), await of(more, 'a')]).size).to.equal(3);
    expect((await fromSecret(secret).half('a')).length).to.equal(32);
    for (const short of ['', 'x'.repeat(15), new Uint8Array(15)]) expect(() => fromSecret(short)).to.throw(TypeError);
  });
  it('are HKDF-SHA-256, as any other library reckons it', async () => {
    // openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt key:0123456789abcdef -kdfopt info:"dvc draft half a" HKDF
    expect([...await fromSecret('0123456789abcdef').half('a')].map((byte) => byte.toString(16).padStart(2, '0')).join('')).to.equal('bf1e4d00ab414703d3c510cb63ce14a5f42700d867a638b61b3021ae93f39669');
  });
});
