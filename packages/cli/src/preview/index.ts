import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT, type Io } from '../io.js';
import { startPreview, type PreviewServer } from './server.js';

const USAGE = `Cách dùng: dvc preview <tệp biểu mẫu> [--port 4180]

Mở một trang trên máy này để xem thử biểu mẫu; trang tự đọc lại mỗi khi lưu tệp.
Không có gì được gửi ra ngoài. Nhấn Ctrl+C để dừng.
`;
const PORT = 4180;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const say = (text: string): number => { io.err(text); return EXIT.usage; };
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: { port: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    return say(`${(error as Error).message}\n${USAGE}`);
  }
  const { values, positionals: [name, ...rest] } = parsed;
  if (values.help) { io.out(USAGE); return EXIT.ok; }
  const port = values.port === undefined ? PORT : Number(values.port);
  if (name === undefined || rest.length > 0 || !Number.isInteger(port) || port < 0 || port > 65_535) return say(USAGE);
  const file = resolve(io.cwd, name);
  if (!existsSync(file) || !statSync(file).isFile()) return say(`Không có tệp "${name}" (not found).\n`);
  let server: PreviewServer;
  try {
    server = await startPreview(file, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return say(`Cổng ${port} đang được chương trình khác dùng. Chọn cổng khác bằng --port, ví dụ --port ${port + 1}.\n`);
    if ((error as Error).message === '@dvc/sdk') return say('Chưa có bộ hiển thị biểu mẫu (@dvc/sdk). Cài gói này, hoặc chạy "npm run build" trong mã nguồn.\n');
    throw error;
  }
  io.out(`Xem thử tại ${server.url}\nTrang tự đọc lại mỗi khi lưu tệp. Nhấn Ctrl+C để dừng.\n`);
  await stopped(io.signal);
  await server.close();
  return EXIT.ok;
}

const stopped = (signal: AbortSignal | undefined): Promise<void> => new Promise((done) => {
  if (signal?.aborted) return done();
  signal?.addEventListener('abort', () => done(), { once: true });
  if (!signal) for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => done());
});
