import { describe, expect, test } from '@jest/globals';
import { checkLadder, SHIPPED_LADDERS } from '@totrinh/domain';

const remind = { rung: 'nhac', at: 'due', do: ['remind'] };
const ladder = (rungs: readonly object[], more: object = {}): object => ({ ladder: 'thu', title: { vi: 'Thử', en: 'Trial' }, rungs, ...more });
const LEADERS = { leaders: true };

/** What is wrong, a ladder that has it, one that nearly has it, and words of the sentence. */
const FAULTS: readonly (readonly [string, object, object, RegExp])[] = [
  ['bậc sau khi đã khép bước', ladder([remind, { rung: 'khep', at: 'due', do: ['lapse'] }, { rung: 'sau', at: { after: { workingDays: 1 } }, do: ['remind'] }]), ladder([remind, { rung: 'khep', at: 'due', do: ['lapse'] }]), /“sau” đứng sau bậc “khep”/],
  ['khép bước trước hạn', ladder([remind, { rung: 'khep', at: { before: { workingDays: 1 } }, do: ['lapse'] }]), ladder([remind, { rung: 'khep', at: { after: { workingDays: 1 } }, do: ['lapse'] }]), /đúng hạn hoặc sau hạn/],
  ['hai bậc trùng tên', ladder([remind, remind]), ladder([remind, { ...remind, rung: 'nhac-nua' }]), /trùng tên/],
  ['nhắc chính lãnh đạo', ladder([{ rung: 'dang-trinh', at: { every: { workingDays: 5 } }, do: [{ tell: ['holder'] }] }], LEADERS), ladder([{ rung: 'dang-trinh', at: { every: { workingDays: 5 } }, do: [{ tell: ['office'] }] }], LEADERS), /nhắc chính lãnh đạo/],
  ['lãnh đạo quá hạn', ladder([{ rung: 'qua', at: { after: { workingDays: 1 } }, do: [{ tell: ['office'] }] }], LEADERS), ladder([{ rung: 'qua', at: { after: { workingDays: 1 } }, do: [{ tell: ['office'] }] }]), /không có quá hạn/],
  ['báo cáo về lãnh đạo', ladder([{ rung: 'bao-cao', at: { every: { workingDays: 5 } }, do: ['report'] }], LEADERS), ladder([remind, { rung: 'bao-cao', at: { afterReminders: 1 }, do: ['report'] }]), /chỉ được báo/],
  ['giờ trong quy định thường', ladder([{ rung: 'gio', at: { before: { hours: 2 } }, do: ['remind'] }]), ladder([{ rung: 'gio', at: { before: { hours: 2 } }, do: ['remind'] }], { urgent: true }), /tính bằng giờ/],
  ['chờ nhiều lần nhắc hơn số có thể gửi', ladder([remind, { rung: 'bao-cao', at: { afterReminders: 3 }, do: ['report'] }]), ladder([{ ...remind, repeat: { every: { workingDays: 2 }, atMost: 3 } }, { rung: 'bao-cao', at: { afterReminders: 3 }, do: ['report'] }]), /chỉ nhắc 1 lần/],
  ['lặp hai kiểu', ladder([{ rung: 'lap', at: { every: { workingDays: 5 } }, repeat: { every: { workingDays: 2 }, atMost: 3 }, do: ['remind'] }]), ladder([{ rung: 'lap', at: { every: { workingDays: 5 } }, do: ['remind'] }]), /đã lặp lại/],
  ['khoảng âm', ladder([{ rung: 'am', at: { before: { workingDays: -2 } }, do: ['remind'] }]), ladder([{ rung: 'am', at: { before: { workingDays: 2 } }, do: ['remind'] }]), /Sai cấu trúc/],
];

describe('Kiểm tra quy định nhắc việc · checking a ladder', () => {
  test.each(FAULTS)('%s bị từ chối, kèm câu nói rõ bậc nào và sửa thế nào', (_, has, nearly, says) => {
    const faulty = checkLadder(has);
    expect(faulty.ok ? [] : faulty.faults.map((f) => f.vi)).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
    expect(checkLadder(nearly)).toMatchObject({ ok: true });
  });

  test.each(SHIPPED_LADDERS.map((l) => [l.ladder, l] as const))('quy định kèm theo %s là đúng', (_, shipped) => expect(checkLadder(shipped)).toEqual({ ok: true, ladder: shipped }));
});
