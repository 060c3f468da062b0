import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';

/** One command: its file is `commands/NAME.ts`, which exports `register(program)`. To add a command, add its line and its file. */
const COMMANDS = [
  ['start', 'chạy cả hệ thống trên máy này', 'run everything on this machine'],
  ['demo', 'chạy chương trình mẫu qua API và so với bảng ngày 13/7/2022', 'drive the sample programme through the API and compare with the table of 13/7/2022'],
  ['token', 'lấy mã truy cập của một người mẫu, để thử API', 'an access token of a sample person, to try the API'],
  ['programme', 'xem một chương trình: số nội dung và tình trạng', 'a programme: counts and states'],
  ['routes', 'xem, kiểm tra và công bố quy trình', 'show, check and publish routes'],
  ['ladders', 'xem, kiểm tra và công bố quy định nhắc việc', 'show, check and publish ladders of reminders'],
  ['calendar', 'hạn theo lịch làm việc, lịch tháng, sửa lịch', 'due dates by the calendar, a month of it, changing it'],
  ['audit', 'kiểm tra nhật ký xác thực và sổ văn bản', 'verify chains and registers'],
  ['doctor', 'tìm và chữa hồ sơ bị kẹt', 'find and mend dossiers that are stuck'],
  ['migrate', 'cập nhật lược đồ của cơ sở dữ liệu riêng', 'migrate a database of your own'],
  ['test', 'kiểm tra toàn bộ dự án', 'everything that checks the project'],
  ['patterns', 'mỗi mẫu quy trình cần có một phép thử, in thành bảng', 'a test for each workflow pattern that is needed, as a table'],
  ['chaos', 'tắt đột ngột từng phần khi đang chạy, rồi đối chiếu', 'kill parts while they work, then compare'],
  ['bench', 'đo tốc độ', 'measure speed'],
  ['web', 'dựng giao diện web vào một thư mục', 'build the web application into a folder'],
  ['screens', 'chụp mọi màn hình vào docs/screens', 'pictures of every screen into docs/screens'],
  ['openapi', 'ghi openapi.json từ API', 'write openapi.json from the API'],
  ['client', 'sinh libs/api-client từ openapi.json', 'generate libs/api-client from openapi.json'],
] as const;

const fileOf = (name: string): URL => new URL(`./commands/${name}.ts`, import.meta.url);

/**
 * Adds every command to the program: `invoked` for real, from its file, the others by name and sentence alone, so that no command
 * waits for what another one loads.
 */
export async function registerCommands(program: Command, invoked: string | undefined): Promise<void> {
  for (const [name, vi, en] of COMMANDS) {
    if (!existsSync(fileURLToPath(fileOf(name)))) continue;
    if (name === invoked) {
      const { register } = (await import(fileOf(name).href)) as { register(program: Command): void };
      register(program);
    } else {
      program.command(name);
    }
    const added = program.commands.find((command) => command.name() === name);
    added?.summary(`${vi} / ${en}`);
    if (added && !added.description()) added.description(`${vi} / ${en}`);
  }
}
