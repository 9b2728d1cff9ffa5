// The payment gateway simulator beside the example portal: a process of its own, as a gateway is, that ends with whoever started it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { at } from './run.mjs';

/** Built by the step `simulator`; never published. */
export const PROGRAM = '.cache/gateway-simulator/main.mjs';

/**
 * @param {{ data?: string, port?: number }} [options] `data`: the file that keeps orders, secrets and the port; without it all are new
 * @returns {Promise<{ url: string, settings(publicUrl: string): object, tell(publicUrl: string, token?: string): Promise<void>, stop(): Promise<void> }>}
 * @throws Error with one sentence when it was not built or does not start
 */
export async function spawnSimulator({ data, port } = {}) {
  if (!existsSync(at(PROGRAM))) throw new Error('The payment gateway simulator is not built: run npm run build -- simulator.');
  const words = ['--json', ...(data ? ['--data', data] : []), ...(port ? ['--port', String(port)] : [])];
  const child = spawn(process.execPath, [at(PROGRAM), ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  // The pipe breaks when the child is gone first; that is said below, not thrown.
  child.stdin.on('error', () => {});
  const gone = new Promise((done) => { child.once('exit', done).once('error', done); });
  const line = await Promise.race([new Promise((done) => { createInterface(child.stdout).once('line', done); }), gone]);
  if (typeof line !== 'string') throw new Error('The payment gateway simulator did not start.');
  const { url, merchants: [merchant], partners: [partner], accounts: [account] } = JSON.parse(line);
  let stopping = false;
  void gone.then(() => { if (!stopping) console.error('The payment gateway simulator ended; online payments do not work until the next start.'); });
  const control = async (name, ask) => {
    const reply = await fetch(`${url}/control/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(ask) });
    if (!reply.ok) throw new Error(`The payment gateway simulator refused ${name}: ${await reply.text()}`);
  };
  return {
    url,
    settings: (publicUrl) => settings(publicUrl, { url, merchant, partner, account }),
    /** Where the portal is, once it listens: a merchant leaves its addresses with a gateway. `token` opens the portal's statement to the bank. */
    async tell(publicUrl, token) {
      await control('merchant', { tmnCode: merchant.tmnCode, ipnUrl: `${publicUrl}/api/v1/gateways/vnpay/notify` });
      await control('partner', { partner: partner.partner, returnUrl: `${publicUrl}/` });
      if (token) await control('statement', { url: `${publicUrl}/admin/payments/lines`, token });
    },
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** As in the file of DVC_PAYMENTS. Every party is fictional. */
function settings(publicUrl, { url, merchant, partner, account }) {
  return {
    minutes: 15, agency: 'UBND xã Mẫu', publicUrl,
    offers: [
      {
        id: 'vnpay', type: 'vnpay', title: { vi: 'Thẻ ngân hàng, ứng dụng ngân hàng hoặc mã QR qua VNPAY', en: 'Bank card, banking app or QR code through VNPAY' },
        tmnCode: merchant.tmnCode, secret: merchant.secret, payUrl: `${url}/paymentv2/vpcpay.html`, apiUrl: `${url}/merchant_webapi/api/transaction`, addresses: ['127.0.0.0/8', '::1/128'],
      },
      {
        id: 'national', type: 'national-platform', title: { vi: 'Nền tảng thanh toán của Cổng Dịch vụ công quốc gia', en: 'Payment platform of the National Public Service Portal' },
        partner: partner.partner, secret: partner.secret, initUrl: `${url}/platform/init`, statusUrl: `${url}/platform/status`, statusMessageType: 'QUERY', hosts: [new URL(url).host],
        // What the simulator answers to a status check, by its own choice: no source shows the platform's.
        statusField: '/error_code', pendingCodes: ['01'], failedCodes: ['11', '24'],
        receipt: { MaDonVi: 'H99.01', TenDonVi: 'UBND xã Mẫu', TKThuHuong: account.account, MaNHThuHuong: account.bank, TenTKThuHuong: 'UBND XA MAU - TAI KHOAN MINH HOA', KhoBac: '', TaiKhoanThuNSNN: '' },
      },
      { id: 'transfer', type: 'transfer', title: { vi: 'Chuyển khoản ngân hàng', en: 'Bank transfer' }, bank: account.bank, bankName: account.bankName, account: account.account, holder: account.holder, qr: true },
      { id: 'cash', type: 'cash', title: { vi: 'Tiền mặt tại Bộ phận Một cửa', en: 'Cash at the one-stop desk' }, place: { vi: 'Bộ phận Một cửa, UBND xã Mẫu', en: 'One-stop desk of the commune' }, hours: { vi: 'Thứ Hai đến thứ Sáu, 7 giờ 30 – 11 giờ 30, 13 giờ 30 – 17 giờ', en: 'Monday to Friday, 7:30–11:30, 13:30–17:00' } },
    ],
    receipts: { issuer: 'local', series: { fee: 'MAU-BLP', charge: 'MAU-BLLP' } },
  };
}
