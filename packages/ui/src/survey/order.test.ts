import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { moved, placeAt, placeByKey } from './order.js';

describe('an order', () => {
  it('keeps everything when one thing moves, and puts it where it is told', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (list, a, b) => {
      const [from, to] = [a % list.length, b % list.length];
      const next = moved(list, from, to);
      expect([...next].sort()).to.deep.equal([...list].sort());
      expect(next[to]).to.equal(list[from]);
      expect(next.filter((each) => each !== list[from])).to.deep.equal(list.filter((each) => each !== list[from]));
      expect(moved(next, to, from)).to.deep.equal(list);
    }), { seed: 7 });
  });

  it('stays inside of the list, whatever key is pressed and wherever the pointer is', () => {
    fc.assert(fc.property(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'), fc.nat(11), fc.integer({ min: 1, max: 12 }), (key, at, n) => {
      const to = placeByKey(key, Math.min(at, n - 1), n)!;
      expect(to).to.be.within(0, n - 1);
    }), { seed: 7 });
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -500, max: 1500 }), (n, y) => {
      const boxes = Array.from({ length: n }, (_, i) => ({ top: i * 60, bottom: i * 60 + 50 }));
      expect(placeAt(boxes, y)).to.be.within(0, n - 1);
      for (const [i, { top, bottom }] of boxes.entries()) expect(placeAt(boxes, (top + bottom) / 2)).to.equal(i);
    }), { seed: 7 });
    expect(placeByKey('a', 0, 3)).to.equal(undefined);
  });
});
