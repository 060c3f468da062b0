import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { diffRoutes, officeDay, simulate, type Route } from '@totrinh/domain';
import { fromBpmn, toBpmn, toMermaid, toSvg, type Lang } from '@totrinh/diagrams';
import { stringify } from 'yaml';
import { givenPath, readGiven } from '../demo/given-file.ts';
import { officeOf } from '../demo/in-house.ts';
import { ADMINISTRATOR, told } from '../demo/office.ts';
import { columns } from '../demo/report-table.ts';
import { playOf, type PlayOptions } from '../routes/play-options.ts';
import { readRouteFile } from '../routes/route-file.ts';
import { migrateDossiers, openDossiers, type MigrateOptions } from '../routes/migrate-dossiers.ts';
import { diffLines, playedLines } from '../routes/route-tables.ts';

type Options = { readonly data: string; readonly as: string };
type ShowOptions = { readonly format: 'bpmn' | 'svg' | 'mermaid'; readonly lang: Lang; readonly out?: string };

const many = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** Adds `totrinh routes`: check, simulate, diff, show and import work on files alone; list and publish speak to the running house. */
export function register(program: Command): void {
  const routes = program.command('routes');
  const inHouse = (command: Command): Command => command.option('--data <folder>', 'thư mục dữ liệu của hệ thống đang chạy / data folder of the running house', '.data').option('--as <person>', 'người đăng nhập / who signs in', ADMINISTRATOR);
  routes.command('check <file>').description('kiểm tra một tệp quy trình / check a route file').action(check);
  routes.command('simulate <file>').description('chạy thử: các bước, ai làm, hạn, ngày kết thúc sớm nhất và muộn nhất / play it: steps, owners, due dates, earliest and latest end')
    .option('--from <day>', 'ngày bắt đầu, YYYY-MM-DD / first day').option('--outcome <step=…>', 'kết quả lần lượt của một bước, cách nhau bằng dấu phẩy / outcomes of a step in turn', many, [])
    .option('--date <step=…>', 'ngày bước ấy thật sự xong / days on which it is really left', many, []).option('--field <name=value>', 'dữ kiện của hồ sơ / a fact of the case', many, [])
    .option('--kind <kind>', 'loại nội dung / kind of item', 'de-an').option('--item-deadline <day>', 'hạn của nội dung / deadline of the item').action(play);
  inHouse(routes.command('diff <file> [other]')).description('khác gì tệp kia, hoặc khác bản đang dùng và chạm tới những hồ sơ nào / what differs from the other file, or from the published version and which open dossiers it could reach').action(diff);
  inHouse(routes.command('migrate <route>')).description('chuyển các hồ sơ đang mở sang phiên bản khác: xem trước, đề nghị, người thứ hai xác nhận / move open dossiers to another version: preview, propose, a second person confirms')
    .requiredOption('--from <version>', 'phiên bản đang ghim / version they pin').requiredOption('--to <version>', 'phiên bản mới / version they move to').option('--reason <text>', 'lý do / why')
    .option('--confirm-as <person>', 'người xác nhận / who confirms').option('--preview', 'chỉ xem trước / preview only').action(migrate);
  routes.command('show <file>').description('vẽ quy trình / draw it').option('--format <format>', 'bpmn | svg | mermaid', 'svg').option('--lang <lang>', 'vi | en', 'vi').option('--out <file>', 'ghi vào tệp / write to a file').action(show);
  routes.command('import <file>').description('đọc BPMN 2.0 thành quy trình / read BPMN 2.0 as a route').action(bring);
  inHouse(routes.command('list')).description('các quy trình đã công bố / published routes').action(list);
  inHouse(routes.command('publish <file>')).description('kiểm tra rồi công bố thành phiên bản kế tiếp / check, then publish as the next version').action(publish);
}

/** The checked file, or its faults printed and exit 1. */
function checked(file: string): { readonly source: string; readonly route: Route } {
  const read = readRouteFile(file, officeDay(new Date()));
  if (read.ok) return read;
  for (const line of read.lines) console.error(line);
  process.exit(1);
}

function check(file: string): void {
  checked(file);
  console.log(`✓ ${file}: công bố được / can be published`);
  process.exit(0);
}

function play(file: string, options: PlayOptions): void {
  const { route } = checked(file);
  const played = simulate(route, playOf(route, options, new Date()));
  for (const line of playedLines(route, played)) console.log(line);
  process.exit(played.ended === 'unending' ? 1 : 0);
}

async function diff(file: string, other: string | undefined, { data, as }: Options): Promise<void> {
  const { route } = checked(file);
  if (other !== undefined) {
    for (const line of diffLines(diffRoutes(checked(other).route, route))) console.log(line);
    process.exit(0);
  }
  const api = officeOf(givenPath(data)).as(as);
  const published = told(await api.GET('/api/v1/routes', { params: { query: { limit: 200 } } })).items.find((r) => r.id === route.route);
  if (!published) {
    console.log(`Chưa có phiên bản nào của ${route.route} được công bố. / No version of ${route.route} is published.`);
    process.exit(0);
  }
  const { rules } = told(await api.GET('/api/v1/routes/{id}/versions/{n}', { params: { path: { id: route.route, n: published.version } } }));
  const difference = diffRoutes(rules as unknown as Route, route);
  for (const line of diffLines(difference)) console.log(line);
  const open = await openDossiers(api, route.route, null);
  console.log(`Hồ sơ đang mở trên quy trình này / open dossiers on this route: ${open.length}`);
  for (const line of columns(open.map((d) => [d.code, `v${d.route}`, d.at.join(', '), d.at.some((path) => difference.steps.some((s) => s.path === path)) ? 'đang ở bước có thay đổi / at a step that changes' : '']))) console.log(line);
  process.exit(0);
}

async function migrate(route: string, options: MigrateOptions): Promise<void> {
  const failed = await migrateDossiers((person) => officeOf(givenPath(options.data)).as(person), route, options, (line) => console.log(line));
  process.exit(failed === 0 ? 0 : 1);
}

async function show(file: string, { format, lang, out }: ShowOptions): Promise<void> {
  const { route } = checked(file);
  const text = format === 'bpmn' ? await toBpmn(route) : format === 'mermaid' ? toMermaid(route, lang) : toSvg(route, lang);
  if (out === undefined) process.stdout.write(`${text}\n`);
  else writeFileSync(givenPath(out), text);
  process.exit(0);
}

async function bring(file: string): Promise<void> {
  const read = await fromBpmn(readGiven(file));
  if (!read.ok) {
    for (const f of read.faults) console.error(`${file}: ${f.element} ${f.vi} / ${f.en}`);
    process.exit(1);
  }
  for (const note of read.notes) console.log(`# ${note.element}: ${note.vi} / ${note.en}`);
  process.stdout.write(stringify(read.route, { lineWidth: 160 }));
  process.exit(0);
}

async function list({ data, as }: Options): Promise<void> {
  const { items } = told(await officeOf(givenPath(data)).as(as).GET('/api/v1/routes', { params: { query: { limit: 200 } } }));
  for (const line of columns(items.map((r) => [r.id, `v${r.version}`, r.publishedAt.slice(0, 10), `${r.title.vi} / ${r.title.en}`]))) console.log(line);
  process.exit(0);
}

async function publish(file: string, { data, as }: Options): Promise<void> {
  const { source } = checked(file);
  const params = { header: { 'Idempotency-Key': randomUUID() } };
  const { route, version } = told(await officeOf(givenPath(data)).as(as).POST('/api/v1/routes', { params, body: { source } }));
  console.log(`✓ ${route}: phiên bản ${version} đã công bố / version ${version} is published`);
  process.exit(0);
}
