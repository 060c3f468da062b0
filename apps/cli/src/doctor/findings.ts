import type { LedgerFinding } from '@totrinh/casework';

/** A fault of the house: what the ledger tells, and what only Temporal can. */
export type Finding = LedgerFinding | {
  readonly code: 'WORKFLOW_MISSING' | 'CLOCK_MISSING' | 'TEMPORAL_AWAY';
  readonly dossier: string | null;
  readonly details: Readonly<Record<string, string | number>>;
};

type Sentences = { readonly vi: string; readonly en: string; readonly mends: boolean };

/** What each finding means, and whether `--mend` knows what to do; else the sentence says who does. */
export const FINDINGS: Readonly<Record<Finding['code'], Sentences>> = {
  CALL_STALE: { vi: 'lời gọi chuyển bước chờ quá lâu', en: 'a call for a move waits too long', mends: true },
  CALL_MISSING: { vi: 'hồ sơ chờ chuyển bước mà không có lời gọi', en: 'a move is due and nothing calls for it', mends: true },
  DOSSIER_IDLE: { vi: 'hồ sơ đang mở mà không chờ việc gì', en: 'an open dossier waits for nothing', mends: true },
  WORKFLOW_MISSING: { vi: 'hồ sơ đang mở không có quy trình chạy trong Temporal', en: 'an open dossier has no running workflow', mends: true },
  CLOCK_MISSING: { vi: 'đồng hồ hạn xử lý không chạy', en: 'the clock of deadlines does not run', mends: true },
  CLOCK_BEHIND: { vi: 'bậc đến hạn hơn một phút chưa được xử lý; xem worker có chạy không', en: 'rungs were due more than a minute ago; see that the worker runs', mends: true },
  TASK_OWNERLESS: { vi: 'việc không còn ai làm được; cần bổ nhiệm người giữ chức vụ', en: 'nobody may do this task; appoint somebody to the post', mends: true },
  CHAIN_BROKEN: { vi: 'nhật ký của hồ sơ đã bị thay đổi; giữ nguyên hiện trạng, đối chiếu bản sao lưu', en: "the dossier's record was changed; leave it as it is and compare with a backup", mends: false },
  STATE_DIFFERS: { vi: 'dữ liệu của hồ sơ khác với nhật ký; đối chiếu bản sao lưu', en: "the dossier's tables differ from its record; compare with a backup", mends: false },
  TEMPORAL_AWAY: { vi: 'không kết nối được Temporal; người dùng vẫn làm việc, hồ sơ chưa chuyển bước', en: 'Temporal cannot be reached; people can act, dossiers do not move', mends: false },
};

const SHOWN = 20;

/** The findings as lines for a person: code, dossier, what it means; of each kind the first twenty. */
export function linesOf(findings: readonly Finding[]): string[] {
  return [...Map.groupBy(findings, (f) => f.code)].flatMap(([code, group]) => {
    const { vi, en } = FINDINGS[code];
    const rows = group.slice(0, SHOWN).map(({ dossier, details }) => `    ${dossier ?? '—'}  ${Object.entries(details).map(([k, v]) => `${k}=${v}`).join(' ')}`.trimEnd());
    return [`  ${code.padEnd(16)} ${String(group.length).padStart(5)}  ${vi} / ${en}`, ...rows, ...(group.length > SHOWN ? [`    … +${group.length - SHOWN}`] : [])];
  });
}
