import { expect } from '@open-wc/testing';
import type { PaymentView } from '@dvc/core';
import fc from 'fast-check';
import { nextReading } from './follow.js';

const view = (phase: PaymentView['phase'], more: Partial<PaymentView> = {}) => ({ phase, mayPay: false, knowledge: { bank: 'waiting', dossier: 'waiting', agency: 'waiting' }, ...more }) as PaymentView;

describe('reading a payment again', () => {
  it('comes within half a minute while the bank’s word is out, ever more rarely, and never faster than every 3 s', () => {
    fc.assert(fc.property(fc.nat(1000), (times) => {
      const [now, later] = [nextReading(view('pending'), times)!, nextReading(view('pending'), times + 1)!];
      expect(now).to.be.within(3000, 30_000);
      expect(later).to.be.at.least(now);
    }));
  });

  it('ends where nothing more comes by itself', () => {
    expect(nextReading(view('quote'), 0)).to.equal(undefined);
    expect(nextReading(view('failed', { mayPay: true }), 0)).to.equal(undefined);
    expect(nextReading(view('paid', { knowledge: { bank: 'received', dossier: 'recorded', agency: 'receipted' } }), 0)).to.equal(undefined);
    expect(nextReading(view('paid'), 0)).to.equal(10_000);
    expect(nextReading(view('cancelled'), 0)).to.equal(3000);
  });
});
