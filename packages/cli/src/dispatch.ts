import { EXIT, type Io } from './io.js';

/** One command: a module that is loaded when it is asked for. It answers with the exit status. */
interface Command { run(args: readonly string[], io: Io): Promise<number> }

const COMMANDS: Record<string, { load: () => Promise<Command>; vi: string; en: string }> = {
  new: { load: () => import('./new/index.js'), vi: 'tạo biểu mẫu mới từ mẫu hoặc từ biểu mẫu có sẵn', en: 'begin a form from a template or another form' },
  check: { load: () => import('./check/index.js'), vi: 'kiểm tra biểu mẫu và chỉ ra chỗ cần sửa', en: 'check forms and say what to mend' },
  preview: { load: () => import('./preview/index.js'), vi: 'mở trang xem thử biểu mẫu trên máy này', en: 'open a local page with the live form' },
  publish: { load: () => import('./publish/index.js'), vi: 'công bố một phiên bản của biểu mẫu', en: 'publish a version of a form' },
  import: { load: () => import('./import/index.js'), vi: 'nhập biểu mẫu từ bảng Excel, CSV hoặc Form.io, phiếu khảo sát từ SurveyJS hoặc danh sách câu hỏi', en: 'bring a form or a survey in from a table, Form.io or SurveyJS' },
  export: { load: () => import('./export/index.js'), vi: 'xuất phiếu khảo sát sang SurveyJS', en: 'write a survey as SurveyJS JSON' },
};

const usage = (): string => [
  'Cách dùng: dvc <lệnh> […]   (thêm --help sau tên lệnh để xem cách dùng của lệnh đó)',
  ...Object.entries(COMMANDS).map(([name, { vi, en }]) => `  ${name.padEnd(8)} ${vi} (${en})`),
  '',
].join('\n');

export async function dispatch([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    io.out(usage());
    return name === undefined ? EXIT.usage : EXIT.ok;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    io.err(`Không có lệnh "${name}" (unknown command).\n${usage()}`);
    return EXIT.usage;
  }
  return (await COMMANDS[name]!.load()).run(args, io);
}
