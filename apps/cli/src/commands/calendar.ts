import type { Command } from 'commander';
import { BASE_CALENDAR, dayOf, officeDay, type AskedSpan } from '@totrinh/domain';
import { StartError } from '@totrinh/platform';
import { calendarAtHand, type CalendarAtHand, type HouseOptions } from '../calendar/calendar-at-hand.ts';
import { changeInHouse, confirmed, daysThat, rowsOf, type Wish } from '../calendar/change-house.ts';
import { historyLines } from '../calendar/history-lines.ts';
import { dayRows, monthTable } from '../calendar/month-table.ts';
import { givenPath } from '../demo/given-file.ts';
import { officeOf } from '../demo/in-house.ts';
import { ADMINISTRATOR, told } from '../demo/office.ts';
import { columns } from '../demo/report-table.ts';

interface DueOptions extends HouseOptions { readonly from?: string; readonly days?: number; readonly workingDays?: number; readonly workingHours?: number; readonly months?: number; readonly before?: boolean; readonly why?: boolean; readonly json?: boolean }
interface ChangeOptions extends HouseOptions { readonly reason?: string; readonly source?: string }

/** A number as a person writes it. Throws StartError for whatever is none. */
function count(text: string): number {
  if (/^[+-]?\d+(?:[.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  throw new StartError({ vi: `“${text}” không phải là một số`, en: `“${text}” is no number` });
}

/** Adds `totrinh calendar`: due and month work by the shipped calendar, too, where no house runs; the others speak to the running house. */
export function register(program: Command): void {
  const calendar = program.command('calendar');
  const inHouse = (command: Command): Command => command.option('--data <folder>', 'thư mục dữ liệu của hệ thống đang chạy / data folder of the running house', '.data').option('--as <person>', 'người đăng nhập / who signs in', ADMINISTRATOR)
    .option('--calendar <id>', 'lịch chung (vn) hoặc mã cơ quan / the general calendar or the code of a unit', BASE_CALENDAR);
  const changes = (name: string): Command => inHouse(calendar.command(name)).option('--reason <text>', 'lý do / why').option('--source <number>', 'số của quyết định / number of the decision');
  inHouse(calendar.command('due')).description('hạn rơi vào ngày nào; dòng cuối là ngày ấy / when a term ends; the last line is that day')
    .option('--from <day>', 'từ ngày YYYY-MM-DD (không tính ngày đầu); giờ làm việc: YYYY-MM-DDThh:mm / from which day, not counted').option('--days <n>', 'số ngày / days', count)
    .option('--working-days <n>', 'số ngày làm việc / working days', count).option('--working-hours <n>', 'số giờ làm việc / working hours', count).option('--months <n>', 'số tháng / months', count)
    .option('--before', 'tính lùi / count back').option('--why', 'in căn cứ / print why').option('--json', 'in JSON / print JSON').action(due);
  inHouse(calendar.command('month [month]')).description('lịch một tháng, YYYY-MM / a month').action(month);
  inHouse(calendar.command('show [year]')).description('ngày nghỉ và ngày làm bù của một năm / days off and worked Saturdays of a year').action(show);
  inHouse(calendar.command('history')).description('các phiên bản: ai sửa gì, khi nào, vì sao / versions: who changed what, when and why').action(history);
  changes('confirm <days...>').description('ngày dự kiến đã có quyết định (--source) / the decision of planned days has come (--source)').action((days: string[], o: ChangeOptions) => change(o, confirmed(days, needed(o.source, '--source')), `Xác nhận theo ${o.source}`));
  changes('off <days...>').description('thêm ngày nghỉ / add days off').action((days: string[], o: ChangeOptions) => change(o, daysThat('off', days, needed(o.reason, '--reason'), o.source), ''));
  changes('work <days...>').description('thêm ngày làm bù / add worked days').action((days: string[], o: ChangeOptions) => change(o, daysThat('work', days, needed(o.reason, '--reason'), o.source), ''));
  changes('remove <days...>').description('bỏ những ngày đã ghi / take days out').action((days: string[], o: ChangeOptions) => change(o, () => days.map((day) => ({ do: 'remove', day })), needed(o.reason, '--reason')));
  changes('import <file>').description('nhập tệp date,kind,reason,status,source / import such a file').action((file: string, o: ChangeOptions) => change(o, rowsOf(file), `Nhập từ tệp ${file}`));
}

async function due(o: DueOptions): Promise<void> {
  if ([o.days, o.workingDays, o.workingHours, o.months].every((span) => span === undefined)) {
    throw new StartError({ vi: 'Hãy nêu một khoảng: --working-days, --days, --working-hours hoặc --months', en: 'name a span: --working-days, --days, --working-hours or --months' });
  }
  const at = calendarAtHand(o);
  const asked: AskedSpan = {
    from: o.from ?? officeDay(new Date()), before: o.before === true,
    ...(o.days === undefined ? {} : { days: o.days }), ...(o.workingDays === undefined ? {} : { workingDays: o.workingDays }), ...(o.workingHours === undefined ? {} : { workingHours: o.workingHours }), ...(o.months === undefined ? {} : { months: o.months }),
  };
  const answer = await at.due(asked);
  const clock = new Date(Date.parse(answer.at) + 7 * 3_600_000).toISOString();
  const text = answer.unit === 'workingHours' ? `${clock.slice(0, 10)} ${clock.slice(11, 16)}` : answer.due;
  if (o.json) console.log(JSON.stringify({ ...answer, source: at.source, text }));
  else {
    say(at, answer.calendar);
    if (answer.planned) console.error('Căn cứ vào ngày mới là dự kiến, hạn có thể thay đổi. / This rests on days that are only planned and may change.');
    if (answer.beyond) console.error('Vượt quá lịch đã có, tính theo tuần làm việc. / Beyond what the calendar knows; reckoned by the week alone.');
    if (o.why) console.log(`${answer.why.vi}\n${answer.why.en}`);
    console.log(text);
  }
  process.exit(0);
}

async function month(given: string | undefined, o: HouseOptions): Promise<void> {
  const wanted = given ?? officeDay(new Date()).slice(0, 7);
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(wanted) ?? [];
  if (year === undefined || number === undefined || !within(Number(year))) throw new StartError({ vi: `Không đọc được tháng “${wanted}”: viết YYYY-MM, ví dụ 2026-08`, en: `cannot read the month “${wanted}”: write YYYY-MM, such as 2026-08` });
  const at = calendarAtHand(o);
  const held = await at.year(Number(year));
  say(at, held.key);
  for (const line of monthTable(held, Number(year), Number(number))) console.log(line);
  process.exit(0);
}

async function show(given: string | undefined, o: HouseOptions): Promise<void> {
  const year = given ?? officeDay(new Date()).slice(0, 4);
  if (!/^\d{4}$/.test(year) || !within(Number(year))) throw new StartError({ vi: `Không đọc được năm “${year}”: viết bốn chữ số, từ 1900 đến 2150`, en: `cannot read the year “${year}”: write four digits, from 1900 to 2150` });
  const at = calendarAtHand(o);
  const held = await at.year(Number(year));
  say(at, held.key);
  for (const line of columns(dayRows(held.days))) console.log(line);
  console.log(`${held.workingDays.reduce((a, b) => a + b, 0)} ngày làm việc từ ${dayOf(Number(year), 1, 1)} đến ${dayOf(Number(year), 12, 31)} / working days`);
  process.exit(0);
}

async function history({ data, as, calendar: id }: HouseOptions): Promise<void> {
  const { items } = told(await officeOf(givenPath(data)).as(as).GET('/api/v1/calendars/{id}/versions', { params: { path: { id } } }));
  for (const line of historyLines(items)) console.log(line);
  process.exit(0);
}

async function change(o: ChangeOptions, wish: Wish, reason: string): Promise<void> {
  const made = await changeInHouse(o, o.reason ?? reason, wish);
  console.log(`✓ ${made.calendar}: phiên bản ${made.version} đã công bố, hạn đang mở được tính lại / version ${made.version} is published, open terms are reckoned again`);
  process.exit(0);
}

/** Which calendar was used, beside the answer. */
function say(at: CalendarAtHand, key: string): void {
  console.error(at.source === 'house' ? `Theo lịch ${key} của hệ thống đang chạy / by calendar ${key} of the running house` : `Theo lịch ${key} kèm theo hệ thống (không có hệ thống nào đang chạy ở đây) / by the shipped calendar ${key} (no house runs here)`);
}

const within = (year: number): boolean => year >= 1900 && year <= 2150;

function needed(value: string | undefined, option: string): string {
  if (value !== undefined && value.trim() !== '') return value;
  throw new StartError({ vi: `Thiếu ${option}`, en: `${option} is missing` });
}
