import type { Ladder, LadderRung, RungAction, Span } from '@totrinh/domain';

/** A ladder's rungs as rows: name, when, what it does; Vietnamese and English. */
export function rungRows(ladder: Ladder): string[][] {
  return ladder.rungs.map((rung) => [rung.rung, both(whenOf(rung, ladder.urgent)), rung.do.map((a) => both(doesOf(a))).join('; ')]);
}

type Words = readonly [vi: string, en: string];
const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
const both = ([vi, en]: Words): string => `${vi} / ${en}`;

function spanOf(span: Span): Words {
  if ('workingDays' in span) return [`${span.workingDays} ngày làm việc`, count(span.workingDays, 'working day')];
  return 'days' in span ? [`${span.days} ngày`, count(span.days, 'day')] : [`${span.hours} giờ`, count(span.hours, 'hour')];
}

function whenOf({ at, repeat }: LadderRung, urgent: boolean): Words {
  const [vi, en] = at === 'due' && urgent ? ['đúng giờ đến hạn', 'at the hour'] : timeOf(at);
  if (!repeat) return [vi, en];
  const [everyVi, everyEn] = spanOf(repeat.every);
  return [`${vi}, rồi mỗi ${everyVi}, tối đa ${repeat.atMost} lần`, `${en}, then every ${everyEn}, at most ${repeat.atMost} times`];
}

function timeOf(at: LadderRung['at']): Words {
  if (at === 'due') return ['ngày đến hạn', 'on the due day'];
  if ('before' in at) { const [vi, en] = spanOf(at.before); return [`trước hạn ${vi}`, `${en} before`]; }
  if ('after' in at) { const [vi, en] = spanOf(at.after); return [`sau hạn ${vi}`, `${en} after`]; }
  if ('every' in at) { const [vi, en] = spanOf(at.every); return [`mỗi ${vi} từ khi mở`, `every ${en} from the opening`]; }
  return [`sau ${at.afterReminders} lần nhắc`, `after ${count(at.afterReminders, 'reminder')}`];
}

const WHOM: Readonly<Record<string, Words>> = {
  holder: ['người giữ việc', 'whoever has the task'], headOfUnit: ['thủ trưởng đơn vị', 'the head of the unit'], superior: ['cấp trên', 'their superior'], office: ['văn phòng', 'the office'],
  secretary: ['thư ký', 'the secretary'], drafter: ['người soạn thảo', 'the drafter'], leadHead: ['thủ trưởng cơ quan chủ trì', 'the head of the lead unit'],
};

function doesOf(action: RungAction): Words {
  if (action === 'remind') return ['nhắc người giữ việc', 'remind whoever has the task'];
  if (action === 'report') return ['đưa vào danh sách báo cáo giao ban', 'onto the briefing list'];
  if (action === 'raisePriority') return ['nâng mức ưu tiên', 'raise the priority'];
  if (action === 'lapse') return ['khép bước', 'close the step'];
  const whom = 'tell' in action ? action.tell : ['addCandidate' in action ? action.addCandidate : action.transfer];
  const [vi, en] = [0, 1].map((i) => whom.map((w) => WHOM[w]?.[i] ?? w).join(', ')) as [string, string];
  if ('tell' in action) return [`báo ${vi}`, `tell ${en}`];
  return 'addCandidate' in action ? [`thêm ${vi} cùng xử lý`, `add ${en}`] : [`chuyển cho ${vi}`, `transfer to ${en}`];
}
