import type { Sample } from './sample.ts';

/** The figures of the report, as the API counts them and as the press printed them. */
export interface Figures {
  readonly total: number;
  readonly completed: number;
  readonly completedPct: string;
  readonly completedInPeriod: number;
  readonly agenciesCompletedInPeriod: number;
  readonly submitted: number;
  readonly remaining: number;
  readonly notYetSubmitted: number;
}

/** What the report of 13/7/2022 says, from the sample's file. */
export function expectedFigures({ expected: e }: Sample): Figures {
  return {
    total: e.total, completed: e.completed, completedPct: e.completedPct, completedInPeriod: e.completedInPeriod, agenciesCompletedInPeriod: e.agenciesCompletingInPeriod,
    submitted: e.submittedPendingApproval, remaining: e.remaining, notYetSubmitted: e.notYetSubmitted,
  };
}

/** The same programme once all ten have been issued; what was completed in the first half of the year stays as it was. */
export function finishedFigures(sample: Sample): Figures {
  return { ...expectedFigures(sample), completed: sample.expected.total, completedPct: '100,0%', submitted: 0, remaining: 0, notYetSubmitted: 0 };
}

interface Line { readonly vi: string; readonly en: string; readonly text: (f: Figures, language: 'vi' | 'en') => string }

const LINES: readonly Line[] = [
  { vi: 'Tổng số nội dung', en: 'Items', text: (f) => String(f.total) },
  { vi: 'Đã hoàn thành', en: 'Completed', text: (f, language) => `${f.completed} (${language === 'vi' ? f.completedPct : f.completedPct.replace(',', '.')})` },
  { vi: 'Hoàn thành trong 6 tháng đầu năm 2022', en: 'Completed in the first half of 2022', text: (f, language) => `${f.completedInPeriod}, ${f.agenciesCompletedInPeriod} ${language === 'vi' ? 'cơ quan' : 'agencies'}` },
  { vi: 'Đang trình cấp có thẩm quyền', en: 'Submitted, waiting for the authority', text: (f) => String(f.submitted) },
  { vi: 'Còn lại', en: 'Remaining', text: (f) => String(f.remaining) },
  { vi: 'Chưa trình', en: 'Not yet submitted', text: (f) => String(f.notYetSubmitted) },
];

/** Whether both say the same, line by line. */
export function sameFigures(actual: Figures, expected: Figures): boolean {
  return LINES.every((line) => line.text(actual, 'vi') === line.text(expected, 'vi'));
}

const WORDS = {
  vi: { title: 'CHƯƠNG TRÌNH 01-CTr/TU, tình hình đến 13/7/2022', system: 'Hệ thống', press: 'Báo cáo', finished: 'sau khi ban hành cả mười nội dung', wanted: 'Phải có' },
  en: { title: 'PROGRAMME 01-CTr/TU as of 13/7/2022', system: 'System', press: 'Report', finished: 'after all ten were issued', wanted: 'Wanted' },
} as const;

/** The table in one language: what the system counts beside what it must be, and whether they agree. */
export function reportTable(language: 'vi' | 'en', actual: Figures, expected: Figures, finished: boolean): string[] {
  const words = WORDS[language];
  const head = ['', words.system, finished ? words.wanted : words.press, ''];
  const rows = LINES.map((line) => {
    const [is, must] = [line.text(actual, language), line.text(expected, language)];
    return [line[language], is, must, is === must ? '✓' : '✗'];
  });
  return [finished ? `${words.title}, ${words.finished}` : words.title, ...columns([head, ...rows])];
}

/** Rows as columns of equal width, the first to the left. Texts are NFC, so that a letter is a character. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((r) => [...(r[i] ?? '')].length)));
  return rows.map((r) => `  ${r.map((cell, i) => cell.padEnd((widths[i] ?? 0) + 2)).join('')}`.trimEnd());
}
