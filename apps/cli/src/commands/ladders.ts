import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { checkLadder, type Ladder } from '@totrinh/domain';
import { isNode, LineCounter, parseDocument, stringify } from 'yaml';
import { givenPath, readGiven } from '../demo/given-file.ts';
import { officeOf } from '../demo/in-house.ts';
import { ADMINISTRATOR, told } from '../demo/office.ts';
import { columns } from '../demo/report-table.ts';
import { rungRows } from '../routes/ladder-words.ts';

type Options = { readonly data: string; readonly as: string };

/** Adds `totrinh ladders`: check works on a file alone; list, show and publish speak to the running house. */
export function register(program: Command): void {
  const ladders = program.command('ladders');
  const inHouse = (command: Command): Command => command.option('--data <folder>', 'thư mục dữ liệu của hệ thống đang chạy / data folder of the running house', '.data').option('--as <person>', 'người đăng nhập / who signs in', ADMINISTRATOR);
  ladders.command('check <file>').description('kiểm tra một tệp quy định nhắc việc / check a ladder file').action((file: string) => { printLadder(checked(file)); process.exit(0); });
  inHouse(ladders.command('list')).description('các quy định đang dùng / ladders in use').action(list);
  inHouse(ladders.command('show <ladder>')).description('các bậc của một quy định / the rungs of one').option('--source', 'in dạng YAML để sửa rồi công bố / print it as YAML, to edit and publish').action(show);
  inHouse(ladders.command('publish <file>')).description('kiểm tra rồi công bố thành phiên bản kế tiếp / check, then publish as the next version').action(publish);
}

/** The checked file, or its faults printed and exit 1. */
function checked(file: string): Ladder {
  const lines = new LineCounter();
  const document = parseDocument(readGiven(file), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => { const { line, col } = lines.linePos(offset); return `${file}:${line}:${col}`; };
  for (const e of document.errors) console.error(`${at(e.pos[0])} Không đọc được YAML, xem lại thụt dòng, dấu hai chấm và ngoặc: ${e.code} / Cannot read the YAML: ${e.message}`);
  if (document.errors.length > 0) process.exit(1);
  const read = checkLadder(document.toJS({ maxAliasCount: 0 }));
  if (read.ok) return read.ladder;
  for (const fault of read.faults) console.error(`${at(offsetOf(document, fault.path))} ${fault.vi} / ${fault.en}`);
  process.exit(1);
}

/** Where the deepest key of a path that stands in the file begins. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function printLadder(ladder: Ladder): void {
  console.log(`✓ ${ladder.ladder}: ${ladder.title.vi} / ${ladder.title.en}`);
  for (const line of columns([['bậc / rung', 'khi nào / when', 'làm gì / does'], ...rungRows(ladder)])) console.log(line);
}

async function list({ data, as }: Options): Promise<void> {
  const { items } = told(await officeOf(givenPath(data)).as(as).GET('/api/v1/ladders', {}));
  for (const line of columns(items.map((l) => { const rules = l.rules as unknown as Ladder; return [l.id, `v${l.version}`, `${rules.rungs.length}`, `${rules.title.vi} / ${rules.title.en}`]; }))) console.log(line);
  process.exit(0);
}

async function show(ladder: string, { data, as, source }: Options & { readonly source?: boolean }): Promise<void> {
  const { items } = told(await officeOf(givenPath(data)).as(as).GET('/api/v1/ladders', {}));
  const found = items.find((l) => l.id === ladder);
  if (!found) {
    console.error(`Không có quy định nhắc việc “${ladder}”; đang có: ${items.map((l) => l.id).join(', ')}. / There is no ladder “${ladder}”; there are: ${items.map((l) => l.id).join(', ')}.`);
    process.exit(1);
  }
  if (source) process.stdout.write(stringify(found.rules, { lineWidth: 160 }));
  else printLadder(found.rules as unknown as Ladder);
  process.exit(0);
}

async function publish(file: string, { data, as }: Options): Promise<void> {
  const body = checked(file);
  const params = { header: { 'Idempotency-Key': randomUUID() } };
  const { ladder, version } = told(await officeOf(givenPath(data)).as(as).POST('/api/v1/ladders', { params, body: { ...body } }));
  console.log(`✓ ${ladder}: phiên bản ${version} đã công bố / version ${version} is published`);
  process.exit(0);
}
