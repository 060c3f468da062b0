import { resolve } from 'node:path';
import type { Command } from 'commander';
import { examine, mend } from '../doctor/examine.ts';
import { FINDINGS, linesOf } from '../doctor/findings.ts';
import { withPatient } from '../doctor/patient.ts';

type Options = { readonly data: string; readonly mend?: boolean; readonly json?: boolean };

/** Adds `totrinh doctor`: exit 1 while a fault is left. */
export function register(program: Command): void {
  program
    .command('doctor')
    .option('--data <folder>', 'thư mục dữ liệu của hệ thống đang chạy / data folder of the running house', '.data')
    .option('--mend', 'chữa những gì chữa được / mend what can be mended')
    .option('--json', 'in JSON / print JSON')
    .action(run);
}

async function run(options: Options): Promise<void> {
  const say = (line: string): void => { if (!options.json) console.log(line); };
  const remaining = await withPatient(resolve(process.env['INIT_CWD'] ?? '.', options.data), async (patient) => {
    const { findings, examined } = await examine(patient);
    say(`Đã khám ${examined} hồ sơ: ${findings.length} lỗi / ${examined} dossiers examined, ${findings.length} faults`);
    for (const line of linesOf(findings)) say(line);
    const mendable = findings.some((f) => FINDINGS[f.code].mends);
    if (!options.mend || !mendable) {
      if (options.json) console.log(JSON.stringify({ examined, findings, called: 0, remaining: findings }));
      else if (mendable) say('Chạy lại với --mend để chữa / run again with --mend to mend');
      return findings.length;
    }
    const { called, findings: left } = await mend(patient, findings);
    say(`Đã gọi lại ${called} hồ sơ, còn ${left.length} lỗi / ${called} dossiers called again, ${left.length} faults left`);
    for (const line of linesOf(left)) say(line);
    if (options.json) console.log(JSON.stringify({ examined, findings, called, remaining: left }));
    return left.length;
  });
  process.exit(remaining > 0 ? 1 : 0);
}
