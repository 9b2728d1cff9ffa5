// The simulator as a process: node main.mjs [--port N] [--host H] [--data file] [--json].
// The contracts (merchant, partner, account) are in the JSON of DVC_SIMULATOR; by default one of each is made up, with secrets that last as long as the data file.
// With --json its first line is for a program, with the secrets, and it ends with its standard input: whoever started it is gone then.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Data, Parties } from './book.js';
import { startGatewaySimulator } from './server.js';

const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean', default: false } } });
const { DVC_SIMULATOR } = process.env;

/** Nobody's. The number of the bank is none that NAPAS has given out: a QR code that somebody scans with a real app must lead to no account. */
const madeUp = (): Parties => ({
  merchants: [{ tmnCode: 'MOPHONG1', secret: randomBytes(24).toString('hex'), name: 'UBND xã Mẫu – đơn vị minh họa' }],
  partners: [{ partner: 'MOPHONG1', secret: randomBytes(24).toString('hex'), name: 'UBND xã Mẫu – đơn vị minh họa' }],
  accounts: [{ bank: '000000', bankName: 'Ngân hàng mô phỏng', account: '0000000000', holder: 'UBND xã Mẫu – tài khoản minh họa' }],
});
const kept = values.data !== undefined && existsSync(values.data) ? JSON.parse(readFileSync(values.data, 'utf8')) as Partial<Data> : {};
const parties = DVC_SIMULATOR ? JSON.parse(DVC_SIMULATOR) as Partial<Parties> : kept.merchants?.length ? {} : madeUp();

const simulator = await startGatewaySimulator({
  ...parties, ...(values.port === undefined ? {} : { port: Number(values.port) }), ...(values.host === undefined ? {} : { host: values.host }), ...(values.data === undefined ? {} : { data: values.data }),
});
const { merchants, partners, accounts } = simulator.book.data;
process.stdout.write(values.json ? `${JSON.stringify({ url: simulator.url, merchants, partners, accounts })}\n` : `The payment gateway simulator is at ${simulator.url}/\n`);
const end = () => { simulator.close().then(() => process.exit(0), () => process.exit(1)); };
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
if (values.json) process.stdin.resume().once('end', end).once('error', end);
