import type { VerbRow } from './verb-table.ts';

const ADMINISTRATOR = { vi: 'Quản trị.', en: 'An administrator.' } as const;
const BODY_OFFICE = { vi: 'Thư ký của tập thể hoặc văn phòng.', en: 'The body’s secretary or the office.' } as const;
const MEETING_OPEN = { vi: 'Khi hội nghị chưa kết thúc.', en: 'Until the meeting is closed.' } as const;

/** Verbs on the office itself, and on a meeting. */
export const OFFICE_VERBS = {
  create: { on: 'office', who: { vi: 'Người soạn thảo hoặc lãnh đạo cơ quan chủ trì.', en: 'A drafter or the head of the lead unit.' }, when: { vi: 'Khi nội dung chưa có hồ sơ.', en: 'While the item has no dossier.' }, effect: { vi: 'Mở hồ sơ trình theo một quy trình đã công bố.', en: 'Opens a dossier on a published route.' }, facts: ['dossier.created'] },
  declareAbsence: { on: 'office', who: { vi: 'Người vắng; hoặc thủ trưởng, quản trị khai thay.', en: 'Whoever is away; or their head or an administrator for them.' }, when: { vi: 'Trước hoặc trong thời gian vắng; không nối tiếp nhau.', en: 'Before or during the absence; never in a chain.' }, effect: { vi: 'Cử một người xử lý thay.', en: 'Names one person to stand in.' }, facts: [] },
  endAbsence: { on: 'office', who: { vi: 'Người vắng; hoặc thủ trưởng, quản trị.', en: 'Whoever is away; or their head or an administrator.' }, when: { vi: 'Khi đang vắng.', en: 'While the absence lasts.' }, effect: { vi: 'Kết thúc việc xử lý thay.', en: 'Ends the standing in.' }, facts: [] },
  voidNumber: { on: 'office', who: { vi: 'Văn thư của cơ quan giữ sổ.', en: 'A clerk of the office that keeps the register.' }, when: { vi: 'Khi một số không dùng tới.', en: 'When a number was not used.' }, effect: { vi: 'Hủy số, giữ dòng trong sổ với lý do.', en: 'Voids a number; its row stays, with the reason.' }, facts: [], reason: 'always' },
  importProgramme: { on: 'office', who: ADMINISTRATOR, when: { vi: 'Bất cứ lúc nào.', en: 'At any time.' }, effect: { vi: 'Nhập chương trình theo mã nội dung.', en: 'Imports a programme by the codes of its items.' }, facts: ['dossier.imported'] },
  publishRoute: { on: 'office', who: ADMINISTRATOR, when: { vi: 'Khi quy trình không còn lỗi.', en: 'Once the route has no fault.' }, effect: { vi: 'Công bố quy trình thành phiên bản kế tiếp.', en: 'Publishes a route as its next version.' }, facts: [] },
  publishLadder: { on: 'office', who: ADMINISTRATOR, when: { vi: 'Khi các bậc không mâu thuẫn.', en: 'Once its rungs agree with each other.' }, effect: { vi: 'Công bố quy định nhắc việc; bước mở từ đó dùng phiên bản mới.', en: 'Publishes a ladder; steps that open from then on climb it.' }, facts: [] },
  readNotice: { on: 'office', who: { vi: 'Người nhận thông báo.', en: 'Whoever the notice is for.' }, when: { vi: 'Khi thông báo chưa đọc.', en: 'While the notice is unread.' }, effect: { vi: 'Đánh dấu đã đọc.', en: 'Marks the notice as read.' }, facts: [] },
  bulk: { on: 'office', who: { vi: 'Người giữ các việc ấy.', en: 'Whoever holds those tasks.' }, when: { vi: 'Không dùng cho biểu quyết, ký và phê duyệt của cấp thẩm quyền.', en: 'Never for votes, signatures and approvals of the authority.' }, effect: { vi: 'Xử lý nhiều việc, mỗi việc một kết quả riêng.', en: 'Acts on many tasks, each with a result of its own.' }, facts: [] },
  createMeeting: { on: 'office', who: BODY_OFFICE, when: { vi: 'Trước ngày họp.', en: 'Before the day of the meeting.' }, effect: { vi: 'Lập hội nghị (phiên họp) của tập thể.', en: 'Plans a meeting of a body.' }, facts: [] },
  sendPapers: { on: 'meeting', who: BODY_OFFICE, when: MEETING_OPEN, effect: { vi: 'Gửi tài liệu tới các thành viên.', en: 'Sends the papers on to the members.' }, facts: ['agenda.papersSent'] },
  attachPaper: { on: 'meeting', who: BODY_OFFICE, when: MEETING_OPEN, effect: { vi: 'Đính kèm tài liệu hoặc biên bản hội nghị.', en: 'Attaches a paper or the minutes of the meeting.' }, facts: [] },
  attend: { on: 'meeting', who: BODY_OFFICE, when: { vi: 'Trong ngày họp hoặc sau đó.', en: 'On the day of the meeting or after.' }, effect: { vi: 'Ghi thành viên dự và vắng.', en: 'Enters who was present and who was not.' }, facts: [] },
  conclude: { on: 'meeting', who: BODY_OFFICE, when: { vi: 'Khi hội nghị đã họp.', en: 'After the meeting was held.' }, effect: { vi: 'Ghi thông báo kết luận và giao việc.', en: 'Enters the conclusion and its assignments.' }, facts: ['conclusion.made'] },
  finishAssignment: { on: 'office', who: { vi: 'Thủ trưởng cơ quan được giao.', en: 'The head of the unit it was given to.' }, when: { vi: 'Khi việc được giao chưa xong.', en: 'While the assignment is open.' }, effect: { vi: 'Báo việc được giao đã xong.', en: 'Tells that the assignment is done.' }, facts: [] },
} as const satisfies Readonly<Record<string, VerbRow>>;

const NOBODY = { vi: 'Hệ thống.', en: 'The system.' } as const;

/** What happens without a person. */
export const SYSTEM_VERBS = {
  advance: {
    on: 'system', who: NOBODY, when: { vi: 'Sau mỗi hành động cần chuyển bước.', en: 'After each act that calls for a move.' }, effect: { vi: 'Mở bước và việc tiếp theo, rẽ nhánh, hoặc kết thúc hồ sơ.', en: 'Opens the next steps and tasks, takes branches, or ends the dossier.' },
    facts: ['step.opened', 'choice.made', 'branch.joined', 'task.opened', 'task.assigned', 'dossier.reached', 'step.settled', 'step.cancelled', 'task.closed', 'dossier.ended'],
  },
  passDeadline: { on: 'system', who: NOBODY, when: { vi: 'Khi hết hạn xử lý.', en: 'When a term has passed.' }, effect: { vi: 'Ghi nhận quá hạn.', en: 'Records that it is overdue.' }, facts: ['deadline.passed'] },
  lapse: { on: 'system', who: NOBODY, when: { vi: 'Khi hết hạn của bước mà thời gian được khép: lấy ý kiến, lấy phiếu, chờ.', en: 'When the time of a step that time may close is up: a consultation, a ballot, a wait.' }, effect: { vi: 'Khép bước; im lặng không bao giờ là phê duyệt.', en: 'Closes the step; silence is never an approval.' }, facts: ['deadline.passed', 'urn.opened', 'task.closed', 'step.settled', 'step.cancelled', 'branch.joined', 'dossier.returned'] },
  climb: { on: 'system', who: NOBODY, when: { vi: 'Khi tới một bậc của quy định nhắc việc.', en: 'When the time of a rung of the step’s ladder has come.' }, effect: { vi: 'Nhắc người giữ việc, báo người phụ trách, đưa vào danh sách báo cáo giao ban.', en: 'Reminds whoever has the task, tells those in charge, puts it onto the briefing list.' }, facts: ['rung.fired', 'priority.raised', 'task.assigned', 'task.transferred'] },
  replan: { on: 'system', who: NOBODY, when: { vi: 'Khi lịch làm việc có phiên bản mới.', en: 'When the calendar has a new version.' }, effect: { vi: 'Tính lại hạn đang mở; hạn sớm lên thì hỏi văn phòng trước.', en: 'Reckons open terms anew; a date that would come earlier is put to the office first.' }, facts: ['due.changed', 'proposal.made'] },
  mend: { on: 'system', who: NOBODY, when: { vi: 'Khi rà soát thấy lỗi.', en: 'When the sweep has found a fault.' }, effect: { vi: 'Sửa lỗi và ghi lại.', en: 'Mends the fault and records it.' }, facts: ['fault.mended', 'task.assigned'] },
  resumeAtDate: { on: 'system', who: NOBODY, when: { vi: 'Khi tới ngày hẹn của việc tạm dừng.', en: 'When the day of a suspension has come.' }, effect: { vi: 'Hồ sơ tiếp tục, hạn được tính lại.', en: 'The dossier goes on; terms are counted anew.' }, facts: ['deadline.passed', 'dossier.resumed', 'due.changed'] },
  settleAutomatic: { on: 'system', who: NOBODY, when: { vi: 'Khi bước tự động đã làm xong.', en: 'When an automatic step has done its work.' }, effect: { vi: 'Khép bước gửi thông báo, gọi hệ thống khác hoặc chờ.', en: 'Settles a step that notifies, calls or waits.' }, facts: ['effect.done', 'step.settled', 'step.cancelled', 'branch.joined'] },
} as const satisfies Readonly<Record<string, VerbRow>>;
