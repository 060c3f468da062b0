import { randomBytes } from 'node:crypto';
import { InvalidArgumentError, type Command } from 'commander';
import { givenPath } from '../demo/given-file.ts';
import { inHouse } from '../demo/in-house.ts';
import { columns, expectedFigures, finishedFigures, reportTable, sameFigures } from '../demo/report-table.ts';
import type { DemoReport } from '../demo/run-demo.ts';

type Options = { readonly data: string; readonly finish?: boolean; readonly deadlines?: boolean; readonly json?: boolean; readonly run?: string; readonly journal?: string };

/** Adds `totrinh demo`. Exit 1 when a figure, a number, a check or the count of acts is not as it must be. */
export function register(program: Command): void {
  program
    .command('demo')
    .option('--finish', 'trình, duyệt và ban hành cả mười nội dung / drive all ten open items to issue')
    .option('--deadlines', 'rồi cho một hồ sơ quá hạn với đồng hồ chạy nhanh, in từng lần nhắc / then let a dossier go late by a fast clock and print each reminder')
    .option('--json', 'chỉ in số liệu dạng JSON / print the figures as JSON only')
    .option('--run <id>', 'tên của lượt chạy trong mã đối chiếu / name of this run in correlation ids', runName)
    .option('--journal <file>', 'ghi mỗi yêu cầu và trả lời vào tệp (JSONL) / append each request and its answer to a file')
    .option('--data <folder>', 'thư mục dữ liệu / data folder', '.data')
    .addHelpText('after', ACTIONS)
    .action(demo);
}

const ACTIONS = `
actions: các hành động (act) mà yêu cầu của lượt này tạo ra: mỗi câu trả lời 2xx của một yêu cầu thay đổi dữ liệu, mỗi act tính một lần;
câu trả lời lặp lại điều một lượt trước đã làm không tính. Con số phải bằng số act ghi dưới mã đối chiếu demo-<run>-…
actions: the acts that this run's requests made: each 2xx answer to a changing request, each act once; an answer that
repeats what an earlier run did does not count. It must equal the acts in the record under demo-<run>-…`;

function runName(text: string): string {
  if (!/^[A-Za-z0-9_]{1,40}$/.test(text)) throw new InvalidArgumentError('chữ, số, gạch dưới / letters, digits, underscores');
  return text;
}

async function demo(options: Options): Promise<void> {
  const say = (line: string): void => void process.stderr.write(`  ${line}\n`);
  const { runDemo } = await import('../demo/run-demo.ts');
  const run = options.run ?? randomBytes(4).toString('hex');
  const journalFile = options.journal === undefined ? {} : { journalFile: givenPath(options.journal) };
  const report = await inHouse(givenPath(options.data), say, (house) => runDemo({ house, run, finish: options.finish ?? false, say, ...journalFile }));
  const ok = options.json ? printJson(report, options.finish ?? false) : print(report, options.finish ?? false, run);
  process.exit(ok && (options.deadlines !== true || (await deadlines(say))) ? 0 : 1);
}

async function deadlines(say: (line: string) => void): Promise<boolean> {
  const [{ showDeadlines }, { deadlineFaults, deadlineTable }] = await Promise.all([import('../demo/deadline-show.ts'), import('../demo/deadline-table.ts')]);
  say('Một hồ sơ bị quên, mỗi giây là nửa ngày / a dossier is forgotten, each second is half a day');
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());
  const show = await showDeadlines(say, stopping.signal);
  for (const language of ['vi', 'en'] as const) console.log(['', ...deadlineTable(language, show)].join('\n'));
  const faults = deadlineFaults(show);
  console.log(faults.length === 0 ? `\n✓ Mỗi bậc một lần, đúng quy định; ${show.seconds} s / each rung once, by the rules` : `\n${faults.map((f) => `✗ ${f}`).join('\n')}`);
  return faults.length === 0;
}

function wanted(report: DemoReport, finish: boolean): boolean {
  const must = finish ? finishedFigures(report.sample) : expectedFigures(report.sample);
  return sameFigures(report.figures, must) && report.agrees && report.checks.every((c) => c.ok) && report.numbers.every((n) => n.given === n.expected);
}

function printJson(report: DemoReport, finish: boolean): boolean {
  const { total, completed, completedInPeriod, agenciesCompletedInPeriod, submitted, remaining, notYetSubmitted } = report.figures;
  const { actions, seconds } = report;
  console.log(JSON.stringify({ total, completed, completedInPeriod, agenciesCompletedInPeriod, submitted, remaining, notYetSubmitted, actions, seconds }));
  return wanted(report, finish);
}

function print(report: DemoReport, finish: boolean, run: string): boolean {
  const { sample, figures, actions, recorded, seconds } = report;
  const must = finish ? finishedFigures(sample) : expectedFigures(sample);
  console.log([sample.notice.vi, sample.notice.en, ''].join('\n'));
  for (const language of ['vi', 'en'] as const) console.log([...reportTable(language, figures, must, finish), ''].join('\n'));
  if (report.numbers.length > 0) console.log(numbersTable(report));
  for (const check of report.checks) console.log(`${check.ok ? '✓' : '✗'} ${check.vi} / ${check.en}${check.seen === '' ? '' : `: ${check.seen}`}`);
  const same = report.agrees ? '✓' : '✗';
  console.log(`${same} Lượt ${run}: ${actions} hành động của lượt này, ${recorded} hành động được ghi nhận; ${seconds} s`);
  console.log(`${same} Run ${run}: ${actions} actions of this run, ${recorded} acts in the record; ${seconds} s`);
  const ok = wanted(report, finish);
  if (!ok && !finish && figures.completed > must.completed) {
    console.log('Mười nội dung đã đi quá tình trạng của ngày 13/7/2022 (demo -- --finish); bắt đầu lại bằng npm start -- --fresh.');
    console.log('The ten items are beyond 13/7/2022 already (demo -- --finish); begin anew with npm start -- --fresh.');
  }
  return ok;
}

function numbersTable({ numbers, sample }: DemoReport): string {
  const title = (code: string): string => sample.items.find((i) => i.code === code)?.title ?? '';
  const rows = numbers.map((n) => [n.code, n.given ?? '–', n.expected, n.given === n.expected ? '✓' : '✗', title(n.code)]);
  return ['SỐ VÀ KÝ HIỆU / NUMBERS', ...columns([['', 'Đã cấp', 'Phải có', '', ''], ...rows]), ''].join('\n');
}
