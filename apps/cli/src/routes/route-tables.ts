import { officeDay, stepRule, type Played, type Route, type RouteDiff, type StepRule } from '@totrinh/domain';
import { columns } from '../demo/report-table.ts';

/** The steps of a play as a table, and the earliest and latest end. */
export function playedLines(route: Route, played: Played): string[] {
  const rows = played.steps.map((s) => [s.path, s.kind, `${s.round}`, ownerOf(stepRule(route, s.path)), officeDay(s.earliest), officeDay(s.latest), s.due === null ? '—' : lastDay(s.due), s.outcome]);
  return [
    ...columns([['bước / step', 'loại / kind', 'lượt / round', 'ai / who', 'sớm nhất / earliest', 'muộn nhất / latest', 'hạn / due', 'kết quả / outcome'], ...rows]),
    `Kết thúc / ended: ${played.ended} · sớm nhất / earliest ${officeDay(played.earliest)} · muộn nhất / latest ${lastDay(played.latest)}`,
    ...(played.withoutTerm.length > 0 ? [`Bước không có hạn, thời gian không tính vào / steps without a term, whose time is not counted: ${played.withoutTerm.join(', ')}`] : []),
    'Ước tính theo hạn của quy trình và lịch làm việc kèm theo hệ thống, không phải cam kết. / An estimate from the route’s terms and the calendar that comes with the system, not a promise.',
  ];
}

/** What changes between two versions. */
export function diffLines(diff: RouteDiff): string[] {
  const MARK = { added: '+', removed: '-', changed: '~' } as const;
  const lines = [
    ...diff.head.map((key) => `~ ${key}`),
    ...diff.steps.map((s) => `${MARK[s.change]} ${s.path}${s.fields.length > 0 ? `: ${s.fields.join(', ')}` : ''}`),
    ...diff.approvals.map((a) => `! ${a.issue}: phê duyệt bắt buộc / mandatory approvals ${a.before.join(', ') || '—'} → ${a.after.join(', ') || '—'}`),
  ];
  return lines.length > 0 ? lines : ['Không có gì khác. / Nothing differs.'];
}

/** A due instant is the end of its day, which belongs to that day and not to the next. */
function lastDay(instant: Date): string {
  return officeDay(new Date(instant.getTime() - 1));
}

function ownerOf(rule: StepRule): string {
  if ('who' in rule && rule.who) return words(rule.who);
  if (rule.kind === 'consult') return words(rule.each);
  if (rule.kind === 'vote') return words(rule.roster);
  return '—';
}

function words(who: object): string {
  return Object.entries(who).map(([kind, name]) => `${kind} ${String(name)}`).join(' ');
}
