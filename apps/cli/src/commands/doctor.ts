import { resolve } from 'node:path';
import type { Command } from 'commander';
import { examine, mend } from '../doctor/examine.ts';
import { isMendable, tableOf } from '../doctor/lines.ts';
import { withPatient } from '../doctor/patient.ts';

type Options = { readonly data: string; readonly mend?: boolean; readonly json?: boolean };

/** Adds `totrinh doctor`, which changes nothing unless it is told to mend: exit 1 while a fault is left. */
export function register(program: Command): void {
  program
    .command('doctor')
    .option('--data <folder>', 'thư mục dữ liệu của hệ thống đang chạy / data folder of the running house', '.data')
    .option('--mend', 'chữa những gì chữa được, mỗi lỗi đã chữa là một sự kiện của hồ sơ / mend what can be mended, each an event of its dossier')
    .option('--json', 'in JSON / print JSON')
    .action(run);
}

async function run(options: Options): Promise<void> {
  const say = (lines: readonly string[]): void => { if (!options.json) for (const line of lines) console.log(line); };
  const remaining = await withPatient(resolve(process.env['INIT_CWD'] ?? '.', options.data), async (patient) => {
    const { findings, examined } = await examine(patient);
    say([`Đã khám ${examined} hồ sơ: ${findings.length} lỗi / ${examined} dossiers examined, ${findings.length} faults`]);
    if (!options.mend || !isMendable(findings)) {
      say(tableOf(findings.map((finding) => ({ finding, done: false }))));
      if (options.json) console.log(JSON.stringify({ examined, findings, mended: [], remaining: findings }));
      else if (!options.mend && isMendable(findings)) say(['Chạy lại với --mend để chữa / run again with --mend to mend']);
      return findings.length;
    }
    const { treated, findings: left } = await mend(patient, findings);
    const mended = treated.filter((t) => t.done).map((t) => t.finding);
    say([...tableOf(treated), `Đã chữa ${mended.length} lỗi, còn ${left.length} lỗi / ${mended.length} faults mended, ${left.length} faults left`]);
    if (options.json) console.log(JSON.stringify({ examined, findings, mended, remaining: left }));
    return left.length;
  });
  process.exit(remaining > 0 ? 1 : 0);
}
