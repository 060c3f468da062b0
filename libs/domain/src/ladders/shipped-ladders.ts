import type { Ladder } from './ladder.ts';

/** The ladders that a new office begins with; it may publish other versions of them (engine.md, product.md). */
export const SHIPPED_LADDERS: readonly Ladder[] = [
  {
    ladder: 'standard', title: { vi: 'Nhắc việc thường', en: 'Ordinary reminders' }, leaders: false, urgent: false,
    rungs: [
      { rung: 'sap-den-han', at: { before: { workingDays: 2 } }, do: ['remind'] },
      { rung: 'den-han', at: 'due', do: ['remind'] },
      { rung: 'qua-han', at: { after: { workingDays: 1 } }, repeat: { every: { workingDays: 5 }, atMost: 10 }, do: ['remind', { tell: ['headOfUnit'] }] },
      { rung: 'bao-cao', at: { afterReminders: 3 }, do: ['report'] },
    ],
  },
  {
    // QĐ 847/QĐ-UBND 2023 of Hanoi: pressed three times, then reported to the next briefing of the leadership.
    ladder: 'hanoi', title: { vi: 'Đôn đốc ba lần rồi báo cáo giao ban', en: 'Pressed three times, then reported to the briefing' }, leaders: false, urgent: false,
    rungs: [
      { rung: 'don-doc', at: { after: { workingDays: 1 } }, repeat: { every: { workingDays: 3 }, atMost: 3 }, do: ['remind', { tell: ['headOfUnit'] }] },
      { rung: 'bao-cao', at: { afterReminders: 3 }, do: ['report', { tell: ['leadHead', 'office'] }] },
    ],
  },
  {
    ladder: 'leaders', title: { vi: 'Việc trình lãnh đạo: nhắc văn phòng và thư ký', en: 'Before leaders: the office and the secretary are told' }, leaders: true, urgent: false,
    rungs: [{ rung: 'dang-trinh', at: { every: { workingDays: 5 } }, do: [{ tell: ['office', 'secretary'] }] }],
  },
  {
    ladder: 'urgent', title: { vi: 'Hỏa tốc: nhắc theo giờ', en: 'Urgent: reminders by the hour' }, leaders: false, urgent: true,
    rungs: [
      { rung: 'sap-den-gio', at: { before: { hours: 2 } }, do: ['remind'] },
      { rung: 'den-gio', at: 'due', do: ['remind', { tell: ['headOfUnit'] }] },
      { rung: 'qua-gio', at: { after: { hours: 1 } }, repeat: { every: { hours: 2 }, atMost: 3 }, do: ['remind', { tell: ['headOfUnit'] }, 'raisePriority'] },
      { rung: 'bao-cao', at: { afterReminders: 3 }, do: ['report'] },
    ],
  },
];
