// Forgeries of VNPAY's notification, made without our own code: what a citizen with the payment URL, a network in between or a clumsy merchant could send.
import { createHash, createHmac } from 'node:crypto';

export const secret = 'DVCDEMOSECRETKEY0123456789ABCDEF';
export const merchant = 'DVCDEMO1';
export type Parameters = Record<string, string>;
/** `expected`: the documented RspCode */
export interface Forgery { kind: string; query: string; expected: string }

/** The worked example of a notification. */
export const genuine: Parameters = {
  vnp_Amount: '800000', vnp_BankCode: 'NCB', vnp_BankTranNo: 'VNP14567890', vnp_CardType: 'ATM', vnp_OrderInfo: 'Nop le phi ho so H58.15-261015-0042', vnp_PayDate: '20261015093412', vnp_ResponseCode: '00',
  vnp_TmnCode: merchant, vnp_TransactionNo: '14567890', vnp_TransactionStatus: '00', vnp_TxnRef: 'H58152610150042',
};
/** As printed beside it. */
export const genuineHash = 'a2e042267a28aae1b584b39bdf2264cb4d02f7d234b8a74e6a1489d2c65e2ee22901e0574f61e3ede299bf99f077f835de3ded7483dc7e78408845c4333951e3';

const form = (text: string) => encodeURIComponent(text).replace(/%20/g, '+').replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const join = (parameters: [string, string][], encode = form) => parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
const sorted = (parameters: Parameters) => Object.entries(parameters).filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1));
const mac = (data: string, algorithm = 'sha512', key = secret) => createHmac(algorithm, key).update(data).digest('hex');
const withHash = (parameters: Parameters | [string, string][], hash: string) => `${join(Array.isArray(parameters) ? parameters : Object.entries(parameters))}&vnp_SecureHash=${form(hash)}`;
/** What VNPAY itself would send: only for cases in which its own secret is at work. */
export const sign = (parameters: Parameters): string => withHash(sorted(parameters), mac(join(sorted(parameters))));

/** Every parameter changed in every simple way, under the hash of the genuine one. */
function* changed(): Generator<Forgery> {
  const pairs = Object.entries(genuine);
  const make = (kind: string, parameters: [string, string][]) => ({ kind, query: withHash(parameters, genuineHash), expected: '97' });
  for (const [at, [name, value]] of pairs.entries()) {
    const put = (kind: string, text: string) => make(`${kind} ${name}`, pairs.with(at, [name, text]));
    yield* [put('emptied', ''), put('longer', `${value}0`), put('shorter', value.slice(0, -1)), put('zero before', `0${value}`), put('space after', `${value} `), put('zero byte in', `${value}\0`), put('full width', `${value.slice(0, -1)}\uff10`), put('two in one', `${value},${value}`)];
    yield make(`left out ${name}`, pairs.filter((_, other) => other !== at));
    yield make(`twice the same ${name}`, [...pairs, [name, value]]);
    yield make(`twice, another first ${name}`, [[name, `${value}9`], ...pairs]);
    yield make(`twice, another last ${name}`, [...pairs, [name, `${value}9`]]);
    yield make(`as a list ${name}`, pairs.with(at, [`${name}[]`, value]));
    yield make(`other case ${name}`, pairs.with(at, [name.toLowerCase(), value]));
    yield make(`with the next one inside ${name}`, pairs.with(at, [name, `${value}&vnp_Extra=1`]));
  }
  for (const [name, value] of [['vnp_ResponseCode', '24'], ['vnp_TransactionStatus', '02'], ['vnp_TxnRef', 'H58152610150043'], ['vnp_Amount', '80000000'], ['vnp_Amount', '8000'], ['vnp_Amount', '100'], ['vnp_TmnCode', 'DVCDEMO2']] as const) yield make(`to the point: ${name}=${value}`, Object.entries({ ...genuine, [name]: value }));
  for (const name of ['vnp_Extra', 'vnp_', 'vnp_SecureHash2', 'vnp___proto__', 'vnp_Version', 'vnp_Command', 'vnp_CurrCode']) yield make(`added ${name}`, [...pairs, [name, '1']]);
}

/** The genuine parameters under a hash that is not theirs. */
function* hashes(): Generator<Forgery> {
  const data = join(sorted(genuine));
  const raw = join(sorted(genuine), (text) => text);
  const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
  const made: Record<string, string> = {
    empty: '', 'one letter': 'a', zeros: '0'.repeat(128), 'cut by one': genuineHash.slice(0, -1), 'half of it': genuineHash.slice(0, 64), 'longer by one': `${genuineHash}0`, twice: genuineHash + genuineHash, upper: genuineHash.toUpperCase(), 'first upper': genuineHash.replace(/[a-f]/, (hex) => hex.toUpperCase()),
    'space before': ` ${genuineHash}`, 'space after': `${genuineHash} `, 'new line after': `${genuineHash}\n`, 'zero byte after': `${genuineHash}\0`, '0x': `0x${genuineHash}`, backwards: [...genuineHash].reverse().join(''), base64: Buffer.from(genuineHash, 'hex').toString('base64'),
    true: 'true', null: 'null', array: '[object Object]', 'first digit': (genuineHash.startsWith('0') ? '1' : '0') + genuineHash.slice(1), 'last digit': genuineHash.slice(0, -1) + (genuineHash.endsWith('0') ? '1' : '0'),
    'SHA-512 without a key': digest('sha512', data), 'old: secret before, MD5': digest('md5', secret + data), 'old: secret before, SHA-256': digest('sha256', secret + data), 'old: secret before, SHA-256, raw': digest('sha256', secret + raw), 'secret before, SHA-512': digest('sha512', secret + data), 'secret after, SHA-512': digest('sha512', data + secret),
    'HMAC MD5': mac(data, 'md5'), 'HMAC SHA-1': mac(data, 'sha1'), 'HMAC SHA-256': mac(data, 'sha256'), 'HMAC SHA-384': mac(data, 'sha384'), 'HMAC SHA3-512': mac(data, 'sha3-512'),
    'empty key': mac(data, 'sha512', ''), 'the merchant as key': mac(data, 'sha512', merchant), 'key in small letters': mac(data, 'sha512', secret.toLowerCase()), 'key with a new line': mac(data, 'sha512', `${secret}\n`), 'key as hex bytes': createHmac('sha512', Buffer.from(secret, 'hex')).update(data).digest('hex'),
    'spaces as %20': mac(data.replaceAll('+', '%20')), raw: mac(raw), 'unsorted': mac(join(Object.entries(genuine).reverse())), 'with its own hash': mac(`${data}&vnp_SecureHash=${genuineHash}`), 'with the type': mac(`${data}&vnp_SecureHashType=SHA512`), 'joined by pipes': mac(Object.values(genuine).join('|')), 'nothing signed': mac(''),
    'of another order': mac(join(sorted({ ...genuine, vnp_TxnRef: 'H58152610150043' }))), 'of another amount': mac(join(sorted({ ...genuine, vnp_Amount: '100' }))),
  };
  for (const [kind, hash] of Object.entries(made)) yield { kind: `hash: ${kind}`, query: withHash(sorted(genuine), hash), expected: '97' };
  yield { kind: 'hash: none', query: data, expected: '97' };
  for (const type of ['MD5', 'SHA256', 'none', '']) yield { kind: `hash: downgrade to ${type}`, query: `${withHash(sorted(genuine), digest('md5', secret + data))}&vnp_SecureHashType=${type}`, expected: '97' };
  for (const name of ['vnp_securehash', 'vnp_SecureHash[]', 'SecureHash', 'vnp_SecureHash ']) yield { kind: `hash: named ${name}`, query: `${data}&${form(name)}=${genuineHash}`, expected: '97' };
  yield { kind: 'hash: twice, a false one first', query: `vnp_SecureHash=${'0'.repeat(128)}&${withHash(sorted(genuine), genuineHash)}`, expected: '97' };
  yield { kind: 'hash: twice, a false one last', query: `${withHash(sorted(genuine), genuineHash)}&vnp_SecureHash=${'0'.repeat(128)}`, expected: '97' };
  for (const query of ['', '&', '=', '%', 'vnp_SecureHash', `vnp_SecureHash=${genuineHash}`, '__proto__=1&constructor=2', '{"vnp_ResponseCode":"00"}', 'vnp_TxnRef=%00', `vnp_OrderInfo=${'%E0%BB'.repeat(3000)}`, 'vnp_A=1&'.repeat(5000)]) yield { kind: 'no notification at all', query, expected: '97' };
}

/** Under VNPAY's own secret, and still not this payment. */
function* signed(): Generator<Forgery> {
  const make = (kind: string, change: Parameters, expected: string) => ({ kind: `signed: ${kind}`, query: sign({ ...genuine, ...change }), expected });
  for (const code of ['DVCDEMO2', 'dvcdemo1', 'DVCDEMO', '']) yield make(`merchant ${code}`, { vnp_TmnCode: code }, '01');
  for (const reference of ['H58152610159999', 'h58152610150042', 'H58152610150042 ', 'H58.15.261015.0042', '__proto__', 'constructor', '\' OR 1=1', 'H5815261015004', 'x'.repeat(101), '']) yield make(`order ${reference.slice(0, 20)}`, { vnp_TxnRef: reference }, '01');
  for (const amount of ['8000', '80000000', '800100', '799900', '800001', '100', '0', '-800000', '8e5', '800000.0', '0800000', '+800000', ' 800000', '8,000,00', 'NaN', 'Infinity', '0xC3500', '９00000', '99999999999999999999', '']) yield make(`amount ${amount}`, { vnp_Amount: amount }, '04');
  for (const change of [{ vnp_ResponseCode: '' }, { vnp_TransactionStatus: '' }, { vnp_ResponseCode: '0' }, { vnp_ResponseCode: '000' }, { vnp_TransactionStatus: 'true' }, { vnp_ResponseCode: '00 ' }, { vnp_ResponseCode: '', vnp_TransactionStatus: '' }] as Parameters[]) yield make(`codes ${JSON.stringify(change)}`, change, '99');
  // Our own payment URL bears a valid hash under the same secret, and every citizen has it.
  const { vnp_Amount, vnp_OrderInfo, vnp_TmnCode, vnp_TxnRef } = genuine as { [name in 'vnp_Amount' | 'vnp_OrderInfo' | 'vnp_TmnCode' | 'vnp_TxnRef']: string };
  const url: Parameters = { vnp_Amount, vnp_Command: 'pay', vnp_CreateDate: '20261015093000', vnp_CurrCode: 'VND', vnp_ExpireDate: '20261015094500', vnp_IpAddr: '203.0.113.10', vnp_Locale: 'vn', vnp_OrderInfo, vnp_OrderType: 'other', vnp_ReturnUrl: 'https://dvc.example.gov.vn/?vnp_ResponseCode=00&vnp_TransactionStatus=00', vnp_TmnCode, vnp_TxnRef, vnp_Version: '2.1.0' };
  yield { kind: 'signed: the payment URL itself', query: sign(url), expected: '99' };
  yield { kind: 'the payment URL with codes added', query: `${sign(url)}&vnp_ResponseCode=00&vnp_TransactionStatus=00`, expected: '97' };
  yield { kind: 'the payment URL, its address unpacked', query: sign(url).replaceAll('%26', '&').replaceAll('%3D', '=').replaceAll('%3F', '&'), expected: '97' };
}

export const forgeries = (): Forgery[] => [...changed(), ...hashes(), ...signed()];

/** One letter of the raw query put in, taken out or exchanged. @param random from 0 up to, without, its argument */
export function mutate(query: string, random: (below: number) => number): string {
  let made = query;
  for (let rounds = 1 + random(3); rounds > 0; rounds--) {
    const at = random(made.length);
    const letter = '0123456789abcdefABCXYZ%&=+_ -.\0é'[random(32)]!;
    made = made.slice(0, at) + (random(3) === 0 ? '' : letter) + made.slice(at + random(2));
  }
  return made;
}
