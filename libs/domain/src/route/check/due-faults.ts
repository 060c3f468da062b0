import { graphOf, walk, wayTo } from '../graph.ts';
import type { Route, StepRule } from '../route.ts';
import { atStep, type RouteFault } from './fault.ts';

/** Deadlines that are missing, that the step's ladder cannot count, or that have passed; `today` is an office day (YYYY-MM-DD). */
export function dueFaults(route: Route, today: string | undefined): RouteFault[] {
  return Object.entries(route.steps).flatMap(([step, rule]) => {
    if (rule.kind === 'end' || rule.kind === 'choice') return [];
    const faults: RouteFault[] = [];
    const missing = rule.due ? null : whyDue(rule);
    if (missing) faults.push(atStep('dueMissing', step, `cần hạn (due): ${missing.vi}`, `needs a due: ${missing.en}`));
    if (rule.due && 'hours' in rule.due && rule.ladder !== 'urgent') faults.push(atStep('dueHours', step, 'tính hạn bằng giờ, chỉ dùng cho hồ sơ hỏa tốc: đặt ladder: urgent hoặc tính bằng ngày', 'counts its due in hours, which are for urgent dossiers only: set ladder: urgent or count in days', 'due'));
    if (rule.due && 'date' in rule.due && today !== undefined && rule.due.date < today) faults.push(atStep('duePast', step, `có hạn ${rule.due.date} đã qua`, `is due on ${rule.due.date}, which has passed`, 'due', 'date'));
    return faults;
  });
}

function whyDue(rule: Exclude<StepRule, { kind: 'end' | 'choice' }>): { vi: string; en: string } | null {
  if (rule.kind === 'vote') return rule.mode === 'meeting' ? null : { vi: 'biểu quyết ngoài hội nghị phải có ngày khép lại', en: 'a vote outside a meeting needs a day on which it closes' };
  if (rule.kind === 'wait' && rule.for === undefined) return { vi: 'không có hạn hay sự việc nào thì sẽ chờ mãi', en: 'without a due or something to wait for it would wait for ever' };
  return Object.hasOwn(rule.next, 'lapsed') ? { vi: 'kết quả “lapsed” chỉ xảy ra khi hết hạn', en: 'the outcome “lapsed” only comes when the due has passed' } : null;
}

/** Deadlines counted from the submission in a step that can open before anything was submitted. */
export function submissionFaults(route: Route): RouteFault[] {
  const before = walk(graphOf(route), route.start, { follows: ({ rule }) => rule.kind !== 'draft' });
  return Object.entries(route.steps).flatMap(([step, rule]) => {
    const due = 'due' in rule ? rule.due : undefined;
    if (!due || !('from' in due) || due.from !== 'submission' || !before.cameFrom.has(step)) return [];
    return [{ ...atStep('dueBeforeSubmission', step, 'tính hạn từ ngày trình nhưng có thể mở khi chưa trình lần nào', 'counts its due from the submission but can open before anything was submitted', 'due'), way: wayTo(before, step) }];
  });
}

/** Ladders that no office has published. */
export function ladderFaults(route: Route, ladders: readonly string[]): RouteFault[] {
  const own = route.ladder !== undefined && !ladders.includes(route.ladder)
    ? [{ code: 'unknownLadder' as const, path: ['ladder'], vi: `Quy định nhắc việc “${route.ladder}” chưa được công bố; đang có: ${ladders.join(', ')}.`, en: `The ladder “${route.ladder}” is not published; there are: ${ladders.join(', ')}.` }] : [];
  const ofSteps = Object.entries(route.steps).flatMap(([step, rule]) => {
    if (rule.kind === 'end' || rule.kind === 'choice' || rule.ladder === undefined || ladders.includes(rule.ladder) || rule.ladder === route.ladder) return [];
    return [atStep('unknownLadder', step, `dùng quy định nhắc việc “${rule.ladder}” chưa được công bố; đang có: ${ladders.join(', ')}`, `climbs the ladder “${rule.ladder}”, which is not published; there are: ${ladders.join(', ')}`, 'ladder')];
  });
  return [...own, ...ofSteps];
}
