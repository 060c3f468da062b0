import type { LedgerFinding } from '@totrinh/casework';

/** A fault of the house: what the ledger tells, and what only Temporal can. */
export type Finding = LedgerFinding | {
  readonly code: 'CLOCK_MISSING' | 'SWEEP_MISSING' | 'TEMPORAL_AWAY';
  readonly dossier: string | null;
  readonly details: Readonly<Record<string, string | number>>;
};

interface Words { readonly vi: string; readonly en: string }
/** What a finding means; what `--mend` does about it (null: nothing), and what a person must do where that is not enough. */
export interface FindingWords { readonly means: Words; readonly mends: Words | null; readonly person: Words }

const CALL: Words = { vi: 'gọi chuyển bước lại', en: 'called for the move again' };
const WORKER: Words = { vi: 'xem tiến trình worker và Temporal có chạy không', en: 'see that the worker and Temporal run' };
const BACKUP: Words = { vi: 'giữ nguyên hiện trạng, đối chiếu bản sao lưu; chạy totrinh audit verify', en: 'leave it as it is, compare with a backup; run totrinh audit verify' };

export const FINDINGS: Readonly<Record<Finding['code'], FindingWords>> = {
  CALL_STALE: { means: { vi: 'lời gọi chuyển bước chờ quá một phút', en: 'a call for a move has waited for more than a minute' }, mends: CALL, person: WORKER },
  CALL_MISSING: { means: { vi: 'hồ sơ chờ chuyển bước mà không có lời gọi', en: 'a move is due and nothing calls for it' }, mends: CALL, person: WORKER },
  WORKFLOW_MISSING: { means: { vi: 'hồ sơ đang mở không có quy trình chạy trong Temporal', en: 'an open dossier has no running workflow' }, mends: { vi: 'khởi động lại quy trình', en: 'its workflow was started' }, person: WORKER },
  DOSSIER_IDLE: { means: { vi: 'hồ sơ đang mở mà không chờ việc gì', en: 'an open dossier waits for nothing' }, mends: null, person: { vi: 'văn phòng đề nghị sửa luồng (repair), người thứ hai xác nhận', en: 'the office proposes a repair (repair), a second person confirms it' } },
  CLOCK_MISSING: { means: { vi: 'đồng hồ hạn xử lý không chạy', en: 'the clock of deadlines does not run' }, mends: { vi: 'khởi động đồng hồ', en: 'the clock was started' }, person: WORKER },
  CLOCK_BEHIND: { means: { vi: 'bậc đến hạn hơn một phút chưa được xử lý', en: 'rungs were due more than a minute ago' }, mends: { vi: 'xử lý các bậc đến hạn', en: 'what was due was fired' }, person: WORKER },
  SWEEP_MISSING: { means: { vi: 'lịch rà soát hằng phút không còn trong Temporal', en: 'the sweep of every minute is not scheduled in Temporal' }, mends: { vi: 'lập lại lịch rà soát', en: 'the sweep was scheduled' }, person: WORKER },
  RUNGS_MISSING: { means: { vi: 'bước đang mở thiếu mốc hạn hoặc bậc nhắc', en: 'an open step lacks its term or rungs of its ladder' }, mends: { vi: 'lập lại các bậc còn thiếu', en: 'the missing rungs were planned' }, person: { vi: 'xem lại hạn của bước', en: "look at the step's term" } },
  RUNG_STRAY: { means: { vi: 'bậc nhắc còn chờ ở bước đã kết thúc hoặc đang tạm dừng', en: 'a rung waits for what has ended or stands still' }, mends: { vi: 'hủy các bậc đó', en: 'those rungs were made void' }, person: { vi: 'báo quản trị', en: 'tell the administrator' } },
  CALENDAR_OLDER: { means: { vi: 'hạn còn tính theo lịch làm việc cũ', en: 'terms are still reckoned with an older calendar' }, mends: { vi: 'tính lại hạn theo lịch hiện hành', en: 'terms were reckoned with the calendar that holds now' }, person: { vi: 'chạy lại việc tính lại hạn', en: 'run the re-plan again' } },
  TASK_OWNERLESS: { means: { vi: 'việc không còn ai làm được', en: 'nobody may do this task' }, mends: { vi: 'giao cho người vừa được bổ nhiệm', en: 'given to whoever has been appointed' }, person: { vi: 'người phụ trách, văn phòng hoặc quản trị giao lại việc (reassign)', en: 'whoever is in charge, the office or an administrator gives the task to another (reassign)' } },
  CHAIN_BROKEN: { means: { vi: 'nhật ký của hồ sơ đã bị thay đổi', en: "the dossier's record was changed" }, mends: null, person: BACKUP },
  STATE_DIFFERS: { means: { vi: 'dữ liệu của hồ sơ khác với nhật ký', en: "the dossier's tables differ from its record" }, mends: null, person: BACKUP },
  RESULT_DIFFERS: { means: { vi: 'kết quả của tập thể không khớp số phiếu hoặc ý kiến đã ghi', en: "a body's result is not what its ballots or opinions make" }, mends: null, person: { vi: 'đối chiếu biên bản và bản sao lưu; sửa bằng repair, có người thứ hai xác nhận', en: 'compare with the minutes and a backup; mend by repair, which a second person confirms' } },
  REGISTER_BROKEN: { means: { vi: 'sổ văn bản thiếu số, thừa số hoặc ngày đi lùi', en: 'a register has a gap, a number too many or days that go back' }, mends: null, person: BACKUP },
  CALENDAR_BROKEN: { means: { vi: 'phiên bản lịch làm việc đã bị thay đổi', en: 'a version of a calendar was changed' }, mends: null, person: BACKUP },
  DELIVERY_DEAD: { means: { vi: 'thông báo ra ngoài đã thôi không gửi nữa', en: 'notices were given up on their way out' }, mends: null, person: { vi: 'xem lỗi ghi kèm, sửa địa chỉ hoặc máy chủ thư, rồi quản trị gửi lại (resendDelivery)', en: 'read the error beside them, mend the address or the mail server; an administrator sends them again (resendDelivery)' } },
  DELIVERY_OVERDUE: { means: { vi: 'thông báo ra ngoài chờ gửi quá lâu', en: 'notices have waited too long to go out' }, mends: null, person: WORKER },
  TEMPORAL_AWAY: { means: { vi: 'không kết nối được Temporal: người dùng vẫn làm việc, hồ sơ chưa chuyển bước', en: 'Temporal cannot be reached: people can act, dossiers do not move' }, mends: null, person: { vi: 'khởi động Temporal', en: 'start Temporal' } },
};
