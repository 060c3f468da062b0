import type { BothWords } from '../votes/both-words.ts';

/** In which way a dossier, or a branch of it, is had at a moment. */
export const HOLDINGS = ['held', 'offered', 'leaders', 'system', 'waiting', 'suspended', 'branches', 'nobody', 'closed'] as const;
export type HoldingName = (typeof HOLDINGS)[number];

/** What each is called on screen. */
export const HOLDING_NAMES: Readonly<Record<HoldingName, BothWords>> = {
  held: { vi: 'đang giữ', en: 'held' },
  offered: { vi: 'chờ nhận', en: 'on offer' },
  leaders: { vi: 'đang trình', en: 'before leaders' },
  system: { vi: 'hệ thống, đang chuyển bước', en: 'the system, moving on' },
  waiting: { vi: 'chờ sự kiện', en: 'waiting' },
  suspended: { vi: 'tạm dừng', en: 'suspended' },
  branches: { vi: 'ở các nhánh', en: 'in its branches' },
  nobody: { vi: 'không có người giữ', en: 'nobody has it' },
  closed: { vi: 'đã kết thúc', en: 'closed' },
};

/** A share in a task: who has it, or to whom it is on offer; a body where it lies before one. */
export interface Holder {
  readonly task: string | null;
  readonly person: string | null;
  readonly capacity: string | null;
  readonly appointment: string | null;
  readonly unit: string | null;
  readonly body: string | null;
  readonly candidates: readonly string[];
}

/** How a lane is had while nothing of it changes; `step` is the latest open one that people work in. */
export interface Holding { readonly is: HoldingName; readonly step: string | null; readonly holders: readonly Holder[]; readonly leaders: boolean }
