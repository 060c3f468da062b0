import { shapeWords, type ShapeIssue } from '../shape-words.ts';
import { ladderSchema, type Ladder, type LadderRung } from './ladder.ts';
import { mostTimes } from './rung-times.ts';

/** A fault of a ladder: where (path of keys), and a sentence in Vietnamese and English that says what to do. */
export interface LadderFault { readonly path: readonly (string | number)[]; readonly vi: string; readonly en: string }
export type LadderCheck = { readonly ok: true; readonly ladder: Ladder } | { readonly ok: false; readonly faults: readonly LadderFault[] };

/** Reads an untyped ladder (parsed YAML or JSON) and checks that it can be published: its shape, then what its rungs say together. */
export function checkLadder(input: unknown): LadderCheck {
  const parsed = ladderSchema.safeParse(input);
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.map(shapeFault) };
  }
  const ladder = parsed.data;
  const faults = ladder.rungs.flatMap((rung, i) => rungFaults(ladder, rung).map(({ vi, en }): LadderFault => ({ path: ['rungs', i], vi: `Bậc “${rung.rung}” ${vi}.`, en: `Rung “${rung.rung}” ${en}.` })));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, ladder };
}

function shapeFault(issue: ShapeIssue): LadderFault {
  const path = (issue.path ?? []).map((k) => (typeof k === 'number' ? k : String(k)));
  const { vi, en } = issue.message.endsWith('received undefined') ? { vi: 'còn thiếu', en: 'it is missing' } : shapeWords(issue);
  const [at, atEn] = path.length === 0 ? ['', ''] : [` ở “${path.join('.')}”`, ` at “${path.join('.')}”`];
  return { path, vi: `Sai cấu trúc${at}: ${vi}.`, en: `Wrong shape${atEn}: ${en}.` };
}

interface Words { readonly vi: string; readonly en: string }

function rungFaults(ladder: Ladder, rung: LadderRung): Words[] {
  const faults: Words[] = [];
  const lapse = ladder.rungs.findIndex((r) => r.do.includes('lapse'));
  const here = ladder.rungs.indexOf(rung);
  if (ladder.rungs.some((r, i) => r.rung === rung.rung && i < here)) faults.push({ vi: 'trùng tên với một bậc trước: hãy đặt tên khác', en: 'has the name of an earlier rung: give it another one' });
  if (lapse >= 0 && here > lapse) faults.push({ vi: `đứng sau bậc “${ladder.rungs[lapse]?.rung}” đã khép bước: hãy đặt trước bậc ấy hoặc bỏ đi`, en: `stands after “${ladder.rungs[lapse]?.rung}”, which closes the step: place it before, or leave it out` });
  if (rung.do.includes('lapse') && (rung.repeat !== undefined || (typeof rung.at === 'object' && !('after' in rung.at)))) faults.push({ vi: 'khép bước (lapse) thì phải đặt đúng hạn hoặc sau hạn, một lần', en: 'closes the step (lapse), which is on the due date or after it, once' });
  if (ladder.leaders && rung.do.some((a) => a !== 'raisePriority' && !(typeof a === 'object' && 'tell' in a))) faults.push({ vi: 'thuộc quy định của lãnh đạo: chỉ được báo (tell) văn phòng, thư ký', en: 'is of a ladder for leaders, which only tells the office and the secretary' });
  if (ladder.leaders && rung.do.some((a) => typeof a === 'object' && 'tell' in a && a.tell.includes('holder'))) faults.push({ vi: 'nhắc chính lãnh đạo: hãy báo văn phòng (office) hoặc thư ký (secretary)', en: 'nags the leaders themselves: tell the office or the secretary' });
  if (ladder.leaders && !(typeof rung.at === 'object' && 'every' in rung.at)) faults.push({ vi: 'của lãnh đạo không có quá hạn: hãy tính từ khi trình (every)', en: 'is for leaders, who are never late: count from the opening (every)' });
  if (!ladder.urgent && usesHours(rung)) faults.push({ vi: 'tính bằng giờ, chỉ dùng cho hồ sơ hỏa tốc (urgent: true)', en: 'counts in hours, which are for urgent dossiers only (urgent: true)' });
  if (typeof rung.at === 'object' && 'every' in rung.at && rung.repeat !== undefined) faults.push({ vi: 'đã lặp lại theo every, không thêm repeat', en: 'already comes again by every: leave repeat out' });
  if (typeof rung.at === 'object' && 'afterReminders' in rung.at && rung.at.afterReminders > mostReminders(ladder)) faults.push({ vi: `chờ ${rung.at.afterReminders} lần nhắc nhưng các bậc khác chỉ nhắc ${mostReminders(ladder)} lần`, en: `waits for ${rung.at.afterReminders} reminders, but the other rungs send ${mostReminders(ladder)}` });
  return faults;
}

function usesHours({ at, repeat }: LadderRung): boolean {
  const spans = [repeat?.every, typeof at === 'object' ? ('before' in at ? at.before : 'after' in at ? at.after : 'every' in at ? at.every : undefined) : undefined];
  return spans.some((s) => s !== undefined && 'hours' in s);
}

/** Reminders that a ladder can send in one step. */
function mostReminders(ladder: Ladder): number {
  return ladder.rungs.filter((r) => r.do.includes('remind') && !(typeof r.at === 'object' && 'afterReminders' in r.at)).reduce((n, r) => n + mostTimes(r), 0);
}
