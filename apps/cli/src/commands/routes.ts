import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { readRoute, type PlacedFault } from '@totrinh/casework';
import { givenPath, readGiven } from '../demo/given-file.ts';
import { officeOf } from '../demo/in-house.ts';
import { ADMINISTRATOR, told } from '../demo/office.ts';
import { columns } from '../demo/report-table.ts';

type Options = { readonly data: string; readonly as: string };

/** Adds `totrinh routes`: check works on the file alone; list and publish speak to the running house. */
export function register(program: Command): void {
  const routes = program.command('routes');
  const inHouse = (command: Command): Command => command.option('--data <folder>', 'thư mục dữ liệu của hệ thống đang chạy / data folder of the running house', '.data').option('--as <person>', 'người đăng nhập / who signs in', ADMINISTRATOR);
  routes.command('check <file>').description('kiểm tra một tệp quy trình / check a route file').action(check);
  inHouse(routes.command('list')).description('các quy trình đã công bố / published routes').action(list);
  inHouse(routes.command('publish <file>')).description('kiểm tra rồi công bố thành phiên bản kế tiếp / check, then publish as the next version').action(publish);
}

/** Prints each fault with line and column, or that the route can be published; answers whether it can. */
function checkFile(file: string): string | null {
  const source = readGiven(file);
  const read = readRoute(source);
  if (read.ok) return source;
  for (const { line, column, vi, en } of (read.error.details?.['faults'] ?? []) as readonly PlacedFault[]) console.error(`${file}:${line}:${column} ${vi} / ${en}`);
  return null;
}

function check(file: string): void {
  const source = checkFile(file);
  if (source !== null) console.log(`✓ ${file}: công bố được / can be published`);
  process.exit(source === null ? 1 : 0);
}

async function list({ data, as }: Options): Promise<void> {
  const { items } = told(await officeOf(givenPath(data)).as(as).GET('/api/v1/routes', { params: { query: { limit: 200 } } }));
  for (const line of columns(items.map((r) => [r.id, `v${r.version}`, r.publishedAt.slice(0, 10), `${r.title.vi} / ${r.title.en}`]))) console.log(line);
  process.exit(0);
}

async function publish(file: string, { data, as }: Options): Promise<void> {
  const source = checkFile(file);
  if (source === null) process.exit(1);
  const params = { header: { 'Idempotency-Key': randomUUID() } };
  const { route, version } = told(await officeOf(givenPath(data)).as(as).POST('/api/v1/routes', { params, body: { source } }));
  console.log(`✓ ${route}: phiên bản ${version} đã công bố / version ${version} is published`);
  process.exit(0);
}
