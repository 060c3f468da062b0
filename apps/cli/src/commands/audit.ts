import type { Command } from 'commander';
import { AuditReadModel, createDataSource } from '@totrinh/persistence';
import { loadCliConfig, StartError, untilReady } from '@totrinh/platform';
import { auditRecord, type Audit } from '../audit/audit-record.ts';
import { givenPath } from '../demo/given-file.ts';
import { columns } from '../demo/report-table.ts';
import { awaitHouse } from '../house/await-house.ts';

type Options = { readonly dossier?: string; readonly data: string; readonly json?: boolean };

/** Adds `totrinh audit`: `verify` reads the whole record; exit 1 where it finds a fault. Changes nothing. */
export function register(program: Command): void {
  program
    .command('audit')
    .command('verify')
    .description('kiểm tra từng chuỗi sự kiện và từng sổ văn bản / verify every chain and every register')
    .option('--dossier <id>', 'chỉ một hồ sơ, theo id hoặc mã HS-… / one dossier only, by id or code')
    .option('--data <folder>', 'thư mục dữ liệu của hệ thống đang chạy / data folder of the running house', '.data')
    .option('--json', 'in JSON / print JSON')
    .action(verify);
}

async function verify({ dossier, data, json }: Options): Promise<void> {
  const url = await databaseOf(givenPath(data));
  const { host } = new URL(url);
  const source = await untilReady({ vi: `PostgreSQL ${host}`, en: `PostgreSQL ${host}` }, () => createDataSource(url, 2).initialize(), { withinMs: 5_000 });
  try {
    const model = new AuditReadModel(source);
    const only = dossier === undefined ? null : await model.find(dossier);
    if (dossier !== undefined && only === null) throw new StartError({ vi: `Không có hồ sơ ${dossier}`, en: `there is no dossier ${dossier}` });
    const audit = await auditRecord(model, only, (n) => { if (process.stderr.isTTY) process.stderr.write(`… ${n} hồ sơ / dossiers\r`); });
    for (const line of json ? [JSON.stringify(audit)] : linesOf(audit)) console.log(line);
    process.exitCode = audit.faults.length > 0 ? 1 : 0;
  } finally {
    await source.destroy();
  }
}

async function databaseOf(dataDir: string): Promise<string> {
  const said = (line: string): void => void process.stderr.write(`${line}\n`);
  const url = loadCliConfig(process.env).dbUrl ?? (await awaitHouse(dataDir, said))?.dbUrl;
  if (url) return url;
  throw new StartError({
    vi: `Không có hệ thống nào đang chạy trên ${dataDir}: chạy "npm start" ở một cửa sổ khác, hoặc đặt TOTRINH_DB_URL và TOTRINH_DB_OWNER_URL`,
    en: `no house runs on ${dataDir}: run "npm start" in another terminal, or set TOTRINH_DB_URL and TOTRINH_DB_OWNER_URL`,
  });
}

function linesOf({ dossiers, events, words, erased, calendars, series, faults }: Audit): string[] {
  const mark = (where: string): string => (faults.some((f) => f.where === where || f.where.startsWith(`${where} `)) ? '✗' : '✓');
  const chains = faults.some((f) => f.code.startsWith('CHAIN_')) ? '✗' : '✓';
  const rows = [
    ['Nhật ký / record', 'Nội dung / content', ''],
    ['Chuỗi sự kiện / chains', `${dossiers} hồ sơ / dossiers, ${events} sự kiện / events`, chains],
    ['Lời ghi kèm / words', `${words}, đã xoá / erased ${erased}`, faults.some((f) => f.code === 'CHAIN_WORD') ? '✗' : '✓'],
    ['Lịch làm việc / calendars', `${calendars} phiên bản / versions`, faults.some((f) => f.code.startsWith('CALENDAR_')) ? '✗' : '✓'],
    ...series.map((s) => [`Sổ / register ${s.register} ${s.series}`, `${s.numbers.length} số / numbers${s.numbers.length > 0 ? `, ${s.first}–${s.next - 1}` : ''}`, mark(`${s.register} ${s.series}`)]),
  ];
  const told = faults.map((f) => `  ✗ ${f.where}: ${f.vi} / ${f.en} (${f.code})`);
  return [...columns(rows), ...told, `${faults.length} lỗi / ${faults.length} faults`];
}
