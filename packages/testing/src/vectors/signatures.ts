import { signature } from '@dvc/server';

const [first, second] = ['whsec-vi-du-khong-dung-that-0000000001', 'khoa-thu-hai-dung-khi-doi-khoa-00000002'];
const [at, id] = ['1795228200', '5b0e9d0a-6c1f-4d6a-9a55-0f6f2a4f7d10'];
const body = '{"event":"dossier.received"}';

/** [name, secret, timestamp, delivery id, content, hex]; the hex comes from Python's hmac and hashlib, not from us. */
const signed: readonly (readonly [string, string, string, string, string, string])[] = [
  ['a dossier', first, at, id, body, '430ed33e1181baa6d05b104ca469035109559e22264d09d2d5e12eab05556b94'],
  ['Vietnamese text is UTF-8', first, at, id, '{"answers":{"fullName":"Nguy\u1ec5n Th\u1ecb \u00c1nh \u{1f600}"}}', '759d4ffae272765722dc075954b1865d52dd850f5a6e2c3054e786b1f0aa6d1f'],
  ['composed letters', first, at, id, '{"fullName":"Nguy\u1ec5n"}', 'e0780c355d0613fef1cbe98daa84235e0f6bcf2b116df96354133d5d29a6d34f'],
  ['decomposed letters stay decomposed', first, at, id, '{"fullName":"Nguye\u0302\u0303n"}', '5c8c43c22bd3b0f48badcf16a91dfa7b9e824b59248ba9fd020154fec1cb16ce'],
  ['an empty body', first, '0', 'd-1', '', '1eea531bba6cf8265c557be6a90c1c857f2b1fcd4ce4544630e1bdf63c58dba9'],
  ['a line break at the end counts', first, at, 'd-1', '{}\n', '42d9f5d7bbc21d38add5c42c23d8a200f07bf853eff425e8960533f50331953c'],
  ['dots in the content', first, at, 'd-1', '1.2.3', '9a595b1e1a5c0dc1a93062d4914c88e56f87e71a2f1f31b34c85b1f529e967d0'],
  ['a file is its SHA-256', first, at, id, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '46144938b09bf29164a3648a22912ce28d71959a890485f9a40d8264a1397d8f'],
  ['another secret', second, at, id, body, 'b3969b6fbdea6b580854d8cad1f9467f9a11e17e9b66e971a1b52f9bd56248b8'],
  ['a secret longer than a block of SHA-256', 'k'.repeat(100), at, 'd-1', '{}', '1af19a32a75817080b8a18bc2949cbc34a3008faf62a07df336cb2f0cc264e4f'],
  ['a secret with Vietnamese letters is UTF-8', 'khóa bí mật của hệ thống một cửa tỉnh', at, 'd-1', '{}', 'ace51c6e74610e5241674ce08fb5a57684b8edad6001f43b1fa8f139836d73b2'],
];

const right = `v1=${signed[0]![5]}`;
const other = `v1=${signed[8]![5]}`;
const now = Number(at);
interface Verify { name: string; secrets: string[]; deliveryId: string | null; timestamp: string | null; signature: string | null; content: string; now: number; accepted: boolean }
const verify = (name: string, accepted: boolean, changed: Partial<Verify> = {}): Verify => ({ name, secrets: [first], deliveryId: id, timestamp: at, signature: right, content: body, now, accepted, ...changed });
const flipped = (text: string) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0');

/** Written by the contract: schemas/api/delivery.openapi.yaml. */
const verified: Verify[] = [
  verify('right', true),
  verify('300 s later', true, { now: now + 300 }), verify('300 s ahead', true, { now: now - 300 }),
  verify('301 s later', false, { now: now + 301 }), verify('301 s ahead', false, { now: now - 301 }), verify('a year later', false, { now: now + 31_536_000 }),
  verify('another secret', false, { secrets: [second] }),
  verify('the sender signs with the old and the new secret, we know the old', true, { signature: `${right},${other}` }),
  verify('… we know the new', true, { signature: `${right},${other}`, secrets: [second] }),
  verify('the sender signs with the old, we know both', true, { secrets: [second, first] }),
  verify('the order of the signatures is no matter', true, { signature: `${other},${right}` }),
  verify('a space after the comma', true, { signature: `${other}, ${right}` }),
  verify('a version that we do not know beside ours', true, { signature: `v2=abc,${right}` }),
  verify('only a version that we do not know', false, { signature: right.replace('v1', 'v2') }),
  verify('the last digit changed', false, { signature: flipped(right) }), verify('cut short', false, { signature: right.slice(0, -1) }), verify('one digit more', false, { signature: `${right}0` }),
  verify('upper-case hex', false, { signature: `v1=${right.slice(3).toUpperCase()}` }), verify('no version', false, { signature: right.slice(3) }), verify('only the version', false, { signature: 'v1=' }),
  verify('empty', false, { signature: '' }), verify('none', false, { signature: null }), verify('more than ten', false, { signature: `${`${other},`.repeat(10)}${right}` }),
  verify('no timestamp', false, { timestamp: null }), verify('an empty timestamp', false, { timestamp: '' }), verify('a timestamp that is no number', false, { timestamp: 'soon' }), verify('a timestamp with a sign', false, { timestamp: `+${at}` }),
  verify('a timestamp with a fraction', false, { timestamp: `${at}.0` }), verify('a timestamp with a line break', false, { timestamp: `${at}\n` }), verify('a timestamp of digits that are not ASCII', false, { timestamp: '١٧٩٥٢٢٨٢٠٠' }), verify('another timestamp', false, { timestamp: String(now + 1) }),
  verify('no delivery id', false, { deliveryId: null }), verify('another delivery id', false, { deliveryId: id.replace('5b', '5c') }), verify('a part of the content moved into the id', false, { deliveryId: `${id}.{` , content: body.slice(1) }),
  verify('a space more in the body', false, { content: `${body} ` }), verify('no body', false, { content: '' }),
  verify('no secrets', false, { secrets: [] }), verify('an empty secret is no secret', false, { secrets: [''], signature: `v1=${'0'.repeat(64)}` }),
];

export function signatureVectors() {
  for (const [name, secret, timestamp, deliveryId, content, hex] of signed) {
    if (signature([secret], timestamp, deliveryId, content) !== `v1=${hex}`) throw new Error(`signatures: ${name}: ours is another than Python's`);
  }
  return {
    about: 'HMAC-SHA256, hex, over <timestamp>.<deliveryId>.<content>, all UTF-8. See schemas/api/delivery.openapi.yaml.',
    sign: signed.map(([name, secret, timestamp, deliveryId, content, hex]) => ({ name, secret, timestamp, deliveryId, content, hex })),
    verify: verified,
  };
}
