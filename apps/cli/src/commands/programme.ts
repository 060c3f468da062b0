import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { OPERATIONS, type Fault } from '@totrinh/api-schema';
import { StartError } from '@totrinh/platform';
import { givenPath, readGiven } from '../demo/given-file.ts';
import { officeOf } from '../demo/in-house.ts';
import { ADMINISTRATOR, told } from '../demo/office.ts';
import { columns } from '../demo/report-table.ts';
import { sampleProgramme } from '../demo/sample-programme.ts';
import { PROGRAMME_ID, sampleSchema } from '../demo/sample.ts';

type Options = { readonly data: string; readonly as: string };
type ShowOptions = Options & { readonly from?: string; readonly to?: string };

const importBody = OPERATIONS.importProgramme.body;

/** Adds `totrinh programme`: show and import, against the running house. */
export function register(program: Command): void {
  const programme = program.command('programme');
  const inHouse = (command: Command): Command => command.option('--data <folder>', 'thư mục dữ liệu của hệ thống đang chạy / data folder of the running house', '.data').option('--as <person>', 'người đăng nhập / who signs in', ADMINISTRATOR);
  inHouse(programme.command('show [id]'))
    .option('--from <day>', 'từ ngày của kỳ báo cáo / first day of the period')
    .option('--to <day>', 'đến hết ngày / last day of the period')
    .description('số liệu và từng nội dung / figures and items')
    .action(show);
  inHouse(programme.command('import <file>')).description('nhập theo mã nội dung, tất cả hoặc không gì cả (JSON) / import by item code, all or nothing').action(bringIn);
}

async function show(id: string | undefined, { data, as, from, to }: ShowOptions): Promise<void> {
  const query = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const { code, title, counts, items } = told(await officeOf(givenPath(data)).as(as).GET('/api/v1/programmes/{id}', { params: { path: { id: id ?? PROGRAMME_ID }, query } }));
  console.log(`${code}: ${title}`);
  console.log(`${counts.total} nội dung, ${counts.completed} hoàn thành (${counts.completedPctText}), ${counts.submitted} đang trình, ${counts.notYetSubmitted} chưa trình / items, completed, submitted, not yet submitted`);
  if (counts.completedInPeriod !== null) console.log(`${counts.completedInPeriod} hoàn thành trong kỳ, ${counts.agenciesCompletedInPeriod ?? 0} cơ quan / completed in the period, agencies`);
  for (const line of columns(items.map((i) => [i.code, STATES[i.state], i.stateOn ?? '', i.number ?? '', i.leadUnit.name, i.title]))) console.log(line);
  process.exit(0);
}

const STATES = { notYetSubmitted: 'chưa trình', submitted: 'đang trình', completed: 'hoàn thành' } as const;

async function bringIn(file: string, { data, as }: Options): Promise<void> {
  const body = readProgramme(file);
  const params = { header: { 'Idempotency-Key': randomUUID() } };
  const called = await officeOf(givenPath(data)).as(as).POST('/api/v1/programmes/import', { params, body });
  for (const fault of faultsOf(called.error)) console.error(`${file}: dòng ${fault.row ?? '?'}, ${fault.field ?? fault.path?.join('.') ?? '?'}: ${fault.vi} / ${fault.en}`);
  const { programme, added, history } = told(called);
  console.log(`✓ ${programme}: thêm ${added} nội dung, trong đó ${history} đã hoàn thành / ${added} items added, ${history} of them completed`);
  process.exit(0);
}

/** A file in the shape of the API's import, or in that of the sample's file. */
function readProgramme(file: string) {
  let json: unknown;
  try {
    json = JSON.parse(readGiven(file));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new StartError({ vi: `${file} không phải JSON: ${error.message}`, en: `${file} is not JSON` });
  }
  const sample = sampleSchema.safeParse(json);
  if (sample.success) {
    const { programme, items } = sampleProgramme(sample.data);
    return { programme, items: items.map((i) => ({ ...i, cooperating: [...i.cooperating] })) };
  }
  const read = importBody.safeParse(json);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new StartError({ vi: `${file} sai cấu trúc ở ${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`, en: `${file} has the wrong shape at ${first?.path.join('.') ?? ''}` });
}

function faultsOf(error: unknown): readonly Fault[] {
  return (error as { details?: { faults?: readonly Fault[] } } | undefined)?.details?.faults ?? [];
}
