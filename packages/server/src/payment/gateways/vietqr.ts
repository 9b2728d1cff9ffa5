/**
 * VietQR of NAPAS: an EMVCo merchant-presented code for a bank transfer. It holds no secret and proves nothing: that the money came, only the bank's statement says.
 * Source: shared data `vnpay.md` §4 and the package vietnam-qr-pay 1.5.1, an oracle of the tests; confidence high for the layout.
 * Not verified: the limit of 25 characters for the purpose, and of 19 for the account (both from memory of the standard).
 */
export interface Transfer {
  /** 6 digits: the bank's BIN at NAPAS */
  bank: string;
  account: string;
  /** đồng; without it the payer types the amount, and we never leave it out */
  amount?: number;
  /** what the statement shall say; ASCII, at most 25 characters */
  purpose?: string;
  /** the account is a card number */
  card?: boolean;
}

const guid = 'A000000727';

function tlv(id: string, value: string): string {
  if (value.length > 99) throw new RangeError(`the field ${id} of a VietQR holds at most 99 characters`);
  return id + String(value.length).padStart(2, '0') + value;
}

/** CRC-16/CCITT-FALSE: polynomial 0x1021, begins with 0xFFFF, not reflected. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc & 0x8000) !== 0 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/**
 * What the QR says.
 * @throws RangeError for what no bank could read
 */
export function vietqr({ bank, account, amount, purpose = '', card = false }: Transfer): string {
  if (!/^\d{6}$/.test(bank)) throw new RangeError('the BIN of a bank has six digits');
  if (!/^[A-Za-z0-9]{1,19}$/.test(account)) throw new RangeError('an account has 1 to 19 letters or digits');
  if (amount !== undefined && !(Number.isSafeInteger(amount) && amount > 0 && amount < 1e13)) throw new RangeError('an amount is a whole number of đồng above 0');
  if (!/^[\x20-\x7e]{0,25}$/.test(purpose)) throw new RangeError('the purpose has at most 25 ASCII characters');
  const body = tlv('00', '01') + tlv('01', amount === undefined ? '11' : '12')
    + tlv('38', tlv('00', guid) + tlv('01', tlv('00', bank) + tlv('01', account)) + tlv('02', card ? 'QRIBFTTC' : 'QRIBFTTA'))
    + tlv('53', '704') + (amount === undefined ? '' : tlv('54', String(amount))) + tlv('58', 'VN') + (purpose === '' ? '' : tlv('62', tlv('08', purpose)));
  return `${body}6304${crc16(`${body}6304`)}`;
}

/** The fields of one level; undefined when the lengths do not come out even or a field stands twice. */
function fields(text: string): Map<string, string> | undefined {
  const found = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const head = /^(\d\d)(\d\d)/.exec(text.slice(at, at + 4));
    if (!head || found.has(head[1]!) || at + 4 + Number(head[2]) > text.length) return undefined;
    found.set(head[1]!, text.slice(at + 4, (at += 4 + Number(head[2]))));
  }
  return found;
}

/** Reads a payload back; undefined when it is damaged or no VietQR of a transfer in đồng. */
export function readVietqr(payload: string): Transfer | undefined {
  if (!/^[\x20-\x7e]+6304[0-9A-F]{4}$/.test(payload) || crc16(payload.slice(0, -4)) !== payload.slice(-4)) return undefined;
  const all = fields(payload);
  const consumer = fields(all?.get('38') ?? '');
  const to = fields(consumer?.get('01') ?? '');
  const service = consumer?.get('02');
  const bank = to?.get('00');
  const account = to?.get('01');
  const amount = all?.get('54');
  const purpose = fields(all?.get('62') ?? '')?.get('08');
  if (!all || all.get('00') !== '01' || all.get('53') !== '704' || consumer?.get('00') !== guid || !bank || !account) return undefined;
  if (service !== 'QRIBFTTA' && service !== 'QRIBFTTC') return undefined;
  if (amount !== undefined && !/^[1-9]\d*$/.test(amount)) return undefined;
  return { bank, account, ...(amount === undefined ? {} : { amount: Number(amount) }), ...(purpose === undefined ? {} : { purpose }), ...(service === 'QRIBFTTC' ? { card: true } : {}) };
}
