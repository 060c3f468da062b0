import type { DeadlineShow, Said } from './deadline-show.ts';
import { officeTime } from './office-time.ts';
import { columns } from './report-table.ts';

type Language = 'vi' | 'en';

const RUNGS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'sap-den-han': { vi: 'Sắp đến hạn', en: 'Two working days left' }, 'den-han': { vi: 'Đến hạn', en: 'Due today' }, overdue: { vi: 'Hết hạn lúc 24 giờ', en: 'Term passed at midnight' },
  'qua-han': { vi: 'Quá hạn, lần', en: 'Overdue, time' }, 'bao-cao': { vi: 'Vào danh sách giao ban', en: 'Onto the briefing list' },
};
const AS: Readonly<Record<string, Readonly<Record<Language, string>>>> = { holder: { vi: 'người đang giữ', en: 'holder' }, headOfUnit: { vi: 'thủ trưởng', en: 'head' } };
const HEAD: Readonly<Record<Language, readonly string[]>> = { vi: ['Bậc', 'Đúng ra lúc', 'Đã nói lúc', 'Với ai', ''], en: ['Rung', 'Due', 'Said', 'To whom', ''] };
const TITLE: Readonly<Record<Language, string>> = { vi: 'NHẮC VIỆC VÀ BÁO CÁO LÊN TRÊN', en: 'REMINDERS AND ESCALATION' };

/** The show as a table in one language, the way the report's is. */
export function deadlineTable(language: Language, show: DeadlineShow): string[] {
  const rows = show.expected.map(({ rung, dueAt }) => {
    const said = show.said.filter((s) => s.rung === rung && s.dueAt === dueAt);
    return [nameOf(rung, language), officeTime(dueAt), said.map((s) => officeTime(s.saidAt)).join(', ') || '–', said[0] ? toWhom(said[0], show, language) : '–', said.length === 1 ? '✓' : '✗'];
  });
  const briefing = show.briefings.map(officeTime).join(', ') || '–';
  return [
    `${TITLE[language]}: ${show.code}`, ...columns([[...HEAD[language]], ...rows]),
    language === 'vi' ? `Danh sách giao ban: một dòng, từ ${briefing}` : `Briefing list: one entry, since ${briefing}`,
  ];
}

/** What is missing, said twice or said without reason; nothing where the show is as it must be. */
export function deadlineFaults(show: DeadlineShow): string[] {
  const key = (r: { readonly rung: string; readonly dueAt: string }): string => `${r.rung} ${officeTime(r.dueAt)}`;
  const said = Map.groupBy(show.said, key);
  const expected = new Set(show.expected.map(key));
  return [
    ...[...expected].filter((k) => !said.has(k)).map((k) => `thiếu / missing: ${k}`),
    ...[...said].filter(([, all]) => all.length > 1).map(([k]) => `hai lần / twice: ${k}`),
    ...[...said.keys()].filter((k) => !expected.has(k)).map((k) => `không có trong quy định / not by the rules: ${k}`),
    ...show.said.filter((s) => s.saidAt < s.dueAt).map((s) => `sớm / too early: ${key(s)}`),
    ...show.said.filter((s) => s.rung.startsWith('qua-han') && !['holder', 'headOfUnit'].every((as) => s.told.some((t) => t.as === as))).map((s) => `không đủ người / somebody was not told: ${key(s)}`),
    ...(show.briefings.length === 1 ? [] : [`danh sách giao ban có ${show.briefings.length} dòng / the briefing list has ${show.briefings.length} entries`]),
  ];
}

/** A rung's name in one of the languages. */
export function nameOf(rung: string, language: Language): string {
  const [name = '', n] = rung.split(' ');
  return `${RUNGS[name]?.[language] ?? name}${name === 'qua-han' ? ` ${n}` : ''}`;
}

function toWhom(said: Said, { people }: DeadlineShow, language: Language): string {
  return said.told.map(({ person, as }) => `${people.find((p) => p.login === person)?.post ?? person} (${AS[as]?.[language] ?? as})`).join('; ');
}
