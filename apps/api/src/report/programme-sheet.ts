import { kindName, officeDay } from '@totrinh/domain';
import writeExcelFile from 'write-excel-file/node';
import type { ItemBody, ProgrammeBody } from '../present/programmes.ts';
import { SHEET_WORDS, type SheetLanguage, type SheetWords } from './programme-words.ts';

/** A cell: words, a number or a day of the office, which spreadsheets keep at midnight UTC. */
interface Cell {
  readonly value: string | number | Date; readonly type: StringConstructor | NumberConstructor | DateConstructor; readonly format?: string; readonly fontWeight?: 'bold'; readonly fontSize?: number; readonly columnSpan?: number;
  readonly wrap?: boolean; readonly align?: 'left' | 'center'; readonly alignVertical?: 'top' | 'center'; readonly backgroundColor?: string; readonly borderStyle?: 'thin';
}
type Line = (Cell | null)[];

const DAY_FORMAT = 'd/m/yyyy';
const WIDTHS = [6, 46, 12, 28, 28, 26, 18, 14, 44, 22, 14];

/** The report as a spreadsheet: the figures, then a line for each item, with real days and numbers. Sample data says so in the first line. */
export async function programmeSheet(p: ProgrammeBody, lang: SheetLanguage): Promise<Buffer> {
  const words = SHEET_WORDS[lang];
  const head: Line[] = [...(p.demo ? [[text(words.sample, { fontWeight: 'bold' })]] : []), [text(`${p.code}. ${p.title}`, { fontWeight: 'bold', fontSize: 14 })], [text(p.sentence[lang])], ...figures(p, words), []];
  const columns = WIDTHS.map((width) => ({ width }));
  const data = [...head, words.columns.map((c) => text(c, { fontWeight: 'bold', wrap: true, align: 'center', backgroundColor: '#E8EDF3', borderStyle: 'thin' })), ...p.items.map((i) => line(i, lang, words))];
  return writeExcelFile(data, { columns, sheet: words.sheet, orientation: 'landscape', stickyRowsCount: head.length + 1, dateFormat: DAY_FORMAT }).toBuffer();
}

const text = (value: string, style: Partial<Cell> = {}): Cell => ({ value, type: String, ...style });
const inTable = { wrap: true, alignVertical: 'top', borderStyle: 'thin' } as const;
const cell = (value: string): Cell => text(value, inTable);
const day = (on: string | null): Cell => (on === null ? cell('') : { value: new Date(`${on}T00:00:00Z`), type: Date, format: DAY_FORMAT, ...inTable });

function figures(p: ProgrammeBody, words: SheetWords): Line[] {
  const { counts: c } = p;
  const rows: [string, number | null][] = [[words.total, c.total], [words.completed, c.completed], [words.inPeriod, c.completedInPeriod], [words.agencies, c.agenciesCompletedInPeriod], [words.submitted, c.submitted], [words.notYet, c.notYetSubmitted]];
  return rows.flatMap(([name, n]): Line[] => (n === null ? [] : [[null, text(name), { value: n, type: Number, format: '#,##0' }]]));
}

function line(i: ItemBody, lang: SheetLanguage, words: SheetWords): Line {
  return [
    { value: i.no, type: Number, format: '0', ...inTable }, cell(i.title), cell(kindName(i.kind)[lang]), cell(i.leadUnit.name), cell(i.directing), cell(i.authority.name), cell(i.deadline.text), day(i.deadline.on),
    cell(whereabouts(i, lang, words)), cell(i.product?.number ?? ''), day(i.product?.on ?? null),
  ];
}

/** Where it lies and since when, as far as whoever asks may know. */
function whereabouts(i: ItemBody, lang: SheetLanguage, words: SheetWords): string {
  const since = i.stateOn === null ? '' : ` ${words.since} ${slashed(i.stateOn)}`;
  if (i.state === 'completed') return `${words.states.completed}${i.stateOn === null ? '' : ` ${words.onDay} ${slashed(i.stateOn)}`}`;
  const steps = i.where?.steps.map((s) => `${s.title?.[lang] ?? s.path}: ${(s.body ? [s.body] : s.units.length > 0 ? s.units : s.people).map((who) => who.name).join(', ')}, ${words.since} ${slashed(officeDay(new Date(s.since)))}`) ?? [];
  return [`${words.states[i.state]}${since}`, ...steps].join('\n');
}

const slashed = (on: string): string => on.split('-').reverse().map((part) => String(Number(part))).join('/');
