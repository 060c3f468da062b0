import { Command } from 'commander';
import { StartError } from '@totrinh/platform';
import { registerCommands } from './command-table.ts';

const program = new Command('totrinh')
  .description('Tờ Trình: hệ thống trình, duyệt và theo dõi đề án / submission, approval and follow-up of plans')
  .helpOption('-h, --help', 'in hướng dẫn / show help')
  .helpCommand('help [command]', 'hướng dẫn của một lệnh / help of a command')
  .showSuggestionAfterError()
  .configureOutput({ outputError: (text, write) => write(`Lệnh chưa đúng, xem "totrinh --help" / ${text}`) })
  .configureHelp({ styleTitle: (title) => title.replace('Usage:', 'Cách dùng / usage:').replace('Options:', 'Lựa chọn / options:').replace('Commands:', 'Lệnh / commands:') });

const [first, second] = process.argv.slice(2);
try {
  await registerCommands(program, first === 'help' ? second : first);
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
