import { MOST_SPECIAL_DAYS, namesDecision, type CalendarContent } from './calendar.ts';
import type { CalendarChangeCommand, DayChange } from './change-calendar.ts';
import { EARLIEST_DAY as EARLIEST, isDayText, LATEST_DAY as LATEST } from './days.ts';

/** A fault of a change: where in the request, and a sentence in Vietnamese and English that says what to do. */
export interface CalendarFault { readonly path: readonly (string | number)[]; readonly vi: string; readonly en: string }
interface Words { readonly vi: string; readonly en: string }

/** Everything that keeps a change from being made to a calendar. */
export function changeFaults(was: CalendarContent, command: Omit<CalendarChangeCommand, 'base' | 'reason'>): CalendarFault[] {
  const known = new Set(was.days.map((d) => d.day));
  const seen = new Set<string>();
  const faults = command.changes.flatMap((change, i) => {
    const found = dayFaults(change, known, seen);
    seen.add(change.day);
    return found.map((words) => ({ path: ['changes', i], ...words }));
  });
  const days = known.size + command.changes.filter((c) => c.do === 'add').length;
  const many: CalendarFault[] = days > MOST_SPECIAL_DAYS ? [{ path: ['changes'], vi: `Lịch có ${days} ngày riêng, nhiều nhất ${MOST_SPECIAL_DAYS}.`, en: `The calendar would have ${days} days of its own, at most ${MOST_SPECIAL_DAYS}.` }] : [];
  return [...faults, ...many, ...frameFaults(was, command)];
}

function dayFaults(change: DayChange, known: ReadonlySet<string>, seen: ReadonlySet<string>): Words[] {
  const { day } = change;
  if (!isDayText(day)) return [{ vi: `“${day}” không phải là một ngày có thật, dạng YYYY-MM-DD.`, en: `“${day}” is no real day, as YYYY-MM-DD.` }];
  if (day < EARLIEST || day > LATEST) return [{ vi: `Ngày ${day} nằm ngoài ${EARLIEST}–${LATEST}.`, en: `${day} lies outside ${EARLIEST}–${LATEST}.` }];
  if (seen.has(day)) return [{ vi: `Ngày ${day} có hai dòng: chỉ giữ một dòng.`, en: `${day} stands in two lines: keep one.` }];
  if (change.do === 'add' && known.has(day)) return [{ vi: `Ngày ${day} đã có trong lịch: dùng “replace” để sửa.`, en: `${day} is in the calendar already: use “replace” to change it.` }];
  if (change.do !== 'add' && !known.has(day)) return [{ vi: `Ngày ${day} chưa có trong lịch này: hãy thêm nó vào lịch trước, là ngày nghỉ hay ngày làm việc.`, en: `${day} is not in this calendar: put it in first, as a day off or as a worked one.` }];
  if (change.do === 'remove') return [];
  if (change.do === 'confirm') return namesDecision(change.source) ? [] : [unnumbered(day)];
  return change.status === 'confirmed' && !namesDecision(change.source ?? null) ? [unnumbered(day)] : [];
}

function unnumbered(day: string): Words {
  return { vi: `Ngày ${day} chưa xác nhận được: nguồn phải nêu số của quyết định, ví dụ 12729/VPCP-KGVX; khi chưa có số thì để dự kiến (planned).`, en: `${day} cannot be confirmed: its source must name a decision by its number, such as 12729/VPCP-KGVX; leave it planned until there is one.` };
}

/** Week, working time and cover. */
function frameFaults(was: CalendarContent, { week, hours, until, changes }: Omit<CalendarChangeCommand, 'base' | 'reason'>): CalendarFault[] {
  const faults: CalendarFault[] = [];
  if (week !== undefined && !week.includes(true)) faults.push({ path: ['week'], vi: 'Tuần không có ngày làm việc nào: chọn ít nhất một ngày.', en: 'A week without a working day: choose at least one.' });
  for (const [i, span] of (hours ?? []).entries()) {
    if (span.from >= span.to) faults.push({ path: ['hours', i], vi: `Giờ làm việc ${span.from}–${span.to} không kết thúc sau khi bắt đầu.`, en: `Working time ${span.from}–${span.to} does not end after it begins.` });
    const last = hours?.[i - 1];
    if (last && span.from < last.to) faults.push({ path: ['hours', i], vi: `Giờ làm việc ${span.from}–${span.to} chồng lên ${last.from}–${last.to}: xếp theo thứ tự.`, en: `Working time ${span.from}–${span.to} overlaps ${last.from}–${last.to}: put them in order.` });
  }
  if (until === undefined) return faults;
  if (!isDayText(until) || until < EARLIEST || until > LATEST) return [...faults, { path: ['until'], vi: `“${until}” không phải là một ngày dùng được, dạng YYYY-MM-DD.`, en: `“${until}” is no day that can be used, as YYYY-MM-DD.` }];
  const removed = new Set(changes.filter((c) => c.do === 'remove').map((c) => c.day));
  const latest = [...was.days.map((d) => d.day).filter((d) => !removed.has(d)), ...changes.filter((c) => c.do === 'add').map((c) => c.day)].sort().at(-1);
  return latest !== undefined && latest > until ? [...faults, { path: ['until'], vi: `Lịch có ngày ${latest} sau ${until}: chọn ngày muộn hơn.`, en: `The calendar has a day, ${latest}, after ${until}: choose a later one.` }] : faults;
}
